"""For the album: the attachments of a case, each kind as it is shown inside the app."""

from __future__ import annotations

import re
from collections import Counter

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from reviewer_app.demo.hands import Stuck, click, type_into
from reviewer_app.demo.stage import Stage
from reviewer_app.ui.reading.attachments.bar import FileBar, Wish
from reviewer_app.ui.reading.attachments.find_panel import FileFindPanel
from reviewer_app.ui.reading.attachments.pages import Pages
from reviewer_app.ui.reading.attachments.words_view import WordsView
from reviewer_app.ui.reading.outline import Outline
from reviewer_app.ui.reading.state import Leaf


def show_files(stage: Stage) -> None:
    """A PDF with find, a selection and its words, a picture, a text; then the case's text again."""
    outline = stage.hands.the(Outline)
    for entry in outline.entries(Leaf.FILE):
        _open(stage, entry)
        if stage.hands.all(WordsView):
            stage.picture("attachment-text")
        elif not stage.hands.the(FileBar).buttons[Wish.PLAIN].isVisible():
            stage.picture("attachment-picture")  # it has no words
    _open(stage, outline.entries(Leaf.FILE)[0])
    _find_in_pdf(stage)
    stage.hands.press("Words of this page as plain text", within=stage.hands.the(FileBar))
    stage.hands.the(WordsView)
    stage.picture("attachment-words")
    stage.hands.press("Words of this page as plain text", within=stage.hands.the(FileBar))
    click(outline.entries(Leaf.TEXT)[0])
    stage.settle()


def _open(stage: Stage, entry: QAbstractButton) -> None:
    """Open a file, and wait for its first page or its words."""
    click(entry)
    hands = stage.hands

    def is_there() -> bool:
        drawn = [pages for pages in hands.all(Pages) if pages.drawings.bytes > 0]
        return bool(drawn or hands.all(WordsView))

    stage.settle()
    hands.until(is_there, "a page or words")
    stage.settle()


def _find_in_pdf(stage: Stage) -> None:
    """Select a line of the page, and look for the word that it uses most."""
    hands = stage.hands
    pages = hands.the(Pages)
    hands.until(lambda: pages.text_of(0) is not None, "the words of the first page")
    text = pages.text_of(0)
    if text is None:
        raise Stuck("the words of the first page", "")
    hands.press("Find in this file", within=hands.the(FileBar))
    panel = hands.the(FileFindPanel)
    said = re.findall("[A-Za-z]{5,}|[一-鿿]{2}", text.text)
    type_into(panel.words, Counter(said).most_common(1)[0][0])
    hands.until(lambda: panel.hits.count() > 0, "a hit")
    stage.settle()
    _drag(pages)
    stage.picture("attachment-find")
    QTest.keyClick(panel.words, Qt.Key.Key_Escape)
    QTest.keyClick(panel.words, Qt.Key.Key_Escape)
    stage.settle()


def _drag(pages: Pages) -> None:
    """Select words of two lines with the mouse."""
    view = pages.viewport()
    left = Qt.MouseButton.LeftButton
    begin = QPoint(view.width() // 3, view.height() // 2)
    end = begin + QPoint(view.width() // 3, 40)
    QTest.mousePress(view, left, Qt.KeyboardModifier.NoModifier, begin)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, left, Qt.KeyboardModifier.NoModifier, end)

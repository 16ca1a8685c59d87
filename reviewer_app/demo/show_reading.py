"""For the album: what the reading screen can do with the texts of one case."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QPlainTextEdit,
    QWidget,
)

from review_protocol.documents.text import Language
from reviewer_app.demo.hands import Hands, Stuck, click, type_into
from reviewer_app.demo.stage import Stage, scroll_down
from reviewer_app.services.tables import bundled_terms
from reviewer_app.ui.kit.tip_window import tip_shown
from reviewer_app.ui.reading.differing.page import DifferencesPage
from reviewer_app.ui.reading.differing.row import DifferenceRow
from reviewer_app.ui.reading.facts_judging import FactRow
from reviewer_app.ui.reading.facts_page import FactsPage
from reviewer_app.ui.reading.marking.note_bar import NoteBar
from reviewer_app.ui.reading.outline import Outline
from reviewer_app.ui.reading.pane import ReadingPane
from reviewer_app.ui.reading.pane_header import Head
from reviewer_app.ui.reading.print_dialog import PrintDialog
from reviewer_app.ui.reading.state import Leaf
from reviewer_app.ui.reading.toolbar import Toolbar

_FIGURE = re.compile(r"\d[\d.,]*\s*[万亿]")
_PARAGRAPH = re.compile(r"^.{60,}$", re.MULTILINE)
"""Headings are shorter."""
_SHORTEST = 16
"""Characters of a sentence; what is shorter is the number of a heading."""
_END = re.compile(r"(?<=[。.]) ?")


def show_reading(stage: Stage) -> None:
    """Everything about the texts of the case that is open, and the text again in the end."""
    _show_modes(stage)
    _show_explanations(stage)
    _show_marks(stage)
    _show_differences(stage)
    _dispute_facts(stage)
    _show_dialogs(stage)


def has_all(stage: Stage) -> bool:
    """Whether the case that is open has all that is shown: both languages, with something to
    explain in them and a difference between them."""
    if len({each.language for each in stage.hands.all(ReadingPane)}) < len(Language):
        return False
    differing = entry(stage, Leaf.DIFFERENCES).accessibleName()
    zh = pane_of(stage, Language.ZH).toPlainText()
    if "⚠" not in differing or not _FIGURE.search(zh) or _term(stage) is None:
        return False
    click(entry(stage, Leaf.DIFFERENCES))
    has_place = any(row.quotes for row in stage.hands.the(DifferencesPage).rows)
    _back_to_text(stage)
    return has_place


def pane_of(stage: Stage, language: Language) -> ReadingPane:
    """The pane in sight that holds this language."""
    panes = [each for each in stage.hands.all(ReadingPane) if each.language is language]
    if not panes:
        raise Stuck(f"the {language} text", "it is not in sight")
    return panes[0]


def entry(stage: Stage, leaf: Leaf) -> QAbstractButton:
    """The outline's first entry that leads to this leaf."""
    return stage.hands.the(Outline).entries(leaf)[0]


def _show_modes(stage: Stage) -> None:
    hands = stage.hands
    bar = hands.the(Toolbar)
    hands.press("Stacked", within=bar)
    stage.picture("reading-stacked")
    hands.press("Free", within=bar)
    scroll = pane_of(stage, Language.EN).verticalScrollBar()
    stage.picture("reading-free", before=lambda: scroll.setValue(scroll.maximum() // 3))
    hands.press("Aligned", within=bar)
    stage.picture("reading-paper")
    for word in ("Show or hide the outline", "Show or hide the score panel"):
        hands.press(word, within=bar)
    stage.picture("reading-folded")
    for word in ("Show or hide the outline", "Show or hide the score panel"):
        hands.press(word, within=bar)
    stage.settle()


def _show_explanations(stage: Stage) -> None:
    """Rest the pointer on a figure, and on a term of the programme."""
    zh = pane_of(stage, Language.ZH)
    figure = _FIGURE.search(zh.toPlainText())
    if figure is not None:
        stage.picture("reading-figure", before=partial(_rest_on, stage, zh, figure.start() + 1))
    term = _term(stage)
    if term is not None:
        stage.picture("reading-term", before=partial(_rest_on, stage, *term))


def _term(stage: Stage) -> tuple[ReadingPane, int] | None:
    """Where a term of the programme stands in the English text, or in the Chinese one."""
    panes = pane_of(stage, Language.EN), pane_of(stage, Language.ZH)
    for pane in panes:
        text = pane.toPlainText()
        for term in bundled_terms():
            at = text.find(term.en if pane is panes[0] else term.zh)
            if at >= 0:
                return pane, at + 1
    return None


def _rest_on(stage: Stage, pane: ReadingPane, at: int) -> None:
    """Bring a character into sight, and let the pointer rest on it until it is explained."""
    _put_caret(pane, at)
    scroll = pane.verticalScrollBar()
    scroll.setValue(scroll.value() + pane.cursorRect().top() - pane.viewport().height() // 3)
    point = pane.cursorRect().center() + QPoint(2, 0)
    view = pane.viewport()
    QTest.mouseMove(view, point)
    asked = QHelpEvent(QEvent.Type.ToolTip, point, view.mapToGlobal(point))

    def is_explained() -> bool:
        if tip_shown() is None:
            QApplication.sendEvent(view, asked)
        return tip_shown() is not None

    stage.hands.until(is_explained, "an explanation")


def _put_caret(pane: ReadingPane, at: int, count: int = 0) -> None:
    """To a character, `count` of them selected."""
    pane.setFocus(Qt.FocusReason.MouseFocusReason)
    cursor = pane.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + count, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    pane.ensureCursorVisible()


def _show_marks(stage: Stage) -> None:
    """Two highlights by keys, a note on one, the menu of selected words, and the list."""
    hands = stage.hands
    zh, en = pane_of(stage, Language.ZH), pane_of(stage, Language.EN)
    for pane, number in ((zh, 0), (en, 1)):
        _put_caret(pane, *_sentence(pane, number))
        QTest.keyClick(pane, Qt.Key.Key_H)
        stage.settle()
    _put_caret(en, *_sentence(en, 0))
    QTest.keyClick(en, Qt.Key.Key_N)
    note = hands.the(NoteBar)
    type_into(hands.the(QPlainTextEdit, within=note), "Ask who pays once the grant has ended.")
    hands.await_words("Saved ")
    stage.picture("reading-note")
    QTest.keyClick(hands.the(QPlainTextEdit, within=note), Qt.Key.Key_Escape)
    _put_caret(en, *_sentence(en, 2))
    stage.picture_opened("reading-menu", partial(_ask_menu, en))
    en.moveCursor(QTextCursor.MoveOperation.Start)
    click(entry(stage, Leaf.MARKS))
    stage.picture("reading-notes")
    _back_to_text(stage)


def _sentence(pane: ReadingPane, number: int) -> tuple[int, int]:
    """Place and length of the first sentence of a paragraph, counted from 0."""
    begins = [
        (found.start(), len(_END.split(found[0], maxsplit=1)[0]))
        for found in _PARAGRAPH.finditer(pane.toPlainText())
    ]
    return [(start, length) for start, length in begins if length >= _SHORTEST][number]


def _ask_menu(pane: ReadingPane) -> None:
    point = pane.cursorRect().center()
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, pane.viewport().mapToGlobal(point)
    )
    QApplication.sendEvent(pane.viewport(), asked)


def _show_differences(stage: Stage) -> None:
    hands = stage.hands
    click(entry(stage, Leaf.DIFFERENCES))
    page = hands.the(DifferencesPage)
    stage.picture("differences")
    stage.picture_opened("differences-evidence", lambda: click(_row_with_a_place(page).use))
    click(_row_with_a_place(page).show_place)
    stage.picture("reading-difference")
    _back_to_text(stage)


def _row_with_a_place(page: DifferencesPage) -> DifferenceRow:
    """The first difference between two sentences; each look draws the rows anew."""
    return next(row for row in page.rows if row.quotes)


def _dispute_facts(stage: Stage) -> None:
    """Say of the facts that one is so and another is not."""
    hands = stage.hands
    click(entry(stage, Leaf.FACTS))
    judging = hands.the(FactsPage).judging
    first, second, *_ = judging.rows.values()
    _choose_verdict(first, 0)
    _choose_verdict(second, 1)
    type_into(second.comment, "The memorandum names five countries, not six.")
    stage.settle()
    page = hands.the(FactsPage)
    stage.picture("facts-disputed", before=lambda: scroll_down(page))
    _back_to_text(stage)


def _choose_verdict(row: FactRow, place: int) -> None:
    verdicts = [each for each in row.verdict.findChildren(QAbstractButton) if each.isVisible()]
    click(verdicts[place])


def _show_dialogs(stage: Stage) -> None:
    hands = stage.hands
    bar = hands.the(Toolbar)
    head = hands.the(Head)
    stage.picture_opened("reading-letters", partial(click, head.letters))
    paper = hands.button("Print or save this case", within=bar)
    stage.picture_opened("print", partial(click, paper), _agree)


def _agree(dialog: QWidget) -> None:
    if isinstance(dialog, PrintDialog):
        click(dialog.aware)


def ask_about_the_case(stage: Stage, text: str) -> None:
    """Ask the secretariat about the case that is open."""
    hands = stage.hands
    button = hands.button("Ask the secretariat about this case", within=hands.the(Toolbar))
    hands.in_modal(partial(click, button), partial(_ask, stage, text))
    stage.settle()


def _ask(stage: Stage, text: str, dialog: QWidget) -> None:
    hands = Hands(dialog)
    type_into(hands.the(QPlainTextEdit), text)
    stage.picture("ask", dialog)
    hands.press("Sign and send")


def _back_to_text(stage: Stage) -> None:
    click(entry(stage, Leaf.TEXT))
    stage.settle()

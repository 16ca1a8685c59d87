"""Reading and scoring in the window: both languages, one alone, a file, evidence, every widget."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from random import Random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from review_protocol.documents.score import CriterionCode
from review_protocol.documents.text import Language
from reviewer_app.demo.comments import Comments
from reviewer_app.demo.hands import click, type_into, words_in
from reviewer_app.demo.show_files import show_files
from reviewer_app.demo.stage import HOLD_STILL, Stage
from reviewer_app.services.rows import CaseRow
from reviewer_app.ui.desk.view import DeskView
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.reading.attachments.pages import Pages
from reviewer_app.ui.reading.criterion_card import CriterionCard
from reviewer_app.ui.reading.last_questions import LastQuestions
from reviewer_app.ui.reading.outline import Outline
from reviewer_app.ui.reading.pane import ReadingPane
from reviewer_app.ui.reading.panel_foot import PanelFoot
from reviewer_app.ui.reading.state import Leaf
from reviewer_app.ui.reading.toolbar import Toolbar
from reviewer_app.ui.reading.view import ReadingView
from reviewer_app.ui.signing.view import SigningView

_KEYS = {
    "conceptual_fit": Qt.Key.Key_1,
    "international_cooperativeness": Qt.Key.Key_2,
    "benefits": Qt.Key.Key_3,
}


class Reader:
    """Reads and scores the cases of the batch, with a seeded opinion on each."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._hands = stage.hands
        self._comments = Comments.bundled()

    def rows(self) -> tuple[CaseRow, ...]:
        """The list as the desk shows it."""
        table = self._hands.the(Table, within=self._hands.the(DeskView))
        return tuple(row for row in table.rows if isinstance(row, CaseRow))

    def open(self, number: str) -> None:
        """Open a case from the list with Enter."""
        self.to_desk()
        table = self._hands.the(Table, within=self._hands.the(DeskView))
        place = [row.number for row in self.rows()].index(number)
        table.selectRow(place)
        QTest.keyClick(table, Qt.Key.Key_Return)
        self.await_case(number)

    def to_desk(self) -> None:
        """Back to the list."""
        if not self._hands.all(DeskView):
            self._stage.go("Desk")
        if not self._hands.all(DeskView):
            self._hands.press("Back to the desk")
        self._hands.the(DeskView)
        self._stage.settle()

    def await_case(self, number: str) -> None:
        """Wait until this case's text stands in the window."""
        self._hands.the(ReadingView)
        self._hands.until(
            lambda: self._hands.sees(f"{number} · ") and bool(self._hands.all(ReadingPane)),
            f"the text of {number}",
        )
        self._stage.settle()

    def look_around(self) -> None:
        """Both languages side by side, one alone, swapped, the facts, the list of keys."""
        stage, hands = self._stage, self._hands
        stage.pictures("reading")
        bar = hands.the(Toolbar)
        hands.press("One language", within=bar)
        stage.picture("reading-one-language")
        hands.press("Swap sides", within=bar)
        stage.picture("reading-other-language")
        hands.press("Swap sides", within=bar)
        hands.press("Aligned", within=bar)
        click(self._entries(Leaf.FACTS)[0])
        stage.settle()
        stage.picture("facts")
        keys = hands.button("All keys", within=bar)
        stage.picture_opened("keys", lambda: click(keys))
        self._entries(Leaf.TEXT)[0].click()
        stage.settle()

    def files(self) -> int:
        """How many attachments the outline offers."""
        return len(self._entries(Leaf.FILE))

    def open_file(self) -> None:
        """Open the first attachment and wait for its first page."""
        click(self._entries(Leaf.FILE)[0])
        pages = self._hands.the(Pages)
        self._hands.until(lambda: pages.drawings.bytes > 0, "the first page")
        self._stage.picture("attachment")
        if self._stage.story.for_the_album:
            show_files(self._stage)
        click(self._entries(Leaf.TEXT)[0])
        self._stage.settle()

    def find(self) -> None:
        """Look for a word that the case uses often."""
        texts = [pane.toPlainText() for pane in self._hands.all(ReadingPane)]
        said = re.findall("[A-Za-z]{7,}", " ".join(texts))
        words = Counter(said).most_common(1)[0][0] if said else "2025"
        self._hands.press("Find in both languages", within=self._hands.the(Toolbar))
        focus = self._hands.window.focusWidget()
        type_into(focus, words)
        QTest.keyClick(focus, Qt.Key.Key_Return)
        self._stage.settle()  # a case is made ready for its first search
        self._stage.picture("find")
        QTest.keyClick(focus, Qt.Key.Key_Escape)  # empties the field
        QTest.keyClick(focus, Qt.Key.Key_Escape)  # closes it
        self._hands.the(Outline)
        self._hands.look_on(HOLD_STILL)  # the texts get their width back

    def attach(self, code: CriterionCode, language: Language, line: int) -> bool:
        """Select a line of the text with mouse and keyboard, and press the criterion's key."""
        panes = [each for each in self._hands.all(ReadingPane) if each.language is language]
        if not panes:
            return False
        pane = panes[0]
        pane.setFocus(Qt.FocusReason.MouseFocusReason)
        where = QPoint(40, min(line, pane.viewport().height() - 20))
        QTest.mouseClick(
            pane.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where
        )
        QTest.keyClick(pane, Qt.Key.Key_Home)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_End):
            QTest.keyClick(pane, key, Qt.KeyboardModifier.ShiftModifier)
        selected = bool(pane.textCursor().selectedText().strip())
        QTest.keyClick(pane, _KEYS[code])
        self._stage.settle()
        return selected

    def score(self, number: str, *, slowly: bool) -> tuple[int, ...]:
        """Fill in the whole sheet by its widgets; answers the marks."""
        random = Random(f"reviewer {number}")
        marks = []
        base = random.gauss(6.6, 1.4)
        for card in self._hands.all(CriterionCard):
            mark = min(10, max(1, round(base + random.gauss(0, 0.9))))
            self._mark(card, mark, slowly=slowly)
            comment = self._comments.on_mark(card.code, mark, Language.EN, random)
            type_into(card.comment, comment)
            marks.append(mark)
        mean = sum(marks) / len(marks)
        last = self._hands.the(LastQuestions)
        click(last.levels[random.randrange(len(last.levels))])
        click(last.options[_recommendation(mean)])
        if slowly:
            type_into(last.comment, "Read twice.")
        self.await_saved()
        return tuple(marks)

    def await_saved(self) -> None:
        """Wait until the foot of the sheet says that everything is on the disk."""
        foot = self._hands.the(PanelFoot)
        self._hands.until(
            lambda: any(words.startswith("Saved ") for words in words_in(foot)), "a saved sheet"
        )
        self._stage.settle()

    def sign(self, *, reason: str = "", language: str = "Both", pictures: bool = False) -> None:
        """Read back, say which language was read, and sign."""
        hands = self._hands
        hands.press("Read back and sign", within=hands.the(ReadingView))
        view = hands.the(SigningView)
        hands.press(language, within=view)
        if reason:
            hands.write("Why do you change it?", reason, within=view)
        if pictures:
            self._stage.pictures("read-back")
        hands.press("Sign the amendment" if reason else "Sign", within=view)
        hands.await_words("Signed and safe on this computer")
        if pictures:
            self._stage.picture("signed")

    def _mark(self, card: CriterionCard, mark: int, *, slowly: bool) -> None:
        digits = {each.text(): each for each in card.score.findChildren(QAbstractButton)}
        if slowly:
            digits["1"].setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClicks(digits["1"], str(mark % 10))
        else:
            click(digits[str(mark)])

    def _entries(self, leaf: Leaf) -> Sequence[QAbstractButton]:
        """The outline's entries that lead to this leaf."""
        return self._hands.the(Outline).entries(leaf)


def _recommendation(mean: float) -> int:
    """The place of the option that goes with the marks: outstanding, Casebook, not."""
    return 0 if mean >= 8 else 1 if mean >= 5.5 else 2

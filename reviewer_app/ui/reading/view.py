"""The reading screen: outline, texts, sheet; it draws states and reports gestures."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from review_protocol.documents.case_files import files_of
from review_protocol.documents.file_quotes import AnyQuote, FileQuote
from reviewer_app.errors import Failure
from reviewer_app.ui import terms
from reviewer_app.ui.entries import Aside
from reviewer_app.ui.kit.banner import Banner, Message
from reviewer_app.ui.kit.dialogs import Question, TextPrompt
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Ground
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.reading import told
from reviewer_app.ui.reading.attachments.view import FileView
from reviewer_app.ui.reading.find_bar import FindBar
from reviewer_app.ui.reading.find_leading import FindLeading
from reviewer_app.ui.reading.keys import Gesture, gesture_of, is_typing
from reviewer_app.ui.reading.marking.note_bar import NoteBar
from reviewer_app.ui.reading.middle import Middle
from reviewer_app.ui.reading.outline import Destination, Outline
from reviewer_app.ui.reading.pane import ReadingPane
from reviewer_app.ui.reading.pilot import Pilot
from reviewer_app.ui.reading.recuse_dialog import Recusal, RecuseDialog
from reviewer_app.ui.reading.score_panel import KEYS, ScorePanel
from reviewer_app.ui.reading.scoring_state import ScoringState
from reviewer_app.ui.reading.scoring_view_model import ScoringViewModel
from reviewer_app.ui.reading.sides import Sides
from reviewer_app.ui.reading.state import Leaf, ReadingState
from reviewer_app.ui.reading.texts_first import TextsFirst
from reviewer_app.ui.reading.toolbar import Toolbar
from reviewer_app.ui.reading.view_model import ReadingViewModel
from reviewer_app.ui.single_keys import SingleKey

EDGE_PX = 12
SMALLEST_PX = 880
RECUSAL, WITHDRAWAL = "recusal", "withdrawal"
NARROW_PX = 1120
"""Below this width the outline is a strip of its own accord."""


class ReadingView(Retranslating, Ground):
    """Everything of the screen in one row; wishes that lead elsewhere are events."""

    back: Event[None] = Event()
    sign_asked = Event(str)
    withdrawal = Event(str)
    recusal = Event(Recusal)

    def __init__(
        self,
        reading: ReadingViewModel,
        scoring: ScoringViewModel,
        file: FileView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("window", parent)
        self._reading = reading
        self._scoring = scoring
        self.toolbar = Toolbar()
        self.banner = Banner()
        self.outline = Outline()
        self.find_bar = FindBar()
        self.left = QStackedWidget()
        self.middle = Middle(file)
        self.note = NoteBar()
        self.panel = ScorePanel()
        self._aside: Aside | None = None
        self._told: tuple[Failure | None, Failure | None] = None, None
        self._first = TextsFirst(self.toolbar, self.middle, (self.left, self.note, self.panel))
        self._row = QHBoxLayout()
        self._sides = Sides(self.left, self.outline, self.panel, self._row)
        self.pilot = Pilot(reading, scoring, self.middle, self.panel)
        FindLeading(reading, self.middle.texts.pair)
        self._lay_out()
        reading.changed.connect(self._draw)
        scoring.changed.connect(self._draw_sheet)
        self._draw(reading.state)
        self._draw_sheet(scoring.state)
        self.built()

    def show_failure(self, failure: Failure) -> None:
        """Say what went wrong with a signed act."""
        self.banner.say(partial(told.failed, failure))

    def show_saved(self, target: Path) -> None:
        """Say where a copy of a file is now."""
        self.banner.say(partial(told.copy_saved, target))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys reach this only where nobody is typing."""
        gesture = gesture_of(event, self._reading.keys, typing=is_typing(self))
        state = self._reading.state
        there = state.opened is not None and not state.opening
        if gesture is None or not there or not self.pilot.perform(gesture):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window folds the outline to a strip, a wide one brings it back."""
        super().resizeEvent(event)
        narrow = event.size().width() < scaled(NARROW_PX)
        if narrow != self._reading.state.folds.narrow:
            self._reading.fold(narrow=narrow)
        elif self._reading.state.find.open:
            self._sides.share(self.width() - 2 * EDGE_PX, self._reading.state)

    def menu(self, at: QPoint) -> None:
        """What can be done with the selected text."""
        pane = self.sender()
        menu = QMenu(self)
        copy = menu.addAction(self.tr("Copy"))
        menu.addSeparator()
        attach = {
            menu.addAction(
                self.tr("Attach to {criterion}").format(criterion=terms.criterion(code))
                + f"\t{self._reading.keys.shown(key)}"
            ): code
            for code, key in KEYS.items()
        }
        menu.addSeparator()
        own = {
            menu.addAction(f"{words}\t{self._reading.keys.shown(key)}"): Gesture(key)
            for key, words in (
                (SingleKey.HIGHLIGHT, self.tr("Highlight")),
                (SingleKey.NOTE, self.tr("Note for yourself")),
            )
        }
        quotable = self.pilot.attaching.is_quotable()
        for action in own:
            in_text = quotable and self._reading.state.leaf is Leaf.TEXT
            action.setEnabled(in_text and self.pilot.marker is not None)
        copy.setEnabled(quotable)
        for action in attach:
            action.setEnabled(quotable and self._scoring.state.editable)
        chosen = menu.exec(at)
        if chosen is copy and isinstance(pane, ReadingPane):
            pane.copy()
        elif chosen is copy:
            self.middle.file.stage.copy()
        elif chosen in attach:
            self.pilot.attach(attach[chosen])
        elif chosen in own:
            self.pilot.perform(own[chosen])
        menu.deleteLater()

    def go(self, destination: Destination) -> None:
        """Where the outline leads."""
        self._reading.show_leaf(destination.leaf, destination.file)
        if destination.element is not None:
            self.middle.texts.show_element(destination.element)
        if destination.leaf in (Leaf.TEXT, Leaf.FILE):
            self.pilot.to_text()

    def show_quote(self, quote: AnyQuote) -> None:
        """Show a quote where it stands; in a file that the case has no longer, say that."""
        if isinstance(quote, FileQuote):
            opened = self._reading.state.opened
            if opened and quote.sha256 in {file.sha256 for file in files_of(opened.view.case)}:
                self._reading.show_leaf(Leaf.FILE, quote.sha256)
                self.middle.file.show_quote(quote)
            else:
                self.banner.say(partial(told.file_gone, quote))
            return
        self._reading.show_leaf(Leaf.TEXT)
        self.middle.texts.show_quote(quote)

    def ask_again(self, aside: Aside) -> None:
        """Ask what was being asked when the desk was locked; what stood there stands there."""
        ask = {RECUSAL: self.ask_recusal, WITHDRAWAL: self.ask_withdrawal}.get(aside.name)
        if ask is not None:
            self._aside = aside
            ask(None)

    def ask_recusal(self, _none: None) -> None:
        """Ask why, and report it."""
        dialog = RecuseDialog(self)
        self._begin(dialog, RECUSAL)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.recusal is not None:
            self.recusal.emit(dialog.recusal)
        dialog.deleteLater()

    def ask_withdrawal(self, _none: None) -> None:
        """Ask for a reason, and report it."""
        question = Question(
            self.tr("Withdraw your score"),
            self.tr(
                "The signed score stays in the log and is no longer counted. "
                "You can sign a new one later. Why do you withdraw it?"
            ),
            self.tr("Sign the withdrawal"),
            danger=True,
        )
        dialog = TextPrompt(question, parent=self)
        self._begin(dialog, WITHDRAWAL)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.withdrawal.emit(dialog.text)
        dialog.deleteLater()

    def _begin(self, dialog: QDialog, name: str) -> None:
        """What the lock put aside comes back once."""
        dialog.setObjectName(name)
        aside, self._aside = self._aside, None
        if aside is not None:
            aside.entries.into(dialog)

    def _draw(self, state: ReadingState) -> None:
        if state.opening:
            self._first.show_state(state)
            return
        self.toolbar.show_state(state)
        self.outline.show_state(state)
        opened = state.opened
        self.find_bar.show_find(state.find, opened.prepared if opened else None)
        finding = state.find.open
        begun = finding and self.left.currentWidget() is not self.find_bar
        self.left.setCurrentWidget(self.find_bar if finding else self.outline)
        self.outline.set_folded(folded=not state.folds.outline)
        self._sides.share(self.width() - 2 * EDGE_PX, state)
        self.middle.show_state(state)
        for part in (self.left, self.middle, self.note, self.panel):
            part.setEnabled(opened is not None)
        self._first.end()
        if begun:
            self.find_bar.begin()
        if state.failure is not None and state.failure is not self._told[0]:
            self.show_failure(state.failure)
        self._told = state.failure, self._told[1]

    def _draw_sheet(self, state: ScoringState) -> None:
        self.panel.show_state(state)
        self.middle.texts.show_marks(answers=state.answers)
        self.middle.file.stage.show_answers(state.answers)
        if state.failure is not None and state.failure is not self._told[1]:
            self.show_failure(state.failure)
        self._told = self._told[0], state.failure

    def _lay_out(self) -> None:
        self.banner.show_message(Message(""))
        self.setMinimumWidth(SMALLEST_PX)
        for page in (self.outline, self.find_bar):
            self.left.addWidget(page)
        row = self._row
        row.addWidget(self.left)
        between = QVBoxLayout()
        between.setSpacing(8)
        between.addWidget(self.middle, 1)
        row.addLayout(between, 1)
        row.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE_PX, 8, EDGE_PX, 8)
        column.setSpacing(8)
        column.addWidget(self.toolbar)
        column.addWidget(self.banner)
        column.addLayout(row, 1)
        between.addWidget(self.note)

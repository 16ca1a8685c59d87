"""Above the texts: which case, how it is shown, and what can be done; nothing in menus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from review_protocol.documents.text import Language
from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.hearing import Heard, hear_as
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import ElidedLabel, Kind
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.wrapping import TwoLines
from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.state import ReadingState
from reviewer_app.ui.single_keys import KeyChoice, SingleKey

TITLE_PX = 200
"""What the title keeps beside the modes, for the usual text."""


class Toolbar(Retranslating, QWidget):
    """Draws title and modes; each button is a wish."""

    back: Event[None] = Event()
    mode_chosen = Event(Mode)
    swap: Event[None] = Event()
    lock: Event[None] = Event()
    printing: Event[None] = Event()
    finding: Event[None] = Event()
    keys: Event[None] = Event()
    ask: Event[None] = Event()
    outline: Event[None] = Event()
    panel: Event[None] = Event()
    differences: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._choice, self._folded = ReadingState(), KeyChoice(), False
        self._back = IconButton("back")
        self._title = TwoLines(Kind.HEADING)
        hear_as(self._title, Heard.TITLE)
        self._below = ElidedLabel("", Kind.SMALL)
        self.modes = ChoiceRow[Mode](
            [
                Option(Mode.ALIGNED, lambda: self.tr("Aligned")),
                Option(Mode.STACKED, lambda: self.tr("Stacked")),
                Option(Mode.FOCUS, lambda: self.tr("One language")),
                Option(Mode.FREE, lambda: self.tr("Free")),
            ]
        )
        self._swap, self._lock = IconButton("swap"), IconButton("lock")
        self._find = IconButton("search")
        self._print = IconButton("print")
        self._keys = IconButton("info")
        self._ask = IconButton("note")
        self._outline = IconButton("cases")
        self._panel = IconButton("columns")
        self._differences = IconButton("differ")
        self._lay_out()
        self._wishes = {
            self._back: self.back,
            self._swap: self.swap,
            self._lock: self.lock,
            self._find: self.finding,
            self._print: self.printing,
            self._keys: self.keys,
            self._ask: self.ask,
            self._outline: self.outline,
            self._panel: self.panel,
            self._differences: self.differences,
        }
        for button in self._wishes:
            button.clicked.connect(self._wish)
        self.modes.chosen.connect(self.mode_chosen.emit)
        self.built()

    def leave_out_printing(self) -> None:
        """For a case that is nobody's to print or to ask about."""
        self._print.hide()
        self._ask.hide()

    def show_state(self, state: ReadingState) -> None:
        """Draw title and mode."""
        self._state = state
        if not state.opening:  # until the next case is there the row stays as it is
            two = state.opened is not None and len(state.opened.prepared.languages) == 2
            for each in (self.modes, self._swap, self._differences, self._lock):
                each.setVisible(two)
        self._lock.setEnabled(state.how.mode in (Mode.ALIGNED, Mode.FREE))
        self._lock.set_icon("unlock" if state.how.mode is Mode.FREE else "lock")
        self.modes.set_value(state.how.mode)
        self._say()

    def name_keys(self, choice: KeyChoice) -> None:
        """Tell of the keys as the person chose them."""
        if choice != self._choice:
            self._choice = choice
            self.retranslate()

    def retranslate(self) -> None:
        """Words of the buttons."""
        self._back.set_word(self.tr("Back to the desk"), "Alt+Left")
        self.modes.setAccessibleName(self.tr("How the two languages stand"))
        self._swap.set_word(self.tr("Swap sides"), self._choice.named(SingleKey.SWAP))
        self._find.set_word(self.tr("Find in both languages"), "Ctrl+F")
        self._print.set_word(self.tr("Print or save this case"), "Ctrl+P")
        self._keys.set_word(self.tr("All keys"), self._choice.named(SingleKey.KEYS))
        differing = self.tr("Differences between the languages")
        self._differences.set_word(differing, self._choice.named(SingleKey.DIFFERENCES))
        self._ask.set_word(self.tr("Ask the secretariat about this case"))
        self._outline.set_word(self.tr("Show or hide the outline"), "Ctrl+Shift+O")
        self._panel.set_word(self.tr("Show or hide the score panel"), "Ctrl+Shift+P")
        self._say()

    def _lay_out(self) -> None:
        self._back.setShortcut("Alt+Left")
        self._outline.setShortcut("Ctrl+Shift+O")
        self._panel.setShortcut("Ctrl+Shift+P")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._below)
        self._row = row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._back)
        row.addWidget(self._outline)
        row.addSpacing(4)
        row.addLayout(words, 1)
        row.addSpacing(8)
        for widget in (
            self.modes,
            self._swap,
            self._lock,
            self._differences,
            self._find,
            self._print,
            self._ask,
            self._keys,
            self._panel,
        ):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._below_row = QHBoxLayout()
        self._below_row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addLayout(self._below_row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the title has no room, the modes have a line of their own."""
        super().resizeEvent(event)
        self._fold(event.size().width())

    def _fold(self, width: int) -> None:
        buttons = (len(self._wishes) + 1) * (self._back.sizeHint().width() + 4)
        folded = width < buttons + self.modes.sizeHint().width() + scaled(TITLE_PX)
        if folded == self._folded:
            return
        self._folded = folded
        middle = Qt.AlignmentFlag.AlignVCenter
        if folded:
            self._row.removeWidget(self.modes)
            self._below_row.insertWidget(0, self.modes, 0, middle)
        else:
            self._below_row.removeWidget(self.modes)
            self._row.insertWidget(self._row.indexOf(self._swap), self.modes, 0, middle)

    def _say(self) -> None:
        free = self._state.how.mode is Mode.FREE
        words = self.tr("Lock the two sides") if free else self.tr("Free the two sides")
        self._lock.set_word(words, self._choice.named(SingleKey.LOCK))
        opened = self._state.opened
        if opened is None:
            self._title.set_text(self._state.number)
            self._below.set_text(self.tr("Opening…") if self._state.opening else "")
            return
        row = opened.view.row
        self._title.set_text(terms.own(row.name))
        parts = [row.number, *self._only(opened.prepared.languages), terms.area(row.area)]
        parts.append(self.tr("Countries (regions): {count}").format(count=row.countries))
        parts.append(self.tr("Joint application") if row.joint else self.tr("Single application"))
        if row.illustrative:
            parts.append(self.tr("Illustrative"))
        self._below.set_text(" · ".join(parts))

    def _only(self, languages: Sequence[Language]) -> tuple[str, ...]:
        """That a case is in one language: nothing is missing from the screen then."""
        match list(languages):
            case [Language.ZH]:
                return (self.tr("Chinese only"),)
            case [Language.EN]:
                return (self.tr("English only"),)
        return ()

    def _wish(self) -> None:
        for button, wish in self._wishes.items():
            if button is self.sender():
                wish.emit(None)

"""The row of ten: a mark from 1 to 10, or "cannot judge"; the wheel changes nothing."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import FlowLayout
from reviewer_app.ui.kit.hearing import Heard, hear_as, one_of
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.key_positions import latin_key
from reviewer_app.ui.kit.stylesheet import scaled

LOWEST, HIGHEST = 1, 10
BUTTON_PX = 32
_GAP_PX = 4
_AROUND_PX = 12
"""What a figure keeps of its button's width, left and right together."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark given: 1–10, or None for "cannot judge"."""

    value: int | None


class ScoreRow(Retranslating, QWidget):
    """Ten buttons and one apart; ``marked`` carries the mark, only when the person gives it. Where
    large figures have no room side by side, there are two lines of five.

    One stop of the Tab key. Digits give marks (0 is 10), arrows move the mark by one.
    """

    marked = Event(Mark)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hear_as(self, Heard.GROUP)
        self._mark: Mark | None = None
        self._subject = ""
        self._digits = QWidget(self)
        self._buttons = [
            Toggle("score", least=BUTTON_PX, parent=self._digits)
            for _ in range(LOWEST, HIGHEST + 1)
        ]
        self._a_line = 0
        self._cannot = Toggle("chip", parent=self)
        self._ten = QGridLayout(self._digits)
        self._ten.setContentsMargins(0, 0, 0, 0)
        self._ten.setSpacing(_GAP_PX)
        for value, button in enumerate(self._buttons, LOWEST):
            button.setText(str(value))
            button.clicked.connect(self._press)
        self._break(len(self._buttons))
        self._cannot.clicked.connect(self._press)
        one_of(self._buttons, self)
        one_of([self._cannot], self)  # a stop of its own
        row = FlowLayout(self, gap=8)
        row.addWidget(self._digits)
        row.addWidget(self._cannot)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self._buttons[0])
        self.set_mark(None)
        self.built()

    @property
    def mark(self) -> Mark | None:
        """The mark shown, None where none was given."""
        return self._mark

    def set_mark(self, mark: Mark | None) -> None:
        """Show a mark; tells nobody. Raises ValueError outside 1–10."""
        given = mark.value if mark is not None else None
        if given is not None and not LOWEST <= given <= HIGHEST:
            raise ValueError(f"a mark is {LOWEST} to {HIGHEST}, not {given}")
        self._mark = mark
        for value, button in enumerate(self._buttons, LOWEST):
            button.setChecked(mark is not None and mark.value == value)
        self._cannot.setChecked(mark is not None and mark.value is None)
        self._move_tab_stop()

    def set_subject(self, subject: str) -> None:
        """What is judged, for screen readers ("Conceptual fit")."""
        self._subject = subject
        self.retranslate()

    def retranslate(self) -> None:
        """Words of the row."""
        self._cannot.setText(self.tr("Cannot judge"))
        named = [self.tr("{mark} of 10").format(mark=b.text()) for b in self._buttons]
        for button, name in zip(
            [*self._buttons, self._cannot], [*named, self._cannot.text()], strict=True
        ):
            button.setAccessibleName(f"{self._subject}, {name}" if self._subject else name)
        self.setAccessibleName(self._subject)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines where ten buttons in one would be narrower than their figures need."""
        super().resizeEvent(event)
        bold = QFont(self._buttons[0].font())
        bold.setWeight(QFont.Weight.DemiBold)
        figure = QFontMetrics(bold).horizontalAdvance(str(HIGHEST))
        wanted = 10 * (figure + _AROUND_PX) + 9 * _GAP_PX
        self._break(10 if event.size().width() >= wanted else 5)

    def _break(self, a_line: int) -> None:
        least = 0 if a_line == 10 else 5 * scaled(BUTTON_PX) + 4 * _GAP_PX
        self._digits.setMinimumWidth(least)
        if a_line != self._a_line:
            self._a_line = a_line
            for at, button in enumerate(self._buttons):
                self._ten.addWidget(button, at // a_line, at % a_line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and arrows; everything else goes on to the screen."""
        key, digit = event.key(), _digit(event)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        with_shift = digit is not None and Qt.Key.Key_0 <= key <= Qt.Key.Key_9
        plain = held == Qt.KeyboardModifier.NoModifier or (
            held == Qt.KeyboardModifier.ShiftModifier and with_shift
        )
        if not plain:
            super().keyPressEvent(event)
        elif digit is not None:
            self._give(Mark(digit or HIGHEST))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(-1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page below, never the mark."""
        event.ignore()

    def _press(self) -> None:
        pressed = self.sender()
        if pressed is self._cannot:
            self._give(Mark(None))
            return
        for value, button in enumerate(self._buttons, LOWEST):
            if button is pressed:
                self._give(Mark(value))

    def _step(self, step: int) -> None:
        if self._mark is None or self._mark.value is None:
            here = [b.hasFocus() for b in self._buttons]
            place = here.index(True) + step if any(here) else 0
            self._buttons[min(max(place, 0), 9)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._give(Mark(min(max(self._mark.value + step, LOWEST), HIGHEST)))

    def _give(self, mark: Mark) -> None:
        changed = mark != self._mark
        self.set_mark(mark)
        target = self._cannot if mark.value is None else self._buttons[mark.value - LOWEST]
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            self.marked.emit(mark)

    def _move_tab_stop(self) -> None:
        value = self._mark.value if self._mark is not None else None
        stop = self._buttons[(value or LOWEST) - LOWEST]
        for button in self._buttons:
            tab, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab if button is stop else click)
        self.setFocusProxy(stop)


def _digit(event: QKeyEvent) -> int | None:
    """The figure of a key, in whichever script its layout writes figures, or in whose place it
    lies: a French keyboard types figures with Shift only."""
    text = event.text()
    if len(text) == 1 and text.isdecimal():
        return int(text)
    letter = latin_key(event)
    return int(letter) if letter.isdecimal() else None

"""Buttons that can be on or off, and say `clicked` however a person turns them.

A screen reader turns a button by its action "Toggle", for which Qt says `toggled` alone, as it does
when a view draws a state. So the two are told apart here: what neither the program nor a click has
changed, a person has changed by other means.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Button
else:
    _Button = object


class Turned(_Button):
    """Mixin before a button class; call `heed_turns()` at the end of the constructor."""

    _is_expected = False

    def heed_turns(self) -> None:
        """Begin to tell."""
        self.toggled.connect(self._tell_turn)

    def setChecked(self, checked: bool) -> None:
        """Show it on or off; tells nobody that it was clicked."""
        before, self._is_expected = self._is_expected, True
        super().setChecked(checked)
        self._is_expected = before

    def nextCheckState(self) -> None:
        """A click, or another button of the group that was clicked: Qt tells what is to be told."""
        before, self._is_expected = self._is_expected, True
        super().nextCheckState()
        self._is_expected = before

    def _tell_turn(self, checked: bool) -> None:
        if not self._is_expected and self.isCheckable():
            self.clicked.emit()


class Tick(Turned, QCheckBox):
    """A box that is ticked or not."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.heed_turns()


class Radio(Turned, QRadioButton):
    """One of several."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.heed_turns()


def give_stop(buttons: Sequence[QAbstractButton]) -> None:
    """Let Tab stop once in a row of which one is on: there, or at its first; arrows do the rest."""
    on = [button for button in buttons if button.isChecked()]
    for button in buttons:
        stops = button is (on or buttons)[0]
        tab, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(tab if stops else click)


def beside(buttons: Sequence[QAbstractButton], event: QKeyEvent) -> QAbstractButton | None:
    """The button to which an arrow key leads from the one that has the focus; None for nowhere."""
    ways = {
        Qt.Key.Key_Left: -1,
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_Right: 1,
        Qt.Key.Key_Down: 1,
    }
    step = ways.get(Qt.Key(event.key()))
    usable = [button for button in buttons if button.isEnabled() and button.isVisible()]
    here = [place for place, button in enumerate(usable) if button.hasFocus()]
    if step is None or not here:
        return None
    return usable[min(max(here[0] + step, 0), len(usable) - 1)]

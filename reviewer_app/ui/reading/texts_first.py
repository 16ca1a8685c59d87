"""What is shown while a case opens: for a moment nothing new, then its texts, then the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.reading.middle import Middle
from reviewer_app.ui.reading.pausing import after_pause
from reviewer_app.ui.reading.state import ReadingState
from reviewer_app.ui.reading.toolbar import Toolbar

LONG_MS = 150
"""What takes longer is shown as it is: the case before, of no use, and the words that say so."""


class TextsFirst(QObject):
    """All but the way back is closed at once, and looks so only where the case is long in coming:
    most come before that could be seen, and painting it would make them later."""

    def __init__(self, toolbar: Toolbar, middle: Middle, others: Sequence[QWidget]) -> None:
        super().__init__(middle)
        self._toolbar, self._middle, self._others = toolbar, middle, tuple(others)
        self._leaf: QWidget = middle.texts
        self._held = False
        self._waiting = ReadingState()
        self._long = after_pause(self, LONG_MS, self._look_closed)

    def show_state(self, state: ReadingState) -> None:
        """Draw a case that is opening: its texts as soon as they are there."""
        if state.opened is None:
            self._hold(held=True)
            self._waiting = state
            self._long.start()
            self._leaf = self._middle.currentWidget() or self._middle.texts
            for part in (self._leaf, *self._others):
                part.setEnabled(False)
            return
        self._leaf.setEnabled(True)
        self._middle.setUpdatesEnabled(True)
        self._middle.setEnabled(True)
        self._middle.show_state(state)
        self._middle.texts.pair.repaint()

    def end(self) -> None:
        """The rest is drawn."""
        self._leaf.setEnabled(True)
        self._long.stop()
        if self._held:
            self._hold(held=False)

    def _look_closed(self) -> None:
        self._toolbar.show_state(self._waiting)
        self._hold(held=False)

    def _hold(self, *, held: bool) -> None:
        self._held = held
        for part in (self._toolbar, self._middle, *self._others):
            part.setUpdatesEnabled(not held)

"""Holds the state of the reading screen, and tells every change of it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.reading.anchoring import Anchor
from reviewer_app.ui.reading.state import Hit, ReadingState
from reviewer_app.ui.reading.whereabouts import Whereabouts


class Shown(QObject):
    """What the reading view model stands on; `led` comes with a place to which a search leads, or
    from which it began."""

    changed = Event(ReadingState)
    led: Event[Hit | Anchor] = Event()
    whereabouts: Whereabouts

    def __init__(self, state: ReadingState) -> None:
        super().__init__()
        self._state = state
        self._led_to: Anchor | None = None
        """Where the reader was when a search had led him."""

    @property
    def state(self) -> ReadingState:
        return self._state

    def _show(self, state: ReadingState, to: Hit | Anchor | None = None) -> None:
        self._state = state
        self.changed.emit(state)
        if to is not None:
            self.led.emit(to)
            self._led_to = self.whereabouts.anchor

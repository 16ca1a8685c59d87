"""What every view model here is: it has a state, shows the next one, and tells when it changed."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from reviewer_app.ui.kit.event import Event

S = TypeVar("S")


class Stateful(QObject, Generic[S]):
    """Holds one frozen state; `changed` is emitted for another one, and for no equal one."""

    changed: Event[S] = Event()

    def __init__(self, state: S) -> None:
        super().__init__()
        self._state = state

    @property
    def state(self) -> S:
        """What is shown now."""
        return self._state

    def _show(self, state: S) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit(state)

    def _kept(self, _answer: object) -> None:
        """Something is on the disk, and that is all."""

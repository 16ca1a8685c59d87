"""The lock as the application takes it in."""

from __future__ import annotations

from collections.abc import Callable

from reviewer_app.errors import ExpectedFailure
from reviewer_app.opening import OpenDesk
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.locked import Locked
from reviewer_app.ui.screen import Screen
from reviewer_app.ui.unlock.view import UnlockView
from reviewer_app.ui.unlock.view_model import UnlockViewModel


class UnlockScreen(Screen):
    """`opened` carries the desk that the passphrase opened."""

    opened = Event(OpenDesk)

    def __init__(self, open_desk: Callable[[str], OpenDesk], lane: Lane) -> None:
        self.model = UnlockViewModel(open_desk, lane)
        self._lock = UnlockView(self.model)
        super().__init__(self._lock)
        self.model.opened.connect(self._tell)

    def enter(self, case: str | None) -> None:
        """Let the person type at once."""
        self._lock.focus_field()

    def recall(
        self, recall: Callable[[], bytes | None], open_desk: Callable[[bytes], OpenDesk], ask: Lane
    ) -> None:
        """Try the key that this computer's keyring remembers before anything is typed."""
        self.model.recall(recall, open_desk, ask)

    def refuse(self, failure: ExpectedFailure) -> None:
        """Say why this profile is not opened here and now."""
        self.model.refuse(failure)

    def show_locked(self, locked: Locked) -> None:
        """Say why the desk, open until now, is locked."""
        self.model.show_locked(locked)

    def _tell(self, desk: OpenDesk) -> None:
        self._lock.forget()
        self.opened.emit(desk)

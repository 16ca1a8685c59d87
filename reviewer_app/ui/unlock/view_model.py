"""Opens the desk with the passphrase, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from reviewer_app.errors import ExpectedFailure
from reviewer_app.opening import OpenDesk
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.locked import Locked
from reviewer_app.ui.stateful import Stateful
from reviewer_app.ui.unlock.state import UnlockState


class UnlockViewModel(Stateful[UnlockState]):
    """`opened` carries the desk; what the passphrase was is forgotten at once."""

    opened = Event(OpenDesk)

    def __init__(self, open_desk: Callable[[str], OpenDesk], lane: Lane) -> None:
        super().__init__(UnlockState())
        self._open_desk = open_desk
        self._lane = lane
        self._open_recalled: Callable[[bytes], OpenDesk] | None = None

    def unlock(self, passphrase: str) -> None:
        """Try this passphrase."""
        if self._state.busy or not passphrase:
            return
        self._show(replace(self._state, opening=True, failure=None))
        work = partial(self._open_desk, passphrase)
        self._lane.run(work, owner=self, done=self._done, failed=self._fail)

    def recall(
        self, recall: Callable[[], bytes | None], open_desk: Callable[[bytes], OpenDesk], ask: Lane
    ) -> None:
        """Ask the keyring on the lane `ask`; whatever goes wrong, the passphrase is asked for."""
        self._open_recalled = open_desk
        self._show(UnlockState(recalling=True))
        ask.run(recall, owner=self, done=self._take_key, failed=self._ask_passphrase)

    def refuse(self, failure: ExpectedFailure) -> None:
        """Say why this profile is not opened here and now."""
        self._show(UnlockState(failure=failure, refused=True))

    def tell(self, words: str) -> None:
        """Something was done about a desk that did not open: say how it came out."""
        self._show(replace(self._state, failure=None, told=words))

    def show_locked(self, locked: Locked) -> None:
        """The desk was open until now: say why it is locked, and what came of that."""
        self._show(replace(self._state, locked=locked))

    def _take_key(self, key: bytes | None) -> None:
        if key is None or self._open_recalled is None:
            self._show(UnlockState())
            return
        work = partial(self._open_recalled, key)
        self._lane.run(work, owner=self, done=self._done, failed=self._ask_passphrase)

    def _ask_passphrase(self, error: Exception) -> None:
        # what is wrong beyond the key is said when the passphrase has been typed
        if not isinstance(error, ExpectedFailure):
            raise error
        self._show(UnlockState())

    def _done(self, desk: OpenDesk) -> None:
        self._show(UnlockState())
        self.opened.emit(desk)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        self._show(replace(self._state, opening=False, failure=error))

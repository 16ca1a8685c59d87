"""Opening without the passphrase: off until the person proves it, and wants that."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.remembering import Remembering
from reviewer_app.services.settings import NO, REMEMBERED, YES
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.preferences.remember_state import Copy, Outcome, RememberState
from reviewer_app.ui.stateful import Stateful


class RememberModel(Stateful[RememberState]):
    """The wish is a setting, the copy is in the keyring; `lane` waits for keyrings."""

    def __init__(self, remembering: Remembering, keeps: Keeps, lane: Lane) -> None:
        super().__init__(RememberState())
        self._remembering = remembering
        self._keeps = keeps
        self._lane = lane

    def refresh(self) -> None:
        """Ask the keyring how it stands; only a wish that was kept is asked after."""
        if self._state.busy:
            return
        self._show(RememberState())
        work = partial(_look, self._remembering, wanted=self._keeps.get(REMEMBERED) == YES)
        self._lane.run(work, owner=self, done=self._show, failed=self._fail)

    def turn_on(self, passphrase: str) -> None:
        """Prove the passphrase, and let the keyring remember the key."""
        self._show(RememberState(Copy.OFF, busy=True))
        work = partial(self._remembering.remember, passphrase)
        self._lane.run(work, owner=self, done=self._remembered, failed=self._fail)

    def turn_off(self) -> None:
        """From the next start on the passphrase is asked for; the copy is erased now."""
        self._keeps.set(REMEMBERED, NO)
        self._show(RememberState(Copy.OFF, busy=True))
        self._lane.run(
            self._remembering.forget, owner=self, done=self._forgotten, failed=self._fail
        )

    def _remembered(self, kept: bool) -> None:
        self._keeps.set(REMEMBERED, YES if kept else NO)
        if kept:
            self._show(RememberState(Copy.ON, outcome=Outcome.KEPT))
        else:
            self._show(RememberState(Copy.OFF, outcome=Outcome.NOT_KEPT))

    def _forgotten(self, gone: bool) -> None:
        outcome = Outcome.GONE if gone else Outcome.PERHAPS_LEFT
        self._show(RememberState(Copy.OFF, outcome=outcome))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        copy = Copy.ABSENT if self._state.copy is Copy.LOOKING else self._state.copy
        self._show(replace(self._state, copy=copy, busy=False, failure=error))


def _look(remembering: Remembering, *, wanted: bool) -> RememberState:
    if not remembering.is_possible():
        return RememberState(Copy.ABSENT)
    if not wanted:
        return RememberState(Copy.OFF)
    outcome = None if remembering.is_remembered() else Outcome.SILENT
    return RememberState(Copy.ON, outcome=outcome)

"""A forgotten passphrase: asks for the desk's key by a file, and opens the desk with the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.recovering import Recovering, RecoveryAsked
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.stateful import Stateful


@dataclass(frozen=True, slots=True)
class RecoveryState:
    """`possible` is None until it was looked up; `asked` is the request that waits."""

    possible: bool | None = None
    asked: RecoveryAsked | None = None
    anew: bool = False
    """The person wants to choose another passphrase, and to make another request."""
    busy: bool = False
    failure: ExpectedFailure | None = None


class RecoveryModel(Stateful[RecoveryState]):
    """`opened` when the desk opens with the passphrase that was chosen for it."""

    opened: Event[None] = Event()

    def __init__(self, recovering: Recovering, lane: Lane) -> None:
        super().__init__(RecoveryState())
        self._recovering = recovering
        self._lane = lane

    def look(self) -> None:
        """See whether it is possible, and whether it was asked for."""
        self._lane.run(
            partial(_look, self._recovering), owner=self, done=self._show, failed=self._fail
        )

    def ask(self, passphrase: str, file: Path) -> None:
        """Choose the passphrase to come, and write the request."""
        self._begin(partial(self._recovering.ask, passphrase, file))

    def save_again(self, file: Path) -> None:
        """Write the request that waits once more."""
        self._begin(partial(self._recovering.save_again, file))

    def ask_anew(self) -> None:
        """Show the fields of a first request again."""
        self._show(replace(self._state, anew=True, failure=None))

    def open(self, file: Path, passphrase: str) -> None:
        """Open the desk with the answer."""
        self._show(replace(self._state, busy=True, failure=None))
        work = partial(self._recovering.open, file, passphrase)
        self._lane.run(work, owner=self, done=self._opened, failed=self._fail)

    def _begin(self, work: Callable[[], object]) -> None:
        self._show(replace(self._state, busy=True, failure=None))
        both = partial(_then_look, work, self._recovering)
        self._lane.run(both, owner=self, done=self._show, failed=self._fail)

    def _opened(self, _nothing: None) -> None:
        self._show(replace(self._state, busy=False))
        self.opened.emit(None)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        possible = bool(self._state.possible)
        self._show(replace(self._state, possible=possible, busy=False, failure=error))


def _look(recovering: Recovering) -> RecoveryState:
    return RecoveryState(recovering.is_possible(), recovering.asked())


def _then_look(work: Callable[[], object], recovering: Recovering) -> RecoveryState:
    work()
    return _look(recovering)

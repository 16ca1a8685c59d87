"""Moves the requests and decisions beside a case from state to state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from review_protocol.suspicious import legible
from reviewer_app.errors import Failure
from reviewer_app.services.panel.decisions import DecisionSaid
from reviewer_app.services.panel.expert_requests import RequestsLook
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.stateful import Stateful

MOST = 20_000
"""Characters of a reason."""


class Requests(Protocol):
    """The service `ExpertRequests`, as the screen needs it."""

    def look(self, number: str) -> RequestsLook: ...
    def keep(self, number: str, reason: str) -> None: ...
    def ask(self, number: str, reason: str) -> str: ...


class TellsDecisions(Protocol):
    """The service `Decisions`, as the screen needs it."""

    def of(self, number: str) -> tuple[DecisionSaid, ...]: ...


@dataclass(frozen=True, slots=True)
class BesideState:
    """`look` is None until it is read; `decisions` are all of the case, the newest first."""

    number: str | None = None
    look: RequestsLook | None = None
    decisions: tuple[DecisionSaid, ...] = ()
    draft: str = ""
    is_signing: bool = False
    failure: Failure | None = None

    @property
    def may_ask(self) -> bool:
        """Whether there is a reason to sign."""
        written = bool(legible(self.draft)) and len(self.draft) <= MOST
        return self.look is not None and written and not self.is_signing


@dataclass(frozen=True, slots=True)
class _Found:
    number: str
    look: RequestsLook
    decisions: tuple[DecisionSaid, ...]


class BesideModel(Stateful[BesideState]):
    """What is typed is kept at once, and stays while all is read again."""

    wrote: Event[None] = Event()

    def __init__(self, requests: Requests, decisions: TellsDecisions, database: Lane) -> None:
        super().__init__(BesideState())
        self._requests = requests
        self._decisions = decisions
        self._database = database

    def open(self, number: str | None) -> None:
        """Read what was asked and decided on a case, or with None show nothing."""
        if number != self._state.number:
            self._show(BesideState(number))
        if number is not None:
            work = partial(self._find, number)
            self._database.run(work, owner=self, done=self._read, failed=self._failed)

    def write(self, reason: str) -> None:
        """Why another expert is asked for."""
        self._show(replace(self._state, draft=reason))
        if self._state.number is not None:
            work = partial(self._requests.keep, self._state.number, reason)
            self._database.run(work, owner=self, done=self._kept, failed=self._failed)

    def ask(self) -> None:
        """Sign the request; nothing without a reason, or while one is being signed."""
        state = self._state
        if state.number is None or not state.may_ask:
            return
        self._show(replace(state, is_signing=True, failure=None))
        work = partial(self._requests.ask, state.number, state.draft)
        self._database.run(work, owner=self, done=self._asked, failed=self._failed)

    def _find(self, number: str) -> _Found:
        return _Found(number, self._requests.look(number), self._decisions.of(number))

    def _read(self, found: _Found) -> None:
        state = self._state
        if found.number != state.number:
            return
        draft = found.look.draft if state.look is None else state.draft
        self._show(
            replace(state, look=found.look, decisions=found.decisions, draft=draft, failure=None)
        )

    def _asked(self, _packet: str) -> None:
        self._show(replace(self._state, draft="", is_signing=False))
        self.wrote.emit(None)
        self.open(self._state.number)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, failure=error, is_signing=False))

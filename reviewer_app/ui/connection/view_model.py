"""Tries the way to the server a step at a time, and can stop in the middle of one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Protocol

from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.findings import Step, StepFound
from reviewer_app.sync.clock import Clock, timestamp, utc_now
from reviewer_app.ui.connection.state import ConnectionState
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.stateful import Stateful


class Tries(Protocol):
    """One diagnosis of the service."""

    def run(self, step: Step) -> StepFound: ...
    def end(self) -> None: ...


class Diagnoses(Protocol):
    """The part of the service `HandIn` that the page needs."""

    def server(self) -> str: ...
    def diagnosis(self) -> Tries: ...


class ConnectionModel(Stateful[ConnectionState]):
    """One diagnosis at a time."""

    def __init__(self, handin: Diagnoses, network: Lane, clock: Clock = utc_now) -> None:
        super().__init__(ConnectionState())
        self._handin = handin
        self._network = network
        self._clock = clock
        self._diagnosis: Tries | None = None

    def start(self, _pressed: None = None) -> None:
        """Try every step; nothing where that is being done."""
        if self._state.trying is not None:
            return
        self._show(ConnectionState(server=self._state.server, trying=Step.NAME))
        self._network.run(self._begin, owner=self, done=self._begun, failed=self._fail)

    def cancel(self, _pressed: None = None) -> None:
        """Stop in the middle of a step; what was found stays."""
        if self._state.trying is not None:
            self._show(replace(self._state, cancelled=True))
            if self._diagnosis is not None:
                self._diagnosis.end()

    def _begin(self) -> tuple[str, Tries]:
        return self._handin.server(), self._handin.diagnosis()

    def _begun(self, begun: tuple[str, Tries]) -> None:
        server, self._diagnosis = begun
        self._show(replace(self._state, server=server))
        self._go_on(Step.NAME)

    def _go_on(self, step: Step | None) -> None:
        if step is None or self._state.cancelled or self._diagnosis is None:
            self._diagnosis = None
            self._show(replace(self._state, trying=None, ended=timestamp(self._clock())))
            return
        self._show(replace(self._state, trying=step))
        work = partial(self._diagnosis.run, step)
        self._network.run(work, owner=self, done=self._found, failed=self._fail)

    def _found(self, found: StepFound) -> None:
        if not self._state.cancelled:
            self._show(replace(self._state, found=(*self._state.found, found)))
        rest = list(Step)[list(Step).index(found.step) + 1 :]
        self._go_on(rest[0] if rest else None)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        self._diagnosis = None
        self._show(replace(self._state, trying=None, failure=error))

"""Moves the messages screen from state to state: lists, marks as read, asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from reviewer_app.errors import Failure
from reviewer_app.services.asking import Asked
from reviewer_app.services.desk_rows import CaseRow
from reviewer_app.services.notices import NoticesLook
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.messages.state import MessagesState, Thread, threads_of
from reviewer_app.ui.stateful import Stateful


class ReadsNotices(Protocol):
    """The part of the service `Notices` that the screen needs."""

    def look(self) -> NoticesLook: ...
    def mark_read(self, notices: tuple[str, ...]) -> None: ...


class Asks(Protocol):
    """The part of the service `Asking` that the screen needs."""

    def ask(self, text: str, case: str | None = None) -> str: ...
    def asked(self) -> tuple[Asked, ...]: ...


class ListsCases(Protocol):
    """The part of the service `Desk` that the screen needs."""

    def cases(self) -> tuple[CaseRow, ...]: ...


@dataclass(frozen=True, slots=True)
class _Found:
    look: NoticesLook
    asked: tuple[Asked, ...]
    cases: tuple[str, ...]


class MessagesModel(Stateful[MessagesState]):
    """Reads everything again after each sync; a chosen thread is read."""

    wrote: Event[None] = Event()
    """Something was read or asked: the rail and the strip count again."""

    def __init__(
        self, notices: ReadsNotices, asking: Asks, desk: ListsCases, database: Lane
    ) -> None:
        super().__init__(MessagesState())
        self._notices = notices
        self._asking = asking
        self._desk = desk
        self._database = database

    def load(self) -> None:
        """Read what there is; the chosen thread stays chosen."""
        self._database.run(self._find, owner=self, done=self._found, failed=self._failed)

    def choose(self, key: str) -> None:
        """Show a thread; what is in it counts as read."""
        self._show(replace(self._state, chosen=key, sent=False))
        self._read(self._state.thread)

    def ask(self, text: str, case: str | None) -> None:
        """Sign a question into the outbox."""
        work = partial(self._asking.ask, text, case)
        self._database.run(work, owner=self, done=self._asked, failed=self._failed)

    def dismiss(self) -> None:
        """Put away what was told of the last act."""
        self._show(replace(self._state, failure=None, sent=False))

    def _find(self) -> _Found:
        look, asked = self._notices.look(), self._asking.asked()
        return _Found(look, asked, tuple(row.number for row in self._desk.cases()))

    def _found(self, found: _Found) -> None:
        threads = threads_of(found.look.rows, found.asked)
        state = replace(
            self._state,
            threads=threads,
            is_loaded=True,
            missing=found.look.missing,
            cases=tuple(sorted(found.cases)),
            zone=found.look.zone,
        )
        if state.thread is None:
            state = replace(state, chosen=threads[0].key if threads else None)
        self._show(state)
        self._read(state.thread)

    def _read(self, thread: Thread | None) -> None:
        if thread is None or not thread.is_new:
            return
        new = tuple(row.id for row in thread.notices if row.is_new)
        work = partial(self._notices.mark_read, new)
        self._database.run(work, owner=self, done=self._marked, failed=self._failed)

    def _marked(self, _nothing: None) -> None:
        self.wrote.emit(None)
        self.load()

    def _asked(self, packet: str) -> None:
        self._show(replace(self._state, chosen=packet, sent=True, failure=None))
        self.wrote.emit(None)
        self.load()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, failure=error))

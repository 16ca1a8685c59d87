"""Handing in and taking in by file: what was written, what a file brought, what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reviewer_app.errors import ExpectedFailure
from reviewer_app.sync.clock import Clock, utc_now
from reviewer_app.sync.reports import Cancelled, Report
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import JobEnd, Lane
from reviewer_app.ui.stateful import Stateful
from reviewer_app.ui.syncing import Syncing, SyncState

if TYPE_CHECKING:
    from reviewer_app.services.assembly import Services
    from reviewer_app.services.handover import HandInFile
    from reviewer_app.sync.file_intake import TakenIn
    from reviewer_app.sync.handover_writing import HandInText


class HandsOver(Protocol):
    """The part of the service `HandOver` that the screen needs."""

    def save(self, path: Path, report: Report, cancelled: Cancelled) -> HandInFile: ...
    def text(self) -> HandInText: ...
    def take_in(self, paths: tuple[Path, ...], report: Report, cancelled: Cancelled) -> TakenIn: ...


@dataclass(frozen=True, slots=True)
class LateHandOver:
    """The service of an open desk, loaded with the first file and off the GUI thread."""

    services: Services

    def save(self, path: Path, report: Report, cancelled: Cancelled) -> HandInFile:
        return self.services.handover.save(path, report, cancelled)

    def text(self) -> HandInText:
        return self.services.handover.text()

    def take_in(self, paths: tuple[Path, ...], report: Report, cancelled: Cancelled) -> TakenIn:
        return self.services.handover.take_in(paths, report, cancelled)


@dataclass(frozen=True, slots=True)
class FilesState:
    """`offered` once the network has failed for so long that a file is the better way; `copied`
    is the number of packets in the text that was put on the clipboard."""

    busy: bool = False
    offered: bool = False
    saved: HandInFile | None = None
    copied: int | None = None
    taken: TakenIn | None = None
    failure: ExpectedFailure | None = None


class FilesViewModel(Stateful[FilesState]):
    """`wrote` when the desk is another one than before; `text_ready` carries a hand-in's text."""

    wrote: Event[None] = Event()
    text_ready = Event(str)

    def __init__(
        self,
        handover: HandsOver,
        offers: Callable[[datetime], bool],
        syncing: Syncing,
        database: Lane,
        clock: Clock = utc_now,
    ) -> None:
        super().__init__(FilesState())
        self._handover = handover
        self._offers = offers
        self._syncing = syncing
        self._database = database
        self._clock = clock
        self._waiting: tuple[Path, ...] = ()
        self._running = syncing.state.running
        syncing.changed.connect(self._follow)

    def look(self, _nothing: None = None) -> None:
        """Whether it is time to offer a file."""
        work = partial(self._offers, self._clock())
        self._database.run(work, owner=self, done=self._offered, failed=self._fail)

    def save(self, path: Path) -> None:
        """Write the hand-in file."""
        self._act("hand-in", partial(self._handover.save, path), self._saved)

    def copy(self, _pressed: object = None) -> None:
        """Make the hand-in's text."""
        self._show(FilesState(busy=True, offered=self._state.offered))
        self._database.run(self._handover.text, owner=self, done=self._copied, failed=self._fail)

    def take(self, paths: tuple[Path, ...]) -> None:
        """Take these files in; after the sync where one runs."""
        if self._state.busy or self._syncing.state.running:
            self._waiting += paths
            return
        self._act("file", partial(self._handover.take_in, paths), self._taken)

    def dismiss(self) -> None:
        """Put away what was told of the last act."""
        self._show(FilesState(busy=self._state.busy, offered=self._state.offered))

    def _act(
        self, what: str, work: Callable[[Report, Cancelled], object], done: Callable[..., None]
    ) -> None:
        self._show(FilesState(busy=True, offered=self._state.offered))
        job = self._syncing.act(what, work, owner=self, done=done, failed=self._fail)
        job.ended.connect(self._ended)

    def _offered(self, offered: bool) -> None:
        self._show(replace(self._state, offered=offered))

    def _saved(self, saved: HandInFile) -> None:
        self._show(replace(self._state, saved=saved))
        self.wrote.emit(None)

    def _copied(self, written: HandInText) -> None:
        self._show(replace(self._state, busy=False, copied=len(written.packets)))
        self.text_ready.emit(written.text)
        self.wrote.emit(None)
        self._take_what_waited(self._syncing.state)

    def _taken(self, taken: TakenIn) -> None:
        self._show(replace(self._state, taken=taken))
        self.wrote.emit(None)

    def _ended(self, _end: JobEnd) -> None:
        """Also where it was cancelled, and nobody is told."""
        self._show(replace(self._state, busy=False))
        self._take_what_waited(self._syncing.state)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        self._show(replace(self._state, busy=False, failure=error))
        self.wrote.emit(None)  # a reply that ends in a failure may have brought receipts before

    def _follow(self, sync: SyncState) -> None:
        """A sync that ends may have failed once too often, or let a file go first."""
        ended, self._running = self._running and not sync.running, sync.running
        if ended:
            self.look()
        self._take_what_waited(sync)

    def _take_what_waited(self, sync: SyncState) -> None:
        if self._waiting and not sync.running and not self._state.busy:
            paths, self._waiting = self._waiting, ()
            self.take(paths)

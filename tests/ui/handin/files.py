"""Hand-in files in memory: they note what they hold, and bring what a test says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

from reviewer_app.errors import Failure
from reviewer_app.services.handover import HandInFile
from reviewer_app.services.rows import DeliveryState
from reviewer_app.sync.file_intake import TakenIn
from reviewer_app.sync.handover_writing import HandInText
from reviewer_app.sync.reports import BatchReport, Cancelled, Progress, Report
from tests.ui.handin.outboxes import OutboxInMemory

AT = "2026-07-20T08:00:00Z"
NOTHING = TakenIn(1, (), (), ())
BATCH = TakenIn(0, (), (), (BatchReport(3, 12, 0, 40, 4),))
RELEASED = TakenIn(1, ("a" * 64, "b" * 64), ("c" * 64,), (BatchReport(3, 0, 11, 0, 0),))


class FilesInMemory:
    """Stands in for `HandOver`; `go` keeps a file on its way in until it is set."""

    def __init__(self, outbox: OutboxInMemory) -> None:
        self.offers = False
        self.brings: TakenIn | Failure = NOTHING
        self.taken: list[tuple[Path, ...]] = []
        self.go = Event()
        self.go.set()
        self._outbox = outbox

    def save(self, path: Path, report: Report, cancelled: Cancelled) -> HandInFile:
        report(Progress("hand-in", 0, None))
        return HandInFile(path, self._note(), 0, AT)

    def text(self) -> HandInText:
        text = "-----BEGIN PRACTICE REVIEW HAND-IN-----\n"
        return HandInText(text, ("p" * 64,) * self._note(), 0)

    def take_in(self, paths: tuple[Path, ...], report: Report, cancelled: Cancelled) -> TakenIn:
        report(Progress("copy", 1, 2))
        self.go.wait(10)
        self.taken.append(paths)
        if isinstance(self.brings, TakenIn):
            return self.brings
        raise self.brings

    def _note(self) -> int:
        here = [row for row in self._outbox.rows if row.state is not DeliveryState.RECEIVED]
        self._outbox.rows = tuple(
            replace(row, in_file=AT) if row in here else row for row in self._outbox.rows
        )
        return len(here)

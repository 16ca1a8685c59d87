"""The door for files that are handed over: batches and replies, told apart by what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer_app.models.keys import Keys
from reviewer_app.models.store import Store
from reviewer_app.sync.batch_file import BatchFile
from reviewer_app.sync.clock import Clock, utc_now
from reviewer_app.sync.file_parts import file_failures
from reviewer_app.sync.handover_reply import ReplyFile
from reviewer_app.sync.reading_aids import ReadingAids
from reviewer_app.sync.reports import BatchReport, Cancelled, Report

_ZIP = b"PK"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What some files brought; packet ids by their disposition, batches in their order."""

    replies: int
    received: tuple[str, ...]
    held: tuple[str, ...]
    batches: tuple[BatchReport, ...]

    @property
    def released(self) -> int:
        """Cases that can be read since then."""
        return sum(each.released for each in self.batches)

    @property
    def cases(self) -> int:
        """Cases that are new."""
        return sum(each.cases for each in self.batches)

    @property
    def files_waiting(self) -> int:
        """Files of the batch that are still not here."""
        return self.batches[-1].files_waiting if self.batches else 0


@dataclass(frozen=True, slots=True)
class FileIntake:
    """Takes files in; nothing goes over the network."""

    store: Store
    keys: Keys
    aids: ReadingAids
    clock: Clock = utc_now

    def take(self, paths: Sequence[Path], report: Report, cancelled: Cancelled) -> TakenIn:
        """Take batches in first, then replies: a release opens what a batch brought.

        Raises what `BatchFile.take` and `ReplyFile.take` raise, and PassphraseNeeded.
        """
        vault = self.keys.unsealed()
        archives = [path for path in paths if _is_archive(path)]
        texts = [path for path in paths if path not in archives]
        batch_file = BatchFile(self.store, vault, self.aids, self.clock)
        batches = [batch_file.take(path, report, cancelled) for path in archives]
        replies = ReplyFile(self.store, vault, self.aids, self.clock)
        answers = replies.take(texts, report, cancelled) if texts else ()
        batches += [each.batch for each in answers if each.batch is not None]
        return TakenIn(
            replies=len(answers),
            received=tuple(id for each in answers for id in each.receipts.received),
            held=tuple(id for each in answers for id in each.receipts.held),
            batches=tuple(batches),
        )


def _is_archive(path: Path) -> bool:
    with file_failures(path), path.open("rb") as stream:
        return stream.read(len(_ZIP)) == _ZIP

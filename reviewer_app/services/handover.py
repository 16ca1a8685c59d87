"""Handing in and taking in by file, for who has no connection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer_app.models.disk import write_atomically
from reviewer_app.models.handed_over import note_handed_over
from reviewer_app.models.store import Store
from reviewer_app.sync.clock import Clock, timestamp
from reviewer_app.sync.file_intake import FileIntake, TakenIn
from reviewer_app.sync.handover_writing import HandInText, hand_in_text
from reviewer_app.sync.reports import Cancelled, Progress, Report


@dataclass(frozen=True, slots=True)
class HandInFile:
    """A hand-in file as it was written; `left` counts what is for the next one."""

    path: Path
    packets: int
    left: int
    at: str


class HandOver:
    """Hand-in files out, batches and receipts in; nothing goes over the network."""

    def __init__(self, store: Store, intake: FileIntake, clock: Clock) -> None:
        self._store = store
        self._intake = intake
        self._clock = clock

    def save(self, path: Path, report: Report, cancelled: Cancelled) -> HandInFile:
        """Write everything that has no receipt into a file, whole or not at all, and note it.

        Raises DiskFull, FolderReadOnly, ImpossibleFolder, StorageFault.
        """
        report(Progress("hand-in", 0, None))
        written = hand_in_text(self._store)
        write_atomically(path, written.text.encode("ascii"))
        now = self._note(written)
        return HandInFile(path, len(written.packets), written.left, now)

    def text(self) -> HandInText:
        """The same as text, to be put into a mail; noted as being handed over."""
        written = hand_in_text(self._store)
        self._note(written)
        return written

    def take_in(self, paths: Sequence[Path], report: Report, cancelled: Cancelled) -> TakenIn:
        """Take in what these files bring: a batch, or the receipts for what was handed in.

        Raises UnusableFile, LogSplit, ServerRefused, ManifestRolledBack, AppTooOld, DamagedFile,
        PassphraseNeeded, DiskFull, FolderReadOnly, StorageFault.
        """
        return self._intake.take(paths, report, cancelled)

    def _note(self, written: HandInText) -> str:
        now = timestamp(self._clock())
        self._store.perform(lambda connection: note_handed_over(connection, written.packets, now))
        return now

"""Saves a folder of many files whole or not at all, and leaves nothing of one that was killed."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sqlalchemy import Connection

from review_protocol.keys import Randomness
from reviewer_app.cancelling import Cancelled
from reviewer_app.errors import StorageFault
from reviewer_app.models.disk import disk_failures
from reviewer_app.models.facts import FactName, forget_fact, keep_fact, text_of
from reviewer_app.models.store import Store
from reviewer_app.sync.clock import Clock
from reviewer_app.sync.reports import Progress, Report


class FolderSaving:
    """New folders of which each is there with all of its files, or is not there."""

    def __init__(self, store: Store, clock: Clock, randomness: Randomness) -> None:
        self._store = store
        self._clock = clock
        self._randomness = randomness

    def new_folder(self, folder: Path, stem: str) -> Path:
        """The place of a new folder inside `folder`, named by `stem` and this second; raises
        StorageFault where a hundred are there."""
        stem = f"{stem}-{self._clock():%Y%m%d-%H%M%S}"
        names = [stem, *(f"{stem}-{number}" for number in range(2, 100))]
        free = next((folder / name for name in names if not (folder / name).exists()), None)
        if free is None:
            raise StorageFault(folder, "a hundred folders of this second are there already")
        return free

    def save(
        self, target: Path, parts: Iterable[Mapping[str, bytes]], cancelled: Cancelled
    ) -> bool:
        """All files beside their place first; the folder takes its name when all are there.

        False where it was cancelled: then nothing is left. Raises DiskFull, FolderReadOnly,
        StorageFault.
        """
        self.clear_away()
        beside = target.with_name(f".{target.name}-{self._randomness(4).hex()}")
        self._store.perform(lambda connection: _note_saving(connection, beside))
        try:
            with disk_failures(target):
                whole = _write(beside, parts, cancelled)
                if whole:
                    beside.rename(target)
        finally:
            self.clear_away()
        return whole

    def clear_away(self) -> None:
        """Delete what a saving left that was killed; where it cannot be reached now, later.

        Raises DiskFull, FolderReadOnly, StorageFault.
        """
        with self._store.read() as connection:
            left = text_of(connection, FactName.SAVING_EVIDENCE)
        if left is None:
            return
        shutil.rmtree(left, ignore_errors=True)
        if Path(left).parent.is_dir() and not Path(left).exists():
            self._store.perform(lambda connection: _note_saving(connection, None))


def told(
    parts: Iterator[Mapping[str, bytes]], packets: int, report: Report
) -> Iterator[Mapping[str, bytes]]:
    """Reports "evidence" for each packet: the first part is what all share, the last the sums."""
    for number, part in enumerate(parts):
        report(Progress("evidence", min(number, packets), packets))
        yield part


def _note_saving(connection: Connection, beside: Path | None) -> None:
    if beside is None:
        forget_fact(connection, FactName.SAVING_EVIDENCE)
    else:
        keep_fact(connection, FactName.SAVING_EVIDENCE, str(beside))


def _write(beside: Path, parts: Iterable[Mapping[str, bytes]], cancelled: Cancelled) -> bool:
    """All files of a new folder; False where it was cancelled."""
    beside.mkdir(mode=0o700)  # its owner's alone, for ever
    for files in parts:
        if cancelled():
            return False
        for path, content in files.items():
            (beside / path).parent.mkdir(parents=True, exist_ok=True)
            (beside / path).write_bytes(content)
    return True

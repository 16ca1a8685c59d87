"""Backups of the desk as a person meets them: made after signing and hourly, never in the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from reviewer_app.errors import ExpectedFailure, UnreadableBackup
from reviewer_app.models.backups import (
    Backup,
    Counts,
    Reason,
    all_backups,
    back_up,
    counts_of,
    present_counts,
    rotate,
)
from reviewer_app.models.chain_tips import ChainTips, Tips, tips_of
from reviewer_app.models.database import DATABASE_FILE
from reviewer_app.models.store import Store
from reviewer_app.sync.clock import Clock

EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class BackupKept:
    """A backup was made and verified."""

    backup: Backup


@dataclass(frozen=True, slots=True)
class BackupSkipped:
    """None was made, and why; the work itself is not touched by it."""

    failure: ExpectedFailure


BackupOutcome = BackupKept | BackupSkipped


@dataclass(frozen=True, slots=True)
class _Covered:
    """What the newest backup has, and when it was made."""

    counts: Counts
    at: datetime | None


class Backups:
    """Makes and lists backups; from any thread, and best from one that nobody waits for."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._one_at_a_time = Lock()
        self._covered: _Covered | None = None
        self.last: BackupOutcome | None = None
        """What became of the newest try in this session."""

    def list(self) -> tuple[Backup, ...]:
        """What is there, the newest first; raises StorageFault."""
        return all_backups(self._store.folder)

    def due(self) -> Reason | None:
        """Whether it is time for one: something was signed since, or an hour ago and something
        was typed. A millisecond; raises StorageFault, DamagedProfile.
        """
        covered = self._covered or self._covered_by_newest()
        counts, _ = self._present()
        if counts.packets != covered.counts.packets:
            return Reason.SIGNED
        if counts.revisions == covered.counts.revisions:
            return None
        waited = covered.at is None or not covered.at <= self._clock() < covered.at + EVERY
        return Reason.HOURLY if waited else None

    def keep_if_due(self) -> BackupOutcome | None:
        """Make one where it is due; None where none is. Raises nothing that is expected."""
        try:
            reason = self.due()
        except ExpectedFailure as failure:
            self.last = BackupSkipped(failure)
            return self.last
        return None if reason is None else self.keep(reason)

    def keep(self, reason: Reason) -> BackupOutcome:
        """Make one now, verified, and let the oldest go. Raises nothing that is expected.

        Where the disk is full none is made, and the ballast stays for what is typed.
        """
        with self._one_at_a_time:
            self.last = self._kept(reason)
        return self.last

    def _kept(self, reason: Reason) -> BackupOutcome:
        now = self._clock()
        try:
            counts, tips = self._present()  # read before: what comes after is due
            kept = back_up(self._store.folder / DATABASE_FILE, self._store.key, reason, now)
            rotate(self._store.folder)
        except ExpectedFailure as failure:
            return BackupSkipped(failure)
        self._covered = _Covered(counts, now)
        ChainTips(self._store.folder, self._store.key).keep(tips)
        return BackupKept(kept)

    def _present(self) -> tuple[Counts, Tips]:
        with self._store.read() as connection:
            return present_counts(connection), tips_of(connection)

    def _covered_by_newest(self) -> _Covered:
        for each in self.list():
            try:
                counts = counts_of(each.path, self._store.key)
            except UnreadableBackup:
                continue
            self._covered = _Covered(counts, each.made_at)
            return self._covered
        return _Covered(Counts(0, 0), None)

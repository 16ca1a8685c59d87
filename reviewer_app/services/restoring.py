"""Restoring a backup of the desk, and going on with a desk that was put back to an earlier day."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from review_protocol.keys import Randomness
from reviewer_app.errors import RolledBackDesk
from reviewer_app.models.backups import Backup, all_backups
from reviewer_app.models.chain_tips import ChainTips, tips_of
from reviewer_app.models.chains import start_chain_after
from reviewer_app.models.restoring import BackupPreview, Rebuilt, restore, what_is_held
from reviewer_app.models.store import Store
from reviewer_app.models.vault import open_vault
from reviewer_app.sync.clock import Clock, utc_now


@dataclass(frozen=True, slots=True)
class Restored:
    """The backup is in place; `complete` where nothing of the database before is missing in it."""

    packets_taken_over: int
    drafts_taken_over: int
    complete: bool
    set_aside: Path | None


class Restoring:
    """Backups of the profile in `folder`, whose desk is closed: it may well not open at all."""

    def __init__(
        self,
        folder: Path,
        database_key: bytes,
        clock: Clock = utc_now,
        randomness: Randomness = secrets.token_bytes,
    ) -> None:
        self._folder = folder
        self._key = database_key
        self._clock = clock
        self._randomness = randomness

    @classmethod
    def with_passphrase(cls, folder: Path, passphrase: str, clock: Clock = utc_now) -> Restoring:
        """For a desk that does not open though its keys do; takes what a passphrase costs.

        Raises WrongPassphrase, DamagedProfile (of the keys' own file: only a key that was left
        with the programme helps then), StorageFault.
        """
        return cls(folder, open_vault(folder, passphrase).database_key, clock)

    def backups(self) -> tuple[Backup, ...]:
        """What is there, the newest first; raises StorageFault."""
        return all_backups(self._folder)

    def preview(self, backup: Backup) -> BackupPreview:
        """What restoring it would bring; reads every page of it.

        Raises UnreadableBackup, DiskFull, FolderReadOnly, StorageFault.
        """
        return what_is_held(self._folder, backup.path, self._key)

    def restore(self, backup: Backup) -> Restored:
        """Put it in place of the database, which is set aside and never deleted.

        What was signed and typed later is taken over where it can be read, and a new chain begins.
        Raises UnreadableBackup, DeskStillOpen, DiskFull, FolderReadOnly, StorageFault; the desk is
        then as it was.
        """
        rebuilt = restore(self._folder, backup.path, self._key, self._clock(), self._randomness)
        return _restored(rebuilt)


class PutBack:
    """A database that somebody, or a backup of the whole computer, put back to an earlier day."""

    def __init__(self, store: Store, randomness: Randomness) -> None:
        self._store = store
        self._randomness = randomness
        self._tips = ChainTips(store.folder, store.key)

    def lost(self) -> RolledBackDesk | None:
        """What was on this desk and is not any more; None where all is as it was.

        A millisecond. Until it is answered, nothing is signed.
        """
        with self._store.read() as connection:
            return self._tips.lost(connection)

    def go_on(self) -> None:
        """Go on from what is here, with a new chain that gives no number away twice.

        Raises DiskFull, FolderReadOnly, StorageFault.
        """
        with self._store.write() as connection:
            start_chain_after(connection, self._randomness)
            tips = tips_of(connection)
        self._tips.keep(tips)


def _restored(rebuilt: Rebuilt) -> Restored:
    merged = rebuilt.merged
    if merged is None:
        return Restored(0, 0, rebuilt.set_aside is None, rebuilt.set_aside)
    return Restored(merged.packets, merged.drafts, merged.complete, rebuilt.set_aside)

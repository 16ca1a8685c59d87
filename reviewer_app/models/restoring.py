"""Puts a backup in the place of the desk's database: whole at once, and nothing is deleted."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import func, select

from review_protocol.keys import Randomness
from reviewer_app.errors import DeskStillOpen, DiskFull, UnreadableBackup
from reviewer_app.models.backups import ROOM_LEFT, verified_counts
from reviewer_app.models.case_schema import case
from reviewer_app.models.chain_tips import ChainTips, tips_of
from reviewer_app.models.chains import start_chain_after
from reviewer_app.models.database import DATABASE_FILE, keyed_connection, open_engine
from reviewer_app.models.disk import disk_failures, flush_file, flush_folder
from reviewer_app.models.merging import (
    Merged,
    Present,
    merge,
    newer_drafts,
    newer_packets,
)
from reviewer_app.models.migrate import migrate
from reviewer_app.models.schema import draft_revision, packet
from reviewer_app.models.store import Store

RESTORING_FOLDER = "restoring"
SET_ASIDE_FOLDER = "set-aside"
_LOGS = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class BackupPreview:
    """What a backup holds, and what was signed and typed after it.

    What came later is taken over from the present database as far as that can be read; None where
    it cannot be read at all.
    """

    packets: int
    drafts: int
    cases: int
    later_packets: int | None
    later_drafts: int | None


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What was taken over from the database before; None where it could not be read at all."""

    merged: Merged | None
    set_aside: Path | None
    """Where that database lies now, as it was."""


def what_is_held(folder: Path, backup: Path, key: bytes) -> BackupPreview:
    """What restoring `backup` would bring; every page of it is read.

    Raises UnreadableBackup, DiskFull, FolderReadOnly, StorageFault.
    """
    with _copied(folder, backup, key) as store, store.read() as connection:
        counts = connection.execute(
            select(
                select(func.count()).select_from(packet).scalar_subquery().label("packets"),
                select(func.count()).select_from(draft_revision).scalar_subquery().label("drafts"),
                select(func.count()).select_from(case).scalar_subquery().label("cases"),
            )
        ).one()
        with _present(folder, key) as present:
            later = present and (
                len(newer_packets(present, connection)),
                len(newer_drafts(present, connection)),
            )
    packets, drafts = later or (None, None)
    return BackupPreview(
        packets=counts.packets,
        drafts=counts.drafts,
        cases=counts.cases,
        later_packets=packets,
        later_drafts=drafts,
    )


def restore(
    folder: Path, backup: Path, key: bytes, now: datetime, randomness: Randomness
) -> Rebuilt:
    """Put `backup` in the place of the database, with all that can be taken over from that.

    The desk is closed meanwhile. Ended at any point, also by the power failing, the folder holds
    the database before or the one after, and all of it is done again. The restored desk goes on
    with a new chain. Raises UnreadableBackup, DeskStillOpen, DiskFull, FolderReadOnly,
    StorageFault.
    """
    _forget_aliases(folder)
    _fold_log(folder, key)
    with _copied(folder, backup, key) as store:
        with _present(folder, key) as present, store.write() as connection:
            merged = None if present is None else merge(present, connection)
            start_chain_after(connection, randomness)
            tips = tips_of(connection)
        store.close()
        made = store.folder / DATABASE_FILE
        _to_one_file(made, key)
        verified_counts(made, key)
        with disk_failures(made):
            flush_file(made)
        aside = _set_aside(folder, now)
        _put_in_place(folder, made)
    ChainTips(folder, key).keep(tips)
    return Rebuilt(merged, aside)


@contextmanager
def _copied(folder: Path, backup: Path, key: bytes) -> Iterator[Store]:
    """The backup as a database of this version in a folder beside; gone at the end."""
    verified_counts(backup, key)
    place = folder / RESTORING_FOLDER
    _require_room(folder, backup)
    with disk_failures(place):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(mode=0o700)
        path = place / DATABASE_FILE
        shutil.copyfile(backup, path)
        path.chmod(0o600)
    engine = open_engine(path, key)
    store = Store(place, engine, key)
    try:
        with store.failures():
            migrate(engine, path)
        yield store
    finally:
        store.close()
        shutil.rmtree(place, ignore_errors=True)


@contextmanager
def _present(folder: Path, key: bytes) -> Iterator[Present | None]:
    """The database in its place; None where it does not open at all."""
    path = folder / DATABASE_FILE
    if not path.exists():
        yield None
        return
    with closing(keyed_connection(path, key)) as connection:
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlcipher.Error:
            yield None
        else:
            yield Present(connection)


def _fold_log(folder: Path, key: bytes) -> None:
    """Make the database one file, so that it is replaced at once; a damaged one stays as it is.

    Raises DeskStillOpen where somebody else has it open.
    """
    path = folder / DATABASE_FILE
    if not path.exists():
        return
    with closing(keyed_connection(path, key)) as connection:
        connection.execute("PRAGMA busy_timeout = 0")
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
        except sqlcipher.OperationalError as error:
            if "locked" in str(error):
                raise DeskStillOpen(path) from error
        except sqlcipher.Error:
            pass


def _to_one_file(path: Path, key: bytes) -> None:
    try:
        with closing(keyed_connection(path, key)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlcipher.Error as error:
        raise UnreadableBackup(path) from error


def _set_aside(folder: Path, now: datetime) -> Path | None:
    """A second name, or a copy, for the database as it is, with its log where it kept one."""
    path, place = folder / DATABASE_FILE, folder / SET_ASIDE_FOLDER
    if not path.exists():
        return None
    with disk_failures(place):
        place.mkdir(mode=0o700, exist_ok=True)
        stem = f"desk-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        names = (stem, *(f"{stem}-{number}" for number in range(2, 1000)))
        target = next(each for name in names if not (each := place / f"{name}.db").exists())
        for ending in ("", *_LOGS):
            source = path.with_name(path.name + ending)
            if source.exists():
                _second(source, target.with_name(target.name + ending))
        flush_folder(place)
    return target


def _second(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without second names
        shutil.copyfile(source, target)
        flush_file(target)


def _put_in_place(folder: Path, made: Path) -> None:
    """A log that was left belongs to the database before: with the new one it would be ruin."""
    path = folder / DATABASE_FILE
    with disk_failures(path):
        for ending in _LOGS:
            path.with_name(path.name + ending).unlink(missing_ok=True)
        flush_folder(folder)
        made.replace(path)
    flush_folder(folder)


def _forget_aliases(folder: Path) -> None:
    """Second names of the database in its place, from a restoring that was cut off."""
    with suppress(OSError):
        present = (folder / DATABASE_FILE).stat()
        for path in (folder / SET_ASIDE_FOLDER).iterdir():
            if os.path.samestat(path.stat(), present):
                path.unlink()


def _require_room(folder: Path, backup: Path) -> None:
    with disk_failures(folder):
        if shutil.disk_usage(folder).free < 2 * backup.stat().st_size + ROOM_LEFT:
            raise DiskFull(folder)

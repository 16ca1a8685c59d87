"""Copies of the desk's database under its own key: written whole, verified, then kept in turn."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, text

from reviewer_app.errors import DamagedProfile, DiskFull, UnreadableBackup
from reviewer_app.models.ballast import BALLAST_BYTES
from reviewer_app.models.database import driver_failure, keyed_connection
from reviewer_app.models.disk import disk_failures, flush_file, flush_folder
from reviewer_app.models.migrate import BACKUPS_FOLDER

NEWEST, HOURS, DAYS = 5, 24, 14
"""What is kept: the newest ones, one an hour for a day, one a day for two weeks."""
MOST_BYTES = 512 << 20
"""All backups together; the two newest stay whatever their size."""
ROOM_LEFT = BALLAST_BYTES
"""Bytes that a backup leaves free: room for what is typed goes before copies of it."""

_NAME = re.compile(r"desk-(\d{8}T\d{6})Z-(\d{6})-([a-z]+)\.db")
_MIGRATION = re.compile(r"desk-\d{4}\.db")
_BEGUN = ".new"
_COUNTED = "SELECT (SELECT count(*) FROM packet), (SELECT count(*) FROM draft_revision)"


class Reason(StrEnum):
    """What a backup was made for."""

    SIGNED = "signed"
    HOURLY = "hourly"
    MIGRATION = "migration"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup by its file; `number` counts on, whatever the clock says. 0 is a migration's."""

    path: Path
    made_at: datetime
    number: int
    reason: Reason
    size: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What must be in a copy as in what was copied; these rows are never deleted singly."""

    packets: int
    revisions: int


def all_backups(folder: Path) -> tuple[Backup, ...]:
    """The backups of a profile folder, the newest first."""
    with disk_failures(folder):
        try:
            paths = list((folder / BACKUPS_FOLDER).iterdir())
        except FileNotFoundError:
            return ()
        found = [each for path in paths if (each := _backup(path))]
    return tuple(sorted(found, key=lambda each: (each.number, each.made_at), reverse=True))


def back_up(database: Path, key: bytes, reason: Reason, now: datetime) -> Backup:
    """Copy the database to `backups/`, verify the copy, and only then give it its name.

    Others may write meanwhile: the copy is of one moment. Raises DiskFull (also where less than
    ROOM_LEFT would stay free), DamagedProfile (it is the database that cannot be read),
    UnreadableBackup (the copy is not what was copied), FolderReadOnly, StorageFault.
    """
    folder = database.parent / BACKUPS_FOLDER
    _make_folder(folder)
    _forget_begun(folder)
    _require_room(database, folder)
    number = max((each.number for each in all_backups(database.parent)), default=0) + 1
    path = folder / f"desk-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{number:06d}-{reason}.db"
    beside = path.with_name(path.name + _BEGUN)
    with ExitStack() as undone:
        undone.callback(_forget, beside)
        counts = copy_database(database, beside, key)
        if not _is_copied(beside, key, counts):
            _require_whole(database, key)  # a page that cannot be read is copied without a word
            raise UnreadableBackup(path)
        with disk_failures(path):
            flush_file(beside)
            beside.replace(path)
        undone.pop_all()
    flush_folder(folder)
    with disk_failures(path):
        return Backup(path, now.replace(microsecond=0), number, reason, path.stat().st_size)


def outdated(backups: Sequence[Backup], most_bytes: int = MOST_BYTES) -> tuple[Backup, ...]:
    """Those that the rotation gives up. `backups` are the newest first.

    Hours and days are those in which backups were made, not those that the clock says have gone:
    a clock that jumps a year ahead makes nothing old.
    """
    hours: set[datetime] = set()
    days: set[datetime] = set()
    given_up, size = [], 0
    for place, each in enumerate(backups):
        hour = each.made_at.replace(minute=0, second=0, microsecond=0)
        day = hour.replace(hour=0)
        is_first = place < NEWEST
        for found, moment, most in ((hours, hour, HOURS), (days, day, DAYS)):
            if moment not in found and len(found) < most:
                found.add(moment)
                is_first = True
        if is_first and (place < 2 or size + each.size <= most_bytes):
            size += each.size
        else:
            given_up.append(each)
    return tuple(given_up)


def rotate(folder: Path) -> None:
    """Delete what is outdated; what cannot be deleted now is at the next turn."""
    for each in outdated(all_backups(folder)):
        with suppress(OSError):
            each.path.unlink()


def present_counts(connection: Connection) -> Counts:
    """What the open database holds."""
    packets, revisions = connection.execute(text(_COUNTED)).one()
    return Counts(packets, revisions)


def counts_of(database: Path, key: bytes) -> Counts:
    """What a database holds; raises UnreadableBackup, StorageFault."""
    with _failures(database), closing(keyed_connection(database, key)) as connection:
        return _counts(connection)


def verified_counts(database: Path, key: bytes) -> Counts:
    """The counts of a database whose every page was read and found whole.

    Raises UnreadableBackup for a damaged one and for another key, StorageFault.
    """
    with _failures(database), closing(keyed_connection(database, key)) as connection:
        faults = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if faults or connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise UnreadableBackup(database)
        return _counts(connection)


def copy_database(source: Path, target: Path, key: bytes) -> Counts:
    """Copy one moment of a database, page by page under the same key, into one new file.

    Raises DamagedProfile where `source` cannot be read, DiskFull, FolderReadOnly, StorageFault.
    """
    with disk_failures(target):
        target.unlink(missing_ok=True)
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        os.close(handle)
    try:
        with (
            closing(keyed_connection(source, key)) as reading,
            closing(keyed_connection(target, key)) as writing,
        ):
            writing.execute("PRAGMA journal_mode = OFF")  # half a copy is thrown away anyway
            writing.execute("PRAGMA synchronous = OFF")  # flushed once, when it is whole
            reading.execute("BEGIN")
            counts = _counts(reading)  # of the very moment that is copied
            reading.backup(writing)
            reading.execute("COMMIT")
            writing.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
            return counts
    except sqlcipher.Error as error:
        failure = driver_failure(error, source)
        if failure is None:
            raise
        raise failure from error


def _is_copied(copy: Path, key: bytes, counts: Counts) -> bool:
    try:
        return verified_counts(copy, key) == counts
    except UnreadableBackup:
        return False


def _require_whole(database: Path, key: bytes) -> None:
    try:
        verified_counts(database, key)
    except UnreadableBackup as error:
        raise DamagedProfile(database) from error


def _counts(connection: sqlcipher.Connection) -> Counts:
    packets, revisions = connection.execute(_COUNTED).fetchone()
    return Counts(packets, revisions)


@contextmanager
def _failures(database: Path) -> Iterator[None]:
    """What a database that is not in use raises when it is read."""
    try:
        yield
    except sqlcipher.Error as error:
        failure = driver_failure(error, database)
        if failure is None or isinstance(failure, DamagedProfile):
            raise UnreadableBackup(database) from error  # also a database without our tables
        raise failure from error


def _backup(path: Path) -> Backup | None:
    named = _NAME.fullmatch(path.name)
    try:
        state = path.stat()
        if named and named[3] in set(Reason):
            made = datetime.strptime(named[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
            return Backup(path, made, int(named[2]), Reason(named[3]), state.st_size)
        if _MIGRATION.fullmatch(path.name):
            made = datetime.fromtimestamp(int(state.st_mtime), UTC)
            return Backup(path, made, 0, Reason.MIGRATION, state.st_size)
    except (FileNotFoundError, ValueError):  # rotated away meanwhile, or a day that is none
        pass
    return None


def _make_folder(folder: Path) -> None:
    with disk_failures(folder):
        folder.mkdir(mode=0o700, exist_ok=True)


def _forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _forget_begun(folder: Path) -> None:
    """Copies in the middle of which a process was ended."""
    for path in folder.glob(f"*{_BEGUN}*"):  # SQLite's own files of theirs too
        _forget(path)


def _require_room(database: Path, folder: Path) -> None:
    with disk_failures(folder):
        log = database.with_name(database.name + "-wal")
        needed = database.stat().st_size + (log.stat().st_size if log.exists() else 0)
        if shutil.disk_usage(folder).free < needed + ROOM_LEFT:
            raise DiskFull(folder)

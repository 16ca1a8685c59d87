"""Makes a backup of a server while it serves: one state of the database, its log and its files."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import tarfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import func, select
from sqlcipher3 import dbapi2

from central_server.backup_reading import (
    BACKUP_FILE,
    KEYS_FILE,
    BackupIsWrong,
    BackupRecord,
    seal_keys,
    verify_backup,
)
from central_server.failures import ServerFailure
from central_server.files import sync_folder, write_whole
from central_server.home import Home
from central_server.log import log_size, newest_note
from central_server.passphrase_length import SHORTEST_PASSPHRASE
from central_server.store import schema
from central_server.store.frozen import copy_database, open_frozen, size_of_copy
from central_server.store.store import Store, open_store
from central_server.trusts import open_trusts
from central_server.verifying_home import Checked, sha256_of
from review_protocol.opening import sealed
from review_protocol.passphrase import DEFAULT_COST, Argon2Cost

Stage = Literal["database", "files", "checking", "packing"]
Tell = Callable[[Stage, int, int], None]
_MARGIN = 1 << 20
_DAY = 86_400
_OF_FILES = frozenset(
    [".7z", ".bak", ".bz2", ".db", ".gz", ".json", ".sqlite", ".tgz", ".txt", ".xz", ".zip", ".zst"]
)
"""Suffixes under which nobody means a folder."""


@dataclass(eq=False)
class CannotBackUp(ServerFailure):
    """No backup was made, and what was begun is removed; bytes needed and free."""

    path: Path
    reason: Literal[
        "exists", "inside", "not-a-tar", "no-folder", "no-room", "short-passphrase", "write"
    ]
    needed: int = 0
    free: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was read again and found right."""

    path: Path
    record: BackupRecord
    checked: Checked
    bytes: int
    removed: tuple[Path, ...]
    """Older backups that went, since enough newer ones are kept."""


def back_up(
    home: Home,
    target: Path,
    *,
    now: str,
    keep: int | None = None,
    passphrase: str | None = None,
    tell: Tell = lambda stage, done, all: None,
    cost: Argon2Cost = DEFAULT_COST,
) -> Made:
    """Back a server up into a new folder in `target`, or into the file `target` where that ends
    in `.tar`; it may be serving meanwhile.

    With a passphrase the server's keys are in it too, sealed. `keep` counts the newest backups
    of this server and this kind, with its keys or without, in the folder that stay, the new one
    among them. Raises CannotBackUp, BackupIsWrong where what was read again is not right, NoHome;
    then nothing is left of it.
    """
    home.require()
    packed = target.suffix == ".tar"
    folder = target.parent if packed else target
    _require_place(home, target, folder, passphrase, packed=packed)
    store = open_store(home.database_url)
    try:
        _require_room(home, store, folder, packed=packed)
    finally:
        store.close()
    with _begun(folder) as part:
        try:
            record = _write(home, part, folder, now, passphrase, tell, cost)
            checked = verify_backup(part, tell=lambda done, all: tell("checking", done, all))
            if not checked.right:
                raise BackupIsWrong(target, checked)
            name = target if packed else folder / _name(record)
            size = _finish(part, name, tell, packed=packed)
        except (OSError, dbapi2.Error) as error:
            raise CannotBackUp(target, "write") from error
    removed = () if keep is None or packed else _rotate(folder, record, keep)
    return Made(name, record, checked, size, removed)


def backups_in(
    folder: Path, deployment: str | None = None, *, keys: bool | None = None
) -> tuple[Path, ...]:
    """The whole backups in a folder, newest first: of one deployment or of all, with the server's
    keys, without them, or both."""
    found = []
    for path in folder.iterdir():
        record = None if path.name.startswith(".") else BackupRecord.find(path)
        if record is None:
            continue
        if deployment in (None, record.deployment) and keys in (None, record.keys):
            found.append((record.made, record.size, path))
    return tuple(path for _, _, path in sorted(found, reverse=True))


def _require_place(
    home: Home, target: Path, folder: Path, passphrase: str | None, *, packed: bool
) -> None:
    if folder.resolve().is_relative_to(home.path.resolve()):
        raise CannotBackUp(target, "inside")
    if packed and target.exists():
        raise CannotBackUp(target, "exists")
    if target.is_file() or (target.suffix in _OF_FILES and not target.exists()):
        raise CannotBackUp(target, "not-a-tar")
    if not folder.is_dir() and (packed or not folder.parent.is_dir()):
        raise CannotBackUp(folder, "no-folder")
    if passphrase is not None and len(passphrase) < SHORTEST_PASSPHRASE:
        raise CannotBackUp(target, "short-passphrase")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise CannotBackUp(target, "write") from error


def _require_room(home: Home, store: Store, folder: Path, *, packed: bool) -> None:
    """Before anything is written: files that can be linked take nothing."""
    with store.read() as connection:
        files = connection.execute(
            select(func.coalesce(func.sum(schema.file.c.cipher_length), 0))
        ).scalar_one()
    database = size_of_copy(home.database)
    linked = os.stat(home.blobs).st_dev == os.stat(folder).st_dev
    needed = database + (0 if linked else files) + _MARGIN
    if packed:
        needed += database + files
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise CannotBackUp(folder, "no-room", needed, free)


@contextmanager
def _begun(folder: Path) -> Iterator[Path]:
    """A folder to build in, which is gone afterwards unless it was given its name.

    One that a killed run left is removed after a day; until then another run may be at it.
    """
    for left in folder.glob(".backup-*.part"):
        if time.time() - left.stat().st_mtime > _DAY:
            shutil.rmtree(left, ignore_errors=True)
    part = folder / f".backup-{secrets.token_hex(4)}.part"
    part.mkdir(mode=0o700)
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _write(
    home: Home,
    part: Path,
    folder: Path,
    now: str,
    passphrase: str | None,
    tell: Tell,
    cost: Argon2Cost,
) -> BackupRecord:
    """Database first: every file that it names lies in blobs/ by then, and never changes."""
    copy, keys = Home(part), home.load_keys()
    tell("database", 0, 1)
    copy_database(home.database, copy.database)
    tell("database", 1, 1)
    store = open_frozen(copy.database)
    try:
        with store.read() as connection:
            trust = open_trusts(connection)[-1].document
            size, note = log_size(connection), newest_note(connection) or ""
            names = list(connection.execute(select(schema.file.c.cipher_sha256)).scalars())
    finally:
        store.close()
    write_whole(copy.checkpoint, note.encode("utf-8"))
    _copy_files(home, copy, folder, names, tell)
    if passphrase is not None:
        write_whole(part / KEYS_FILE, seal_keys(keys, passphrase, cost))
    record = BackupRecord(
        deployment=trust.deployment,
        origin=trust.origin,
        trust_number=trust.number,
        size=size,
        made=now,
        database_sha256=sha256_of(copy.database),
        files=len(names),
        keys=passphrase is not None,
    )
    write_whole(part / BACKUP_FILE, sealed(record, keys.server).to_bytes())
    return record


def _copy_files(home: Home, copy: Home, folder: Path, names: list[str], tell: Tell) -> None:
    """Each file by a link to it, or to the same one in the newest backup here, or else copied."""
    copy.blobs.mkdir(mode=0o700)
    earlier = [Home(path) for path in backups_in(folder)[:1] if path.is_dir()]
    for done, name in enumerate(names, start=1):
        target = copy.blobs / name
        if not any(_linked(source.blobs / name, target) for source in (home, *earlier)):
            write_whole(target, (home.blobs / name).read_bytes())
        tell("files", done, len(names))
    sync_folder(copy.blobs)


def _linked(source: Path, target: Path) -> bool:
    with contextlib.suppress(OSError):
        os.link(source, target)
        return True
    return False


def _name(record: BackupRecord) -> str:
    when = record.made.replace("-", "").replace(":", "")
    return f"review-{record.deployment[:8]}-{when}-{record.size}"


def _finish(part: Path, name: Path, tell: Tell, *, packed: bool) -> int:
    """Give what was built its name, whole; answers its size in bytes."""
    files = sorted(path for path in part.rglob("*") if path.is_file())
    if not packed:
        if name.exists():
            raise CannotBackUp(name, "exists")
        os.rename(part, name)
        sync_folder(name.parent)
        return sum((name / path.relative_to(part)).stat().st_size for path in files)
    archive = part.with_suffix(".tar")
    try:
        with archive.open("xb") as raw, tarfile.open(fileobj=raw, mode="w") as tar:
            os.chmod(archive, 0o600)
            for done, path in enumerate(files, start=1):
                tar.add(path, path.relative_to(part).as_posix())
                tell("packing", done, len(files))
            tar.close()
            raw.flush()
            os.fsync(raw.fileno())
        size = archive.stat().st_size
        os.rename(archive, name)
    finally:
        archive.unlink(missing_ok=True)
    sync_folder(name.parent)
    return size


def _rotate(folder: Path, newest: BackupRecord, keep: int) -> tuple[Path, ...]:
    """Remove the oldest whole backups of this server beyond so many; those with its keys and those
    without take no place of each other."""
    alike = backups_in(folder, newest.deployment, keys=newest.keys)
    old = tuple(path for path in alike[keep:] if path.is_dir())
    for path in old:
        shutil.rmtree(path)
    return old

"""Reads a backup: what it says of itself, its keys, and whether all of it is right."""

from __future__ import annotations

import shutil
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from re import fullmatch
from typing import ClassVar, Literal

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from central_server.failures import ServerFailure
from central_server.home import Home, ServerKeys
from central_server.log import log_size
from central_server.store.frozen import open_frozen
from central_server.trusts import open_trusts, opened_by, server_keys
from central_server.verifying_home import Checked, Problem, What, sha256_of, verify_home
from review_protocol.documents.base import Count, Document, Hash, Timestamp
from review_protocol.documents.people import Origin
from review_protocol.envelope import read_envelope
from review_protocol.failures import DamagedSecret, ProtocolFailure, WrongPassphrase
from review_protocol.keys import ExchangeKey, SigningKey
from review_protocol.passphrase import Argon2Cost, open_with_passphrase, seal_with_passphrase

BACKUP_FILE = "backup.json"
KEYS_FILE = "keys.sealed"
_KEYS_PURPOSE = "central-server-keys"
_KEY_LENGTH = 32
_RECORD_LIMIT = 1 << 16
_MEMBER = r"backup\.json|central\.db|checkpoint|keys\.sealed|blobs/[0-9a-f]{64}"


@dataclass(eq=False)
class BackupIsWrong(ServerFailure):
    """A backup that is not right as a whole is not kept, and not restored."""

    path: Path
    checked: Checked


@dataclass(eq=False)
class CannotRead(ServerFailure):
    """This is no backup, or its keys cannot be opened."""

    path: Path
    reason: Literal["missing", "no-backup", "no-keys", "passphrase", "keys-damaged"]


class BackupRecord(Document):
    """What a backup says of itself."""

    kind: ClassVar[str] = "server-backup"

    deployment: Hash
    origin: Origin
    trust_number: Count
    size: Count
    """Leaves of the log."""
    made: Timestamp
    database_sha256: Hash
    files: Count
    keys: bool
    """Whether the server's keys are in it, sealed by a passphrase."""

    @classmethod
    def find(cls, path: Path) -> BackupRecord | None:
        """The record of a backup's folder, None where there is none that can be read."""
        file = path / BACKUP_FILE
        try:
            if file.stat().st_size > _RECORD_LIMIT:
                return None
            return cls.from_body(read_envelope(file.read_bytes()).body)
        except (OSError, ProtocolFailure):
            return None


def verify_backup(
    folder: Path, *, tell: Callable[[int, int], None] = lambda done, all: None
) -> Checked:
    """Check a backup's folder as a whole, files hashed; raises CannotRead."""
    record = BackupRecord.find(folder)
    if record is None:
        raise CannotRead(folder, "no-backup")
    home = Home(folder)
    try:
        if sha256_of(home.database) != record.database_sha256:
            return Checked(None, None, (Problem(What.DATABASE, "SHA-256"),))
        store = open_frozen(home.database)
        try:
            with store.read() as connection:
                if not _is_own_word(connection, folder, record):
                    return Checked(None, None, (Problem(What.RECORD, BACKUP_FILE),))
                return verify_home(connection, home, tell=tell)
        finally:
            store.close()
    except DBAPIError as error:
        return Checked(None, None, (Problem(What.DATABASE, str(error.orig)),))
    except OSError as error:
        raise CannotRead(folder, "no-backup") from error


def _is_own_word(connection: Connection, folder: Path, record: BackupRecord) -> bool:
    """Whether the server of this database signed the record, and it says what is there."""
    envelope = (folder / BACKUP_FILE).read_bytes()
    try:
        trusts = [each.document for each in open_trusts(connection)]
        opened_by(server_keys(trusts), envelope, BackupRecord)
    except (ProtocolFailure, ServerFailure):
        return False
    said = (record.deployment, record.origin, record.trust_number, record.size)
    last = trusts[-1]
    return said == (last.deployment, last.origin, last.number, log_size(connection))


@contextmanager
def opened_backup(path: Path, beside: Path) -> Iterator[tuple[Path, BackupRecord]]:
    """The folder of a backup: itself, or what is in the `.tar`, unpacked into `beside` meanwhile.

    Raises CannotRead for what is no backup.
    """
    if path.is_dir():
        record = BackupRecord.find(path)
        if record is None:
            raise CannotRead(path, "no-backup")
        yield path, record
        return
    if not path.exists():
        raise CannotRead(path, "missing")
    folder = beside / "unpacked"
    try:
        _unpack(path, folder)
        record = BackupRecord.find(folder)
        if record is None:
            raise CannotRead(path, "no-backup")
        yield folder, record
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def seal_keys(keys: ServerKeys, passphrase: str, cost: Argon2Cost) -> bytes:
    """The server's three private keys under a passphrase."""
    raw = keys.server.seed + keys.log.seed + keys.intake.raw
    return seal_with_passphrase(raw, passphrase, purpose=_KEYS_PURPOSE, cost=cost)


def open_keys(folder: Path, passphrase: str) -> ServerKeys:
    """The keys in a backup's folder; raises CannotRead."""
    path = folder / KEYS_FILE
    try:
        raw = open_with_passphrase(path.read_bytes(), passphrase, purpose=_KEYS_PURPOSE)
    except WrongPassphrase as error:
        raise CannotRead(path, "passphrase") from error
    except (OSError, DamagedSecret) as error:
        raise CannotRead(path, "keys-damaged") from error
    server, log, intake = (raw[at : at + _KEY_LENGTH] for at in range(0, 3 * _KEY_LENGTH, 32))
    return ServerKeys(SigningKey(server), SigningKey(log), ExchangeKey(intake))


def _unpack(path: Path, folder: Path) -> None:
    """Only plain files under the names that a backup has; nothing is followed."""
    (folder / "blobs").mkdir(parents=True, mode=0o700)
    try:
        with tarfile.open(path, "r:") as tar:
            for member in tar:
                source = tar.extractfile(member) if member.isreg() else None
                if source is None or fullmatch(_MEMBER, member.name) is None:
                    raise CannotRead(path, "no-backup")
                with source, (folder / member.name).open("xb") as target:
                    shutil.copyfileobj(source, target)
                (folder / member.name).chmod(0o600)
    except (tarfile.TarError, EOFError) as error:
        raise CannotRead(path, "no-backup") from error

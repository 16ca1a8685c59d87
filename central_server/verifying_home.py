"""Checks a whole server, or a backup of one: database, log, what the log names, and the files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, func, select

from central_server.failures import LogNotTrusted, ServerFailure
from central_server.home import Home, ServerKeys
from central_server.store import schema
from central_server.trusts import open_trusts, opened_by, server_keys
from central_server.verifying import LogIsWrong, Verified, verify_log
from review_protocol.documents.base import Document
from review_protocol.documents.batch import Manifest, Release
from review_protocol.documents.leaf import (
    ActLeaf,
    AnyLeaf,
    CertificateLeaf,
    DispositionLeaf,
    PacketLeaf,
    RevocationLeaf,
)
from review_protocol.documents.people import Certificate, Trust
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import VerifyKey
from review_protocol.opening import Opened, opened_packet

_CHUNK = 1 << 20
_Doc = TypeVar("_Doc", bound=Document)


class What(StrEnum):
    """What is wrong; each has its sentence on the command line."""

    DATABASE = "database"
    TRUST = "trust"
    PACKET_MISSING = "packet-missing"
    PACKET_SIGNATURE = "packet-signature"
    DISPOSITION = "disposition"
    CERTIFICATE = "certificate"
    REVOCATION = "revocation"
    MANIFEST = "manifest"
    RELEASE = "release"
    ACT = "act"
    KEYS = "keys"
    RECORD = "record"
    FILE_MISSING = "file-missing"
    FILE_CHANGED = "file-changed"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not fit, and which: an id, a leaf's position, a file's name."""

    what: What
    which: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and what does not fit; the log's own failure ends the looking."""

    log: Verified | None
    failure: ServerFailure | None
    problems: tuple[Problem, ...]
    signed: int = 0
    """Certificates, manifests and releases."""
    acts: int = 0
    files: int = 0
    size: int = 0
    """Bytes of the files."""

    @property
    def right(self) -> bool:
        return self.failure is None and not self.problems


@dataclass(frozen=True, slots=True)
class _Looking:
    """The log read once, as the other checks need it."""

    connection: Connection
    trusts: tuple[Opened[Trust], ...]
    keys: tuple[VerifyKey, ...]
    """Every server key that the root ever vouched for."""
    leaves: Sequence[AnyLeaf]


def verify_home(
    connection: Connection,
    home: Home,
    *,
    keys: ServerKeys | None = None,
    tell: Callable[[int, int], None] = lambda done, all: None,
) -> Checked:
    """Check all of a server's folder in one state of its database, its keys where they are given.

    `tell` is told how many of how many files were hashed.
    """
    problems = list(_database(connection))
    if problems:
        return Checked(None, None, tuple(problems))
    try:
        log = verify_log(connection, home)
    except (LogIsWrong, LogNotTrusted) as failure:
        return Checked(None, failure, ())
    trusts = open_trusts(connection)
    looking = _Looking(connection, trusts, server_keys([trusts[-1].document]), log.entries)
    for check in (_packets, _certificates, _revocations, _issued, _acts):
        problems += check(looking)
    problems += _keys(looking, keys)
    problems += _files(connection, home, tell)
    files, size = connection.execute(
        select(func.count(), func.coalesce(func.sum(schema.file.c.cipher_length), 0))
    ).one()
    return Checked(
        log, None, tuple(problems), _count_signed(connection), _count_acts(looking), files, size
    )


def _database(connection: Connection) -> Iterator[Problem]:
    """What SQLite itself finds: pages, indices, foreign keys."""
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Problem(What.DATABASE, str(line))
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem(What.DATABASE, f"{row[0]} {row[1]} → {row[2]}")


def _packets(looking: _Looking) -> Iterator[Problem]:
    """Each packet leaf has its packet, validly signed, with the disposition of the newest leaf."""
    device, packet = schema.device.c, schema.packet.c
    keys = {
        row.kid: VerifyKey(row.signing_key)
        for row in looking.connection.execute(select(device.kid, device.signing_key))
    }
    stands: dict[str, str] = {}
    for leaf in looking.leaves:
        if isinstance(leaf, PacketLeaf | DispositionLeaf):
            stands[leaf.packet] = leaf.disposition.value
    rows = looking.connection.execute(select(packet.id, packet.envelope, packet.disposition))
    for row in rows:
        if not _is_signed(row.envelope, keys):
            yield Problem(What.PACKET_SIGNATURE, row.id)
        if stands.pop(row.id, None) != row.disposition:
            yield Problem(What.DISPOSITION, row.id)
    for missing in stands:
        yield Problem(What.PACKET_MISSING, missing)


def _certificates(looking: _Looking) -> Iterator[Problem]:
    """Each device's certificate is signed by the server, for its keys, and a leaf of the log."""
    for row in looking.connection.execute(select(schema.device)):
        if not _certified(looking, row.certificate, row.kid, row.person, row.leaf):
            yield Problem(What.CERTIFICATE, row.kid)


def _certified(looking: _Looking, envelope: bytes, kid: str, person: str, position: int) -> bool:
    found = _signed(looking, envelope, Certificate)
    if found is None or position >= len(looking.leaves):
        return False
    leaf, certificate = looking.leaves[position], found.document
    return (
        isinstance(leaf, CertificateLeaf)
        and (leaf.certificate, leaf.kid, leaf.person) == (found.id, kid, person)
        and (certificate.kid, certificate.person) == (kid, person)
    )


def _revocations(looking: _Looking) -> Iterator[Problem]:
    """What the table of devices says is what the newest revocation in the log says."""
    stands: Mapping[str, int] = {
        leaf.kid: leaf.from_leaf for leaf in looking.leaves if isinstance(leaf, RevocationLeaf)
    }
    device = schema.device.c
    for row in looking.connection.execute(select(device.kid, device.revoked_from)):
        if stands.get(row.kid) != row.revoked_from:
            yield Problem(What.REVOCATION, row.kid)


def _issued(looking: _Looking) -> Iterator[Problem]:
    """Manifests and releases are documents that the server signed, under their own ids."""
    for table, model, what in (
        (schema.manifest, Manifest, What.MANIFEST),
        (schema.release, Release, What.RELEASE),
    ):
        for row in looking.connection.execute(select(table.c.id, table.c.envelope)):
            found = _signed(looking, row.envelope, model)
            if found is None or found.id != row.id:
                yield Problem(what, row.id)


def _acts(looking: _Looking) -> Iterator[Problem]:
    """The document of each act that the log names is kept."""
    kept = {each.id for each in looking.trusts}
    for table in (schema.document, schema.packet):
        kept |= set(looking.connection.execute(select(table.c.id)).scalars())
    for position, leaf in enumerate(looking.leaves):
        subject = _document_of(leaf)
        if subject is not None and subject not in kept:
            yield Problem(What.ACT, str(position))


def _keys(looking: _Looking, keys: ServerKeys | None) -> Iterator[Problem]:
    """The private keys are those for which the root vouches."""
    if keys is None:
        return
    trust = looking.trusts[-1].document
    for each in keys.trusted():
        if trust.key_for(each.purpose) != each.key:
            yield Problem(What.KEYS, f"{each.purpose.value}.key")


def _document_of(leaf: AnyLeaf) -> str | None:
    match leaf:
        case ActLeaf():
            return leaf.subject
        case RevocationLeaf():
            return leaf.revocation
        case DispositionLeaf():
            return leaf.act
    return None


def _files(
    connection: Connection, home: Home, tell: Callable[[int, int], None]
) -> Iterator[Problem]:
    """Each encrypted file is there, and has the hash that is its name."""
    table = schema.file.c
    rows = connection.execute(select(table.cipher_sha256, table.cipher_length)).all()
    for done, row in enumerate(rows, start=1):
        path = home.blobs / row.cipher_sha256
        if not path.is_file():
            yield Problem(What.FILE_MISSING, row.cipher_sha256)
        elif path.stat().st_size != row.cipher_length or sha256_of(path) != row.cipher_sha256:
            yield Problem(What.FILE_CHANGED, row.cipher_sha256)
        tell(done, len(rows))


def sha256_of(path: Path) -> str:
    """The hash of a file, lowercase hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _signed(looking: _Looking, envelope: bytes, model: type[_Doc]) -> Opened[_Doc] | None:
    """The document, where a server key signed it."""
    try:
        return opened_by(looking.keys, envelope, model)
    except ProtocolFailure:
        return None


def _is_signed(envelope: bytes, keys: Mapping[str, VerifyKey]) -> bool:
    try:
        opened_packet(envelope, keys.get)
    except ProtocolFailure:
        return False
    return True


def _count_signed(connection: Connection) -> int:
    tables = (schema.device, schema.manifest, schema.release)
    return sum(
        connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables
    )


def _count_acts(looking: _Looking) -> int:
    return sum(isinstance(leaf, ActLeaf | RevocationLeaf) for leaf in looking.leaves)

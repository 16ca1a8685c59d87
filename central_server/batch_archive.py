"""A person's batch written as one file, for who has no connection: what a sync would have given."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, select

from central_server.batches import IssuedManifest, Issuer, manifest_for
from central_server.devices import exchange_keys, find_devices
from central_server.facts import Fact, read_fact
from central_server.failures import ServerFailure
from central_server.files import sync_folder
from central_server.home import Home
from central_server.log import Log
from central_server.people import Person, find_called
from central_server.releases import open_cases, release_for
from central_server.restored import awaits
from central_server.store import schema
from central_server.store.store import Store
from review_protocol.archive import ARCHIVE_LIMIT, MOST_NOTICES, BatchParts, write_archive
from review_protocol.canonical import document_id, sha256_hex
from review_protocol.documents.batch import FileRole
from review_protocol.envelope import read_envelope

_ROOM = 80 << 20
"""Bytes left for documents and the list of entries."""


@dataclass(eq=False)
class CannotWriteBatch(ServerFailure):
    """No file was written; `which` is the person, or the file that is missing or in the way."""

    reason: Literal["no-device", "nothing", "awaits", "file", "too-large", "write"]
    which: str


@dataclass(frozen=True, slots=True)
class WrittenBatch:
    """What is in the file; `left_out` counts the attachments that are not."""

    person: str
    name: str
    manifest: int
    cases: int
    released: int
    files: int
    left_out: int
    size: int
    path: Path


@dataclass(frozen=True, slots=True)
class _Given:
    """What is given to a person now."""

    person: Person
    manifest: IssuedManifest
    parts: BatchParts
    released: int


def write_batch(
    store: Store,
    log: Log,
    home: Home,
    issuer: Issuer,
    who: str,
    out: Path,
    *,
    attachments: bool,
    now: str,
) -> WrittenBatch:
    """Write the batch of the person with this id or name; the file is whole, or not there.

    Issues manifest and releases where something changed, as an answer to a desk does. Raises
    CannotWriteBatch, NotOnePerson, NotFounded.
    """
    with store.write() as connection:
        given = _given(connection, log, find_called(connection, who), issuer, now)
    manifest = given.manifest.document
    wanted = {
        file.cipher_sha256: file
        for file in manifest.files
        if attachments or file.role is not FileRole.ATTACHMENT
    }
    if sum(file.cipher_length for file in wanted.values()) > ARCHIVE_LIMIT - _ROOM:
        raise CannotWriteBatch("too-large", str(out))
    size = _write(out, given.parts, _ciphertexts(home, sorted(wanted)))
    everything = {file.cipher_sha256 for file in manifest.files}
    return WrittenBatch(
        person=given.person.id,
        name=given.person.name,
        manifest=manifest.number,
        cases=len(manifest.cases),
        released=given.released,
        files=len(wanted),
        left_out=len(everything) - len(wanted),
        size=size,
        path=out,
    )


def _given(connection: Connection, log: Log, person: Person, issuer: Issuer, now: str) -> _Given:
    devices = find_devices(connection, exchange_keys(connection, person.id))  # those in use
    if not devices:
        raise CannotWriteBatch("no-device", person.name)
    ready = [device for kid, device in sorted(devices.items()) if not awaits(connection, kid)]
    if not ready:
        raise CannotWriteBatch("awaits", person.name)
    manifest = manifest_for(connection, person, issuer, now)
    if manifest is None:
        raise CannotWriteBatch("nothing", person.name)
    made = [release_for(connection, device, manifest, issuer, now) for device in ready]
    parts = BatchParts(
        manifest=manifest.envelope,
        trust=read_fact(connection, Fact.TRUST),
        checkpoint=log.note(connection),
        releases={document_id(read_envelope(each).body): each for each in made if each is not None},
        notices=_notices(connection, person.id),
    )
    cases = open_cases(connection, person.id, manifest.document) if parts.releases else ()
    return _Given(person, manifest, parts, len(cases))


def _notices(connection: Connection, person: str) -> dict[int, bytes]:
    """A person's notices by their number; where there are too many, the newest."""
    table = schema.notice
    rows = connection.execute(
        select(table.c.number, table.c.envelope)
        .where(table.c.person == person)
        .order_by(table.c.number.desc())
        .limit(MOST_NOTICES)
    )
    return {row.number: row.envelope for row in rows}


def _ciphertexts(home: Home, hashes: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The files as they lie in blobs/, one in memory at a time, each checked by its name."""
    for sha256 in hashes:
        try:
            content = (home.blobs / sha256).read_bytes()
        except OSError as error:
            raise CannotWriteBatch("file", f"blobs/{sha256}") from error
        if sha256_hex(content) != sha256:
            raise CannotWriteBatch("file", f"blobs/{sha256}")
        yield sha256, content


def _write(out: Path, parts: BatchParts, files: Iterator[tuple[str, bytes]]) -> int:
    """Beside its place, flushed, then put there; answers its bytes."""
    part = out.with_name(f".{out.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as stream:
            write_archive(stream, parts, files)
            stream.flush()
            os.fsync(stream.fileno())
            size = stream.tell()
        part.replace(out)
    except OSError as error:
        raise CannotWriteBatch("write", str(out)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    sync_folder(out.parent)
    return size

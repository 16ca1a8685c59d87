"""Files of batches: encrypted once, named by the hash of their ciphertext, keys in the database."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, Row, insert, select

from central_server.files import write_whole
from central_server.home import Home
from central_server.store.schema import file as table
from review_protocol.canonical import canonical, sha256_hex, to_base64
from review_protocol.documents.batch import FileEntry, FileRole, WrappedKeys
from review_protocol.exchange import WRAP_INFO
from review_protocol.keys import ExchangePublicKey, Randomness
from review_protocol.sealing import encrypt_file, new_file_key, seal_to


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file as the database has it: its entry, and the key that opens it."""

    entry: FileEntry
    key: bytes


def take_file(
    connection: Connection,
    home: Home,
    *,
    role: FileRole,
    case_number: str | None,
    plaintext: bytes,
    randomness: Randomness = secrets.token_bytes,
) -> FileEntry:
    """Encrypt a file under a key of its own into blobs/, once; answers its entry.

    The ciphertext is on the disk before the row is; a file that is known is not written again.
    """
    digest = sha256_hex(plaintext)
    known = find_files(connection, [digest]).get(digest)
    if known is not None:
        return known.entry
    key = new_file_key(randomness)
    ciphertext = encrypt_file(key, plaintext, randomness=randomness)
    entry = FileEntry(
        role=role,
        case=case_number,
        sha256=digest,
        length=len(plaintext),
        cipher_sha256=sha256_hex(ciphertext),
        cipher_length=len(ciphertext),
    )
    write_whole(home.blobs / entry.cipher_sha256, ciphertext)
    connection.execute(
        insert(table).values(
            sha256=digest,
            role=role.value,
            case_number=case_number,
            length=entry.length,
            cipher_sha256=entry.cipher_sha256,
            cipher_length=entry.cipher_length,
            key=key,
        )
    )
    return entry


def find_files(connection: Connection, digests: Collection[str]) -> dict[str, KeptFile]:
    """The files among these hashes of plaintext."""
    rows = connection.execute(select(table).where(table.c.sha256.in_(set(digests))))
    return {row.sha256: KeptFile(_entry(row), row.key) for row in rows}


def wrap_keys(kid: str, device: ExchangePublicKey, files: Collection[KeptFile]) -> WrappedKeys:
    """The files' keys sealed to a device: JSON of plaintext hash → hex key; its id is the aad."""
    keys = canonical({file.entry.sha256: file.key.hex() for file in files})
    sealed = seal_to(device, keys, info=WRAP_INFO, aad=kid.encode("ascii"))
    return WrappedKeys(kid=kid, sealed=to_base64(sealed))


def _entry(row: Row[tuple[object, ...]]) -> FileEntry:
    return FileEntry(
        role=FileRole(row.role),
        case=row.case_number,
        sha256=row.sha256,
        length=row.length,
        cipher_sha256=row.cipher_sha256,
        cipher_length=row.cipher_length,
    )

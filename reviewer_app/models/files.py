"""Files of the batch: what the manifest says of them, their keys, and where their ciphertext lies.

Ciphertext is on the disk under its hash, in `blobs/`; plaintext is in memory only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, Row, Select, case, select, update
from sqlalchemy.dialects.sqlite import insert

from review_protocol.documents.batch import FileEntry, FileRole
from reviewer_app.models.case_schema import file

BLOBS_FOLDER = "blobs"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of the batch; `key` is None until a manifest or a release has opened it."""

    entry: FileEntry
    key: bytes | None = field(repr=False)


def keep_files(connection: Connection, entries: Iterable[FileEntry]) -> None:
    """Keep the manifest's list in place of the one before; keys that are known stay."""
    connection.execute(update(file).values(in_batch=0))
    for each in entries:
        row = insert(file).values(
            sha256=each.sha256,
            role=each.role,
            case_number=each.case,
            length=each.length,
            cipher_sha256=each.cipher_sha256,
            cipher_length=each.cipher_length,
            in_batch=1,
        )
        connection.execute(
            row.on_conflict_do_update(
                index_elements=[file.c.sha256],
                set_={
                    "cipher_sha256": each.cipher_sha256,
                    "cipher_length": each.cipher_length,
                    "length": each.length,
                    "role": each.role,
                    "in_batch": 1,
                },
            )
        )


def keep_file_keys(connection: Connection, keys: Mapping[str, bytes]) -> None:
    """Keep keys by the hash of the plaintext that they open."""
    for sha256, key in keys.items():
        connection.execute(update(file).where(file.c.sha256 == sha256).values(key=key))


def files_in_batch(connection: Connection) -> tuple[StoredFile, ...]:
    """All files of the manifest that stands: what is small and needed first comes first."""
    first = case({role: place for place, role in enumerate(FileRole)}, value=file.c.role)
    rows = connection.execute(
        _stored().where(file.c.in_batch == 1).order_by(first, file.c.case_number, file.c.sha256)
    )
    return tuple(_file(row) for row in rows)


def file_of(connection: Connection, sha256: str) -> StoredFile | None:
    """One file by the hash of its plaintext."""
    found = connection.execute(_stored().where(file.c.sha256 == sha256)).first()
    return None if found is None else _file(found)


def blob_path(folder: Path, cipher_sha256: str) -> Path:
    """Where this ciphertext lies in a profile folder, whole; beside it a `.part` on its way."""
    return folder / BLOBS_FOLDER / cipher_sha256


def _stored() -> Select[tuple[object, ...]]:
    return select(file)


def _file(row: Row[tuple[object, ...]]) -> StoredFile:
    fields = row._mapping
    entry = FileEntry(
        role=FileRole(fields["role"]),
        case=fields["case_number"],
        sha256=fields["sha256"],
        length=fields["length"],
        cipher_sha256=fields["cipher_sha256"],
        cipher_length=fields["cipher_length"],
    )
    return StoredFile(entry, fields["key"])

"""Files opened in memory: unwrapped keys, decrypted and verified plaintext, nothing on the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from review_protocol.canonical import from_base64, parse_canonical, sha256_hex
from review_protocol.documents.base import Document
from review_protocol.documents.batch import FileEntry, WrappedKeys
from review_protocol.exchange import WRAP_INFO
from review_protocol.failures import CannotOpen, MalformedDocument, ProtocolFailure, TooLarge
from review_protocol.sealing import decrypt_file, open_sealed
from reviewer_app.errors import DamagedFile
from reviewer_app.models.disk import disk_failures
from reviewer_app.models.files import StoredFile, blob_path
from reviewer_app.models.vault import Vault

_Doc = TypeVar("_Doc", bound=Document)


def unwrapped(wrapped: WrappedKeys, vault: Vault) -> dict[str, bytes]:
    """The file keys that were sealed to this device, also to its earlier keys, by the hash of the
    plaintext.

    Raises CannotOpen, MalformedDocument.
    """
    exchange_key = vault.opens(wrapped.kid)
    if exchange_key is None:
        raise CannotOpen("key")
    aad = wrapped.kid.encode("ascii")
    sealed = from_base64(wrapped.sealed)
    keys = parse_canonical(open_sealed(exchange_key, sealed, info=WRAP_INFO, aad=aad))
    if not isinstance(keys, dict):
        raise MalformedDocument("wrapped keys are an object")
    return {sha256: _key(key) for sha256, key in keys.items()}


def is_here(folder: Path, entry: FileEntry) -> bool:
    """Whether the whole ciphertext lies in the profile folder."""
    return blob_path(folder, entry.cipher_sha256).is_file()


def open_file(folder: Path, file: StoredFile) -> bytes:
    """The plaintext of a file whose key is known and whose ciphertext is here.

    Raises DamagedFile where it is not what the manifest says (the ciphertext is then deleted, so
    that the next sync fetches it anew); ValueError without a key.
    """
    if file.key is None:
        raise ValueError("the file has not been released")
    path = blob_path(folder, file.entry.cipher_sha256)
    with disk_failures(path):
        ciphertext = path.read_bytes()
    try:
        plaintext = decrypt_file(file.key, ciphertext)
    except (CannotOpen, TooLarge) as error:
        _discard(path)
        raise DamagedFile(_name(file.entry)) from error
    if (sha256_hex(plaintext), len(plaintext)) != (file.entry.sha256, file.entry.length):
        _discard(path)
        raise DamagedFile(_name(file.entry))
    return plaintext


def open_document(
    folder: Path, file: StoredFile, read: Callable[[bytes], _Doc]
) -> tuple[_Doc, bytes]:
    """A file's document, read by `read` (which raises ProtocolFailure), and its bytes as they came.

    Raises DamagedFile, also for another form.
    """
    body = open_file(folder, file)
    try:
        parse_canonical(body)
        return read(body), body
    except ProtocolFailure as error:
        raise DamagedFile(_name(file.entry)) from error


def kind_of(folder: Path, file: StoredFile) -> str:
    """The kind that a file's document says it has; raises DamagedFile."""
    body = open_file(folder, file)
    try:
        fields = parse_canonical(body)
    except ProtocolFailure as error:
        raise DamagedFile(_name(file.entry)) from error
    return str(fields.get("kind")) if isinstance(fields, dict) else ""


def _discard(path: Path) -> None:
    with disk_failures(path):
        path.unlink(missing_ok=True)


def _name(entry: FileEntry) -> str:
    return entry.case or entry.role


def _key(text: object) -> bytes:
    if not isinstance(text, str):
        raise MalformedDocument("a file key is hexadecimal")
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise MalformedDocument("a file key is hexadecimal") from error

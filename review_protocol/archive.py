"""A batch as one file: manifest, keys, releases, notices, checkpoint and ciphertexts in a ZIP.

Only form is checked here, and that a ciphertext has the hash that it is named by: what is in the
documents is believed after their signatures, by whoever takes the parts.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from review_protocol.envelope import ENVELOPE_LIMIT
from review_protocol.failures import TooLarge
from review_protocol.file_failures import MalformedArchive, TooMany
from review_protocol.sealing import FILE_LIMIT
from review_protocol.translog.notes import NOTE_LIMIT
from review_protocol.zip_form import StoredEntry, read_content, read_entries

BATCH_SUFFIX = ".review-batch"

ARCHIVE_LIMIT = 2 << 30
"""Bytes of a batch archive."""
MOST_ENTRIES = 20_000
MOST_RELEASES = 1000
MOST_NOTICES = 5000
CIPHER_LIMIT = FILE_LIMIT + 128
"""Bytes of one ciphertext: a file's, and what encryption adds."""
_DOCUMENTS_LIMIT = 64 << 20

_MANIFEST, _TRUST, _CHECKPOINT = "manifest.json", "trust.json", "log/checkpoint"
_RELEASE = re.compile(r"releases/([0-9a-f]{64})\.json")
_NOTICE = re.compile(r"notices/([1-9][0-9]{0,8})\.json")
_FILE = re.compile(r"files/([0-9a-f]{64})")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class BatchParts:
    """The small parts of a batch archive: envelopes and the checkpoint's note, nothing verified."""

    manifest: bytes
    trust: bytes
    checkpoint: str
    releases: Mapping[str, bytes] = field(default_factory=dict)
    """By the release's id."""
    notices: Mapping[int, bytes] = field(default_factory=dict)
    """By the notice's number, ascending."""


def write_archive(
    stream: BinaryIO, parts: BatchParts, files: Iterable[tuple[str, bytes]] = ()
) -> None:
    """Write an archive; `files` are ciphertexts by their SHA-256, one in memory at a time.

    The same parts make the same bytes. `stream` can seek.
    """
    documents: dict[str, bytes] = {
        _MANIFEST: parts.manifest,
        _TRUST: parts.trust,
        _CHECKPOINT: parts.checkpoint.encode("utf-8"),
        **{f"releases/{id}.json": each for id, each in sorted(parts.releases.items())},
        **{f"notices/{number}.json": each for number, each in sorted(parts.notices.items())},
    }
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
        for name, content in documents.items():
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), content)
        for sha256, content in files:
            archive.writestr(zipfile.ZipInfo(f"files/{sha256}", _LONG_AGO), content)


class ArchiveReader:
    """Reads a batch archive from a stream that can seek, and that stays open as long as this.

    Nothing is written anywhere, and no name in the archive is ever a path. Raises TooLarge,
    TooMany, MalformedArchive; OSError as the stream does.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        entries = read_entries(stream, limit=ARCHIVE_LIMIT, most=MOST_ENTRIES)
        self._entries = {entry.name: entry for entry in entries}
        releases, notices, self._files = _sorted_out(entries)
        self.parts = BatchParts(
            manifest=self._document(_MANIFEST, ENVELOPE_LIMIT),
            trust=self._document(_TRUST, ENVELOPE_LIMIT),
            checkpoint=_text(self._document(_CHECKPOINT, NOTE_LIMIT)),
            releases={id: self._document(name, ENVELOPE_LIMIT) for id, name in releases.items()},
            notices={n: self._document(notices[n], ENVELOPE_LIMIT) for n in sorted(notices)},
        )

    @property
    def files(self) -> Mapping[str, int]:
        """The ciphertexts' lengths in bytes, by their SHA-256."""
        return {sha256: entry.size for sha256, entry in self._files.items()}

    def file(self, sha256: str) -> Iterator[bytes]:
        """A ciphertext in pieces of at most 1 MiB; KeyError where it is not there.

        MalformedArchive comes after the last piece where the content is not what it is named by:
        so what was kept of it is to be thrown away.
        """
        entry = self._files[sha256]
        digest = hashlib.sha256()
        for piece in read_content(self._stream, entry):
            digest.update(piece)
            yield piece
        if digest.hexdigest() != sha256:
            raise MalformedArchive("content", entry.name)

    def _document(self, name: str, limit: int) -> bytes:
        entry = self._entries.get(name)
        if entry is None:
            raise MalformedArchive("missing", name)
        if entry.size > limit:
            raise TooLarge(entry.size, limit)
        return b"".join(read_content(self._stream, entry))


def _sorted_out(
    entries: Iterable[StoredEntry],
) -> tuple[dict[str, str], dict[int, str], dict[str, StoredEntry]]:
    """Names of releases by id and of notices by number, ciphertexts by hash; within the bounds."""
    releases: dict[str, str] = {}
    notices: dict[int, str] = {}
    files: dict[str, StoredEntry] = {}
    documents = 0
    for entry in entries:
        if found := _FILE.fullmatch(entry.name):
            files[found[1]] = entry
            if entry.size > CIPHER_LIMIT:
                raise TooLarge(entry.size, CIPHER_LIMIT)
            continue
        documents += entry.size
        if found := _RELEASE.fullmatch(entry.name):
            releases[found[1]] = entry.name
        elif found := _NOTICE.fullmatch(entry.name):
            notices[int(found[1])] = entry.name
        elif entry.name not in (_MANIFEST, _TRUST, _CHECKPOINT):
            raise MalformedArchive("name", entry.name)
    if len(releases) > MOST_RELEASES:
        raise TooMany("releases", MOST_RELEASES)
    if len(notices) > MOST_NOTICES:
        raise TooMany("notices", MOST_NOTICES)
    if documents > _DOCUMENTS_LIMIT:
        raise TooLarge(documents, _DOCUMENTS_LIMIT)
    return releases, notices, files


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise MalformedArchive("content", _CHECKPOINT) from error

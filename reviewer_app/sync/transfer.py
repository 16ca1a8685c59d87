"""Ciphertext fetched by its hash: by ranges, resumed where it ended, checked before it counts."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from review_protocol.documents.answers import Refusal
from review_protocol.documents.batch import FileEntry
from review_protocol.exchange import BLOBS, REQUEST_NONCE_HEADER
from reviewer_app.errors import AnswerCutOff, DamagedFile, Found, NotOurServer
from reviewer_app.models.disk import disk_failures, flush_folder
from reviewer_app.sync.again import persistently
from reviewer_app.sync.answers import verified_answer
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.http import CHUNK, Reply, Stream
from reviewer_app.sync.reports import Cancelled
from reviewer_app.sync.trust import TrustState

_CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)", re.ASCII)
_REFUSAL_LIMIT = 1 << 16

Received = Callable[[int], None]
"""Told how many bytes of the file are here."""


@dataclass(frozen=True, slots=True)
class BlobTransfer:
    """Fetches files of the batch from one server; everything raises as `ServerClient.meet`."""

    client: ServerClient
    trust: TrustState

    def fetch(
        self, entry: FileEntry, target: Path, *, received: Received, cancelled: Cancelled
    ) -> bool:
        """Bring the ciphertext of `entry` to `target`; False where it was cancelled on the way.

        What arrived lies in `<target>.part` and is gone on with next time. Raises AnswerCutOff,
        DamagedFile (fetched twice, wrong twice: nothing of it is kept), ServerRefused, DiskFull,
        FolderReadOnly, StorageFault.
        """
        part = target.with_name(target.name + ".part")
        for _ in range(2):
            tries = self.client.http.transport.tries
            if not persistently(lambda: self._complete(entry, part, received, cancelled), tries):
                return False
            with disk_failures(target):
                if _digest(part) == entry.cipher_sha256:
                    part.replace(target)
                    flush_folder(target.parent)
                    return True
                part.unlink()
        raise DamagedFile(entry.case or entry.role)

    def _complete(
        self, entry: FileEntry, part: Path, received: Received, cancelled: Cancelled
    ) -> bool:
        """Ask until the part has the length that the manifest says."""
        for _ in range(2):
            have = _length(part)
            if have > entry.cipher_length:
                with disk_failures(part):
                    part.unlink()
                have = 0
            if have == entry.cipher_length and part.exists():
                return True
            nonce = self.client.nonce()
            headers = {REQUEST_NONCE_HEADER: nonce}
            if have:
                headers["Range"] = f"bytes={have}-"
            target = f"{BLOBS}/{entry.cipher_sha256}"
            with self.client.http.open("GET", target, headers=headers) as stream:
                at = self._position(stream, have, entry.cipher_length, nonce)
                if at is not None:
                    return self._write(stream, entry, part, at, received, cancelled)
            with disk_failures(part):
                part.unlink(missing_ok=True)
        raise NotOurServer(self.client.server, Found.UNSIGNED)

    def _position(self, stream: Stream, have: int, length: int, nonce: str) -> int | None:
        """Where the answer's bytes begin; None where the part does not fit what is there."""
        stream.require_no_page()
        if stream.status == 200:
            return 0
        if stream.status == 206:
            match = _CONTENT_RANGE.fullmatch(stream.headers.get("Content-Range", ""))
            fits = match is not None and int(match[1]) == have
            return have if fits and match is not None and match[3] in (str(length), "*") else None
        if stream.status == 416 and have:
            return None
        reply = Reply(
            stream.status,
            stream.content_type,
            stream.body(_REFUSAL_LIMIT),
            stream.headers.get("Retry-After"),
        )
        verified_answer(
            reply,
            Refusal,
            server=self.client.server,
            server_key=self.trust.server_key,
            nonce=nonce,
        )
        raise NotOurServer(self.client.server, Found.UNSIGNED)

    def _write(
        self,
        stream: Stream,
        entry: FileEntry,
        part: Path,
        at: int,
        received: Received,
        cancelled: Cancelled,
    ) -> bool:
        """Write the body from `at` on, and no byte beyond the length that the manifest says."""
        chunks = _bounded(stream.chunks(), entry.cipher_length - at)
        with disk_failures(part):
            # unbuffered: what a full disk refused must not come up again at the closing
            file = part.open("ab" if at else "wb", buffering=0)
        with file:
            for chunk in chunks:
                with disk_failures(part):
                    _write_all(file, chunk)
                at += len(chunk)
                received(at)
                if cancelled() and at < entry.cipher_length:
                    return False
            with disk_failures(part):
                os.fsync(file.fileno())
        if at < entry.cipher_length:
            raise AnswerCutOff(self.client.server, at, entry.cipher_length)
        return True


def _bounded(chunks: Iterator[bytes], room: int) -> Iterator[bytes]:
    while room > 0 and (chunk := next(chunks, None)) is not None:
        yield chunk[:room]
        room -= len(chunk)


def _write_all(file: FileIO, chunk: bytes) -> None:
    rest = memoryview(chunk)
    while rest:
        rest = rest[file.write(rest) :]


def _length(part: Path) -> int:
    with disk_failures(part):
        return part.stat().st_size if part.exists() else 0


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()

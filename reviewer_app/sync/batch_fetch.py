"""A batch fetched and taken in: what is declared on first, then texts, then attachments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from review_protocol.documents.batch import FileEntry, FileRole, Manifest
from review_protocol.documents.people import Certificate
from reviewer_app.errors import DamagedFile
from reviewer_app.models.disk import disk_failures
from reviewer_app.models.facts import FactName, keep_fact, text_of
from reviewer_app.models.files import BLOBS_FOLDER, StoredFile, blob_path
from reviewer_app.models.store import Store
from reviewer_app.models.vault import Vault
from reviewer_app.sync.clock import Clock, timestamp
from reviewer_app.sync.reading_aids import ReadingAids
from reviewer_app.sync.reports import BatchReport, Cancelled, Progress, Report
from reviewer_app.sync.taking_in import GivenBatch, TakingIn, known_manifest
from reviewer_app.sync.transfer import Received
from reviewer_app.sync.trust import TrustState


class BlobSource(Protocol):
    """Brings ciphertext by its hash; raises as `BlobTransfer.fetch`."""

    def fetch(
        self, entry: FileEntry, target: Path, *, received: Received, cancelled: Cancelled
    ) -> bool:
        """Bring one file; False where it was cancelled on the way."""


class BatchSource(Protocol):
    """Where a batch comes from: a session with the server, or files that somebody handed over."""

    @property
    def server(self) -> str: ...

    @property
    def trust(self) -> TrustState: ...

    def blobs(self) -> BlobSource | None:
        """What brings the files that are not here; None where nothing does."""


@dataclass(slots=True)
class _Tally:
    """What has come so far; the first damaged file is told when all others are here."""

    files: int = 0
    cases: int = 0
    released: int = 0
    damaged: list[DamagedFile] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BatchFetch:
    """Fetches the files of the manifest that stands, and opens what is released."""

    store: Store
    vault: Vault
    source: BatchSource
    certificate: Certificate
    clock: Clock
    aids: ReadingAids

    def run(self, answer: GivenBatch | None, report: Report, cancelled: Cancelled) -> BatchReport:
        """Take in the answer where there is one, then bring and open what is missing.

        Ends early when `cancelled`. Raises as the session, and ManifestRolledBack, DamagedFile.
        """
        taking = TakingIn(self.store, self.vault, self.source.server, self.aids)
        now = timestamp(self.clock())
        if answer is not None:
            taking.manifest(answer, self.source.trust, self.certificate, now)
        manifest = known_manifest(self.store)
        if manifest is None:
            raise ValueError("there is neither an answer nor a manifest that stands")
        tally = _Tally()
        needed = [file for file in taking.waiting() if not file.entry.role.is_content]
        if self._fetch(needed, tally, report, cancelled) and not tally.damaged:
            if all(file.entry.role.is_content for file in taking.waiting()):
                self._headers(taking, manifest, tally, now)
            self._contents(taking, manifest, tally, report, cancelled)
        if tally.damaged:
            raise tally.damaged[0]
        return BatchReport(
            manifest=manifest.number,
            cases=tally.cases,
            released=tally.released,
            files_fetched=tally.files,
            files_waiting=len(taking.waiting()),
        )

    def _headers(self, taking: TakingIn, manifest: Manifest, tally: _Tally, now: str) -> None:
        with self.store.read() as connection:
            taken = text_of(connection, FactName.MANIFEST_TAKEN)
        if taken == manifest.id:
            return
        tally.cases = taking.headers(manifest, now)
        with self.store.write() as connection:
            keep_fact(connection, FactName.MANIFEST_TAKEN, manifest.id)

    def _contents(
        self,
        taking: TakingIn,
        manifest: Manifest,
        tally: _Tally,
        report: Report,
        cancelled: Cancelled,
    ) -> None:
        """Texts, which can be read as soon as they are here; attachments after all of them."""
        waiting = taking.waiting()
        texts = [file for file in waiting if file.entry.role is FileRole.CASE]
        others = [file for file in waiting if file.entry.role is not FileRole.CASE]
        if not self._fetch(texts, tally, report, cancelled):
            return
        openable = taking.openable(manifest)
        for opened, case in enumerate(openable):
            if cancelled():
                return
            report(Progress("open", opened, len(openable)))
            try:
                taking.content(case)
            except DamagedFile as damaged:
                tally.damaged.append(damaged)
            else:
                tally.released += 1
        self._fetch(others, tally, report, cancelled)

    def _fetch(
        self, files: Sequence[StoredFile], tally: _Tally, report: Report, cancelled: Cancelled
    ) -> bool:
        """Bring ciphertexts; False where it was cancelled."""
        blobs = self.source.blobs()
        if blobs is None:
            return True
        folder = self.store.folder / BLOBS_FOLDER
        with disk_failures(folder):
            folder.mkdir(exist_ok=True)
        total, before = sum(file.entry.cipher_length for file in files), 0
        for file in files:
            target = blob_path(self.store.folder, file.entry.cipher_sha256)

            def received(here: int, before: int = before) -> None:
                report(Progress("files", before + here, total))

            if cancelled():
                return False
            try:
                if not blobs.fetch(file.entry, target, received=received, cancelled=cancelled):
                    return False
            except DamagedFile as damaged:
                tally.damaged.append(damaged)
            else:
                tally.files += 1
            before += file.entry.cipher_length
        return True

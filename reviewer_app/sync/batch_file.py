"""A batch out of a file: verified as a whole, and then taken in as one from the server is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from review_protocol.archive import ArchiveReader
from review_protocol.canonical import to_base64
from review_protocol.documents.answers import LogView
from review_protocol.documents.batch import FileEntry, FileRole, Manifest, Release
from review_protocol.translog import open_checkpoint
from reviewer_app.errors import ManifestRolledBack
from reviewer_app.errors_files import FileProblem, UnusableFile
from reviewer_app.models.disk import disk_failures
from reviewer_app.models.erased import closed_rounds
from reviewer_app.models.files import BLOBS_FOLDER, blob_path
from reviewer_app.models.store import Store
from reviewer_app.models.vault import Vault
from reviewer_app.sync.batch_fetch import BatchFetch
from reviewer_app.sync.clock import Clock, timestamp
from reviewer_app.sync.contents import is_here
from reviewer_app.sync.file_parts import FileSource, GivenByFile, file_failures, newer_trust
from reviewer_app.sync.knowledge import Knowledge, keep_log, keep_trust, read_knowledge
from reviewer_app.sync.notices import TakingNotices
from reviewer_app.sync.reading_aids import ReadingAids
from reviewer_app.sync.reports import BatchReport, Cancelled, Progress, Report
from reviewer_app.sync.taking_in import known_manifest
from reviewer_app.sync.trust import (
    TrustState,
    kept_checkpoint,
    opened_by_server,
    require_news,
    require_own,
)
from reviewer_app.version import require_app

_NOTHING = BatchReport(0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Verified:
    """What is believed of an archive's documents."""

    trust: TrustState
    manifest: Manifest
    given: GivenByFile


@dataclass(frozen=True, slots=True)
class BatchFile:
    """Takes a batch in from a file; what is wrong with one is told before anything is kept."""

    store: Store
    vault: Vault
    aids: ReadingAids
    clock: Clock

    def take(self, path: Path, report: Report, cancelled: Cancelled) -> BatchReport:
        """Take the archive at `path` in; done again, it changes nothing.

        Raises UnusableFile, ManifestRolledBack (the same number with other content), AppTooOld,
        LogSplit, DamagedProfile, DiskFull, FolderReadOnly, StorageFault.
        """
        known = read_knowledge(self.store, self.vault)
        with file_failures(path), path.open("rb") as stream:
            archive = ArchiveReader(stream)
            found = self._verified(path, archive, known)
            copied = self._copy(archive, found.manifest, report, cancelled)
        if copied is None:
            return _NOTHING
        keep_trust(self.store, known, found.trust, timestamp(self.clock()))
        self._keep_log(archive.parts.checkpoint, found.trust)
        notices = TakingNotices(self.store, found.trust, known.certificate)
        notices.take(archive.parts.notices.values(), timestamp(self.clock()))
        fetch = BatchFetch(
            self.store,
            self.vault,
            FileSource(known.server, found.trust),
            known.certificate,
            self.clock,
            self.aids,
        )
        taken = fetch.run(found.given, report, cancelled)
        return BatchReport(
            manifest=taken.manifest,
            cases=taken.cases,
            released=taken.released,
            files_fetched=copied,
            files_waiting=taken.files_waiting,
        )

    def _verified(self, path: Path, archive: ArchiveReader, known: Knowledge) -> _Verified:
        """Documents and their fit, before a byte is written; raises as `take`."""
        parts = archive.parts
        trust = newer_trust(known.trust, parts.trust)
        offered = opened_by_server(parts.manifest, Manifest, trust)
        manifest = offered.document
        problem = self._misfit(manifest, archive, known)
        if problem is not None:
            raise UnusableFile(path, problem)
        try:
            require_news(offered, trust, known.certificate, known_manifest(self.store))
        except ManifestRolledBack as rolled_back:
            if rolled_back.seen == rolled_back.offered:
                raise  # two batches under one number: the server contradicts itself
            raise UnusableFile(path, FileProblem.OLDER_BATCH) from rolled_back
        require_app(manifest.oldest_app)
        open_checkpoint(parts.checkpoint, trust.log_verifiers)
        own = self._own_releases(parts.releases.values(), trust)
        for release in own.values():
            require_own(release, trust, known.certificate)
        given = GivenByFile(to_base64(parts.manifest), tuple(to_base64(each) for each in own))
        return _Verified(trust, manifest, given)

    def _misfit(
        self, manifest: Manifest, archive: ArchiveReader, known: Knowledge
    ) -> FileProblem | None:
        if manifest.deployment != known.trust.deployment:
            return FileProblem.OTHER_PROGRAMME
        if manifest.person != known.certificate.person:
            return FileProblem.OTHER_PERSON
        if not any(self.vault.opens(each.kid) for each in manifest.wrapped):
            return FileProblem.OTHER_COMPUTER
        with self.store.read() as connection:
            if manifest.round.number in closed_rounds(connection):
                return FileProblem.CLOSED_HERE
        for file in manifest.files:
            length = archive.files.get(file.cipher_sha256)
            needed = file.role is not FileRole.ATTACHMENT
            if length is None and needed and not is_here(self.store.folder, file):
                return FileProblem.INCOMPLETE
            if length not in (None, file.cipher_length):
                return FileProblem.ALTERED
        return None

    def _own_releases(
        self, envelopes: Iterable[bytes], trust: TrustState
    ) -> Mapping[bytes, Release]:
        """The releases for this device by their envelopes; a batch holds those of all devices of
        its person."""
        all_ = {each: opened_by_server(each, Release, trust).document for each in envelopes}
        return {each: its for each, its in all_.items() if self.vault.opens(its.wrapped.kid)}

    def _copy(
        self,
        archive: ArchiveReader,
        manifest: Manifest,
        report: Report,
        cancelled: Cancelled,
    ) -> int | None:
        """Bring the ciphertexts that are not here; all of them, or none where one is damaged.

        Answers how many they were, None where it was cancelled.
        """
        wanted = {
            file.cipher_sha256: file
            for file in manifest.files
            if file.cipher_sha256 in archive.files and not is_here(self.store.folder, file)
        }
        total, done = sum(file.cipher_length for file in wanted.values()), 0
        copies = _Copies(self.store.folder)
        with ExitStack() as undo:
            undo.callback(copies.clear_away)
            for file in wanted.values():
                if cancelled():
                    return None
                report(Progress("copy", done, total))
                copies.add(archive, file)
                done += file.cipher_length
            undo.pop_all()
        report(Progress("copy", total, total))
        return len(wanted)

    def _keep_log(self, note: str, trust: TrustState) -> None:
        """Keep the checkpoint where it needs no proof: a batch as a file carries none."""
        known = read_knowledge(self.store, self.vault)
        offered = kept_checkpoint(note)
        if known.known_log is None or known.known_log.size in (0, offered.size):
            view = LogView(checkpoint=note, consistency=())
            keep_log(self.store, known.checkpoint, view, trust)


class _Copies:
    """Ciphertexts brought into a profile, which can be taken away again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: list[Path] = []
        with disk_failures(folder):
            folder.joinpath(BLOBS_FOLDER).mkdir(exist_ok=True)

    def add(self, archive: ArchiveReader, file: FileEntry) -> None:
        """Bring one, under its name only when it is whole and flushed.

        What the archive fails by is raised as it is: ProtocolFailure, OSError.
        """
        target = blob_path(self._folder, file.cipher_sha256)
        beside = target.with_name(f"{target.name}.copy")
        self._made += [beside, target]
        with disk_failures(target):
            # unbuffered: what a full disk refused must not come up again at the closing
            out = beside.open("wb", buffering=0)
        with out:
            for piece in archive.file(file.cipher_sha256):
                rest = memoryview(piece)
                while rest:
                    with disk_failures(target):
                        rest = rest[out.write(rest) :]
            with disk_failures(target):
                os.fsync(out.fileno())
        with disk_failures(target):
            beside.replace(target)

    def clear_away(self) -> None:
        """As if nothing had been brought."""
        for path in self._made:
            with suppress(OSError):
                path.unlink(missing_ok=True)

"""A batch taken in: manifest, releases and files verified, opened in memory, kept and indexed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

from review_protocol.canonical import from_base64
from review_protocol.declaring import asks_anew
from review_protocol.documents.base import Document
from review_protocol.documents.batch import FileRole, Manifest, ManifestCase, Release
from review_protocol.documents.case import CaseHeaders
from review_protocol.documents.case_files import read_case
from review_protocol.documents.own_tables import Glossary, NamedCountries
from review_protocol.documents.people import Certificate
from review_protocol.documents.programme import Programme, Rubric, Rules
from review_protocol.envelope import read_envelope
from review_protocol.failures import ProtocolFailure
from review_protocol.orders import cases_order
from reviewer_app.errors import DamagedFile, Found, ManifestRolledBack, NotOurServer
from reviewer_app.models import case_list, cases, facts
from reviewer_app.models.declarations import forget_declared, forget_held_declarations
from reviewer_app.models.documents import keep_alignment, keep_document
from reviewer_app.models.earlier_texts import earlier_texts
from reviewer_app.models.facts import FactName
from reviewer_app.models.files import (
    StoredFile,
    file_of,
    files_in_batch,
    keep_file_keys,
    keep_files,
)
from reviewer_app.models.notices import take_back
from reviewer_app.models.own_tables import is_own_table
from reviewer_app.models.rows import CaseFlag
from reviewer_app.models.six_words import note_words
from reviewer_app.models.store import Store
from reviewer_app.models.vault import Vault
from reviewer_app.sync.contents import is_here, kind_of, open_document, unwrapped
from reviewer_app.sync.reading_aids import ReadingAids
from reviewer_app.sync.trust import TrustState, opened_manifest, opened_release
from reviewer_app.version import require_app

_DOCUMENTS: Mapping[FileRole, type[Document]] = {
    FileRole.PROGRAMME: Programme,
    FileRole.RUBRIC: Rubric,
    FileRole.RULES: Rules,
}
OWN_TABLES: Mapping[str, type[Document]] = {
    Glossary.kind: Glossary,
    NamedCountries.kind: NamedCountries,
}
"""What stands beside no case, by its kind; another one is for a newer app."""


class GivenBatch(Protocol):
    """A manifest and its releases, however they came: base64 of their envelopes."""

    @property
    def manifest(self) -> str: ...

    @property
    def releases(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class TakingIn:
    """Takes a batch in, step by step; every step done again changes nothing."""

    store: Store
    vault: Vault
    server: str
    aids: ReadingAids

    def manifest(
        self, answer: GivenBatch, trust: TrustState, certificate: Certificate, now: str
    ) -> Manifest:
        """Verify manifest and releases, and keep them with the files and keys that they name.

        Raises ManifestRolledBack, AppTooOld, NotOurServer, and what a write raises.
        """
        known = known_manifest(self.store)
        try:
            envelope = from_base64(answer.manifest)
            manifest = opened_manifest(envelope, trust, certificate, known)
            require_app(manifest.document.oldest_app)
            releases = [
                opened_release(from_base64(each), trust, certificate) for each in answer.releases
            ]
            keys = self._keys(manifest.document, releases)
        except ProtocolFailure as error:
            raise NotOurServer(self.server, Found.UNSIGNED) from error

        def keep(connection: Connection) -> None:
            standing = _manifest_in(connection)
            if standing is not None and standing.number > manifest.document.number:
                # a file brought a newer one meanwhile
                raise ManifestRolledBack(standing.number, manifest.document.number)
            keep_document(connection, manifest.id, Manifest.kind, envelope, now)
            for release, kept in zip(releases, answer.releases, strict=True):
                keep_document(connection, release.id, Release.kind, from_base64(kept), now)
            keep_files(connection, manifest.document.files)
            keep_file_keys(connection, keys)
            facts.keep_fact(connection, FactName.MANIFEST, envelope)
            if any(each.wrapped.kid == self.vault.kid for each in releases):
                # to a device that awaits its words nothing is released
                note_words(connection, awaited=False)

        self.store.perform(keep)
        return manifest.document

    def headers(self, manifest: Manifest, now: str) -> int:
        """Open programme, rubric, rules and the cases' headers; answers how many cases are new.

        To be called when their files are here. Raises DamagedFile.
        """
        files = self._files()
        documents = [
            (file, open_document(self.store.folder, file, model.from_body)[1])
            for file in files.values()
            if (model := _DOCUMENTS.get(file.entry.role)) is not None
        ]
        self._own_tables(files, now)
        opened = [(case, *self._headers(files, case)) for case in manifest.cases]
        places = _places(manifest)

        def keep(connection: Connection) -> int:
            known = {entry.number for entry in case_list.list_cases(connection)}
            for file, body in documents:
                kind = _DOCUMENTS[file.entry.role].kind
                keep_document(connection, file.entry.sha256, kind, body, now)
            for case, headers, body in opened:
                entry = case_list.case_entry(connection, case.number)
                if entry is not None and entry.headers_hash != case.headers:
                    if asks_anew(entry.headers, headers):
                        forget_declared(connection, [case.number])
                    elif entry.released:
                        continue  # the earlier text stays until the new one can be read
                self._keep_headers(connection, case, headers, body, places[case.number])
            forget_held_declarations(connection)
            listed = [case.number for case in manifest.cases]
            cases.keep_only(connection, listed)
            take_back(connection, listed, manifest.issued)
            return len({case.number for case in manifest.cases} - known)

        return self.store.perform(keep)

    def openable(self, manifest: Manifest) -> tuple[ManifestCase, ...]:
        """The cases whose text is released and here, and not yet taken in."""
        files = self._files()
        with self.store.read() as connection:
            here = {e.number: e.case_hash for e in case_list.list_cases(connection) if e.released}
            known = {each.number for each in case_list.places(connection)}
        return tuple(
            case
            for case in manifest.cases
            if case.case is not None
            and case.number in known
            and here.get(case.number) != case.case
            and self._is_open(files, case.case)
        )

    def content(self, case: ManifestCase) -> None:
        """Open one case's text, align its languages and keep both; raises DamagedFile."""
        digest = case.case or ""
        with self.store.read() as connection:
            file = file_of(connection, digest)
        if file is None:
            raise DamagedFile(case.number)
        document, body = open_document(self.store.folder, file, read_case)
        if (document.number, document.headers.id) != (case.number, case.headers):
            raise DamagedFile(case.number)
        aligned = self.aids.alignments_of(document)
        flags = self.aids.flags_of(document.headers, document, aligned)

        def keep(connection: Connection) -> None:
            for key, alignment in aligned.items():
                keep_alignment(connection, key, alignment)
            entry = case_list.case_entry(connection, case.number)
            if entry is not None and entry.case_hash != case.case:  # a correction taken in whole
                headers = document.headers
                self._keep_headers(connection, case, headers, headers.body(), entry.position)
            corrected = (CaseFlag.CORRECTED,) if earlier_texts(connection, case.number) else ()
            cases.keep_content(connection, document, body, (*flags, *corrected))

        self.store.perform(keep)

    def _own_tables(self, files: Mapping[str, StoredFile], now: str) -> None:
        """Keep the programme's own tables, before anything is read with them."""
        known = [
            (file, open_document(self.store.folder, file, model.from_body)[1], model.kind)
            for file in files.values()
            if is_own_table(file)
            and (model := OWN_TABLES.get(kind_of(self.store.folder, file))) is not None
        ]

        def keep(connection: Connection) -> None:
            for file, body, kind in known:
                keep_document(connection, file.entry.sha256, kind, body, now)

        if known:
            self.store.perform(keep)
        self.aids.renew()

    def _keep_headers(
        self,
        connection: Connection,
        case: ManifestCase,
        headers: CaseHeaders,
        body: bytes,
        position: int,
    ) -> None:
        cases.keep_headers(
            connection,
            headers,
            body,
            case_hash=case.case,
            position=position,
            countries=len(set(headers.countries.codes)),
            joint=self.aids.is_joint(headers),
            flags=self.aids.flags_of(headers, None, {}),
        )

    def waiting(self) -> tuple[StoredFile, ...]:
        """Files of the batch whose ciphertext is not here, texts before attachments."""
        with self.store.read() as connection:
            files = files_in_batch(connection)
        return tuple(file for file in files if not is_here(self.store.folder, file.entry))

    def _keys(self, manifest: Manifest, releases: Iterable[Release]) -> Mapping[str, bytes]:
        wrapped = [each for each in manifest.wrapped if self.vault.opens(each.kid)]
        wrapped += [release.wrapped for release in releases]
        keys: dict[str, bytes] = {}
        for each in wrapped:
            keys |= unwrapped(each, self.vault)
        return keys

    def _files(self) -> Mapping[str, StoredFile]:
        with self.store.read() as connection:
            return {file.entry.sha256: file for file in files_in_batch(connection)}

    def _is_open(self, files: Mapping[str, StoredFile], digest: str) -> bool:
        file = files.get(digest)
        return file is not None and file.key is not None and is_here(self.store.folder, file.entry)

    def _headers(
        self, files: Mapping[str, StoredFile], case: ManifestCase
    ) -> tuple[CaseHeaders, bytes]:
        file = files.get(case.headers)
        if file is None:
            raise DamagedFile(case.number)
        headers, body = open_document(self.store.folder, file, CaseHeaders.from_body)
        if (headers.number, headers.version) != (case.number, case.version):
            raise DamagedFile(case.number)
        return headers, body


def known_manifest(store: Store) -> Manifest | None:
    """The manifest that stands on this desk."""
    with store.read() as connection:
        return _manifest_in(connection)


def _manifest_in(connection: Connection) -> Manifest | None:
    envelope = facts.fact_of(connection, FactName.MANIFEST)
    return None if envelope is None else Manifest.from_body(read_envelope(envelope).body)


def _places(manifest: Manifest) -> Mapping[str, int]:
    """Each person's own random order, counted from 1, the same at every taking in."""
    order = cases_order(manifest.person, (case.number for case in manifest.cases))
    return {number: place for place, number in enumerate(order, 1)}

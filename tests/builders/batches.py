"""A batch as the server issues it, made with the protocol alone: files, manifest, releases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from review_protocol.canonical import canonical, sha256_hex, to_base64
from review_protocol.documents.base import Document
from review_protocol.documents.batch import (
    FileEntry,
    FileRole,
    Manifest,
    ManifestCase,
    Release,
    WrappedKeys,
)
from review_protocol.documents.case import Case
from review_protocol.documents.case_files import files_of
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Rules
from review_protocol.envelope import Envelope
from review_protocol.exchange import WRAP_INFO
from review_protocol.keys import ExchangePublicKey
from review_protocol.opening import sealed
from review_protocol.sealing import encrypt_file, new_file_key, seal_to
from tests.builders.sample import the_sample
from tests.builders.world import NOW, SignedWorld


@dataclass(frozen=True, slots=True)
class IssuedFile:
    entry: FileEntry
    key: bytes
    ciphertext: bytes


@dataclass(slots=True)
class Batch:
    """All files of some cases, encrypted once; manifests and releases are made from them."""

    world: SignedWorld
    cases: Sequence[Case]
    contents: Mapping[str, bytes] = field(default_factory=dict)
    """Of attachments that the sample does not have, by SHA-256."""
    tables: Sequence[Document] = ()
    """What stands beside no case: a glossary, a table of countries (regions)."""
    rules: Rules = field(default_factory=lambda: the_sample().rules)
    files: list[IssuedFile] = field(init=False)

    def __post_init__(self) -> None:
        sample = the_sample()
        self.files = [
            _file(FileRole.PROGRAMME, None, sample.programme.body()),
            _file(FileRole.RUBRIC, None, sample.rubric.body()),
            _file(FileRole.RULES, None, self.rules.body()),
            *(_file(FileRole.HEADERS, None, each.body()) for each in self.tables),
        ]
        contents = {**sample.attachments, **self.contents}
        for case in self.cases:
            self.files.append(_file(FileRole.HEADERS, case.number, case.headers.body()))
            self.files.append(_file(FileRole.CASE, case.number, case.body()))
            for attachment in files_of(case):
                content = contents[attachment.sha256]
                self.files.append(_file(FileRole.ATTACHMENT, case.number, content))

    def manifest(
        self,
        kid: str,
        exchange: ExchangePublicKey,
        *,
        number: int = 1,
        person: str = "p-one",
        role: Role = Role.REVIEWER,
        panel: str | None = None,
    ) -> Envelope:
        """Staff are given headers only."""
        sample = the_sample()
        staff = role is Role.STAFF
        given = [file for file in self.files if not (staff and file.entry.role.is_content)]
        manifest = Manifest(
            deployment=self.world.deployment,
            number=number,
            person=person,
            role=role,
            panel=panel,
            round=sample.round,
            programme=sample.programme.id,
            rubric=sample.rubric.id,
            rules=self.rules.id,
            cases=tuple(
                ManifestCase(
                    number=case.number,
                    version=case.headers.version,
                    headers=case.headers.id,
                    case=None if staff else case.id,
                )
                for case in self.cases
            ),
            files=tuple(file.entry for file in given),
            wrapped=(_wrapped(kid, exchange, (f for f in given if not f.entry.role.is_content)),),
            oldest_app="0.1.0",
            issued=NOW,
            expires="2026-12-31T00:00:00Z",
        )
        return sealed(manifest, self.world.server)

    def release(
        self,
        manifest: Envelope,
        kid: str,
        exchange: ExchangePublicKey,
        numbers: Iterable[str],
        *,
        person: str = "p-one",
    ) -> Envelope:
        """The content keys of these cases."""
        cases = tuple(numbers)
        opened = [
            file for file in self.files if file.entry.role.is_content and file.entry.case in cases
        ]
        release = Release(
            deployment=self.world.deployment,
            manifest=manifest.document_id,
            person=person,
            cases=cases,
            wrapped=_wrapped(kid, exchange, opened),
            issued=NOW,
        )
        return sealed(release, self.world.server)


def _file(role: FileRole, case: str | None, plaintext: bytes) -> IssuedFile:
    key = new_file_key()
    ciphertext = encrypt_file(key, plaintext)
    entry = FileEntry(
        role=role,
        case=case,
        sha256=sha256_hex(plaintext),
        length=len(plaintext),
        cipher_sha256=sha256_hex(ciphertext),
        cipher_length=len(ciphertext),
    )
    return IssuedFile(entry, key, ciphertext)


def _wrapped(kid: str, exchange: ExchangePublicKey, files: Iterable[IssuedFile]) -> WrappedKeys:
    keys = canonical({file.entry.sha256: file.key.hex() for file in files})
    return WrappedKeys(
        kid=kid, sealed=to_base64(seal_to(exchange, keys, info=WRAP_INFO, aad=kid.encode()))
    )

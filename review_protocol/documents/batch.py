"""A batch: the signed manifest of what a person is given, and the release of its contents."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from review_protocol.documents.base import (
    Base64,
    CaseNumber,
    Count,
    Document,
    Hash,
    KeyId,
    PanelCode,
    Part,
    PersonId,
    ShortText,
    Timestamp,
)
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Round


class FileRole(StrEnum):
    """What a file of a batch is; content is opened by a release, the rest by the manifest."""

    PROGRAMME = "programme"
    RUBRIC = "rubric"
    RULES = "rules"
    HEADERS = "headers"
    CASE = "case"
    ATTACHMENT = "attachment"

    @property
    def is_content(self) -> bool:
        return self in (FileRole.CASE, FileRole.ATTACHMENT)


class FileEntry(Part):
    """A file, by hash and length (bytes) of its plaintext and of its ciphertext."""

    role: FileRole
    case: CaseNumber | None
    sha256: Hash
    length: Count
    cipher_sha256: Hash
    cipher_length: Count


class ManifestCase(Part):
    """A case of the batch: which version, and the hashes of its headers and its text."""

    number: CaseNumber
    version: Annotated[int, Field(ge=1)]
    headers: Hash
    case: Hash | None
    """The case hash; None for staff, who are given headers only."""


class WrappedKeys(Part):
    """File keys sealed (HPKE) to one device: JSON of plaintext hash → hex key."""

    kid: KeyId
    sealed: Base64


class Manifest(Document):
    """The numbered list of everything in one person's batch, with the header keys wrapped."""

    kind: ClassVar[str] = "manifest"

    deployment: Hash
    number: Annotated[int, Field(ge=1)]
    person: PersonId
    role: Role
    panel: PanelCode | None
    round: Round
    programme: Hash
    rubric: Hash
    rules: Hash | None
    cases: tuple[ManifestCase, ...]
    files: tuple[FileEntry, ...]
    wrapped: tuple[WrappedKeys, ...]
    oldest_app: ShortText
    issued: Timestamp
    expires: Timestamp


class Release(Document):
    """The content keys of some cases, sealed to one device, after its person declared on them."""

    kind: ClassVar[str] = "release"

    deployment: Hash
    manifest: Hash
    person: PersonId
    cases: tuple[CaseNumber, ...]
    wrapped: WrappedKeys
    issued: Timestamp

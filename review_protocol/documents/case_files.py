"""A case with attachments that are no PDF: another kind beside `case`, whose files are PDFs."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from review_protocol.documents.base import Count, Hash, Part
from review_protocol.documents.case import Attachment, Case, FileName
from review_protocol.documents.text import Bilingual, Language

MediaType = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{1,40}/[a-z0-9][a-z0-9.+-]{0,80}$", max_length=120)
]
PLAIN_TEXT = "text/plain"
OTHERWISE = "application/octet-stream"


class OtherFile(Part):
    """A file of the application that is no PDF; its bytes travel as those of an attachment do.

    `media_type` is what intake made of its beginning; who opens it looks at the bytes again.
    """

    file: FileName
    title: Bilingual
    language: Language
    media_type: MediaType
    sha256: Hash
    length: Count


AnyFile = Attachment | OtherFile


class CaseWithFiles(Case):
    """A case with files that are no PDF, at least one: without any it is a `case`."""

    kind: ClassVar[str] = "case-with-files"

    other_files: Annotated[tuple[OtherFile, ...], Field(min_length=1)]


def files_of(case: Case) -> tuple[AnyFile, ...]:
    """All files of a case: PDFs first."""
    others = case.other_files if isinstance(case, CaseWithFiles) else ()
    return (*case.attachments, *others)


def with_other_files(case: Case, others: tuple[OtherFile, ...]) -> Case:
    """The case with these files beside its PDFs; without any it stays a `case`."""
    fields = {name: getattr(case, name) for name in Case.model_fields}
    return CaseWithFiles(**fields, other_files=others) if others else case


def read_case(body: bytes) -> Case:
    """A case in canonical bytes, of either kind; MalformedDocument where it is neither."""
    # in canonical JSON these bytes are a key and its value: inside a text the quotes are escaped
    other = b'"kind":"%b"' % CaseWithFiles.kind.encode() in body
    return (CaseWithFiles if other else Case).from_body(body)

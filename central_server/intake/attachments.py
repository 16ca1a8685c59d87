"""The attachments of a case: those listed are there, those there are listed, PDFs are whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from central_server.intake.findings import Finding, What
from central_server.intake.form import AttachmentForm, CaseForm
from central_server.intake.sources import Source
from review_protocol.canonical import sha256_hex
from review_protocol.documents.case_files import OTHERWISE, PLAIN_TEXT

_END_WITHIN = 2048
PDF = "application/pdf"
_BEGINNINGS = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_TEXT_ENDINGS = (".txt", ".md", ".csv")


@dataclass(frozen=True, slots=True)
class ReadAttachment:
    """A listed attachment, where it lies in the source, and what its bytes are."""

    form: AttachmentForm
    place: str
    sha256: str
    length: int
    media_type: str


def read_attachments(
    source: Source, form: CaseForm, folder: str, file: str
) -> tuple[tuple[ReadAttachment, ...], tuple[Finding, ...]]:
    """The case's attachments in the order of the form, and what is wrong with them."""
    read: list[ReadAttachment] = []
    problems: list[Finding] = []
    present = {name for name in source.files if name.startswith(f"{folder}/attachments/")}
    for at, attachment in enumerate(form.attachments):
        place = normalize("NFC", f"{folder}/attachments/{attachment.file}")
        field = f"attachments[{at}].file"
        if place not in present:
            problems.append(Finding(What.ATTACHMENT_MISSING, file, field, (attachment.file,)))
            continue
        content = source.read(place)
        media_type = media_type_of(content, attachment.file)
        problems.extend(_pdf_problems(content, place, media_type))
        digest = sha256_hex(content)
        read.append(ReadAttachment(attachment, place, digest, len(content), media_type))
    listed = {normalize("NFC", f"{folder}/attachments/{one.file}") for one in form.attachments}
    problems.extend(Finding(What.ATTACHMENT_NOT_LISTED, name) for name in sorted(present - listed))
    problems.extend(_twice(form, file))
    return tuple(read), tuple(problems)


def _twice(form: CaseForm, file: str) -> Iterator[Finding]:
    for name, count in Counter(normalize("NFC", one.file) for one in form.attachments).items():
        if count > 1:
            yield Finding(What.ATTACHMENT_TWICE, file, "attachments", (name,))


def media_type_of(content: bytes, name: str) -> str:
    """What a file begins as; a text by its name alone, for any bytes may be one."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    begins = (kind for start, kind in _BEGINNINGS if content.startswith(start))
    named = PLAIN_TEXT if name.lower().endswith(_TEXT_ENDINGS) else OTHERWISE
    return next(begins, named)


def _pdf_problems(content: bytes, name: str, media_type: str) -> Iterator[Finding]:
    """Only beginning and end are looked at: what lies between is for the reader's own process."""
    if media_type != PDF:
        if name.lower().endswith(".pdf"):
            yield Finding(What.NOT_A_PDF, name)
    elif b"%%EOF" not in content[-_END_WITHIN:]:
        yield Finding(What.CUT_OFF_PDF, name)

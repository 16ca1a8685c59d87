"""The attachments of a case: those listed are there, those there are listed, and all are PDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from central_server.intake.findings import Finding, What
from central_server.intake.form import AttachmentForm, CaseForm
from central_server.intake.sources import Source
from review_protocol.canonical import sha256_hex

_END_WITHIN = 2048


@dataclass(frozen=True, slots=True)
class ReadAttachment:
    """A listed attachment, where it lies in the source, and what its bytes are."""

    form: AttachmentForm
    place: str
    sha256: str
    length: int


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
        problems.extend(_pdf_problems(content, place))
        read.append(ReadAttachment(attachment, place, sha256_hex(content), len(content)))
    listed = {normalize("NFC", f"{folder}/attachments/{one.file}") for one in form.attachments}
    problems.extend(Finding(What.ATTACHMENT_NOT_LISTED, name) for name in sorted(present - listed))
    problems.extend(_twice(form, file))
    return tuple(read), tuple(problems)


def _twice(form: CaseForm, file: str) -> Iterator[Finding]:
    for name, count in Counter(normalize("NFC", one.file) for one in form.attachments).items():
        if count > 1:
            yield Finding(What.ATTACHMENT_TWICE, file, "attachments", (name,))


def _pdf_problems(content: bytes, name: str) -> Iterator[Finding]:
    """Only beginning and end are looked at: what lies between is for the reader's own process."""
    if not content.startswith(b"%PDF-"):
        yield Finding(What.NOT_A_PDF, name)
    elif b"%%EOF" not in content[-_END_WITHIN:]:
        yield Finding(What.CUT_OFF_PDF, name)

"""The sample programme as documents: real bilingual texts, marked as illustrative."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from central_server.intake.building import (
    build_case,
    build_programme,
    build_rounds,
    build_rubric,
    build_rules,
)
from central_server.intake.reading import read_import
from central_server.intake.sources import open_source
from review_protocol.canonical import sha256_hex
from review_protocol.documents.case import Attachment, Case
from review_protocol.documents.programme import Programme, Round, Rubric, Rules
from review_protocol.documents.text import Bilingual, Language


@dataclass(frozen=True, slots=True)
class Sample:
    programme: Programme
    round: Round
    rubric: Rubric
    rules: Rules
    cases: tuple[Case, ...]
    attachments: Mapping[str, bytes]
    """By SHA-256."""


@cache
def the_sample() -> Sample:
    """All of the sample programme; its first round."""
    with open_source(Path(str(files("reviewer_app.resources") / "sample_programme"))) as source:
        read = read_import(source)
        attachments = {
            each.sha256: source.read(each.place) for case in read.cases for each in case.attachments
        }
    assert read.programme is not None
    return Sample(
        programme=build_programme(read.programme),
        round=build_rounds(read.programme)[0],
        rubric=build_rubric(read.programme),
        rules=build_rules(read.programme),
        cases=tuple(build_case(case, 1) for case in read.cases),
        attachments={**attachments, sha256_hex(a_pdf()): a_pdf()},
    )


def some_cases(number: int) -> tuple[Case, ...]:
    """The first cases of the sample; the first of them has an attachment, `a_pdf()`."""
    first, *rest = the_sample().cases[:number]
    content = a_pdf()
    attachment = Attachment(
        file="plan.pdf",
        title=Bilingual(zh="实施方案", en="Implementation plan"),
        language=Language.ZH,
        media_type="application/pdf",
        sha256=sha256_hex(content),
        length=len(content),
    )
    return first.model_copy(update={"attachments": (attachment,)}), *rest


def a_pdf(text: str = "Implementation plan (illustrative)") -> bytes:
    """A PDF of one page with a line of text."""
    drawing = f"BT /F1 18 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawing), drawing),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return content + head + table + tail % (len(objects) + 1, len(content))

"""Attachments made for a test: PDFs of many pages in two scripts, and cases that have them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from review_protocol.canonical import sha256_hex
from review_protocol.documents.case import Attachment, Case
from review_protocol.documents.case_files import AnyFile, OtherFile, with_other_files
from review_protocol.documents.text import Bilingual, Language

PDF = "application/pdf"
FONT = Path("resources/fonts/NotoSansSC-Regular.ttf")
LEFT, TOP, STEP, POINTS = 60, 780, 18, 11
HAN = "截至去年底，累计服务3.5亿人次"
LATIN = "Served 350 million people"
SPLIT = ("国际合作共建网", "络空间命运共同体")
"""A term that two lines share."""


@cache
def a_plan(pages: int = 12, *, lines: int = 30, turned: int | None = None) -> bytes:
    """A PDF whose lines name their page and line, in Chinese and English; the first page begins
    with `SPLIT`. The page of index `turned` is turned by a quarter."""
    pdfmetrics.registerFont(TTFont("Noto", str(FONT)))
    written = io.BytesIO()
    canvas = Canvas(written, invariant=True)
    for page in range(pages):
        canvas.setFont("Noto", POINTS)
        if page == turned:
            canvas.setPageRotation(90)
        head = SPLIT if page == 0 else ()
        body = (f"{page + 1}.{line} {HAN}。{LATIN}." for line in range(1, lines + 1))
        for at, words in enumerate((*head, *body)):
            canvas.drawString(LEFT, TOP - STEP * at, words)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


@cache
def a_vertical_page() -> bytes:
    """One page of Chinese in columns from the right, a character below the other."""
    pdfmetrics.registerFont(TTFont("Noto", str(FONT)))
    written = io.BytesIO()
    canvas = Canvas(written, invariant=True)
    canvas.setFont("Noto", 14)
    for column, words in enumerate((HAN, *SPLIT)):
        for row, character in enumerate(words):
            canvas.drawString(500 - 24 * column, TOP - 18 * row, character)
    canvas.showPage()
    canvas.save()
    return written.getvalue()


def a_file(file: str, content: bytes, media_type: str = PDF, title: str = "") -> AnyFile:
    """A file as a case lists it."""
    name = title or file
    fields: dict[str, object] = {
        "file": file,
        "title": Bilingual(zh=name, en=name),
        "language": Language.ZH,
        "media_type": media_type,
        "sha256": sha256_hex(content),
        "length": len(content),
    }
    model = Attachment if media_type == PDF else OtherFile
    return model.model_validate(fields)


def with_files(case: Case, files: Sequence[AnyFile]) -> Case:
    """The case with these files and no others, of the kind that it is then."""
    pdfs = tuple(each for each in files if isinstance(each, Attachment))
    others = tuple(each for each in files if isinstance(each, OtherFile))
    return with_other_files(case.model_copy(update={"attachments": pdfs}), others)

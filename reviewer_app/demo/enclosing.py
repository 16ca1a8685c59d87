"""For the album: applications enclose a scan and a plain text too, made from their own PDFs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

import pypdfium2
from PySide6.QtGui import QImage

_DOTS_PER_POINT = 110 / 72
_SCAN, _TEXT = "first-page.png", "contents.txt"


class _Row(TypedDict):
    """An attachment as `case.json` lists it."""

    file: str
    title: dict[str, str]
    language: str


def enclose(programme: Path) -> None:
    """Add both to every case of a programme's folder that has a PDF, and list them."""
    for path in sorted(programme.glob("cases/*/case.json")):
        form = json.loads(path.read_text(encoding="utf-8"))
        rows: list[_Row] = form["attachments"]
        if rows:
            folder = path.parent / "attachments"
            _make(folder / rows[0]["file"], folder)
            form["attachments"] = [*rows, *_more(rows[0])]
            path.write_text(json.dumps(form, ensure_ascii=False, indent=2), encoding="utf-8")


def _make(pdf: Path, folder: Path) -> None:
    """The first page as a picture, and the words of all pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        drawn = document[0].render(scale=_DOTS_PER_POINT, rev_byteorder=True)
        form = QImage.Format.Format_RGB888
        picture = QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, form)
        picture.save(str(folder / _SCAN))
        words = "\n\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    (folder / _TEXT).write_text(words.replace("\r\n", "\n"), encoding="utf-8")


def _more(first: _Row) -> tuple[_Row, _Row]:
    """The titles go by what was copied."""
    zh, en = first["title"]["zh"], first["title"]["en"]
    language = first["language"]
    return (
        _Row(
            file=_SCAN,
            title={"zh": f"{zh}（首页扫描件）", "en": f"{en} (scan of the first page)"},
            language=language,
        ),
        _Row(
            file=_TEXT,
            title={"zh": f"{zh}（纯文本）", "en": f"{en} (plain text)"},
            language=language,
        ),
    )

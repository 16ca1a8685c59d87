"""The report's words set on the page: the cover, headings, captions and paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.platypus.flowables import Flowable

from reviewer_app.reports.blocks import Bookmark, Line, Spacing, TextBlock
from reviewer_app.reports.facts_block import FactsBlock, lay_facts
from reviewer_app.reports.fonts import Face, Faces
from reviewer_app.reports.lines import broken
from reviewer_app.reports.outline import Paragraph, ParagraphStyle, Report
from reviewer_app.reports.page_style import ACCENT, LINE, MUTED, TEXT, WIDTH
from reviewer_app.reports.text import Bilingual, Language, lines_of, visible

_READING = 620.0


@dataclass(frozen=True, slots=True)
class _Style:
    """``first`` and ``then`` are the sizes of the first and the second language."""

    first: float
    then: float
    bold: bool
    colour: Color
    spacing: Spacing


_STYLES: dict[ParagraphStyle, _Style] = {
    "body": _Style(9, 9, bold=False, colour=TEXT, spacing=Spacing(2, 4, 12)),
    "label": _Style(8.5, 8.5, bold=True, colour=TEXT, spacing=Spacing(7, 1, 12, with_next=True)),
    "quote": _Style(9, 9, bold=False, colour=MUTED, spacing=Spacing(2, 4, 30, rule=LINE)),
    "note": _Style(8, 7.5, bold=False, colour=MUTED, spacing=Spacing(2, 6)),
}
_HEADINGS = {
    1: _Style(15, 10, bold=True, colour=TEXT, spacing=Spacing(14, 6, with_next=True)),
    2: _Style(10.5, 8.5, bold=True, colour=ACCENT, spacing=Spacing(12, 2, with_next=True)),
}
_CAPTION = _Style(9, 8, bold=True, colour=TEXT, spacing=Spacing(6, 4, with_next=True))
_PROGRAMME = _Style(12, 9.5, bold=False, colour=MUTED, spacing=Spacing(8, 22))
_TITLE = _Style(26, 15, bold=True, colour=TEXT, spacing=Spacing(0, 10))
_SUBTITLE = _Style(12, 10, bold=False, colour=ACCENT, spacing=Spacing(0, 26))


@dataclass(frozen=True, slots=True)
class PageText:
    faces: Faces
    language: Language

    def cover(self, report: Report) -> Iterator[Flowable]:
        """The first page: whose programme, which report, and where its figures come from."""
        yield self._set(report.provenance.programme, _PROGRAMME, WIDTH)
        yield self._set(report.title, _TITLE, WIDTH, Bookmark("cover", self._joined(report), 0))
        yield self._set(report.subtitle, _SUBTITLE, WIDTH)
        yield FactsBlock(lay_facts(report.head, self.faces, self.language, WIDTH))

    def heading(self, title: Bilingual, level: int, bookmark: Bookmark) -> TextBlock:
        return self._set(title, _HEADINGS[level], WIDTH, bookmark)

    def caption(self, title: Bilingual) -> TextBlock:
        return self._set(title, _CAPTION, WIDTH)

    def paragraph(self, paragraph: Paragraph) -> TextBlock:
        return self._set(paragraph.text, _STYLES[paragraph.style], _READING)

    def _joined(self, report: Report) -> str:
        return " ".join(visible(report.title.joined(self.language)).split())

    def _set(
        self,
        text: Bilingual | str,
        style: _Style,
        width: float,
        bookmark: Bookmark | None = None,
    ) -> TextBlock:
        lines: list[Line] = []
        room = width - style.spacing.indent
        for number, each in enumerate(lines_of(text, self.language)):
            first = number == 0
            face = self.faces.bold if style.bold and first else self.faces.regular
            size = style.first if first else style.then
            colour = style.colour if first or not style.bold else MUTED
            lines.extend(_wrapped(each, face, size, colour, room))
        return TextBlock(tuple(lines), style.spacing, bookmark)


def _wrapped(text: str, face: Face, size: float, colour: Color, room: float) -> Iterator[Line]:
    for line in broken(face.prepared(text), face, size, room):
        yield Line(line, face, size, round(size * 1.42, 1), colour)

"""A report as a PDF: A4 landscape, fonts embedded, text that can be searched and copied."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.flowables import CallerMacro, CondPageBreak, Flowable, PageBreak

from reviewer_app.reports.bars import draw_bars
from reviewer_app.reports.blocks import Bookmark, TextBlock
from reviewer_app.reports.font_files import FontFiles
from reviewer_app.reports.fonts import Faces, load_faces
from reviewer_app.reports.outline import BarFigure, Cell, Paragraph, Report, Section, Table
from reviewer_app.reports.page_frame import PageFrame
from reviewer_app.reports.page_style import BOTTOM, HEIGHT, MARGIN, PAGE, WIDTH
from reviewer_app.reports.page_text import PageText
from reviewer_app.reports.table_block import TableBlock
from reviewer_app.reports.table_layout import lay
from reviewer_app.reports.text import Bilingual, Language, lines_of, visible


def draw_pdf(report: Report, language: Language, fonts: FontFiles) -> bytes:
    """The whole file; equal reports give equal bytes, for time is part of the report."""
    faces = load_faces(fonts)
    frame = PageFrame(report, faces, language)
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=PAGE,
        invariant=1,
        lang="en" if language == "en" else "zh-CN",
        displayDocTitle=1,
        title=one_line(report.title.joined(language, " / ")),
        author=one_line(report.provenance.programme.joined(language, " / ")),
        subject=one_line(
            f"rubric {report.provenance.rubric_hash}; log {report.provenance.log_origin} "
            f"{report.provenance.log_size} {report.provenance.log_root}"
        ),
        creator="Reviewer Workstation",
    )
    room = Frame(MARGIN, BOTTOM, WIDTH, HEIGHT, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate(frames=[room], onPage=frame.draw)])
    story = [*_Story(report, faces, language).flow(), CallerMacro(frame.number_the_pages)]
    document.build(story, canvasmaker=canvas_at(report.provenance.made_at_utc, faces))
    return target.getvalue()


def canvas_at(moment: datetime, faces: Faces) -> Callable[..., Canvas]:
    """Makes canvases whose dates are the report's own, and which name no font but its own."""
    stamp = f"D:{moment:%Y%m%d%H%M%S}Z"

    def made(target: BytesIO, **settings: object) -> Canvas:
        canvas = Canvas(target, **{**settings, "initialFontName": faces.regular.bundled.name})
        canvas.setDateFormatter(lambda *_parts: stamp)
        return canvas

    return made


@dataclass(frozen=True)
class _Story:
    report: Report
    faces: Faces
    language: Language

    def flow(self) -> Iterator[Flowable]:
        text = PageText(self.faces, self.language)
        yield from text.cover(self.report)
        yield PageBreak()
        for number, section in enumerate(self.report.sections):
            yield CondPageBreak(170 if section.level == 1 else 90)
            title = one_line(section.heading.joined(self.language))
            mark = Bookmark(f"section-{number}", title, section.level - 1)
            yield text.heading(section.heading, section.level, mark)
            for block in section.blocks:
                yield from self._block(block, text, section)
        yield from self._missing(text)

    def _block(
        self, block: Paragraph | Table | BarFigure, text: PageText, section: Section
    ) -> Iterator[Flowable]:
        if isinstance(block, Paragraph):
            yield text.paragraph(block)
        elif isinstance(block, Table):
            if block.title != section.heading:
                yield text.caption(block.title)
            yield TableBlock(lay(block, self.faces, self.language, WIDTH))
        else:
            yield text.caption(block.title)
            yield from draw_bars(block, self.faces.regular, self.language, WIDTH)

    def _missing(self, text: PageText) -> Iterator[TextBlock]:
        """Says which characters the pages show as a box, if any."""
        found: Counter[str] = Counter()
        for each in texts_of(self.report, self.language):
            found.update(self.faces.regular.missing(each))
        if found:
            listed = ", ".join(
                f"U+{ord(character):04X}" + (f" ×{count}" if count > 1 else "")
                for character, count in sorted(found.items())
            )
            yield text.paragraph(
                Paragraph(
                    Bilingual(
                        "本报告字体缺少以下字符，页面上以 □ 代替"
                        f"（xlsx、csv、json 中保留原字符）：{listed}",
                        "The report’s font lacks these characters; the pages show □ in their place "
                        f"(xlsx, csv and json keep them): {listed}",
                    ),
                    "note",
                )
            )


def one_line(text: str) -> str:
    """A text as bookmarks and the file's properties can hold it."""
    return " ".join(visible(text).split())


def texts_of(report: Report, language: Language) -> Iterator[str]:
    """Every text of the report that does not come from the app's own wording."""
    for line in report.head:
        yield from lines_of(line.value, language)
    for section in report.sections:
        yield from section.heading.lines(language)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield from lines_of(block.text, language)
            elif isinstance(block, Table):
                for row in block.rows:
                    yield from _cell_texts(row, language)
            else:
                for bar in block.bars:
                    yield from lines_of(bar.label, language)


def _cell_texts(row: tuple[Cell, ...], language: Language) -> Iterator[str]:
    for cell in row:
        if isinstance(cell, str | Bilingual):
            yield from lines_of(cell, language)

"""What stands on every page: title and marks above, rubric, log size and page number below."""

from bisect import bisect_right

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate
from reportlab.platypus.flowables import CallerMacro

from reviewer_app.reports.blocks import Line, draw_text
from reviewer_app.reports.fonts import Face, Faces
from reviewer_app.reports.outline import Report
from reviewer_app.reports.page_style import (
    BOTTOM,
    CARE,
    LINE,
    MARGIN,
    MUTED,
    PAGE,
    TOP,
    WIDTH,
)
from reviewer_app.reports.text import Bilingual, Language

_SIZE = 7.5


class PageFrame:
    """Draws header and footer; the page numbers, once it is known how many pages there are."""

    def __init__(self, report: Report, faces: Faces, language: Language) -> None:
        facts = report.provenance
        self._faces = faces
        self._language = language
        between = "  ·  "
        self._title = faces.regular.prepared(
            f"{facts.programme.lines(language)[0]}{between}{report.title.joined(language)}"
        )
        self._marks = faces.bold.prepared(
            between.join(mark.joined(language) for mark in facts.marks)
        )
        rubric = Bilingual("评分标准", "Rubric").joined(language)
        log = Bilingual("日志条目数", "Log size").joined(language)
        self._origin = faces.regular.prepared(
            f"{rubric} {facts.short_rubric}{between}{log} {facts.log_size}"
            f"{between}{facts.made_at_utc:%Y-%m-%d %H:%M} UTC"
        )

    def draw(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        """Header and footer of the page that begins."""
        regular, bold = self._faces.regular, self._faces.bold
        head, foot = PAGE[1] - TOP + 16, BOTTOM - 18
        canvas.saveState()
        if canvas.getPageNumber() > 1:
            room = WIDTH - bold.width(self._marks, _SIZE) - 24
            title = _fitted(self._title, regular, room)
            draw_text(canvas, MARGIN, head, _line(title, regular))
        marks = Line(self._marks, bold, _SIZE, _SIZE, CARE)
        draw_text(canvas, PAGE[0] - MARGIN, head, marks, right=True)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.line(MARGIN, foot + 12, PAGE[0] - MARGIN, foot + 12)
        draw_text(canvas, MARGIN, foot, _line(self._origin, regular))
        canvas.doForm(_number_name(canvas.getPageNumber()))
        canvas.restoreState()

    def number_the_pages(self, last: CallerMacro) -> None:
        """Defines the page numbers that all pages have left room for; drawn after the end."""
        canvas = last.canv
        total = canvas.getPageNumber()
        for page in range(1, total + 1):
            canvas.beginForm(_number_name(page), 0, 0, PAGE[0], PAGE[1])
            words = Bilingual(f"第{page}页，共{total}页", f"Page {page} of {total}")
            text = _line(words.joined(self._language, "  ·  "), self._faces.regular)
            draw_text(canvas, PAGE[0] - MARGIN, BOTTOM - 18, text, right=True)
            canvas.endForm()


def _number_name(page: int) -> str:
    return f"page-number-{page}"


def _line(text: str, face: Face) -> Line:
    return Line(text, face, _SIZE, _SIZE, MUTED)


def _fitted(text: str, face: Face, room: float) -> str:
    if face.width(text, _SIZE) <= room:
        return text
    fitting = bisect_right(
        range(len(text)), room, key=lambda end: face.width(text[:end] + "…", _SIZE)
    )
    return text[: max(fitting - 1, 0)] + "…"

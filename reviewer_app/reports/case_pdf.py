"""A case as a PDF: A4 upright, both languages in embedded fonts, one's own marks in the text."""

from collections.abc import Iterator, Mapping
from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.flowables import CallerMacro, CondPageBreak, Flowable, Spacer

from reviewer_app.reports.blocks import Line, draw_text
from reviewer_app.reports.case_blocks import Column, RowBlock, set_text, set_words, stacked
from reviewer_app.reports.case_paper import CasePaper, PaperRow, PaperText
from reviewer_app.reports.font_files import FontFiles
from reviewer_app.reports.fonts import Faces, load_faces, with_own
from reviewer_app.reports.page_style import CARE, LINE, MUTED, UPRIGHT
from reviewer_app.reports.pdf import canvas_at, one_line

_MARGIN = 50.0
_TOP, _BOTTOM = 58.0, 58.0
_WIDTH = UPRIGHT[0] - 2 * _MARGIN
_HEIGHT = UPRIGHT[1] - _TOP - _BOTTOM
_BETWEEN = 26.0
_COLUMN = (_WIDTH - _BETWEEN) / 2
_SMALL = 7.5
Texts = Mapping[bool, Faces]
"""The faces of the applicant's text, Chinese and other."""
_AFTER = {"title": 6.0, "heading": 3.0, "body": 8.0}


def draw_case(paper: CasePaper, fonts: FontFiles) -> bytes:
    """The whole file; equal papers give equal bytes, for time is part of the paper."""
    faces = load_faces(fonts)
    frame = _Frame(paper, faces)
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=UPRIGHT,
        invariant=1,
        lang="zh-CN" if paper.chinese else "en",
        displayDocTitle=1,
        title=one_line(f"{paper.number} {paper.title[0]}"),
        subject=one_line(paper.confidential),
        creator="Reviewer Workstation",
    )
    room = Frame(_MARGIN, _BOTTOM, _WIDTH, _HEIGHT, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate(frames=[room], onPage=frame.draw)])
    texts = {True: with_own(faces, paper.zh_fonts), False: with_own(faces, paper.en_fonts)}
    story = [*_story(paper, faces, texts), CallerMacro(frame.number_the_pages)]
    document.build(story, canvasmaker=canvas_at(paper.made_at_utc, faces))
    return target.getvalue()


def _story(paper: CasePaper, faces: Faces, texts: Texts) -> Iterator[Flowable]:
    head = [set_text(PaperText(each, "title"), faces, _WIDTH) for each in paper.title]
    yield RowBlock((stacked(iter(head)),), (0.0,), faces, 4.0)
    yield RowBlock((set_words(f"{paper.number} · {paper.about}", faces, _WIDTH),), (0,), faces, 18)
    for row in paper.rows:
        if _is_title(row):
            yield Spacer(0, 8)
            yield CondPageBreak(110)
        set_row = _side_by_side if paper.columns else _below
        yield set_row(row, faces, texts)
    if paper.notes:
        yield Spacer(0, 14)
        yield CondPageBreak(110)
        title = set_text(PaperText(paper.notes_title, "title"), faces, _WIDTH)
        yield RowBlock((title,), (0.0,), faces, 6.0)
    for note in paper.notes:
        words = PaperText(note.words)
        about = set_words(f"{note.letter}  {note.about}", faces, _WIDTH, bold=True)
        yield RowBlock((stacked(iter((about, set_text(words, faces, _WIDTH)))),), (0.0,), faces, 8)


def _side_by_side(row: PaperRow, faces: Faces, texts: Texts) -> RowBlock:
    columns = tuple(_column(side, row, faces, texts, _COLUMN) for side in row.sides)
    return RowBlock(columns, (0.0, _COLUMN + _BETWEEN)[: len(columns)], faces, _after(row))


def _below(row: PaperRow, faces: Faces, texts: Texts) -> RowBlock:
    columns = (_column(side, row, faces, texts, _WIDTH) for side in row.sides)
    return RowBlock((stacked(columns, 3.0),), (0.0,), faces, _after(row) + 3.0)


def _column(
    side: tuple[PaperText, ...], row: PaperRow, faces: Faces, texts: Texts, width: float
) -> Column:
    if not side:
        return set_words(row.lacking, faces, width) if row.lacking else ()
    return stacked((set_text(each, texts[each.chinese], width) for each in side), 4.0)


def _after(row: PaperRow) -> float:
    return max(_AFTER[each.style] for side in row.sides for each in side)


def _is_title(row: PaperRow) -> bool:
    return any(each.style == "title" for side in row.sides for each in side)


class _Frame:
    """Head and foot of every page; the count is known when the last one is drawn."""

    def __init__(self, paper: CasePaper, faces: Faces) -> None:
        self._paper, self._face = paper, faces.regular

    def draw(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        """Number and title above; below whose copy it is, and the page."""
        head, foot = UPRIGHT[1] - _TOP + 18, _BOTTOM - 26
        canvas.saveState()
        above = self._face.prepared(f"{self._paper.number}  {one_line(self._paper.title[0])}")
        if canvas.getPageNumber() > 1:
            draw_text(canvas, _MARGIN, head, self._line(self._cut(above, _WIDTH), MUTED))
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.line(_MARGIN, foot + 13, UPRIGHT[0] - _MARGIN, foot + 13)
        words = self._face.prepared(self._paper.confidential)
        draw_text(canvas, _MARGIN, foot, self._line(self._cut(words, _WIDTH - 80), CARE))
        canvas.doForm(_number_name(canvas.getPageNumber()))
        canvas.restoreState()

    def number_the_pages(self, last: CallerMacro) -> None:
        """Defines the page numbers that all pages have left room for; drawn after the end."""
        canvas = last.canv
        count = canvas.getPageNumber()
        for page in range(1, count + 1):
            canvas.beginForm(_number_name(page), 0, 0, *UPRIGHT)
            words = self._paper.page_words.format(page=page, count=count)
            line = self._line(self._face.prepared(words), MUTED)
            draw_text(canvas, UPRIGHT[0] - _MARGIN, _BOTTOM - 26, line, right=True)
            canvas.endForm()

    def _line(self, words: str, colour: Color) -> Line:
        return Line(words, self._face, _SMALL, _SMALL, colour)

    def _cut(self, words: str, room: float) -> str:
        while words and self._face.width(words, _SMALL) > room:
            words = words[:-2] + "…"
        return words


def _number_name(page: int) -> str:
    return f"case-page-{page}"

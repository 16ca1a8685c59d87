"""The defence sheet: all that defends a case's place and decision, on one upright page."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from reviewer_app.reports.blocks import Block, Line, draw_text
from reviewer_app.reports.defence_rows import CaseDefence, SheetRows
from reviewer_app.reports.defence_words import (
    ordering_name,
)
from reviewer_app.reports.font_files import FontFiles
from reviewer_app.reports.fonts import Faces, load_faces
from reviewer_app.reports.page_style import CARE, LINE, MUTED, UPRIGHT
from reviewer_app.reports.pdf import canvas_at, one_line
from reviewer_app.reports.sheet_blocks import SheetBlocks
from reviewer_app.reports.sheet_fitting import FITS, Setter, shortened
from reviewer_app.reports.text import Bilingual, Language

_MARGIN = 42.0
_TOP, _BOTTOM = 52.0, 56.0
_WIDTH = UPRIGHT[0] - 2 * _MARGIN
_HEIGHT = UPRIGHT[1] - _TOP - _BOTTOM
_SMALL = 7.0


def draw_sheets(sheets: Iterable[SheetRows], language: Language, fonts: FontFiles) -> bytes:
    """A page a case, in the order given; b"" where there is none. Equal rows give equal bytes."""
    faces, target = load_faces(fonts), BytesIO()
    canvas: Canvas | None = None
    for sheet in sheets:
        if canvas is None:
            canvas = _opened(sheet.defence, faces, language, target)
        _Page(sheet, faces, language).draw(canvas)
        canvas.showPage()
    if canvas is None:
        return b""
    canvas.save()
    return target.getvalue()


def _opened(first: CaseDefence, faces: Faces, language: Language, target: BytesIO) -> Canvas:
    canvas = canvas_at(first.provenance.made_at_utc, faces)(
        target, pagesize=UPRIGHT, invariant=1, lang="en" if language == "en" else "zh-CN"
    )
    canvas.setTitle(_TITLE.joined(language))
    canvas.setAuthor(one_line(first.provenance.programme.joined(language, " / ")))
    canvas.setCreator("Reviewer Workstation")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


_TITLE = Bilingual("评审依据表", "Defence sheet")


@dataclass(frozen=True)
class _Page:
    sheet: SheetRows
    faces: Faces
    language: Language

    def draw(self, canvas: Canvas) -> None:
        """The page, with an entry in the file's outline."""
        case = self.sheet.defence.case
        key = f"case-{case.number}"
        canvas.bookmarkPage(key)
        title = f"{case.number}  {case.title.lines(self.language)[0]}"
        canvas.addOutlineEntry(one_line(title), key, 0)
        self._frame(canvas)
        blocks, height = self._fitted()
        scale = min(1.0, _HEIGHT / height)  # a page that no fit makes small enough shrinks whole
        canvas.saveState()
        canvas.transform(scale, 0, 0, scale, _MARGIN, UPRIGHT[1] - _TOP)
        top = 0.0
        for block, high in blocks:
            top -= block.getSpaceBefore() + high
            block.drawOn(canvas, 0, top)
            top -= block.getSpaceAfter()
        canvas.restoreState()

    def _fitted(self) -> tuple[list[tuple[Block, float]], float]:
        """The first fit that the page has room for, or else the smallest."""
        found: list[tuple[Block, float]] = []
        height = 0.0
        for fit in FITS:
            blocks = SheetBlocks(self.sheet, Setter(self.faces, self.language, _WIDTH, fit))
            found = [(each, each.wrap(_WIDTH, _HEIGHT)[1]) for each in blocks.all()]
            height = sum(
                high + each.getSpaceBefore() + each.getSpaceAfter() for each, high in found
            )
            if height <= _HEIGHT:
                break
        return found, height

    def _frame(self, canvas: Canvas) -> None:
        """Whose programme and which paper above, what it rests on below."""
        found = self.sheet.defence.provenance
        between = "  ·  "
        head, foot = UPRIGHT[1] - _TOP + 16, _BOTTOM - 24
        programme = f"{found.programme.lines(self.language)[0]}{between}"
        marks = between.join(each.joined(self.language) for each in found.marks)
        wide = self.faces.bold.width(self.faces.bold.prepared(marks), _SMALL)
        self._line(canvas, programme + _TITLE.joined(self.language), head, _WIDTH - wide - 12)
        bold = Line(self.faces.bold.prepared(marks), self.faces.bold, _SMALL, _SMALL, CARE)
        draw_text(canvas, UPRIGHT[0] - _MARGIN, head, bold, right=True)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.line(_MARGIN, foot + 20, UPRIGHT[0] - _MARGIN, foot + 20)
        rules = self.sheet.defence.rules
        ordering = "–" if rules is None else ordering_name(rules.ordering).joined(self.language)
        hashed = "–" if rules is None else rules.hash[:12]
        first = Bilingual(
            f"次序依据{ordering}；规则{hashed}；评分标准{found.short_rubric}；"
            f"生成于{found.made_at_utc:%Y-%m-%d %H:%M} UTC",
            f"Ordered by {ordering}; rules {hashed}; rubric {found.short_rubric}; made "
            f"{found.made_at_utc:%Y-%m-%d %H:%M} UTC",
        )
        second = Bilingual(
            f"日志{found.log_origin}，{found.log_size}条，根{found.log_root}",
            f"Log {found.log_origin}, {found.log_size} entries, root {found.log_root}",
        )
        self._line(canvas, first.joined(self.language), foot + 10, _WIDTH)
        self._line(canvas, second.joined(self.language), foot, _WIDTH)

    def _line(self, canvas: Canvas, words: str, y: float, room: float) -> None:
        face = self.faces.regular
        text = face.prepared(words)
        fitted = text
        if face.width(text, _SMALL) > room:
            fitted = shortened((text, ""), 1, face, _SMALL, room)[0]
        draw_text(canvas, _MARGIN, y, Line(fitted, face, _SMALL, _SMALL, MUTED))

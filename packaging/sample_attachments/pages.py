"""How a sample attachment looks: bilingual title, marked as illustrative on every page."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

INK, FAINT, ACCENT, SHADE = map(HexColor, ("#1f2a33", "#66727c", "#24598c", "#eef2f6"))
MARK = "示例 · 虚构内容　　ILLUSTRATIVE · INVENTED CONTENT"
MARGIN = 22 * mm


@dataclass(frozen=True)
class Heading:
    zh: str
    en: str


@dataclass(frozen=True)
class Text:
    text: str


@dataclass(frozen=True)
class Rows:
    """A table; the first row is the header, widths are shares of the line."""

    rows: Sequence[Sequence[str]]
    widths: Sequence[float]


@dataclass(frozen=True)
class Bars:
    """Horizontal bars; each row is a label, a value and the value as it is written."""

    title: str
    rows: Sequence[tuple[str, float, str]]


@dataclass(frozen=True)
class Signatures:
    """Lines to sign on: who, and where and when it was signed."""

    rows: Sequence[tuple[str, str]]


Block = Heading | Text | Rows | Bars | Signatures
BLOCKS = {kind.__name__.lower(): kind for kind in (Heading, Text, Rows, Bars, Signatures)}


@dataclass(frozen=True)
class Attachment:
    case: str
    file: str
    language: str
    zh: str
    en: str
    organisation: str
    blocks: Sequence[Block]


def register_fonts(folder: Path) -> None:
    for name in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont(f"Sans-{name}", str(folder / f"NotoSansSC-{name}.ttf")))
    pdfmetrics.registerFontFamily("Sans-Regular", normal="Sans-Regular", bold="Sans-Bold")


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


def fits(text: str, font: str, size: float, width: float) -> bool:
    """Whether no word, and no run of Chinese without a space, is wider than the column."""
    return all(pdfmetrics.stringWidth(word, font, size) <= width for word in text.split())


def styled(text: str, size: float, *, bold: bool = False, width: float = 0, **more) -> Paragraph:
    """Chinese may break anywhere, which would also break English words: only where needed."""
    font = "Sans-Bold" if bold else "Sans-Regular"
    anywhere = is_chinese(text) and not fits(text, font, size, width)
    style = ParagraphStyle(
        "text",
        fontName=font,
        fontSize=size,
        leading=size * (1.55 if is_chinese(text) else 1.4),
        textColor=more.pop("color", INK),
        wordWrap="CJK" if anywhere else None,
        **more,
    )
    return Paragraph(text, style)


class BarChart(Flowable):
    """Bars from one zero line, the value at the end of each."""

    row = 8 * mm

    def __init__(self, bars: Bars, width: float) -> None:
        super().__init__()
        self.bars = bars
        self.width = width
        self.height = self.row * len(bars.rows)

    def draw(self) -> None:
        canvas, label = self.canv, 52 * mm
        room = self.width - label - 26 * mm
        largest = max(value for _, value, _ in self.bars.rows)
        for at, (name, value, written) in enumerate(self.bars.rows):
            y = self.height - (at + 1) * self.row
            canvas.setFont("Sans-Regular", 8.5)
            canvas.setFillColor(INK)
            canvas.drawRightString(label - 3 * mm, y + 2.7 * mm, name)
            length = room * value / largest
            canvas.setFillColor(ACCENT)
            canvas.rect(label, y + 1.4 * mm, length, self.row - 2.8 * mm, stroke=0, fill=1)
            canvas.setFillColor(INK)
            canvas.drawString(label + length + 2 * mm, y + 2.7 * mm, written)
        canvas.setStrokeColor(FAINT)
        canvas.setLineWidth(0.5)
        canvas.line(label, 0, label, self.height)


def flowables(block: Block, width: float) -> list[Flowable]:
    match block:
        case Heading(zh, en):
            return [
                Spacer(1, 4 * mm),
                styled(zh, 12.5, bold=True, keepWithNext=1),
                styled(en, 10, color=FAINT, spaceAfter=5, keepWithNext=1),
            ]
        case Text(text):
            return [styled(text, 9.8, spaceAfter=5)]
        case Rows(rows, widths):
            return [Spacer(1, 1.5 * mm), table(rows, widths, width), Spacer(1, 3 * mm)]
        case Bars(title):
            return [
                styled(title, 9, bold=True, spaceAfter=3),
                BarChart(block, width),
                Spacer(1, 4 * mm),
            ]
        case Signatures(rows):
            shown = [
                [styled(who, 9, width=width), "", styled(when, 8.5, color=FAINT, width=width)]
                for who, when in rows
            ]
            lines = Table(shown, colWidths=[width * part for part in (0.48, 0.2, 0.32)])
            lines.setStyle(TableStyle([("LINEBELOW", (1, 0), (1, -1), 0.6, FAINT)]))
            return [Spacer(1, 4 * mm), lines]


def table(rows: Sequence[Sequence[str]], widths: Sequence[float], width: float) -> Table:
    columns = [width * part / sum(widths) for part in widths]
    cells = [
        [
            styled(cell, 8.6, bold=at == 0, width=column - 13)
            for cell, column in zip(row, columns, strict=True)
        ]
        for at, row in enumerate(rows)
    ]
    made = Table(cells, colWidths=columns, repeatRows=1)
    made.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BACKGROUND", (0, 0), (-1, 0), SHADE),
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, ACCENT),
                ("LINEBELOW", (0, 1), (-1, -1), 0.3, FAINT),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ]
        )
    )
    return made


def together(blocks: Sequence[Block]) -> list[list[Block]]:
    """Each heading with what follows it, up to the next one."""
    groups: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading):
            groups.append([])
        groups[-1].append(block)
    return [group for group in groups if group]


def draw(attachment: Attachment) -> bytes:
    """The PDF, the same bytes every time."""
    content = BytesIO()
    page_width, page_height = A4
    width = page_width - 2 * MARGIN

    def around(canvas: Canvas, template: BaseDocTemplate) -> None:
        canvas.setFillColor(ACCENT)
        canvas.rect(0, page_height - 11 * mm, page_width, 11 * mm, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#ffffff"))
        canvas.setFont("Sans-Bold", 8.5)
        canvas.drawString(MARGIN, page_height - 7.2 * mm, MARK)
        canvas.drawRightString(page_width - MARGIN, page_height - 7.2 * mm, attachment.case)
        canvas.setFillColor(FAINT)
        canvas.setFont("Sans-Regular", 8)
        canvas.drawString(MARGIN, 11 * mm, attachment.organisation)
        canvas.drawRightString(page_width - MARGIN, 11 * mm, str(template.page))

    template = BaseDocTemplate(
        content,
        pagesize=A4,
        invariant=1,
        title=f"{attachment.zh} / {attachment.en}",
        author=attachment.organisation,
        subject="示例 / illustrative",
        lang="zh-CN" if attachment.language == "zh" else "en",
    )
    frame = Frame(MARGIN, 18 * mm, width, page_height - 36 * mm, 0, 0, 0, 0)
    template.addPageTemplates([PageTemplate(frames=[frame], onPage=around)])
    story: list[Flowable] = [
        styled(attachment.zh, 18, bold=True, alignment=TA_CENTER, spaceAfter=2),
        styled(attachment.en, 12, color=FAINT, alignment=TA_CENTER, spaceAfter=4),
    ]
    for parts in together(attachment.blocks):
        story.append(KeepTogether([one for block in parts for one in flowables(block, width)]))
    template.build(story)
    return content.getvalue()

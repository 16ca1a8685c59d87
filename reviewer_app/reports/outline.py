"""What a report contains, said once; the drawing modules turn it into pages, sheets and files."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reviewer_app.reports.provenance import HeadLine, Provenance, head_of
from reviewer_app.reports.text import Bilingual

ColumnKind = Literal["text", "integer", "decimal", "code"]
ParagraphStyle = Literal["body", "label", "quote", "note"]
Cell = str | int | Decimal | Bilingual | None
"""Numbers stay exact; ``Bilingual`` is a text or a mark ("cannot judge"); ``None`` is empty."""


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column; ``share`` is its part of the page's width, relative to the other columns.

    ``places`` is the number of decimals shown, ``group`` a heading over neighbouring columns.
    A column with ``apart`` becomes one column a language in sheets and CSV files.
    """

    key: str
    title: Bilingual
    kind: ColumnKind = "text"
    share: float = 1.0
    places: int = 2
    group: Bilingual | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows have one cell a column; ``key`` names the table in sheets, files and JSON."""

    key: str
    title: Bilingual
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        keys = [column.key for column in self.columns]
        if not keys or len(set(keys)) != len(keys):
            raise ValueError(f"table {self.key}: column keys are missing or repeated")
        for number, row in enumerate(self.rows):
            if len(row) != len(keys):
                raise ValueError(f"table {self.key}: row {number} has {len(row)} cells")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text in a style: no markup is ever read in it."""

    text: Bilingual | str
    style: ParagraphStyle = "body"


@dataclass(frozen=True, slots=True)
class Bar:
    """One horizontal bar: a label and as many counts as the figure has parts."""

    label: Bilingual | str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BarFigure:
    """Horizontal bars that show how counts are distributed over at most six parts."""

    key: str
    title: Bilingual
    parts: tuple[Bilingual, ...]
    bars: tuple[Bar, ...]

    def __post_init__(self) -> None:
        if not 1 <= len(self.parts) <= 6:
            raise ValueError(
                f"figure {self.key}: {len(self.parts)} parts, 1 to 6 can be told apart"
            )
        if any(len(bar.counts) != len(self.parts) or min(bar.counts) < 0 for bar in self.bars):
            raise ValueError(f"figure {self.key}: a bar needs one count from 0 up for each part")


Block = Paragraph | Table | BarFigure


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (level 1 or 2, a bookmark of the PDF) and what stands under it."""

    heading: Bilingual
    blocks: tuple[Block, ...]
    level: Literal[1, 2] = 1


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report; its head always says where the figures come from."""

    title: Bilingual
    subtitle: Bilingual
    provenance: Provenance
    sections: tuple[Section, ...]
    more_head: tuple[HeadLine, ...] = ()

    @property
    def head(self) -> tuple[HeadLine, ...]:
        return head_of(self.provenance) + self.more_head

    def tables(self) -> Iterator[Table]:
        """Every table, and every figure as the table of its counts, in reading order."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Table):
                    yield block
                elif isinstance(block, BarFigure):
                    yield as_table(block)

    def paragraphs(self) -> Iterator[tuple[Section, Paragraph]]:
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    yield section, block


def as_table(figure: BarFigure) -> Table:
    """The counts that a figure draws, for the formats that cannot draw."""
    label = ReportColumn("label", Bilingual("项目", "Item"), share=4.0)
    parts = tuple(
        ReportColumn(f"part_{number}", part, "integer")
        for number, part in enumerate(figure.parts, start=1)
    )
    rows = tuple((bar.label, *bar.counts) for bar in figure.bars)
    return Table(figure.key, figure.title, (label, *parts), rows)

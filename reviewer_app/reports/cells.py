"""How a cell reads: figures rounded to their column's places, text in the chosen languages."""

from decimal import Decimal

from reviewer_app.reports.figures import rounded
from reviewer_app.reports.outline import Cell, ReportColumn, Table
from reviewer_app.reports.text import Bilingual, Language, lines_of

EMPTY = "–"
TEXT_HEADINGS = (
    Bilingual("章节", "Section"),
    Bilingual("类型", "Kind"),
    Bilingual("内容", "Text"),
)


def number_text(value: int | Decimal, column: ReportColumn) -> str:
    """A figure as it stands in print and CSV: a decimal point, no grouping, ASCII minus."""
    if isinstance(value, Decimal):
        fitted = rounded(value, column.places)
        assert fitted is not None
        return format(fitted, "f")
    return str(value)


def cell_lines(cell: Cell, column: ReportColumn, language: Language) -> tuple[str, ...]:
    """The lines of a printed cell: one a language; an empty cell is an en dash."""
    if cell is None:
        return (EMPTY,)
    if isinstance(cell, str | Bilingual):
        lines = lines_of(cell, language)
        return lines if any(line.strip() for line in lines) else (EMPTY,)
    return (number_text(cell, column),)


def heading_text(column: ReportColumn, language: Language) -> str:
    """The column's title with its group's before it: ``综合 In all · 平均分 Mean``."""
    title = column.title.joined(language)
    return title if column.group is None else f"{column.group.joined(language)} · {title}"


def heading_in(column: ReportColumn, language: Language, of: Language) -> str:
    """The heading of one of the columns that an ``apart`` column becomes."""
    return f"{heading_text(column, language)} ({'中文' if of == 'zh' else 'English'})"


def spread(table: Table, language: Language) -> tuple[tuple[int, ReportColumn, str, Language], ...]:
    """Columns as sheets and CSV show them: index of the cell, column, heading, its language.

    In ``both`` an ``apart`` column becomes one column a language.
    """
    found: list[tuple[int, ReportColumn, str, Language]] = []
    for index, column in enumerate(table.columns):
        if column.apart and language == "both":
            found.append((index, column, heading_in(column, language, "zh"), "zh"))
            found.append((index, column, heading_in(column, language, "en"), "en"))
        else:
            found.append((index, column, heading_text(column, language), language))
    return tuple(found)

"""A report as CSV files for people who open them in Excel: one file a table.

UTF-8 with a byte order mark, CRLF, commas. Every file begins with the report's head as rows of
label and value, then an empty row, then the table: the marks ("not the official list") cannot be
parted from the figures as a side file could. Programs read the JSON form.

A text that a spreadsheet might take for a formula (it begins, after white space, with
``= + - @`` or their full-width forms, or with a tab or a return) gets an apostrophe before it.
A plain number such as ``-0.35`` stays a number.
"""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO

from reviewer_app.reports.cells import TEXT_HEADINGS, number_text, spread
from reviewer_app.reports.outline import Cell, Report, ReportColumn
from reviewer_app.reports.text import Language, lines_of, visible

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_DANGEROUS = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff]*[=+\\-@＝＋－＠﹦﹢﹣﹫−]|[\t\r\n]")


@dataclass(frozen=True, slots=True)
class CsvFile:
    """``key`` names the table; ``content`` is the whole file."""

    key: str
    content: bytes


def draw_csv(report: Report, language: Language) -> tuple[CsvFile, ...]:
    """A file a table in reading order, and one of the paragraphs (``text``) if there are any."""
    files = []
    for table in report.tables():
        columns = spread(table, language)
        rows: list[list[str]] = [[harmless(heading) for _, _, heading, _ in columns]]
        rows.extend(
            [_cell(cells[index], column, of) for index, column, _, of in columns]
            for cells in table.rows
        )
        files.append(CsvFile(table.key, _file(report, language, rows)))
    texts = [
        [
            harmless(section.heading.joined(language)),
            paragraph.style,
            harmless("\n".join(lines_of(paragraph.text, language))),
        ]
        for section, paragraph in report.paragraphs()
    ]
    if texts:
        headings = [heading.joined(language) for heading in TEXT_HEADINGS]
        files.append(CsvFile("text", _file(report, language, [headings, *texts])))
    return tuple(files)


def harmless(text: str) -> str:
    """The text as no spreadsheet takes it for a formula; control characters written out."""
    shown = visible(text)
    if _NUMBER.fullmatch(shown) or not (_DANGEROUS.match(text) or _DANGEROUS.match(shown)):
        return shown
    return "'" + shown


def _cell(cell: Cell, column: ReportColumn, language: Language) -> str:
    if cell is None:
        return ""
    if isinstance(cell, int | Decimal):
        return number_text(cell, column)
    return harmless(cell if isinstance(cell, str) else cell.joined(language))


def _file(report: Report, language: Language, rows: Iterable[list[str]]) -> bytes:
    target = StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([harmless(report.title.joined(language))])
    writer.writerow([harmless(report.subtitle.joined(language))])
    for line in report.head:
        value = " / ".join(lines_of(line.value, language))
        writer.writerow([line.label.joined(language), harmless(value)])
    writer.writerow([])
    writer.writerows(rows)
    return target.getvalue().encode("utf-8-sig")

"""A report as a workbook: a head sheet, a sheet a table, figures as numbers, nothing as formula."""

from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reviewer_app.reports.cells import TEXT_HEADINGS, spread
from reviewer_app.reports.figures import rounded
from reviewer_app.reports.outline import Cell, Paragraph, Report, ReportColumn, Section, Table
from reviewer_app.reports.text import Bilingual, Language, is_wide, lines_of, visible

LONGEST_CELL = 32_767
LONGEST_NAME = 31
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_WIDTHS = {"text": 28, "code": 14, "integer": 11, "decimal": 11}


def draw_xlsx(report: Report, language: Language) -> bytes:
    """The whole file; control characters are written out as ``[U+0007]``, and a text that is
    longer than a cell can hold ends with the number of characters left out."""
    target = BytesIO()
    settings = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with Workbook(target, settings) as book:
        book.set_properties(
            {
                "title": cell_text(report.title.joined(language, " / ")),
                "author": cell_text(report.provenance.programme.joined(language, " / ")),
                "created": report.provenance.made_at_utc,
            }
        )
        sheets = _Sheets(book, language, _Formats.of(book))
        used: set[str] = set()
        sheets.head(report, sheet_name(Bilingual("说明", "Head").joined(language), used))
        for table in report.tables():
            sheets.table(table, sheet_name(table.title.joined(language), used))
        texts = tuple(report.paragraphs())
        if texts:
            name = sheet_name(Bilingual("文字", "Text").joined(language), used)
            sheets.texts(texts, name)
    return target.getvalue()


def cell_text(text: str) -> str:
    """The text as a cell can hold it."""
    shown = visible(text)
    if len(shown) <= LONGEST_CELL:
        return shown
    mark = f" […+{len(shown) - LONGEST_CELL + 20}]"
    return shown[: LONGEST_CELL - 20] + mark


def sheet_name(title: str, used: set[str]) -> str:
    """A name that Excel takes and that is not in ``used`` yet; it is added there."""
    plain = " ".join(visible(title).translate(_FORBIDDEN).split()).strip("'")
    base = plain[:LONGEST_NAME].strip(" '") or "Sheet"
    base = f"{base}_"[-LONGEST_NAME:] if base.casefold() == "history" else base
    name, number = base, 1
    while name.casefold() in used:
        number += 1
        tail = f" {number}"
        name = base[: LONGEST_NAME - len(tail)].rstrip() + tail
    used.add(name.casefold())
    return name


@dataclass(frozen=True, slots=True)
class _Formats:
    title: Format
    header: Format
    label: Format
    text: Format
    integer: Format
    places: tuple[Format, ...]

    @classmethod
    def of(cls, book: Workbook) -> "_Formats":
        top = {"valign": "top", "font_size": 10}
        return cls(
            title=book.add_format({"bold": True, "font_size": 16}),
            header=book.add_format(
                {"bold": True, "text_wrap": True, "valign": "vcenter", "font_size": 10,
                 "bg_color": "#F4F5F7", "bottom": 1, "bottom_color": "#0B5CAD"}
            ),
            label=book.add_format({**top, "font_color": "#57606A"}),
            text=book.add_format({**top, "text_wrap": True}),
            integer=book.add_format({**top, "num_format": "0"}),
            places=tuple(
                book.add_format({**top, "num_format": f"0.{'0' * places}" if places else "0"})
                for places in range(9)
            ),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Sheets:
    book: Workbook
    language: Language
    formats: _Formats

    def head(self, report: Report, name: str) -> None:
        sheet = self.book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 90)
        rows: list[tuple[str, str, Format]] = [
            (report.title.joined(self.language), "", self.formats.title),
            (report.subtitle.joined(self.language), "", self.formats.label),
            ("", "", self.formats.label),
        ]
        for line in report.head:
            value = "\n".join(lines_of(line.value, self.language))
            rows.append((line.label.joined(self.language), value, self.formats.label))
        for number, (label, value, look) in enumerate(rows):
            sheet.write_string(number, 0, cell_text(label), look)
            if value:
                sheet.write_string(number, 1, cell_text(value), self.formats.text)

    def table(self, table: Table, name: str) -> None:
        sheet = self.book.add_worksheet(name)
        columns = spread(table, self.language)
        for number, (_, column, heading, _of) in enumerate(columns):
            sheet.set_column(number, number, _width(column, heading))
        sheet.set_row(0, 48)
        for number, (_, _column, heading, _of) in enumerate(columns):
            sheet.write_string(0, number, cell_text(heading), self.formats.header)
        for row, cells in enumerate(table.rows, start=1):
            for number, (index, column, _, of) in enumerate(columns):
                self._cell(sheet, (row, number), cells[index], column, of)
        _finish(sheet, rows=len(table.rows), columns=len(columns))

    def texts(self, texts: tuple[tuple[Section, Paragraph], ...], name: str) -> None:
        sheet = self.book.add_worksheet(name)
        for number, width in enumerate((40, 12, 100)):
            sheet.set_column(number, number, width)
        for number, heading in enumerate(TEXT_HEADINGS):
            sheet.write_string(0, number, heading.joined(self.language), self.formats.header)
        for row, (section, paragraph) in enumerate(texts, start=1):
            heading_here = cell_text(section.heading.joined(self.language))
            sheet.write_string(row, 0, heading_here, self.formats.text)
            sheet.write_string(row, 1, paragraph.style, self.formats.label)
            text = "\n".join(lines_of(paragraph.text, self.language))
            sheet.write_string(row, 2, cell_text(text), self.formats.text)
        _finish(sheet, rows=len(texts), columns=3)

    def _cell(
        self, sheet: Worksheet, at: tuple[int, int], cell: Cell, column: ReportColumn, of: Language
    ) -> None:
        if cell is None:
            sheet.write_blank(*at, None, self.formats.text)
        elif isinstance(cell, Decimal):
            value = rounded(cell, column.places)
            look = self.formats.places[min(column.places, 8)]
            sheet.write_number(*at, value, look)
        elif isinstance(cell, int):
            sheet.write_number(*at, cell, self.formats.integer)
        else:
            text = cell if isinstance(cell, str) else cell.joined(of)
            sheet.write_string(*at, cell_text(text), self.formats.text)


def _width(column: ReportColumn, heading: str) -> float:
    longest = max(heading.split(), key=len, default="")
    shown = sum(2 if is_wide(each) else 1 for each in longest)
    wide = 44 if column.apart else _WIDTHS[column.kind]
    return min(60, max(wide, shown + 4))


def _finish(sheet: Worksheet, *, rows: int, columns: int) -> None:
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, rows, columns - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)

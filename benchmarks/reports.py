"""Seconds for a table of 3,000 rows in each report format, beside the bare library's."""

import argparse
import csv
import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from zoneinfo import ZoneInfo

from reportlab.pdfgen.canvas import Canvas
from xlsxwriter import Workbook

from reviewer_app.reports.cells import cell_lines
from reviewer_app.reports.csv import draw_csv
from reviewer_app.reports.fonts import bundled_fonts, load_faces
from reviewer_app.reports.json import draw_json
from reviewer_app.reports.outline import Report, ReportColumn, Section, Table
from reviewer_app.reports.pdf import draw_pdf
from reviewer_app.reports.provenance import Provenance
from reviewer_app.reports.text import Bilingual
from reviewer_app.reports.xlsx import draw_xlsx

ROWS = 3_000
_A_PAGE = 32


def a_report(rows: int) -> Report:
    """One table of seven columns, with titles long enough to break."""
    columns = (
        ReportColumn("number", Bilingual("编号", "No."), "code", share=8),
        ReportColumn("title", Bilingual("案例名称", "Practice name"), share=30, apart=True),
        ReportColumn("expert", Bilingual("专家", "Expert"), share=10),
        *(
            ReportColumn(code, Bilingual(name, code), "integer", share=6)
            for code, name in (("F", "契"), ("C", "合"), ("B", "惠"))
        ),
        ReportColumn("mean", Bilingual("均值", "Mean"), "decimal", share=6),
    )
    title = Bilingual(
        "面向山区学校的卫星与固定无线混合接入实践案例", "Hybrid Access for Mountain Schools"
    )
    cells = tuple(
        (
            f"WIC-{row:05d}",
            title,
            Bilingual(f"专家{row % 90:02d}", f"Expert {row % 90:02d}"),
            1 + row % 10,
            1 + row % 7,
            1 + row % 9,
            Decimal(row % 900) / 100,
        )
        for row in range(rows)
    )
    name = Bilingual("评分报告", "Score report")
    table = Table("reviews", name, columns, cells)
    return Report(name, name, a_provenance(name, rows), (Section(name, (table,)),))


def a_provenance(programme: Bilingual, packets: int) -> Provenance:
    return Provenance(
        programme=programme,
        rubric_hash="0" * 64,
        log_origin="example.org/log/1",
        log_size=packets,
        log_root="0" * 64,
        packets=packets,
        made_at=datetime(2026, 8, 3, tzinfo=UTC),
        zone=ZoneInfo("Asia/Shanghai"),
        sample=True,
        official=False,
    )


def texts(table: Table) -> list[list[str]]:
    """The table's cells as the lines that are printed."""
    return [
        [line for cell, column in zip(row, table.columns, strict=True)
         for line in cell_lines(cell, column, "both")]
        for row in table.rows
    ]  # fmt: skip


def bare_pdf(rows: list[list[str]]) -> None:
    """The same words set on pages by reportlab's canvas alone, without any layout."""
    faces = load_faces(bundled_fonts())
    canvas = Canvas(BytesIO())
    for number, row in enumerate(rows):
        if number % _A_PAGE == 0:
            if number:
                canvas.showPage()
            canvas.setFont(faces.regular.bundled.name, 7.5)
        for place, text in enumerate(row):
            canvas.drawString(20 + 60 * place, 800 - 20 * (number % _A_PAGE), text)
    canvas.save()


def bare_xlsx(rows: list[list[str]]) -> None:
    with Workbook(BytesIO(), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                sheet.write_string(number, place, text)


def bare_csv(rows: list[list[str]]) -> None:
    csv.writer(StringIO(newline="")).writerows(rows)


def bare_json(rows: list[list[str]]) -> None:
    json.dumps(rows, ensure_ascii=False, indent=1).encode()


def seconds(work: Callable[[], object], times: int) -> float:
    """The best of several runs."""
    best = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best


def measured(rows: int, times: int) -> dict[str, dict[str, float]]:
    """For each format: seconds, seconds of the bare library, and their ratio."""
    report = a_report(rows)
    plain = texts(next(report.tables()))
    fonts = bundled_fonts()
    load_faces(fonts)
    pairs: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "pdf": (lambda: draw_pdf(report, "both", fonts), lambda: bare_pdf(plain)),
        "xlsx": (lambda: draw_xlsx(report, "both"), lambda: bare_xlsx(plain)),
        "csv": (lambda: draw_csv(report, "both"), lambda: bare_csv(plain)),
        "json": (lambda: draw_json(report), lambda: bare_json(plain)),
    }
    figures = {}
    for name, (ours, bare) in pairs.items():
        own, least = seconds(ours, times), seconds(bare, times)
        figures[name] = {
            "seconds": round(own, 4),
            "bare_seconds": round(least, 4),
            "ratio": round(own / least, 2),
        }
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    wanted = parser.parse_args()
    figures = measured(wanted.rows, wanted.times)
    for name, figure in figures.items():
        sys.stdout.write(
            f"{name:5} {figure['seconds']:8.3f} s   bare {figure['bare_seconds']:8.3f} s   "
            f"ratio {figure['ratio']:.2f}\n"
        )
    if wanted.json:
        sys.stdout.write(
            json.dumps({"benchmark": "reports", "rows": wanted.rows, **figures}) + "\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())

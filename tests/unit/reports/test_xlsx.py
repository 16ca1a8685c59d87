"""The workbook opens, holds numbers as numbers and lets no text act."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reviewer_app.reports.outline import Table
from reviewer_app.reports.score_report import score_report
from reviewer_app.reports.text import Bilingual
from reviewer_app.reports.xlsx import LONGEST_CELL, draw_xlsx, sheet_name
from tests.unit.reports.builders import RUBRIC_HASH, a_report, a_table, some_rows


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def the_table(*rows, language="both") -> Worksheet:
    return opened(draw_xlsx(a_report(a_table(*rows)), language)).worksheets[1]


def test_figures_are_numbers_with_the_column_s_places():
    sheet = the_table(("一", 7, Decimal("-6.804")), ("二", None, None))
    assert [cell.value for cell in sheet[2]] == ["一", 7, -6.8]
    assert sheet["C2"].number_format == "0.00"
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "n"]
    assert [cell.value for cell in sheet[3]] == ["二", None, None]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-2+3",
        "@SUM(A1)",
        "＝1+1",
        "{=1}",
        "http://example.org",
        "00123",
        "=cmd|' /C'!A0",
    ],
)
def test_texts_stay_texts(text):
    cell = the_table((text, 1, None))["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("bell\x07", "bell[U+0007]"),
        ("\u202efdp", "[U+202E]fdp"),
        ("half\ud83d", "half[U+D83D]"),
        ("\uffff", "[U+FFFF]"),
        ("🌍 مرحبا", "🌍 مرحبا"),
        ("two\r\nlines", "two\nlines"),
        ("_x0041_", "_x0041_"),
        ("  spaces  ", "  spaces  "),
        ("<b>&amp;", "<b>&amp;"),
    ],
)
def test_any_character_makes_a_workbook_that_opens(text, shown):
    value = the_table((text, 1, None))["A2"].value
    assert str(value).replace("_x005F_", "_") == shown


def test_a_text_too_long_for_a_cell_says_how_much_is_left_out():
    value = the_table(("长" * 40_000, 1, None))["A2"].value
    assert len(value) <= LONGEST_CELL
    assert value.endswith(f" […+{40_000 - LONGEST_CELL + 20}]")


def test_the_header_is_frozen_filtered_and_in_both_languages():
    sheet = the_table(("一", 1, None), ("二", 2, None))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:C3"
    assert [cell.value for cell in sheet[1]] == ["名称 Name", "数量 Count", "平均分 Mean"]
    assert [cell.value for cell in the_table(language="en")[1]] == ["Name", "Count", "Mean"]


def test_the_head_sheet_comes_first_and_carries_marks_and_evidence():
    head = opened(draw_xlsx(a_report(a_table()), "both")).worksheets[0]
    rows = {row[0].value: row[1].value for row in head.iter_rows()}
    assert rows["评分标准哈希值 Rubric hash"] == RUBRIC_HASH
    assert "非正式名单\nNot the official list" in [row[1].value for row in head.iter_rows()]


def test_a_score_report_of_forty_cases_and_twelve_experts_is_complete():
    book = opened(draw_xlsx(score_report(some_rows()), "both"))
    names = [sheet.title for sheet in book.worksheets]
    assert len(names) == len(set(names)) == 7
    rows = {sheet.title: sheet.max_row for sheet in book.worksheets}
    assert rows["案例结果 Results of the cases"] == 41
    assert rows["全部单项评分 Every single score"] == 481
    cases = book["案例结果 Results of the cases"]
    assert [cell.value for cell in cases[1]][:3] == [
        "编号 No.",
        "案例名称 Practice name (中文)",
        "案例名称 Practice name (English)",
    ]


def test_sheet_names_are_legal_and_different():
    used: set[str] = set()
    assert sheet_name("[A]: b*c?/\\'", used) == "A b c"
    assert sheet_name("a B C", used) == "a B C 2"
    assert sheet_name("", used) == "Sheet"
    assert sheet_name("History", used) != "History"
    long = sheet_name("很" * 40, used)
    again = sheet_name("很" * 40, used)
    assert (len(long), len(again), again[-2:]) == (31, 31, " 2")


def test_tables_of_one_title_get_sheets_of_their_own():
    first = a_table(("一", 1, None))
    second = replace(first, key="other")
    book = opened(draw_xlsx(a_report(first, second), "both"))
    assert [sheet.title for sheet in book.worksheets][1:] == ["案例 Cases", "案例 Cases 2"]


def test_equal_reports_give_equal_bytes():
    report = a_report(a_table(("一", 1, Decimal("0.1"))))
    assert draw_xlsx(report, "both") == draw_xlsx(report, "both")


def test_an_empty_table_still_opens():
    table: Table = replace(a_table(), title=Bilingual("", ""))
    assert opened(draw_xlsx(a_report(table), "both")).worksheets[1].max_row == 1

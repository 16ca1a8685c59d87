"""The defence sheet: one page a case, whatever is to be told, with nothing lost in silence."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from reviewer_app.reports.defence_rows import SheetRows
from reviewer_app.reports.defence_sheet import draw_sheets
from reviewer_app.reports.font_files import FontFiles
from reviewer_app.reports.fonts import Faces
from reviewer_app.reports.sheet_blocks import SheetBlocks
from reviewer_app.reports.sheet_fitting import FITS, Setter, shortened
from reviewer_app.reports.text import Language
from tests.unit.reports.defended import a_sheet, the_longest_sheet

LANGUAGES: tuple[Language, ...] = ("zh", "en")


def pages(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


def test_a_sheet_says_everything_that_defends_a_case(fonts: FontFiles):
    (page,) = pages(draw_sheets([a_sheet()], "en", fonts))
    for said in (
        "Relay of Digital Museums along the Silk Road",
        "丝路数字博物馆接力",
        "WIC-2026-014",
        "joint application",
        "Decision: Casebook (2026-08-02, log no. 1180)",
        "The panel agreed.",
        "Raw mean 6.80 (place 31), adjusted mean 7.10 (place 14 of 230 cases).",
        "decided by: Benefits to humankind",
        "Among the best 12: 41%, discuss; among the best 60: >99%, in.",
        "line of the best 12: 7.15",
        "Counts 7.60 (usually 0.6 low)",
        "quoted from “Benefits to humanity or society” (English) by Expert 01, Expert 03",
        "Some answers are “cannot judge”.",
        "rules 7b7b7b7b7b7b; rubric 3f9a2c1b0d0d",
        f"1204 entries, root {'9c' * 32}",
    ):
        assert said in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_case_still_has_one_page(language: Language, fonts: FontFiles):
    (page,) = pages(draw_sheets([the_longest_sheet()], language, fonts))
    assert "…" in page
    left = "另有42位专家" if language == "zh" else "and 42 experts more"
    assert left in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_has_to_be_smaller_than_the_floor(language: Language, faces: Faces):
    blocks = SheetBlocks(the_longest_sheet(), Setter(faces, language, 511, FITS[-1])).all()
    room = sum(
        each.wrap(511, 740)[1] + each.getSpaceBefore() + each.getSpaceAfter() for each in blocks
    )
    assert room <= 740


def test_sheets_of_a_list_are_in_its_order_a_page_each(fonts: FontFiles):
    first = a_sheet()
    case = replace(first.defence.case, number="WIC-2026-015")
    second = SheetRows(replace(first.defence, case=case, decision=None, place=None), ())
    drawn = draw_sheets([first, second], "zh", fonts)
    assert ["WIC-2026-014" in page for page in pages(drawn)] == [True, False]
    assert "尚无决定" in pages(drawn)[1]
    assert drawn == draw_sheets([first, second], "zh", fonts)
    assert draw_sheets([], "zh", fonts) == b""


def test_a_case_beyond_the_scale_stands_at_its_end(fonts: FontFiles):
    found = a_sheet()
    assert found.defence.place is not None
    place = replace(found.defence.place, low=Decimal("-3"), high=Decimal(14))
    defence = replace(found.defence, place=place)
    assert len(pages(draw_sheets([SheetRows(defence, ())], "en", fonts))) == 1


def test_what_is_shortened_is_marked(faces: Faces):
    lines = ("one", "two", "three")
    assert shortened(lines, 3, faces.regular, 8, 100) == lines
    assert shortened(lines, 2, faces.regular, 8, 100) == ("one", "two…")

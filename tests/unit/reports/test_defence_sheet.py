"""The defence sheet: one page a case, whatever is to be told, with nothing lost in silence."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from reviewer_app.reports.defence_rows import Chance, HeadsFigures, SheetRows
from reviewer_app.reports.defence_sheet import draw_sheets
from reviewer_app.reports.font_files import FontFiles
from reviewer_app.reports.fonts import Faces
from reviewer_app.reports.sheet_blocks import SheetBlocks
from reviewer_app.reports.sheet_fitting import FITS, Setter, shortened
from reviewer_app.reports.text import Bilingual, Language
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
        "Decision: Casebook (by the chair of the panel, 2026-08-02, log no. 1180)",
        "Recommended by the experts: Casebook 3 · not in the Casebook 2",
        "Citation written by the chair of the panel, approved by the deputy.",
        "contributions: 4, from log no. 1150 on); scores changed since by Expert 03.",
        "Benefits to humankind · Expert 03, 7",
        "No survey says how many were helped.",
        "Quoted most, as the applicant wrote it",
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


def of_one_panel(sheet: SheetRows, heads: HeadsFigures | None) -> SheetRows:
    """A chair's, of the panel's own cases alone."""
    found = sheet.defence
    assert found.place is not None
    place = replace(found.place, chances=(), lines=())
    panel = Bilingual("互联与发展", "Connectivity")
    return replace(sheet, defence=replace(found, place=place, panel=panel, heads=heads))


def test_a_chairs_sheet_gives_no_chance_before_the_head_signed(fonts: FontFiles):
    (page,) = pages(draw_sheets([of_one_panel(a_sheet(), None)], "en", fonts))
    assert "among the best" not in page.lower()
    assert "line of the best" not in page
    assert "the head has not signed yet where it stands among all." in page


def test_a_chairs_sheet_says_where_the_head_saw_it(fonts: FontFiles):
    heads = HeadsFigures(Decimal("6.91"), 12, 40, 8, 16, (Chance(20, Decimal(".41"), "discuss"),))
    (page,) = pages(draw_sheets([of_one_panel(a_sheet(), heads)], "en", fonts))
    assert (
        "Among all cases, as the head signed it: adjusted mean 6.91, place 12 of 40 cases "
        "(5–95%: 8–16); among the best 20: 41%, discuss."
    ) in page
    assert "has not signed yet" not in page


def test_a_rejected_case_says_by_which_rule_its_comments_were_chosen(fonts: FontFiles):
    found = a_sheet()
    assert found.defence.decision is not None
    decision = replace(found.defence.decision, outcome="not_in_casebook")
    sheet = replace(found, defence=replace(found.defence, decision=decision))
    (page,) = pages(draw_sheets([sheet], "en", fonts))
    assert "the weakest criterion first, of each the comment with the lowest mark" in page
    assert page.index("What the experts wrote") < page.index("Quoted most")
    assert "Another said this." not in page


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
        each.wrap(511, 734)[1] + each.getSpaceBefore() + each.getSpaceAfter() for each in blocks
    )
    assert room <= 734


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

"""Paper and PDF have the family that was chosen for the screen, where it may be embedded."""

import struct
from dataclasses import replace

import pytest
from PySide6.QtGui import QFontDatabase

from reviewer_app.reports.case_pdf import draw_case
from reviewer_app.reports.fonts import bundled_fonts
from reviewer_app.ui.kit.bundled import bundled
from reviewer_app.ui.reading import font_files as asked
from reviewer_app.ui.reading.arrangement import Arrangement, Face
from reviewer_app.ui.reading.font_files import font_files
from reviewer_app.ui.reading.paper import Wanted, paper_of
from reviewer_app.ui.reading.printing import in_letters
from tests.ui.reading.room import ZH
from tests.ui.reading.test_printing import NOON, squeezed, words_of

TYPICAL = "WIC-2026-001"
FAMILY = "Source Sans 3"
"""Has no Chinese."""


@pytest.fixture(scope="module")
def installed(qapp):
    folder = bundled("resources/fonts")
    for name in ("SourceSans3-Regular.ttf", "SourceSans3-SemiBold.ttf"):
        QFontDatabase.addApplicationFontFromData((folder / name).read_bytes())


def first_page(room):
    """The beginning of a case, Chinese first."""
    opened = room.screen(TYPICAL).reading.state.opened
    paper = paper_of(opened, ZH, Wanted(), (), NOON)
    return replace(paper, rows=paper.rows[:6])


def test_a_family_is_one_truetype_file_a_weight(installed):
    found = font_files(FAMILY)
    assert found is not None
    assert found.regular[:4] == found.bold[:4] == b"\x00\x01\x00\x00"
    assert found.regular != found.bold


@pytest.mark.parametrize("family", ["", "A family that nobody has"])
def test_the_app_s_choice_and_what_is_not_installed_are_none(installed, family):
    assert font_files(family) is None


@pytest.mark.parametrize(
    ("fs_type", "allowed"),
    [(0, True), (0x0002, False), (0x0004, True), (0x0008, True), (0x0100, False), (0x0200, False)],
)
def test_what_its_maker_forbids_to_embed_stays_out(fs_type, allowed):
    assert asked._may_be_embedded(bytes(8) + struct.pack(">H", fs_type)) is allowed


def test_the_chosen_family_is_in_the_file_and_every_word_too(one_room, installed):
    plain = first_page(one_room)
    how = Arrangement(en=Face(16, FAMILY))
    pdf = draw_case(in_letters(plain, how), bundled_fonts())
    assert b"SourceSans3" in pdf
    assert b"SourceSans3" not in draw_case(plain, bundled_fonts())
    whole = squeezed("".join(words_of(pdf)))
    for text in (text for row in plain.rows for side in row.sides for text in side):
        assert squeezed(text.text)[:8] in whole


def test_what_the_chosen_family_lacks_is_in_the_bundled_one(one_room, installed):
    paper = replace(first_page(one_room), zh_fonts=font_files(FAMILY))
    whole = squeezed("".join(words_of(draw_case(paper, bundled_fonts()))))
    for row in paper.rows:
        assert squeezed(row.sides[0][0].text)[:8] in whole


def test_a_font_that_cannot_be_read_is_passed_over(one_room):
    paper = first_page(one_room)
    broken = replace(bundled_fonts(), regular=b"OTTO" + bytes(200))
    assert draw_case(replace(paper, en_fonts=broken), bundled_fonts())[:5] == b"%PDF-"

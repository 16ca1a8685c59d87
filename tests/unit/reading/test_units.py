"""The reading text is one string with units at known places."""

import pytest

from reviewer_app.reading.units import ReadingText, Unit, Utf16Offsets, reading_text
from tests.unit.reading.builders import a_section


def a_text() -> ReadingText:
    return reading_text([a_section("背景", ("第一段。", "第二段")), a_section(None, ("完",))])


def test_headings_and_paragraphs_are_lines_of_one_string() -> None:
    text = a_text()
    assert text.text == "背景\n第一段。\n第二段\n完"
    assert text.units == (
        Unit(0, None, "背景", 0),
        Unit(0, 0, "第一段。", 3),
        Unit(0, 1, "第二段", 8),
        Unit(1, 0, "完", 12),
    )


def test_every_unit_is_a_slice_of_the_text() -> None:
    text = a_text()
    assert [text.text[u.start : u.end] for u in text.units] == [u.text for u in text.units]


@pytest.mark.parametrize("broken", ["one\ntwo", "one \r\n two", "one\u2028two", "one\rtwo"])
def test_a_line_break_inside_a_paragraph_is_a_space(broken: str) -> None:
    text = reading_text([a_section(None, (broken, "three"))])
    assert text.text == "one two\nthree"


def test_an_empty_heading_is_no_unit() -> None:
    assert [u.paragraph for u in reading_text([a_section(" ", ("one",))]).units] == [0]


def test_no_sections_give_an_empty_text() -> None:
    assert reading_text([]) == ReadingText("", ())
    with pytest.raises(ValueError, match="outside"):
        reading_text([]).unit_at(0)


def test_a_place_belongs_to_a_unit_and_its_separator_too() -> None:
    text = a_text()
    assert [text.unit_at(i) for i in (0, 2, 3, 7, 8, 11, 12, 13)] == [0, 0, 1, 1, 2, 2, 3, 3]
    with pytest.raises(ValueError, match="outside"):
        text.unit_at(14)


def test_a_range_names_the_units_that_it_touches() -> None:
    text = a_text()
    assert text.units_of(4, 9) == (1, 2)
    assert text.units_of(2, 3) == ()


def test_the_hash_is_that_of_the_text_in_utf8() -> None:
    text = reading_text([a_section(None, ("abc",))])
    assert text.hash == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_offsets_beyond_the_basic_plane_count_two_units() -> None:
    offsets = Utf16Offsets("a𠮷b😀c")
    assert [offsets.to_utf16(i) for i in range(6)] == [0, 1, 3, 4, 6, 7]
    assert [offsets.from_utf16(i) for i in (0, 1, 3, 4, 6, 7)] == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize("offset", [2, 5])
def test_no_offset_points_into_a_surrogate_pair(offset: int) -> None:
    with pytest.raises(ValueError, match="surrogate"):
        Utf16Offsets("a𠮷b😀c").from_utf16(offset)


@pytest.mark.parametrize("offset", [-1, 8])
def test_offsets_outside_the_text_are_refused(offset: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        Utf16Offsets("a𠮷b😀c").from_utf16(offset)
    with pytest.raises(ValueError, match="outside"):
        Utf16Offsets("a𠮷b😀c").to_utf16(offset)

"""The text of a page: what lies at a point, what is cut out of it, what is found across lines."""

import pytest

from reviewer_app.reading.page_text import NOWHERE, PageText, cut_out, joined, places_of
from reviewer_app.reading.plain_text import plain_text

WIDE, HIGH = 10, 12


def a_page(*lines: str) -> PageText:
    """Characters of ten thousandths by twelve, a line every twenty."""
    text = "\n".join(lines)
    rects = []
    row = column = 0
    for character in text:
        if character == "\n":
            rects.append(NOWHERE)
            row, column = row + 1, 0
        else:
            left, top = column * WIDE, row * 20
            rects.append((left, top, left + WIDE, top + HIGH))
            column += 1
    return PageText(text, tuple(rects))


PAGE = a_page("国际合作共建网", "络空间命运共同体", "Served 350 mil", "lion people")


def test_a_point_lies_before_or_behind_the_nearest_character():
    assert PAGE.at(2, 5) == 0
    assert PAGE.at(8, 5) == 1
    assert PAGE.at(900, 5) == PAGE.lines[0][1]
    assert PAGE.at(-50, 900) == PAGE.lines[3][0]
    assert a_page().at(1, 1) == 0


def test_words_across_lines_are_cut_out_as_their_script_joins_them():
    cut = cut_out(PAGE, 4, 11)
    assert cut is not None
    assert (cut.exact, cut.before, cut.after[:4]) == ("共建网络空间", "国际合作", "命运共同")
    assert [(box.left, box.top, box.right, box.bottom) for box in cut.boxes] == [
        (40, 0, 70, 12),
        (0, 20, 30, 32),
    ]
    start = PAGE.text.index("350")
    latin = cut_out(PAGE, start, len(PAGE.text))
    assert latin is not None
    assert latin.exact == "350 mil lion people"


@pytest.mark.parametrize("span", [(0, 0), (7, 8), (99, 120)])
def test_nothing_is_cut_out_of_nothing(span):
    assert cut_out(PAGE, *span) is None


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("网络空间", "网\n络空间"),
        ("SERVED  350", "Served 350"),
        ("３５０", "350"),
        ("350 mil lion", "350 mil\nlion"),
        ("国", "国"),
    ],
)
def test_words_are_found_whatever_their_case_width_or_line(wanted, found):
    ((start, end),) = places_of(PAGE.text, wanted)
    assert PAGE.text[start:end] == found


@pytest.mark.parametrize("wanted", ["", "  ", "absent"])
def test_what_is_not_there_is_not_found(wanted):
    assert list(places_of(PAGE.text, wanted)) == []


def test_vertical_lines_are_halved_by_their_height():
    text = "世界"
    page = PageText(text, ((0, 0, 10, 12), (0, 14, 10, 26)))
    assert (page.at(5, 2), page.at(5, 11), page.at(9, 24)) == (0, 1, 2)


def test_joined_text_is_nfc_and_keeps_words_apart():
    assert joined("re\u0301sume\u0301\nof 网\n络") == "résumé of 网络"


def test_a_word_of_a_page_is_the_run_of_letters_around_a_point():
    start, end = PAGE.word(PAGE.text.index("erved"))
    assert PAGE.text[start:end] == "Served"


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        ("方案\r\nplan".encode(), "方案\nplan", "UTF-8"),
        ("方案".encode("utf-8-sig"), "方案", "UTF-8"),
        ("方案".encode("gb18030"), "方案", "GB 18030"),
        ("𠀀方案".encode("gb18030"), "𠀀方案", "GB 18030"),
        ("方案\rplan".encode("utf-16"), "方案\nplan", "UTF-16"),
        ("方案".encode("utf-32"), "方案", "UTF-32"),
        (b"", "", "UTF-8"),
    ],
)
def test_a_text_is_read_in_its_encoding(content, text, encoding):
    read = plain_text(content)
    assert (read.text, read.encoding, read.lossy, read.cut) == (text, encoding, False, False)


def test_what_fits_no_encoding_is_told_and_shown_as_far_as_it_goes():
    read = plain_text(b"plan \xff\xff\xff")
    assert read.lossy
    assert read.text.startswith("plan \ufffd")


def test_a_long_text_is_cut_and_that_is_told():
    read = plain_text(b"abcdef", most=4)
    assert (read.text, read.cut) == ("abcd", True)

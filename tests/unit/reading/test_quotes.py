"""Evidence is found again exactly or not at all."""

import pytest

from review_protocol.documents.score import Quote
from review_protocol.documents.text import Element, Language
from reviewer_app.reading.align import align
from reviewer_app.reading.quotes import (
    LONGEST,
    counterpart,
    found_again,
    paragraph_number,
    quote_of,
    quotes_of,
)
from reviewer_app.reading.units import ReadingText, reading_text
from tests.unit.reading.builders import a_section

ZH = reading_text(
    [a_section("普惠作用", ("94口井每月有41,000人使用。", "女性只占34％😀，因为付费不便。"))]
)
EN = reading_text(
    [a_section("Benefits", ("The 94 wells have 41,000 users a month.", "Women are 34% of them."))]
)


def a_quote(exact: str, text: ReadingText = ZH) -> Quote:
    start = text.text.index(exact)
    return quote_of(text, Language.ZH, Element.BENEFITS, start, start + len(exact))


def test_a_quote_is_a_slice_with_its_surroundings() -> None:
    quote = a_quote("41,000人")
    assert quote == Quote(
        language=Language.ZH,
        element=Element.BENEFITS,
        paragraph=1,
        start=12,
        end=19,
        exact="41,000人",
        before="普惠作用\n94口井每月有",
        after="使用。\n女性只占34％😀，因为付费不便。",
        text_hash=ZH.hash,
    )


def test_what_is_longer_than_a_quote_becomes_several_and_blanks_none() -> None:
    text = reading_text([a_section("Long", ("字" * (2 * LONGEST + 5), "x"))])
    whole = quotes_of(text, Language.ZH, Element.BENEFITS, 0, len(text.text))
    assert [len(each.exact) for each in whole] == [LONGEST, LONGEST, 12]
    assert "".join(each.exact for each in whole) == text.text
    assert quotes_of(ZH, Language.ZH, Element.BENEFITS, 4, 5) == ()


def test_offsets_count_code_points_after_a_character_of_two_utf16_units() -> None:
    quote = a_quote("因为付费")
    assert ZH.text[quote.start : quote.end] == "因为付费"


def test_white_space_at_the_ends_is_not_quoted() -> None:
    quote = quote_of(EN, Language.EN, Element.BENEFITS, 8, 13)
    assert (quote.exact, quote.start, quote.paragraph) == ("The", 9, 1)


@pytest.mark.parametrize(("start", "end"), [(8, 9), (5, 5), (-1, 3), (0, 999), (4, 2)])
def test_nothing_and_places_outside_cannot_be_quoted(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=r"quote|outside"):
        quote_of(EN, Language.EN, Element.BENEFITS, start, end)


def test_it_is_found_in_the_same_text_only() -> None:
    quote = a_quote("34％")
    other = reading_text([a_section(None, ("女性只占34％。",))])
    assert found_again(quote, ZH) == (quote.start, quote.end)
    assert found_again(quote, other) is None


def test_the_counterpart_is_the_aligned_paragraph() -> None:
    alignment = align(ZH.units, EN.units)
    assert counterpart(a_quote("女性"), ZH, alignment) == (2,)
    english = quote_of(EN, Language.EN, Element.BENEFITS, 9, 20)
    assert counterpart(english, EN, alignment) == (1,)


def test_a_quote_over_two_paragraphs_has_two_counterparts() -> None:
    alignment = align(ZH.units, EN.units)
    assert counterpart(a_quote("使用。\n女性"), ZH, alignment) == (1, 2)


def test_no_counterpart_without_translation_or_in_another_text() -> None:
    assert counterpart(a_quote("女性"), ZH, align(ZH.units, ())) is None
    assert counterpart(a_quote("女性"), EN, align(ZH.units, EN.units)) is None


TWO_SECTIONS = reading_text(
    [
        a_section("一、背景", ("第一段。", "第二段。")),
        a_section("二、机遇", ("第三段。",)),
        a_section(None, ("第四段，没有标题。",)),
    ]
)


@pytest.mark.parametrize(
    ("exact", "number"),
    [("第一段", 1), ("第二段", 2), ("第三段", 3), ("第四段", 4), ("二、机遇", None)],
)
def test_paragraphs_are_numbered_as_a_reader_counts_them(exact: str, number: int | None) -> None:
    assert paragraph_number(a_quote(exact, TWO_SECTIONS), TWO_SECTIONS) == number


def test_a_quote_over_a_heading_counts_from_where_it_begins() -> None:
    assert paragraph_number(a_quote("第二段。\n二、机遇", TWO_SECTIONS), TWO_SECTIONS) == 2


def test_in_another_text_no_paragraph_is_named() -> None:
    assert paragraph_number(a_quote("第一段", TWO_SECTIONS), ZH) is None

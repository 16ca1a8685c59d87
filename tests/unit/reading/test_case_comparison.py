"""The two languages of a case compared: what was put into the sample on purpose is told."""

from functools import cache

import pytest

from review_protocol.documents.case import Case
from review_protocol.documents.text import Element, Language
from reviewer_app.reading.alignment import ALIGNMENT_VERSION, Alignment, Group, Kind
from reviewer_app.reading.case_comparison import Difference, Theme, compare_case
from reviewer_app.reading.units import reading_text
from reviewer_app.services.preparing import Preparing, texts_of
from reviewer_app.services.tables import bundled_countries
from tests.builders.sample import the_sample
from tests.builders.tables import shipped
from tests.unit.reading.builders import a_section


@cache
def sample(number: str) -> Case:
    return next(case for case in the_sample().cases if case.number == f"WIC-2026-{number}")


def told(case: Case) -> tuple[Difference, ...]:
    preparing = Preparing(shipped())
    texts = {
        (element, language): text
        for element in Element
        for language, text in zip(Language, texts_of(case, element), strict=True)
    }
    alignments = {element: preparing.alignment(case, element) for element in Element}
    return compare_case(case, texts, alignments, bundled_countries())


def test_a_slip_of_magnitude_is_told_with_both_places() -> None:
    (found,) = told(sample("016"))
    assert found.theme is Theme.MAGNITUDE
    assert [spot.exact for spot in found.spots] == ["3.5亿", "35 million"]
    assert found.zh is not None
    text, _ = texts_of(sample("016"), Element.BENEFITS)
    assert text.text[found.zh.start : found.zh.end] == "3.5亿"


def test_declared_lists_of_countries_are_compared() -> None:
    (found,) = told(sample("010"))
    assert (found.theme, found.only_zh, found.only_en) == (
        Theme.COUNTRIES,
        ("HU", "MA", "TH"),
        ("MU",),
    )


def test_a_paragraph_without_a_translation_is_told() -> None:
    assert [(each.theme, each.en) for each in told(sample("019"))] == [(Theme.MISSING, None)]


def test_an_element_that_one_language_alone_fills_in_is_told_once() -> None:
    (found,) = told(sample("002"))
    assert (found.theme, found.en) == (Theme.MISSING, None)
    assert found.zh is not None
    assert found.zh.element is Element.MODALITIES


@pytest.mark.parametrize("number", ["001", "004", "018", "031"])
def test_a_case_without_differences_and_one_in_one_language_have_none(number: str) -> None:
    assert told(sample(number)) == ()


@pytest.mark.parametrize(
    ("zh", "en", "themes"),
    [
        ("共有3.5亿读者", "35 million readers", [Theme.MAGNITUDE]),
        ("共有412人", "A total of 938 people", [Theme.VALUE]),
        ("共有412人", "People came", []),
        ("共有412人\n另938个村", "A total of 938 people", []),  # another paragraph explains it
    ],
)
def test_numbers_of_paragraphs_that_are_uncertain_are_compared(
    zh: str, en: str, themes: list[Theme]
) -> None:
    case = sample("001")
    texts = {
        (Element.BENEFITS, Language.ZH): reading_text([a_section(None, tuple(zh.splitlines()))]),
        (Element.BENEFITS, Language.EN): reading_text([a_section(None, (en,))]),
    }
    groups = [Group(zh=(0,), en=(0,), kind=Kind.UNCERTAIN, sim=0.1)]
    if "\n" in zh:
        groups.append(Group(zh=(1,), en=(), kind=Kind.MISSING, sim=0.0))
    alignments = {Element.BENEFITS: Alignment(version=ALIGNMENT_VERSION, groups=tuple(groups))}
    found = compare_case(case, texts, alignments, bundled_countries())
    assert [each.theme for each in found] == themes


def test_a_difference_keeps_its_key_while_its_paragraphs_stay() -> None:
    case = sample("016")
    (before,) = told(case)
    element = case.elements.background
    first = element.zh[0].model_copy(update={"paragraphs": element.zh[0].paragraphs[:-1]})
    elements = case.elements.model_copy(
        update={"background": element.model_copy(update={"zh": (first, *element.zh[1:])})}
    )
    keys = [each.key for each in told(case.model_copy(update={"elements": elements}))]
    assert before.key in keys
    assert len(set(keys)) == len(keys)

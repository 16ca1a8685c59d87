"""Facts are counted, and differences of the country lists are worded by nobody here."""

import pytest

from review_protocol.documents.case import Countries
from review_protocol.documents.text import Element
from reviewer_app.reading.countries import Country, CountryTable
from reviewer_app.reading.facts import (
    CaseFacts,
    CountryDifferences,
    case_facts,
    country_differences,
)
from tests.unit.reading.builders import a_case, an_element

TABLE = CountryTable(
    [
        Country("KE", "肯尼亚", "Kenya"),
        Country("CN", "中国", "China", ("P.R. China",)),
        Country("LA", "老挝", "Laos", ("Lao PDR",)),
    ]
)


def differences(zh: tuple[str, ...], en: tuple[str, ...]) -> CountryDifferences:
    return country_differences(Countries(zh=zh, en=en, codes=()), TABLE)


def test_a_complete_joint_application() -> None:
    assert case_facts(a_case()) == CaseFacts(
        countries=2,
        enough_countries=True,
        joint_international=True,
        entered_before=None,
        missing_elements=(),
        one_language_elements=(),
    )


@pytest.mark.parametrize(
    ("countries", "count", "enough"),
    [((), 0, False), (("CN",), 1, False), (("CN", "CN"), 1, False), (("CN", "HK"), 2, True)],
)
def test_each_country_or_region_counts_once(
    countries: tuple[str, ...], count: int, enough: bool
) -> None:
    found = case_facts(a_case(countries=countries))
    assert (found.countries, found.enough_countries) == (count, enough)


def test_how_many_are_enough_is_a_rule_of_the_programme() -> None:
    assert not case_facts(a_case(), fewest_countries=3).enough_countries


def test_countries_of_applicant_and_partners_do_not_count_as_involved() -> None:
    assert case_facts(a_case(countries=("LA",), partners=("KE", "FR"))).countries == 1


@pytest.mark.parametrize(
    ("partners", "joint"), [((), False), (("CN",), False), (("CN", "KE"), True)]
)
def test_joint_means_a_partner_from_another_country(partners: tuple[str, ...], joint: bool) -> None:
    assert case_facts(a_case(partners=partners)).joint_international is joint


def test_an_element_is_missing_only_if_absent_in_both_languages() -> None:
    found = case_facts(a_case(benefits=an_element(zh=False)))
    assert (found.missing_elements, found.one_language_elements) == ((), (Element.BENEFITS,))
    without = case_facts(a_case(benefits=an_element(zh=False, en=False)))
    assert (without.missing_elements, without.one_language_elements) == ((Element.BENEFITS,), ())


def test_the_year_of_an_earlier_entry_is_told() -> None:
    assert case_facts(a_case(entered_before=2023)).entered_before == 2023


def test_lists_that_name_the_same_differently_do_not_differ() -> None:
    found = differences(("中国", "老挝"), ("Lao PDR", "P.R. China"))
    assert found == CountryDifferences((), (), (), ())
    assert not found.differ


def test_lists_that_differ_name_what_only_one_has_in_the_order_of_the_table() -> None:
    found = differences(("中国", "老挝", "肯尼亚"), ("Laos", "many countries"))
    assert found == CountryDifferences(("KE", "CN"), (), (), ("many countries",))
    assert found.differ


def test_a_list_in_one_language_differs_from_nothing() -> None:
    assert not differences(("中国",), ()).differ

"""Facts are counted, and differences of the country lists are worded by nobody here."""

import pytest

from reviewer_app.reading.countries import Country, CountryTable
from reviewer_app.reading.facts import (
    CaseFacts,
    CountryDifferences,
    Presence,
    case_facts,
    country_differences,
)

BOTH = Presence(zh=True, en=True)
ALL = dict.fromkeys(("background", "international_cooperation", "modalities", "benefits"), BOTH)
TABLE = CountryTable(
    [
        Country("KE", "肯尼亚", "Kenya"),
        Country("CN", "中国", "China", ("P.R. China",)),
        Country("LA", "老挝", "Laos", ("Lao PDR",)),
    ]
)


def facts(
    countries: tuple[str, ...] = ("CN", "KE"),
    partners: tuple[str, ...] = ("KE",),
    elements: dict[str, Presence] = ALL,
    entered_before: int | None = None,
) -> CaseFacts:
    return case_facts(
        countries=countries,
        applicant="CN",
        partners=partners,
        entered_before=entered_before,
        elements=elements,
    )


def test_a_complete_joint_application() -> None:
    assert facts() == CaseFacts(
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
    found = facts(countries=countries)
    assert (found.countries, found.enough_countries) == (count, enough)


def test_countries_of_applicant_and_partners_do_not_count_as_involved() -> None:
    assert facts(countries=("LA",), partners=("KE", "FR")).countries == 1


@pytest.mark.parametrize(
    ("partners", "joint"), [((), False), (("CN",), False), (("CN", "KE"), True)]
)
def test_joint_means_a_partner_from_another_country(partners: tuple[str, ...], joint: bool) -> None:
    assert facts(partners=partners).joint_international is joint


def test_an_element_is_missing_only_if_absent_in_both_languages() -> None:
    found = facts(elements={**ALL, "benefits": Presence(zh=False, en=True)})
    assert (found.missing_elements, found.one_language_elements) == ((), ("benefits",))
    without = facts(elements={"background": BOTH, "benefits": Presence(zh=False, en=False)})
    assert without.missing_elements == ("international_cooperation", "modalities", "benefits")


def test_the_year_of_an_earlier_entry_is_told() -> None:
    assert facts(entered_before=2023).entered_before == 2023


def test_lists_that_name_the_same_differently_do_not_differ() -> None:
    found = country_differences(["中国", "老挝"], ["Lao PDR", "P.R. China"], TABLE)
    assert found == CountryDifferences((), (), (), ())
    assert not found.differ


def test_lists_that_differ_name_what_only_one_has_in_the_order_of_the_table() -> None:
    found = country_differences(["中国", "老挝", "肯尼亚"], ["Laos", "many countries"], TABLE)
    assert found == CountryDifferences(("KE", "CN"), (), (), ("many countries",))
    assert found.differ


def test_a_list_in_one_language_differs_from_nothing() -> None:
    assert not country_differences(["中国"], [], TABLE).differ

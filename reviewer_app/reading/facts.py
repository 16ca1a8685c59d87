"""What can be counted of an application: eligibility, and how its country lists differ."""

from collections.abc import Iterable
from dataclasses import dataclass

from review_protocol.documents.case import Case, Countries
from review_protocol.documents.text import Element
from reviewer_app.reading.countries import CountryTable

FEWEST_COUNTRIES = 2


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """Facts beside the scores, never part of them.

    `countries` counts the declared countries (regions) alone, not those of applicant and partners;
    `missing_elements` are absent in both languages, `one_language_elements` in one of them.
    """

    countries: int
    enough_countries: bool
    joint_international: bool
    entered_before: int | None
    missing_elements: tuple[Element, ...]
    one_language_elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class CountryDifferences:
    """Codes that only one list names, and names, as written, that the table does not know."""

    only_zh: tuple[str, ...]
    only_en: tuple[str, ...]
    unknown_zh: tuple[str, ...]
    unknown_en: tuple[str, ...]

    @property
    def differ(self) -> bool:
        return bool(self.only_zh or self.only_en)


def case_facts(case: Case, *, fewest_countries: int = FEWEST_COUNTRIES) -> CaseFacts:
    """Count what the applicant declares; `entered_before` is the year of an earlier Casebook."""
    headers = case.headers
    texts = [(element, case.elements.of(element)) for element in Element]
    countries = len(set(headers.countries.codes))
    return CaseFacts(
        countries=countries,
        enough_countries=countries >= fewest_countries,
        joint_international=any(p.country != headers.applicant.country for p in headers.partners),
        entered_before=case.entered_before.year if case.entered_before else None,
        missing_elements=tuple(e for e, text in texts if not (text.zh or text.en)),
        one_language_elements=tuple(e for e, text in texts if bool(text.zh) != bool(text.en)),
    )


def country_differences(countries: Countries, table: CountryTable) -> CountryDifferences:
    """Compare the declared lists of the two languages; an empty list differs from nothing."""
    zh, unknown_zh = _known(countries.zh, table)
    en, unknown_en = _known(countries.en, table)
    both = bool(countries.zh) and bool(countries.en)
    return CountryDifferences(
        only_zh=table.ordered(zh - en) if both else (),
        only_en=table.ordered(en - zh) if both else (),
        unknown_zh=unknown_zh,
        unknown_en=unknown_en,
    )


def _known(names: Iterable[str], table: CountryTable) -> tuple[set[str], tuple[str, ...]]:
    codes = {name: table.code_of(name) for name in names}
    known = {code for code in codes.values() if code is not None}
    return known, tuple(name for name, code in codes.items() if code is None)

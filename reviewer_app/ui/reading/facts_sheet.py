"""Facts of an application for reading beside the text: counted, named, compared; never scored."""

from __future__ import annotations

from dataclasses import dataclass

from review_protocol.documents.case import Case
from review_protocol.documents.text import Language
from reviewer_app.reading.countries import CountryTable
from reviewer_app.reading.facts import (
    CaseFacts,
    CountryDifferences,
    case_facts,
    country_differences,
)
from reviewer_app.reading.unseen import Unseen, unseen_in


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country (region) by code, with the table's names."""

    code: str
    zh: str
    en: str

    def of(self, language: Language) -> str:
        return self.zh if language is Language.ZH else self.en


@dataclass(frozen=True, slots=True)
class FactSheet:
    """Everything that the page of facts says about a case."""

    case: Case
    facts: CaseFacts
    countries: tuple[CountryName, ...]
    differences: CountryDifferences
    names: dict[str, CountryName]
    """All codes that the sheet mentions."""
    unseen: tuple[Unseen, ...] = ()
    """Texts with characters that nobody sees."""

    @property
    def notable(self) -> bool:
        """Whether something differs or asks for a look."""
        facts = self.facts
        return bool(
            not facts.enough_countries
            or facts.entered_before
            or facts.missing_elements
            or self.differences.differ
            or self.unseen
        )


def fact_sheet(case: Case, table: CountryTable) -> FactSheet:
    """The facts of a case, with countries (regions) in the table's order."""
    headers = case.headers
    differences = country_differences(headers.countries, table)
    organisations = (headers.applicant, *headers.partners)
    codes = {*headers.countries.codes, *differences.only_zh, *differences.only_en}
    codes |= {each.country for each in organisations}
    if headers.recommender is not None:
        codes.add(headers.recommender.country)
    names = {
        code: CountryName(code, table.name(code, "zh"), table.name(code, "en")) for code in codes
    }
    ordered = table.ordered(headers.countries.codes)
    return FactSheet(
        case=case,
        facts=case_facts(case),
        countries=tuple(names[code] for code in ordered),
        differences=differences,
        names=names,
        unseen=unseen_in(case),
    )

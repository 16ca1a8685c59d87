"""What is computed once from a case when it is taken in: facts for lists, and its alignments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from review_protocol.documents.case import Case, CaseHeaders
from review_protocol.documents.text import Element, Language
from reviewer_app.models.rows import CaseFlag
from reviewer_app.reading.align import align
from reviewer_app.reading.alignment import Alignment, alignment_key
from reviewer_app.reading.countries import CountryTable
from reviewer_app.reading.facts import FEWEST_COUNTRIES, case_facts, country_differences
from reviewer_app.reading.lexicon import Lexicon
from reviewer_app.reading.units import ReadingText, reading_text


@dataclass(frozen=True, slots=True)
class ListedFacts:
    """What lists show beside the headers; `countries` counts codes, each once."""

    countries: int
    joint: bool
    flags: tuple[CaseFlag, ...]


@dataclass(frozen=True, slots=True)
class PreparedCase:
    """What a case's text adds: all its flags, and its alignments' JSON by their keys."""

    flags: tuple[CaseFlag, ...]
    alignments: Mapping[str, bytes]


class Preparing:
    """Computes what is kept beside a case; pure but for the table and the dictionary it holds."""

    def __init__(self, countries: CountryTable, lexicon: Lexicon) -> None:
        self._countries = countries
        self._lexicon = lexicon

    def listed(self, headers: CaseHeaders) -> ListedFacts:
        """From the headers alone, before the content is there."""
        countries = len(set(headers.countries.codes))
        home = headers.applicant.country
        return ListedFacts(
            countries=countries,
            joint=any(partner.country != home for partner in headers.partners),
            flags=_there(self._of_headers(headers, countries)),
        )

    def read(self, case: Case) -> PreparedCase:
        """From the text, in a second or less for the longest cases."""
        aligned = {
            self.key(case, element): self.alignment(case, element, None) for element in Element
        }
        return PreparedCase(
            self._flags(case),
            {key: each.model_dump_json().encode() for key, each in aligned.items()},
        )

    def key(self, case: Case, element: Element) -> str:
        """Under which the alignment of one element is kept."""
        zh, en = texts_of(case, element)
        return alignment_key(zh, en, self._lexicon)

    def alignment(self, case: Case, element: Element, kept: bytes | None) -> Alignment:
        """The kept alignment; computed where there is none of this version yet."""
        if kept is not None:
            return Alignment.model_validate_json(kept)
        zh, en = texts_of(case, element)
        return align(zh.units, en.units, self._lexicon)

    def _of_headers(self, headers: CaseHeaders, countries: int) -> dict[CaseFlag, bool]:
        return {
            CaseFlag.ONE_COUNTRY: countries < FEWEST_COUNTRIES,
            CaseFlag.COUNTRIES_DIFFER: country_differences(
                headers.countries, self._countries
            ).differ,
        }

    def _flags(self, case: Case) -> tuple[CaseFlag, ...]:
        facts = case_facts(case)
        return _there(
            self._of_headers(case.headers, facts.countries)
            | {
                CaseFlag.ENTERED_BEFORE: facts.entered_before is not None,
                CaseFlag.ELEMENT_MISSING: bool(facts.missing_elements),
                CaseFlag.ONE_LANGUAGE: len(case.languages) == 1,
            }
        )


def texts_of(case: Case, element: Element) -> tuple[ReadingText, ReadingText]:
    """The reading texts of one element, Chinese and English."""
    sections = case.elements.of(element)
    return reading_text(sections.of(Language.ZH)), reading_text(sections.of(Language.EN))


def _there(found: Mapping[CaseFlag, bool]) -> tuple[CaseFlag, ...]:
    return tuple(flag for flag in CaseFlag if found.get(flag, False))

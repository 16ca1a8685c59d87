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
from reviewer_app.reading.facts import CaseFacts, Presence, case_facts, country_differences
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
        facts = _facts(headers, None)
        return ListedFacts(
            facts.countries, facts.joint_international, self._flags(headers, facts, None)
        )

    def read(self, case: Case) -> PreparedCase:
        """From the text, in a second or less for the longest cases."""
        aligned = {
            self.key(case, element): self.alignment(case, element, None) for element in Element
        }
        return PreparedCase(
            self._flags(case.headers, _facts(case.headers, case), case),
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

    def _flags(
        self, headers: CaseHeaders, facts: CaseFacts, case: Case | None
    ) -> tuple[CaseFlag, ...]:
        differences = country_differences(
            headers.countries.zh, headers.countries.en, self._countries
        )
        found = {
            CaseFlag.ONE_COUNTRY: not facts.enough_countries,
            CaseFlag.ENTERED_BEFORE: facts.entered_before is not None,
            CaseFlag.ELEMENT_MISSING: case is not None and bool(facts.missing_elements),
            CaseFlag.COUNTRIES_DIFFER: differences.differ,
            CaseFlag.ONE_LANGUAGE: case is not None and len(case.languages) == 1,
        }
        return tuple(flag for flag, there in found.items() if there)


def texts_of(case: Case, element: Element) -> tuple[ReadingText, ReadingText]:
    """The reading texts of one element, Chinese and English."""
    sections = case.elements.of(element)
    return reading_text(sections.of(Language.ZH)), reading_text(sections.of(Language.EN))


def _facts(headers: CaseHeaders, case: Case | None) -> CaseFacts:
    elements = {} if case is None else {element: _presence(case, element) for element in Element}
    return case_facts(
        countries=headers.countries.codes,
        applicant=headers.applicant.country,
        partners=[partner.country for partner in headers.partners],
        entered_before=case.entered_before.year if case and case.entered_before else None,
        elements={str(element): presence for element, presence in elements.items()},
    )


def _presence(case: Case, element: Element) -> Presence:
    sections = case.elements.of(element)
    return Presence(zh=bool(sections.zh), en=bool(sections.en))

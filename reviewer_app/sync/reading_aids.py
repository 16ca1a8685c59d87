"""What is computed once when a case is taken in: alignments of its elements, and its flags."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from review_protocol.documents.case import Case, CaseHeaders
from review_protocol.documents.text import Element
from reviewer_app.models.rows import CaseFlag
from reviewer_app.reading.align import align, alignment_key
from reviewer_app.reading.countries import CountryTable
from reviewer_app.reading.facts import FEWEST_COUNTRIES, case_facts, country_differences
from reviewer_app.reading.units import reading_text


@cache
def country_table() -> CountryTable:
    """The bundled table of countries (regions); read on first use."""
    path = files("reviewer_app.resources") / "countries" / "countries.json"
    return CountryTable.load(path.read_text(encoding="utf-8"))


def alignments_of(case: Case) -> dict[str, bytes]:
    """The alignments of all four elements, as JSON by their keys; up to a third of a second for
    a long case."""
    aligned: dict[str, bytes] = {}
    for element in Element:
        texts = case.elements.of(element)
        zh, en = reading_text(texts.zh), reading_text(texts.en)
        computed = align(zh.units, en.units)
        aligned[alignment_key(zh, en)] = computed.model_dump_json().encode("utf-8")
    return aligned


def flags_of(headers: CaseHeaders, case: Case | None) -> tuple[CaseFlag, ...]:
    """The flags that lists show; without the content, those that the headers alone tell."""
    countries = headers.countries
    told = {
        CaseFlag.ONE_COUNTRY: len(set(countries.codes)) < FEWEST_COUNTRIES,
        CaseFlag.COUNTRIES_DIFFER: country_differences(countries, country_table()).differ,
    }
    if case is not None:
        facts = case_facts(case)
        told |= {
            CaseFlag.ENTERED_BEFORE: facts.entered_before is not None,
            CaseFlag.ELEMENT_MISSING: bool(facts.missing_elements),
            CaseFlag.ONE_LANGUAGE: len(case.languages) == 1,
        }
    return tuple(flag for flag in CaseFlag if told.get(flag, False))


def is_joint(headers: CaseHeaders) -> bool:
    """Whether a partner is from another country (region) than the applicant."""
    return any(partner.country != headers.applicant.country for partner in headers.partners)

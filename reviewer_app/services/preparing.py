"""What is computed once from a case when it is taken in: facts for lists, and its alignments."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Protocol

from sqlalchemy import Connection

from review_protocol.documents.case import Case, CaseHeaders
from review_protocol.documents.score import Quote
from review_protocol.documents.text import Element, Language
from reviewer_app.errors import DiskFull, FolderReadOnly
from reviewer_app.models.documents import alignments, keep_alignment
from reviewer_app.models.rows import CaseFlag
from reviewer_app.models.store import Store
from reviewer_app.reading.align import align
from reviewer_app.reading.alignment import Alignment, alignment_key
from reviewer_app.reading.case_comparison import FIGURES, Difference, compare_case
from reviewer_app.reading.countries import CountryTable
from reviewer_app.reading.facts import FEWEST_COUNTRIES, case_facts, country_differences
from reviewer_app.reading.lexicon import Lexicon
from reviewer_app.reading.quotes import paragraph_number
from reviewer_app.reading.sentences import with_sentences
from reviewer_app.reading.units import ReadingText, reading_text
from reviewer_app.services.tables import Tables

LANGUAGES = (Language.ZH, Language.EN)
"""In the order in which `texts_of` gives them."""


class HasTables(Protocol):
    """What texts are read with; `renew` where a batch has brought others."""

    @property
    def at_hand(self) -> Tables: ...

    def renew(self) -> Tables: ...


class Preparing:
    """Computes what is kept beside a case; pure but for the tables that the programme gives."""

    def __init__(self, tables: HasTables) -> None:
        self._tables = tables

    @property
    def countries(self) -> CountryTable:
        """The organiser's names of countries (regions), and what they lack from the app's own."""
        return self._tables.at_hand.countries

    @property
    def _lexicon(self) -> Lexicon:
        return self._tables.at_hand.lexicon

    def renew(self) -> None:
        """The batch may have brought a glossary, or a table of countries (regions), of its own."""
        self._tables.renew()

    def alignments_of(self, case: Case) -> dict[str, bytes]:
        """The alignments of all four elements, as JSON by their keys.

        Takes some hundredths of a second; about one for a case of 100,000 characters.
        """
        return {
            self.key(case, element): _stored(self.alignment(case, element)) for element in Element
        }

    def flags_of(
        self, headers: CaseHeaders, case: Case | None, aligned: Mapping[str, bytes]
    ) -> tuple[CaseFlag, ...]:
        """The flags that lists show; without the content, those that the headers alone tell.

        `aligned` are the alignments of the content as `alignments_of` gives them.
        """
        countries = headers.countries
        told = {
            CaseFlag.ONE_COUNTRY: len(set(countries.codes)) < FEWEST_COUNTRIES,
            CaseFlag.COUNTRIES_DIFFER: country_differences(countries, self.countries).differ,
        }
        if case is not None:
            facts = case_facts(case)
            told |= {
                CaseFlag.ENTERED_BEFORE: facts.entered_before is not None,
                CaseFlag.ELEMENT_MISSING: bool(facts.missing_elements)
                or (len(case.languages) > 1 and bool(facts.one_language_elements)),
                CaseFlag.ONE_LANGUAGE: len(case.languages) == 1,
                CaseFlag.FIGURES_DIFFER: self._figures_differ(case, aligned),
            }
        return tuple(flag for flag in CaseFlag if told.get(flag, False))

    def differences(
        self, case: Case, alignments: Mapping[Element, Alignment]
    ) -> tuple[Difference, ...]:
        """What the two languages of a case say differently; some hundredths of a second."""
        texts = {
            (element, language): text
            for element in Element
            for language, text in zip(LANGUAGES, texts_of(case, element), strict=True)
        }
        return compare_case(case, texts, alignments, self.countries)

    def _figures_differ(self, case: Case, aligned: Mapping[str, bytes]) -> bool:
        kept = {element: aligned.get(self.key(case, element)) for element in Element}
        found = self.differences(
            case,
            {
                element: Alignment.model_validate_json(content)
                for element, content in kept.items()
                if content is not None
            },
        )
        return any(each.theme in FIGURES for each in found)

    def is_joint(self, headers: CaseHeaders) -> bool:
        """Whether a partner is from another country (region) than the applicant."""
        home = headers.applicant.country
        return any(partner.country != home for partner in headers.partners)

    def key(self, case: Case, element: Element) -> str:
        """Under which the alignment of one element is kept."""
        zh, en = texts_of(case, element)
        return alignment_key(zh, en, self._lexicon)

    def kept_alignments(self, store: Store, case: Case) -> Mapping[Element, Alignment]:
        """The alignment of each element as it was kept; computed and kept where none is.

        A disk that is full or cannot be written leaves it at computing. Raises as a read.
        """
        keys = {element: self.key(case, element) for element in Element}
        with store.read() as connection:
            kept = alignments(connection, keys.values())
        found = {
            element: Alignment.model_validate_json(kept[key])
            if key in kept
            else self.alignment(case, element)
            for element, key in keys.items()
        }
        new = {keys[element]: _stored(found[element]) for element in Element}
        _keep(store, {key: content for key, content in new.items() if key not in kept})
        return found

    def alignment(self, case: Case, element: Element) -> Alignment:
        """The two languages of one element aligned, and inside its groups their sentences."""
        zh, en = texts_of(case, element)
        found = align(zh.units, en.units, self._lexicon)
        return with_sentences(found, zh.units, en.units, self._lexicon)


def _stored(alignment: Alignment) -> bytes:
    return alignment.model_dump_json().encode("utf-8")


def _keep(store: Store, computed: Mapping[str, bytes]) -> None:
    def work(connection: Connection) -> None:
        for key, content in computed.items():
            keep_alignment(connection, key, content)

    if computed:
        with suppress(DiskFull, FolderReadOnly):
            store.perform(work)


def texts_of(case: Case, element: Element) -> tuple[ReadingText, ReadingText]:
    """The reading texts of one element, Chinese and English."""
    sections = case.elements.of(element)
    return reading_text(sections.of(Language.ZH)), reading_text(sections.of(Language.EN))


def paragraph_of(quote: Quote, case: Case) -> int | None:
    """The quote's paragraph as a reader counts; None in a heading or in another text."""
    zh, en = texts_of(case, quote.element)
    return paragraph_number(quote, zh if quote.language is Language.ZH else en)

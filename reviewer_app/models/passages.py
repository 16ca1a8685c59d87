"""The texts of a case that are searched, a name or a paragraph each, in the order of the form."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate

from review_protocol.documents.case import Case, CaseHeaders
from review_protocol.documents.case_files import AnyFile, files_of
from review_protocol.documents.text import Bilingual, Element, Language, Organisation
from review_protocol.late_dataclasses import dataclass
from reviewer_app.models.folding import folded

BETWEEN = "\x1e"
"""Between passages: a break that stands in no text, and that no phrase goes across."""


class Part(StrEnum):
    """What a passage is part of."""

    NUMBER = "number"
    NAME = "name"
    APPLICANT = "applicant"
    PARTNER = "partner"
    RECOMMENDER = "recommender"
    COUNTRIES = "countries"
    ELEMENT = "element"
    ATTACHMENT = "attachment"
    OWN = "own"
    """The reviewer's own comment."""


@dataclass(frozen=True, slots=True)
class Passage:
    """`language` is None where a text has none of its own; `about` is the attachment's hash, or
    the criterion of a comment ("" for the one on the whole case)."""

    part: Part
    text: str
    language: Language | None = None
    element: Element | None = None
    about: str = ""


class SearchedText:
    """The passages of a case as one string, and the same in the letters of a search.

    What a passage is, is read when it is asked for: a case may have hundreds.
    """

    def __init__(self, kinds: str, text: str, folded: str) -> None:
        """`kinds` has a line for each passage; `folded` is as long as `text`."""
        self.kinds = kinds
        self.text = text
        self.folded = folded
        self._kinds = kinds.split("\n")
        lengths = map(len, text.split(BETWEEN))
        self._starts = tuple(accumulate((length + 1 for length in lengths), initial=0))

    def passage_at(self, offset: int) -> int:
        """The index of the passage that holds this place."""
        return bisect_right(self._starts, offset) - 1

    def bounds(self, index: int) -> tuple[int, int]:
        """Where a passage begins and ends."""
        return self._starts[index], self._starts[index + 1] - 1

    def passage(self, index: int) -> Passage:
        """The passage with this index."""
        part, language, element, about = _read(self._kinds[index])
        start, end = self.bounds(index)
        return Passage(part, self.text[start:end], language, element, about)

    def language(self, index: int) -> Language | None:
        """The language of the passage with this index."""
        return _read(self._kinds[index])[1]

    def names(self) -> Iterator[Passage]:
        """The case's name, in each language that it has one in."""
        first = f"{Part.NAME} "
        for index, kind in enumerate(self._kinds):
            if kind.startswith(first):
                yield self.passage(index)
            elif index:  # the number stands before the name
                return

    def first_like(self, index: int) -> int:
        """The first passage of the same element and language."""
        return self._kinds.index(self._kinds[index])


def searched_text(passages: Sequence[Passage]) -> SearchedText:
    """The passages, one after the other."""
    text = BETWEEN.join(each.text.replace(BETWEEN, " ") for each in passages)
    return SearchedText("\n".join(map(_kind, passages)), text, folded(text))


def _kind(passage: Passage) -> str:
    return " ".join((passage.part, passage.language or "", passage.element or "", passage.about))


@lru_cache(maxsize=1 << 10)
def _read(kind: str) -> tuple[Part, Language | None, Element | None, str]:
    """What `_kind` wrote: the same few words for every case."""
    part, language, element, about = kind.split(" ")
    return (
        Part(part),
        Language(language) if language else None,
        Element(element) if element else None,
        about,
    )


def passages_of(
    headers: CaseHeaders, case: Case | None, answers: bytes | None
) -> tuple[Passage, ...]:
    """All passages; `answers` is the newest draft as it is kept."""
    found = [Passage(Part.NUMBER, headers.number), *_names(Part.NAME, headers.name)]
    found += _facts(headers)
    if case is not None:
        found += _elements(case)
        found += [each for file in files_of(case) for each in _attachment(file)]
    if answers is not None:
        found += _comments(answers)
    return tuple(found)


def _facts(headers: CaseHeaders) -> Iterator[Passage]:
    yield from _organisation(Part.APPLICANT, headers.applicant)
    for partner in headers.partners:
        yield from _organisation(Part.PARTNER, partner)
    if headers.recommender is not None:
        yield from _organisation(Part.RECOMMENDER, headers.recommender)
    countries = headers.countries
    for language, names in ((Language.ZH, countries.zh), (Language.EN, countries.en)):
        for name in names:
            yield Passage(Part.COUNTRIES, name, language)


def _organisation(part: Part, organisation: Organisation) -> Iterator[Passage]:
    return _names(part, organisation.name)


def _names(part: Part, name: Bilingual, about: str = "") -> Iterator[Passage]:
    for language in Language:
        text = name.of(language)
        if text:
            yield Passage(part, text, language, about=about)


def _elements(case: Case) -> Iterator[Passage]:
    for element in Element:
        for language in Language:
            for section in case.elements.of(element).of(language):
                for text in (section.heading, *section.paragraphs):
                    if text:
                        yield Passage(Part.ELEMENT, text, language, element)


def _attachment(file: AnyFile) -> Iterator[Passage]:
    yield from _names(Part.ATTACHMENT, file.title, file.sha256)
    yield Passage(Part.ATTACHMENT, file.file, about=file.sha256)


def _comments(answers: bytes) -> Iterator[Passage]:
    fields = json.loads(answers)
    for answer in fields.get("criteria", ()):
        if answer.get("comment"):
            yield Passage(Part.OWN, answer["comment"], about=answer["criterion"])
    if fields.get("comment"):
        yield Passage(Part.OWN, fields["comment"])

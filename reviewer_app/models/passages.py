"""The texts of a case that are searched, a name or a paragraph each, in the order of the form."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import accumulate

from review_protocol.documents.case import Attachment, Case, CaseHeaders
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


@dataclass(frozen=True, slots=True)
class SearchedText:
    """The passages of a case as one string; `folded` is as long, in the letters of a search.

    `places` has what each passage is and where it begins, in their order.
    """

    text: str
    folded: str
    places: tuple[tuple[Passage, int], ...]

    def passage_at(self, offset: int) -> int:
        """The index of the passage that holds this place."""
        return bisect_right(self.places, offset, key=lambda each: each[1]) - 1

    def bounds(self, index: int) -> tuple[int, int]:
        """Where a passage begins and ends."""
        last = len(self.places) - 1
        end = len(self.text) if index == last else self.places[index + 1][1] - len(BETWEEN)
        return self.places[index][1], end

    def places_text(self) -> str:
        """The places as they are kept."""
        return json.dumps(
            [[p.part, p.language, p.element, p.about, start] for p, start in self.places],
            separators=(",", ":"),
        )


def searched_text(passages: Sequence[Passage]) -> SearchedText:
    """The passages, one after the other."""
    starts = accumulate((len(each.text) + len(BETWEEN) for each in passages), initial=0)
    text = BETWEEN.join(each.text for each in passages)
    bare = (Passage(p.part, "", p.language, p.element, p.about) for p in passages)
    return SearchedText(text, folded(text), tuple(zip(bare, starts, strict=False)))


def kept_text(places: str, text: str, folded: str) -> SearchedText:
    """As it was kept."""
    found = (
        (
            Passage(
                Part(part),
                "",
                language and Language(language),
                element and Element(element),
                about,
            ),
            start,
        )
        for part, language, element, about, start in json.loads(places)
    )
    return SearchedText(text, folded, tuple(found))


def passages_of(
    headers: CaseHeaders, case: Case | None, answers: bytes | None
) -> tuple[Passage, ...]:
    """All passages; `answers` is the newest draft as it is kept."""
    found = [Passage(Part.NUMBER, headers.number), *_names(Part.NAME, headers.name)]
    found += _facts(headers)
    if case is not None:
        found += _elements(case)
        found += [each for file in case.attachments for each in _attachment(file)]
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


def _attachment(file: Attachment) -> Iterator[Passage]:
    yield from _names(Part.ATTACHMENT, file.title, file.sha256)
    yield Passage(Part.ATTACHMENT, file.file, about=file.sha256)


def _comments(answers: bytes) -> Iterator[Passage]:
    fields = json.loads(answers)
    for answer in fields.get("criteria", ()):
        if answer.get("comment"):
            yield Passage(Part.OWN, answer["comment"], about=answer["criterion"])
    if fields.get("comment"):
        yield Passage(Part.OWN, fields["comment"])

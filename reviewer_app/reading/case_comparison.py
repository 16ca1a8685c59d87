"""What the two languages of a case say differently, each difference with an identity that lasts.

Figures, dates and addresses are compared within aligned groups, countries as declared and as
listed in the texts; a paragraph without a translation, or much longer or shorter than its
counterpart, is told too. None of it says which version is right, and none is part of a score.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from review_protocol.documents.case import Case
from review_protocol.documents.text import Element, Language
from reviewer_app.reading.alignment import Alignment, Group, Kind
from reviewer_app.reading.comparison import Place, Sort, unexplained, unlike
from reviewer_app.reading.countries import CountryTable
from reviewer_app.reading.country_lists import CountryList, lists_in
from reviewer_app.reading.facts import country_differences
from reviewer_app.reading.figures import Figure, figures_en, figures_zh
from reviewer_app.reading.units import ReadingText, Unit

LEAST_HAN = 12
"""Han characters from which on a paragraph is missed, or its length compared."""
LEAST_LETTERS = 40
"""The same for an English paragraph without a Chinese counterpart."""
USUAL_LENGTH = (2.3, 7.0)
"""English characters a Han character between which a translation usually is."""

Texts = Mapping[tuple[Element, Language], ReadingText]


class Theme(StrEnum):
    """What a difference is about, in the order in which they are shown."""

    MAGNITUDE = "magnitude"
    VALUE = "value"
    DATE = "date"
    ADDRESS = "address"
    COUNTRIES = "countries"
    MISSING = "missing"
    LENGTH = "length"
    ONE_SIDED = "one_sided"


FIGURES = frozenset({Theme.MAGNITUDE, Theme.VALUE, Theme.DATE, Theme.ADDRESS})
"""What both versions say, and say differently."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one version says it: code points `start` … `end` of an element's text."""

    language: Language
    element: Element
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference; `key` stays the same while the paragraphs that it stands in do.

    `only_zh` and `only_en` are codes of countries (regions) that one list alone has, `undeclared`
    those that a text lists and the application does not declare.
    """

    theme: Theme
    zh: Spot | None = None
    en: Spot | None = None
    only_zh: tuple[str, ...] = ()
    only_en: tuple[str, ...] = ()
    undeclared: tuple[str, ...] = ()
    key: str = ""

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Those that there are, the Chinese one first."""
        return tuple(each for each in (self.zh, self.en) if each is not None)

    @property
    def element(self) -> Element | None:
        """Where it stands; None for what the application declares."""
        return self.spots[0].element if self.spots else None


def compare_case(
    case: Case, texts: Texts, alignments: Mapping[Element, Alignment], table: CountryTable
) -> tuple[Difference, ...]:
    """All differences, by theme and then in the order of the text."""
    found = [*_declared(case, table), *_undeclared(case, texts, table)]
    for element, alignment in alignments.items():
        zh, en = texts[element, Language.ZH], texts[element, Language.EN]
        if zh.units and en.units:
            found += _in_element(element, (zh, en), alignment, table)
        elif len(case.languages) > 1:  # else it is the case that has one language
            found += _left_out(element, (zh, en))
    order = list(Theme)
    found.sort(key=lambda each: order.index(each.theme))
    return tuple(_identified(found, texts))


def _in_element(
    element: Element,
    texts: tuple[ReadingText, ReadingText],
    alignment: Alignment,
    table: CountryTable,
) -> Iterator[Difference]:
    whole = _Whole(texts)
    for group in alignment.groups:
        sides = (
            _Side(element, Language.ZH, [texts[0].units[at] for at in group.zh]),
            _Side(element, Language.EN, [texts[1].units[at] for at in group.en]),
        )
        if group.kind is Kind.MISSING:
            yield from _missing(sides)
        elif group.kind is Kind.UNCERTAIN:
            yield from _unsure(sides, whole)
        else:
            yield from _figures(sides, whole)
            yield from _listed(sides, table)
            yield from _length(group, sides)


def _left_out(element: Element, texts: tuple[ReadingText, ReadingText]) -> Iterator[Difference]:
    """An element that one language alone fills in: told once, at its first paragraph."""
    zh, en = (
        _Side(element, language, [unit for unit in text.units if not unit.is_heading][:1])
        for language, text in zip((Language.ZH, Language.EN), texts, strict=True)
    )
    if zh.units or en.units:
        yield Difference(Theme.MISSING, zh.whole(), en.whole())


class _Side:
    """The units of a group in one language as one text."""

    def __init__(self, element: Element, language: Language, units: Sequence[Unit]) -> None:
        self._element, self._language = element, language
        self.units = units
        self.text = "\n".join(unit.text for unit in units)

    @property
    def is_heading(self) -> bool:
        return all(unit.is_heading for unit in self.units)

    def spot(self, place: Place | None) -> Spot | None:
        """Where a place of this text stands in the element."""
        if place is None or not self.units:
            return None
        before = 0
        for unit in self.units:
            if place.start <= before + len(unit.text):
                start = unit.start + place.start - before
                end = min(unit.start + place.end - before, unit.end)
                exact = unit.text[start - unit.start : end - unit.start]
                return Spot(self._language, self._element, start, end, exact)
            before += len(unit.text) + 1
        return None

    def whole(self) -> Spot | None:
        """The first of its units."""
        return self.spot(Place(0, len(self.units[0].text))) if self.units else None


class _Whole:
    """All that an element says in figures; read when a figure is missed."""

    def __init__(self, texts: tuple[ReadingText, ReadingText]) -> None:
        self._texts = texts

    @cached_property
    def zh(self) -> Sequence[Figure]:
        return figures_zh(self._texts[0].text)

    @cached_property
    def en(self) -> Sequence[Figure]:
        return figures_en(self._texts[1].text)


def _figures(sides: tuple[_Side, _Side], whole: _Whole) -> Iterator[Difference]:
    zh, en = sides
    for each in unlike(zh.text, en.text):
        spots = zh.spot(each.zh), en.spot(each.en)
        if each.sort is Sort.ONE_SIDED and _is_elsewhere(spots, whole):
            continue
        yield Difference(Theme(each.sort.value), *spots)


def _unsure(sides: tuple[_Side, _Side], whole: _Whole) -> Iterator[Difference]:
    """Of paragraphs that may not belong together: numbers that no other paragraph explains.

    A figure that differs makes them less alike, so they are not passed over.
    """
    for each in _figures(sides, whole):
        alone = not any(_is_elsewhere(spots, whole) for spots in ((each.zh, None), (None, each.en)))
        if each.theme in (Theme.MAGNITUDE, Theme.VALUE) and alone:
            yield each


def _is_elsewhere(spots: tuple[Spot | None, Spot | None], whole: _Whole) -> bool:
    """Whether another paragraph of the element says in the other language what one has here."""
    zh, en = spots
    own = figures_zh(zh.exact) if zh else figures_en(en.exact) if en else []
    return bool(own) and not unexplained(own, whole.en if zh else whole.zh)


def _missing(sides: tuple[_Side, _Side]) -> Iterator[Difference]:
    zh, en = sides
    if zh.units and not zh.is_heading and han_in(zh.text) >= LEAST_HAN:
        yield Difference(Theme.MISSING, zh=zh.whole())
    if en.units and not en.is_heading and len(en.text) >= LEAST_LETTERS:
        yield Difference(Theme.MISSING, en=en.whole())


def _length(group: Group, sides: tuple[_Side, _Side]) -> Iterator[Difference]:
    zh, en = sides
    han = han_in(zh.text)
    if group.kind is Kind.MISSING or zh.is_heading or han < LEAST_HAN:
        return
    if not USUAL_LENGTH[0] <= len(en.text) / han <= USUAL_LENGTH[1]:
        yield Difference(Theme.LENGTH, zh.whole(), en.whole())


def han_in(text: str) -> int:
    """How many Han characters a text has."""
    return sum("\u3400" <= each <= "\u9fff" or "\uf900" <= each <= "\ufaff" for each in text)


def _listed(sides: tuple[_Side, _Side], table: CountryTable) -> Iterator[Difference]:
    """Lists of three or more of a paragraph; single mentions are not compared."""
    zh, en = (lists_in(side.text, table) for side in sides)
    if not (zh and en):
        return
    in_zh, in_en = _codes(zh), _codes(en)
    only_zh = table.ordered(in_zh - set(table.codes_of(sides[1].text)))
    only_en = table.ordered(in_en - set(table.codes_of(sides[0].text)))
    if only_zh or only_en:
        spots = sides[0].spot(_place(zh[0])), sides[1].spot(_place(en[0]))
        yield Difference(Theme.COUNTRIES, *spots, only_zh, only_en)


def _declared(case: Case, table: CountryTable) -> Iterator[Difference]:
    differ = country_differences(case.headers.countries, table)
    if differ.differ:
        yield Difference(Theme.COUNTRIES, only_zh=differ.only_zh, only_en=differ.only_en)


def _undeclared(case: Case, texts: Texts, table: CountryTable) -> Iterator[Difference]:
    """Countries (regions) that a text lists and that the application does not declare."""
    headers = case.headers
    organisations = [headers.applicant, *headers.partners]
    known = {*headers.countries.codes, *(each.country for each in organisations)}
    for (element, language), text in texts.items():
        for each in lists_in(text.text, table):
            new = table.ordered(set(each.codes) - known)
            if new:
                known.update(new)
                exact = text.text[each.start : each.end]
                spot = Spot(language, element, each.start, each.end, exact)
                zh, en = (spot, None) if language is Language.ZH else (None, spot)
                yield Difference(Theme.COUNTRIES, zh, en, undeclared=new)


def _codes(lists: Iterable[CountryList]) -> set[str]:
    return {code for each in lists for code in each.codes}


def _place(found: CountryList) -> Place:
    return Place(found.start, found.end)


def _identified(found: Sequence[Difference], texts: Texts) -> Iterator[Difference]:
    """Each with its key: its theme, words and paragraphs, and a number where two are alike."""
    seen: Counter[str] = Counter()
    for each in found:
        parts = [each.theme.value, str(each.element), ",".join(each.only_zh + each.undeclared)]
        parts.append(",".join(each.only_en))
        for spot in each.spots:
            text = texts[spot.element, spot.language]
            parts += [spot.language.value, spot.exact, text.units[text.unit_at(spot.start)].text]
        told = hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()[:32]
        seen[told] += 1
        yield replace(each, key=f"{told}-{seen[told]}")

"""Counterparts inside a group: which sentences of its units say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from review_protocol.documents.text import Language
from reviewer_app.reading.align import align
from reviewer_app.reading.alignment import Alignment, Group
from reviewer_app.reading.lexicon import Lexicon
from reviewer_app.reading.splitting import Span, sentences_of
from reviewer_app.reading.units import ReadingText, Unit

_Link = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Code points `start` … `end` of the unit with this index."""

    unit: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Sentences that say the same, on the asked side and on the other; `there` may be empty."""

    here: tuple[Stretch, ...]
    there: tuple[Stretch, ...]


def with_sentences(
    alignment: Alignment, zh: Sequence[Unit], en: Sequence[Unit], lexicon: Lexicon
) -> Alignment:
    """The alignment with the sentences of every group aligned in the same way."""
    groups = [
        group.model_copy(update={"sentences": tuple(_links(group, zh, en, lexicon))})
        for group in alignment.groups
    ]
    return Alignment(version=alignment.version, groups=tuple(groups))


def counterpart_at(
    alignment: Alignment,
    texts: tuple[ReadingText, ReadingText],
    language: Language,
    unit: int,
    offset: int,
) -> Counterparts | None:
    """The sentence at a code point of a unit, with those that belong to it in either language.

    `texts` are the Chinese and the English. Where a group has one sentence on a side, all of it
    is the counterpart. None where there is no sentence, or the unit is in no group.
    """
    chinese = language is Language.ZH
    group = next((g for g in alignment.groups if unit in (g.zh if chinese else g.en)), None)
    if group is None:
        return None
    zh, en = _stretches(texts[0].units, group.zh), _stretches(texts[1].units, group.en)
    own = zh if chinese else en
    at = _sentence_at(own, unit, offset)
    if at is None:
        return None
    for of_zh, of_en in group.sentences or _whole(zh, en):
        here, there = (of_zh, of_en) if chinese else (of_en, of_zh)
        if at in here:
            other = en if chinese else zh
            return Counterparts(tuple(own[i] for i in here), tuple(other[i] for i in there))
    return Counterparts((own[at],), ())


def _links(
    group: Group, zh: Sequence[Unit], en: Sequence[Unit], lexicon: Lexicon
) -> Iterator[_Link]:
    """Indices of the sentences that belong together, counted through the group's units.

    None where a side has one sentence: there is nothing to tell apart.
    """
    of_zh, of_en = _stretches(zh, group.zh), _stretches(en, group.en)
    if len(of_zh) > 1 and len(of_en) > 1:
        aligned = align(_as_units(of_zh, zh), _as_units(of_en, en), lexicon)
        yield from ((each.zh, each.en) for each in aligned.groups if each.zh and each.en)


def _whole(zh: Sequence[Stretch], en: Sequence[Stretch]) -> tuple[_Link, ...]:
    """All of one side with all of the other, where one of them is a single sentence."""
    if len(zh) > 1 and len(en) > 1:
        return ()
    return ((tuple(range(len(zh))), tuple(range(len(en)))),)


def _stretches(units: Sequence[Unit], of: Sequence[int]) -> tuple[Stretch, ...]:
    return tuple(Stretch(i, span.start, span.end) for i in of for span in _spans(units[i]))


def _spans(unit: Unit) -> tuple[Span, ...]:
    """A heading is one sentence, whatever stands in it."""
    return (Span(0, len(unit.text)),) if unit.is_heading else sentences_of(unit.text)


def _as_units(stretches: Sequence[Stretch], units: Sequence[Unit]) -> list[Unit]:
    return [
        Unit(0, number, units[each.unit].text[each.start : each.end], 0)
        for number, each in enumerate(stretches)
    ]


def _sentence_at(stretches: Sequence[Stretch], unit: int, offset: int) -> int | None:
    """The sentence at or before the offset; the first one before any."""
    own = [at for at, each in enumerate(stretches) if each.unit == unit]
    before = [at for at in own if stretches[at].start <= offset]
    return before[-1] if before else own[0] if own else None

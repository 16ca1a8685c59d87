"""Which units of the Chinese and of the English version of one element belong together."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer_app.reading.alignment import (
    ALIGNMENT_VERSION,
    Alignment,
    Group,
    Kind,
    alignment_key,
)
from reviewer_app.reading.crossing import FAR, MOVED, crossed
from reviewer_app.reading.lexicon import NO_LEXICON, Lexicon
from reviewer_app.reading.similarity import NEUTRAL, Features, Similarity, ratio_of
from reviewer_app.reading.units import Unit

__all__ = ["ALIGNMENT_VERSION", "Alignment", "Group", "Kind", "align", "alignment_key"]

_PRIORS = {
    (1, 1): 0.89,
    (1, 2): 0.06,
    (2, 1): 0.04,
    (1, 3): 0.012,
    (2, 2): 0.011,
    (3, 1): 0.008,
    (1, 4): 0.004,
}
_SHAPES = tuple((m, n, -math.log(p)) for (m, n), p in _PRIORS.items())
_EMPTY = 4.0
_EMPTY_HEADING = 2.5
_CONTENT = 22.0
_HEADINGS_MEET = 2.0
_SECTIONS_MEET = 6.0
_LEAST_MEMBER = 0.03
_NARROWEST, _BAND_SHARE = 25, 0.2
_FIRST_WIDTH, _WIDENED, _EDGE = 64, 4, 8
_HOPELESS = _EMPTY * _NARROWEST
_SURE = 0.40
_UNCERTAIN = 0.20
_OTHER_RATIO = 0.05


_Costs = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class _Step:
    """A group on the cheapest path: `m` Chinese and `n` English units."""

    m: int
    n: int
    sim: float


def align(zh: Sequence[Unit], en: Sequence[Unit], lexicon: Lexicon = NO_LEXICON) -> Alignment:
    """Align the units of one element by length (Gale and Church 1993) and by what both sides share.

    One programme runs over headings and paragraphs together: a heading meets a heading only, and
    gains by what stands under both, so that a missing section shifts no other (decision 031).
    Deterministic; takes time in proportion to the number of units, times the width of the band,
    which grows only where the best way comes near its edge: many units are without a counterpart.
    """
    if not zh or not en:
        return Alignment(version=ALIGNMENT_VERSION, groups=())
    similarity = Similarity(zh, en, lexicon)
    path, width = _cheapest(zh, en, similarity, _FIRST_WIDTH)
    ratio = _ratio_of_sure_pairs(path, similarity)
    if abs(ratio / similarity.ratio - 1) > _OTHER_RATIO:
        similarity.ratio = ratio
        path, _ = _cheapest(zh, en, similarity, width)
    groups = list(_groups(path, similarity))
    return Alignment(version=ALIGNMENT_VERSION, groups=crossed(groups, zh, en, similarity))


def _cheapest(
    zh: Sequence[Unit], en: Sequence[Unit], similarity: Similarity, width: int
) -> tuple[list[_Step], int]:
    """The way inside a band around equal shares of both texts, and how wide that had to be."""
    arrivals = _Arrivals(zh, en, similarity)
    widest = max(_NARROWEST, round(_BAND_SHARE * max(len(zh), len(en))))
    width = min(width, widest)
    while True:
        band = list(_band(similarity, width))
        path = _inside(band, arrivals, len(en))
        if width == widest or not _near_an_edge(path, band, len(en)):
            return path, width
        wider = _WIDENED * width
        width = wider if 2 * wider < widest else widest


def _near_an_edge(path: Sequence[_Step], band: Sequence[tuple[int, int]], size: int) -> bool:
    """Whether a wider band might have a better way."""
    i = j = 0
    for step in path:
        i, j = i + step.m, j + step.n
        first, last = band[i]
        if (first > 0 and j < first + _EDGE) or (last < size and j > last - _EDGE):
            return True
    return False


def _inside(band: Sequence[tuple[int, int]], arrivals: "_Arrivals", size: int) -> list[_Step]:
    """Dynamic programme over groups inside a band."""
    cost: _Costs = {(0, 0): 0.0}
    best: dict[tuple[int, int], _Step] = {}
    for i, (first, last) in enumerate(band):
        for j in range(first, last + 1):
            if (i, j) == (0, 0):
                continue
            for total, step in arrivals.at(i, j, cost):
                if total < cost.get((i, j), math.inf):
                    cost[i, j], best[i, j] = total, step
        _forget_hopeless(cost, i, first, last)
    path: list[_Step] = []
    i, j = len(band) - 1, size
    while (i, j) != (0, 0):
        path.append(best[i, j])
        i, j = i - path[-1].m, j - path[-1].n
    return path[::-1]


def _band(similarity: Similarity, width: int) -> Iterator[tuple[int, int]]:
    """For 0 … all Chinese units: the first and last number of English units; neighbours overlap."""
    size = len(similarity.en)
    all_zh = sum(f.length for f in similarity.zh) or 1.0
    all_en = sum(f.length for f in similarity.en) or 1.0
    j, seen_zh, seen_en, before = 0, 0.0, 0.0, 0
    for i in range(len(similarity.zh) + 1):
        while j < size and seen_en / all_en < seen_zh / all_zh:
            seen_en += similarity.en[j].length
            j += 1
        last = i == len(similarity.zh)
        first, before = min(max(0, j - width), before), size if last else min(size, j + width)
        yield first, before
        seen_zh += 0.0 if last else similarity.zh[i].length


def _forget_hopeless(cost: _Costs, i: int, first: int, last: int) -> None:
    """Drop what is far behind its row's best; the last of the row is kept as a way on."""
    reached = [j for j in range(first, last) if (i, j) in cost]
    limit = min((cost[i, j] for j in reached), default=0.0) + _HOPELESS
    for j in reached:
        if cost[i, j] > limit:
            del cost[i, j]


class _Arrivals:
    """Every way to have used up some Chinese and some English units, with its cost."""

    def __init__(self, zh: Sequence[Unit], en: Sequence[Unit], similarity: Similarity) -> None:
        self._similarity = similarity
        self._zh = [unit.is_heading for unit in zh]
        self._en = [unit.is_heading for unit in en]
        self._headings: dict[tuple[int, int], float] = {}

    def at(self, i: int, j: int, cost: _Costs) -> Iterator[tuple[float, _Step]]:
        if (i - 1, j) in cost:
            yield cost[i - 1, j] + _empty(heading=self._zh[i - 1]), _Step(1, 0, 0.0)
        if (i, j - 1) in cost:
            yield cost[i, j - 1] + _empty(heading=self._en[j - 1]), _Step(0, 1, 0.0)
        for m, n, prior in _SHAPES:
            before = cost.get((i - m, j - n))
            if before is None:
                continue
            met = self._met(i, j, m, n, prior)
            if met is not None:
                yield before + met[0], _Step(m, n, met[1])

    def _met(self, i: int, j: int, m: int, n: int, prior: float) -> tuple[float, float] | None:
        """Cost and content similarity of a group; None where it is forbidden or too dear."""
        similarity = self._similarity
        if True in self._zh[i - m : i] or True in self._en[j - n : j]:
            if not (m == n == 1 and self._zh[i - 1] and self._en[j - 1]):
                return None  # a heading meets one heading and nothing else
            prior -= self._headings_meet(i - 1, j - 1)
        zh, en = similarity.zh_span(i - m, m), similarity.en_span(j - n, n)
        length = similarity.length_cost(zh, en)
        if prior + length > _EMPTY * (m + n) and not similarity.may_share(zh, en):
            return None  # leaving all of them empty is cheaper
        if m != n and not self._members_agree(i, j, m, n):
            return None
        sim = similarity.pair(i - 1, j - 1) if m == n == 1 else similarity.content(zh, en)
        return prior + length - _CONTENT * (sim - NEUTRAL), sim

    def _headings_meet(self, i: int, j: int) -> float:
        """What two headings gain: more where the paragraphs under them have much in common."""
        if (i, j) not in self._headings:
            zh = self._similarity.zh_span(i + 1, _body(self._zh, i))
            en = self._similarity.en_span(j + 1, _body(self._en, j))
            sim = self._similarity.content(zh, en)
            self._headings[i, j] = _HEADINGS_MEET + _SECTIONS_MEET * (sim - NEUTRAL)
        return self._headings[i, j]

    def _members_agree(self, i: int, j: int, m: int, n: int) -> bool:
        """Where several units meet one, none of them contradicts it."""
        pair = self._similarity.pair
        return all(pair(k, j - 1) >= _LEAST_MEMBER for k in range(i - m, i)) and all(
            pair(i - 1, k) >= _LEAST_MEMBER for k in range(j - n, j)
        )


def _body(headings: Sequence[bool], at: int) -> int:
    """How many paragraphs stand under the heading at `at`."""
    end = next((k for k in range(at + 1, len(headings)) if headings[k]), len(headings))
    return end - at - 1


def _empty(*, heading: bool) -> float:
    return _EMPTY_HEADING if heading else _EMPTY


def _ratio_of_sure_pairs(path: Sequence[_Step], similarity: Similarity) -> float:
    """English by Chinese length of pairs that are sure: what is missing cannot bend it."""
    i = j = 0
    zh = en = 0.0
    for step in path:
        if step.m == step.n == 1 and step.sim >= _SURE:
            zh, en = zh + similarity.zh[i].length, en + similarity.en[j].length
        i, j = i + step.m, j + step.n
    return ratio_of(zh, en) if zh else similarity.ratio


def _groups(path: Sequence[_Step], similarity: Similarity) -> Iterator[Group]:
    i = j = 0
    for step in path:
        zh, en = tuple(range(i, i + step.m)), tuple(range(j, j + step.n))
        kind = Kind.MISSING
        if zh and en:
            of_zh, of_en = similarity.zh_span(i, step.m), similarity.en_span(j, step.n)
            kind = _kind(of_zh, of_en, step.sim, similarity) or (
                Kind.SAME if step.m == step.n == 1 else Kind.MERGED
            )
        yield Group(zh=zh, en=en, kind=kind, sim=round(step.sim, 3))
        i, j = i + step.m, j + step.n


def _kind(zh: Features, en: Features, sim: float, similarity: Similarity) -> Kind | None:
    """Uncertain: little is common, or the lengths are far apart and not much makes up for it.

    Where no dictionary knows a word, only what contradicts counts as little.
    """
    least = _UNCERTAIN if zh.worded and en.worded else NEUTRAL / 2
    far = abs(similarity.deviation(zh, en)) > FAR
    return Kind.UNCERTAIN if sim < least or (far and sim < MOVED) else None

"""How alike groups of Chinese and English units are, by length and by what they share."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reviewer_app.reading.anchors import anchors_en, anchors_zh
from reviewer_app.reading.lexicon import Gloss, Lexicon
from reviewer_app.reading.units import Unit

NEUTRAL = 0.14
"""The similarity of two groups about which nothing speaks, for or against."""
OTHER_WIDTH = 0.33
RATIO = (2.2, 5.0)
USUAL_RATIO = 3.5
USUAL_LENGTH = 300.0
VARIANCE = 25.0
SMOOTHING = 5.0
ONE_SIDED = 0.3
_FARTHEST = 37.0


@dataclass(frozen=True, slots=True)
class Features:
    """What is compared of one or several units.

    `anchored` and `worded` are the weights of all anchors and words. `glosses` are the weights of
    Chinese words and how many of their stems are needed; `by_stem` says which have a stem.
    """

    length: float
    anchors: frozenset[str]
    anchored: float
    stems: frozenset[str] = frozenset()
    worded: float = 0.0
    glosses: tuple[tuple[float, int], ...] = ()
    by_stem: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


class Similarity:
    """Length and content evidence for spans of units of one element in two languages."""

    def __init__(self, zh: Sequence[Unit], en: Sequence[Unit], lexicon: Lexicon) -> None:
        of_zh = [anchors_zh(unit.text) for unit in zh]
        latin = frozenset(anchor for anchors in of_zh for anchor in anchors if anchor[0] == "w")
        of_en = [anchors_en(unit.text, latin) for unit in en]
        self._weights = _anchor_weights(of_zh, of_en)
        stems = [lexicon.stems(unit.text) for unit in en]
        self._stem_weights = _inverse_frequency(stems)
        glosses = _weighed([lexicon.glosses(unit.text) for unit in zh])
        self.zh = [
            self._chinese(weighted_length(unit.text), anchors, words)
            for unit, anchors, words in zip(zh, of_zh, glosses, strict=True)
        ]
        self.en = [
            self._english(float(len(unit.text)), anchors, words)
            for unit, anchors, words in zip(en, of_en, stems, strict=True)
        ]
        self.ratio = ratio_of(sum(f.length for f in self.zh), sum(f.length for f in self.en))
        self._zh_spans: dict[tuple[int, int], Features] = {}
        self._en_spans: dict[tuple[int, int], Features] = {}
        self._pairs: dict[tuple[int, int], float] = {}

    def _weight(self, anchors: Iterable[str]) -> float:
        # A sum of floats depends on the order, and the order of a set on the process: sorted.
        return sum([self._weights[anchor] for anchor in sorted(anchors)])

    def _chinese(
        self, length: float, anchors: frozenset[str], glosses: Sequence[Gloss]
    ) -> Features:
        by_stem: dict[str, list[int]] = {}
        for at, gloss in enumerate(glosses):
            for stem in gloss.stems & self._stem_weights.keys():
                by_stem.setdefault(stem, []).append(at)
        return Features(
            length,
            anchors,
            self._weight(anchors),
            frozenset(by_stem),
            sum([gloss.weight for gloss in glosses]),
            tuple((gloss.weight, gloss.least) for gloss in glosses),
            {stem: tuple(found) for stem, found in by_stem.items()},
        )

    def _english(self, length: float, anchors: frozenset[str], stems: frozenset[str]) -> Features:
        worded = sum([self._stem_weights[stem] for stem in sorted(stems)])
        return Features(length, anchors, self._weight(anchors), stems, worded)

    def zh_span(self, start: int, size: int) -> Features:
        """Chinese units `start` … `start + size` as one, remembered."""
        if size == 1:
            return self.zh[start]
        if (start, size) not in self._zh_spans:
            self._zh_spans[start, size] = self._joined(self.zh[start : start + size])
        return self._zh_spans[start, size]

    def en_span(self, start: int, size: int) -> Features:
        """English units `start` … `start + size` as one, remembered."""
        if size == 1:
            return self.en[start]
        if (start, size) not in self._en_spans:
            parts = self.en[start : start + size]
            anchors = frozenset().union(*(part.anchors for part in parts))
            stems = frozenset().union(*(part.stems for part in parts))
            length = sum([part.length for part in parts])
            self._en_spans[start, size] = self._english(length, anchors, stems)
        return self._en_spans[start, size]

    def _joined(self, parts: Sequence[Features]) -> Features:
        """Chinese units as one; a word of several counts as often."""
        anchors = frozenset().union(*(part.anchors for part in parts))
        by_stem: dict[str, tuple[int, ...]] = {}
        before = 0
        for part in parts:
            for stem, found in part.by_stem.items():
                there = tuple([at + before for at in found])
                by_stem[stem] = by_stem.get(stem, ()) + there
            before += len(part.glosses)
        return Features(
            sum([part.length for part in parts]),
            anchors,
            self._weight(anchors),
            frozenset(by_stem),
            sum([part.worded for part in parts]),
            tuple(gloss for part in parts for gloss in part.glosses),
            by_stem,
        )

    def deviation(self, zh: Features, en: Features) -> float:
        """Difference of the lengths in standard deviations (Gale and Church 1993)."""
        length = en.length / self.ratio
        mean = (length + zh.length) / 2
        return (length - zh.length) / math.sqrt(mean * VARIANCE / self.ratio**2 + 0.5)

    def length_cost(self, zh: Features, en: Features) -> float:
        """−ln P(|N| > d)."""
        distance = min(abs(self.deviation(zh, en)), _FARTHEST)
        return -math.log(math.erfc(distance / math.sqrt(2)))

    def pair(self, i: int, j: int) -> float:
        """Content similarity of Chinese unit `i` and English unit `j`, remembered."""
        found = self._pairs.get((i, j))
        if found is None:
            found = self._pairs[i, j] = self.content(self.zh[i], self.en[j])
        return found

    def content(self, zh: Features, en: Features) -> float:
        """0 (nothing in common, much to compare) … 1; NEUTRAL where there is nothing to compare."""
        if not (zh.anchors or en.anchors or zh.worded or en.worded):
            return NEUTRAL
        shared = 0.0 if zh.anchors.isdisjoint(en.anchors) else self._weight(zh.anchors & en.anchors)
        words = zh.worded + en.worded
        matched = self._matched(zh, en)
        smoothing = 0.0 if words else SMOOTHING
        above = NEUTRAL * smoothing + matched + 6 * shared
        return above / (smoothing + words + 3 * (zh.anchored + en.anchored))

    def may_share(self, zh: Features, en: Features) -> bool:
        """False where `content` cannot be above NEUTRAL."""
        return not (zh.stems.isdisjoint(en.stems) and zh.anchors.isdisjoint(en.anchors))

    def _matched(self, zh: Features, en: Features) -> float:
        """The weight of the Chinese words that are translated, and of what translates them."""
        common = sorted(zh.stems & en.stems)
        if not common:
            return 0.0
        met: dict[int, int] = {}
        for stem in common:
            for at in zh.by_stem[stem]:
                met[at] = met.get(at, 0) + 1
        glosses = zh.glosses
        matched = sum([glosses[at][0] for at in sorted(met) if met[at] >= glosses[at][1]])
        return matched + sum([self._stem_weights[stem] for stem in common])


def weighted_length(text: str) -> float:
    """A Han character counts 1, any other 0.33."""
    han = sum(1 for c in text if "\u3400" <= c <= "\u9fff" or "\U00020000" <= c <= "\U0003ffff")
    return han + OTHER_WIDTH * (len(text) - han)


def ratio_of(zh: float, en: float) -> float:
    """English length for one of Chinese; short texts lean on the usual; kept within RATIO."""
    ratio = (en + USUAL_RATIO * USUAL_LENGTH) / (zh + USUAL_LENGTH)
    return min(max(ratio, RATIO[0]), RATIO[1])


def _anchor_weights(zh: Sequence[frozenset[str]], en: Sequence[frozenset[str]]) -> dict[str, float]:
    """Rare anchors weigh most; one that only one side has says little."""
    of_zh = Counter(a for anchors in zh for a in anchors)
    of_en = Counter(a for anchors in en for a in anchors)
    return {
        a: (1.0 if a in of_zh and a in of_en else ONE_SIDED) / math.sqrt(max(of_zh[a], of_en[a]))
        for a in of_zh.keys() | of_en.keys()
    }


def _weighed(units: Sequence[Sequence[Gloss]]) -> list[list[Gloss]]:
    """The words of each unit, weighed by inverse frequency in the document; one meaning once."""
    count = Counter(gloss.stems for unit in units for gloss in unit)
    return [
        [replace(gloss, weight=gloss.weight / math.sqrt(count[gloss.stems])) for gloss in unit]
        for unit in units
    ]


def _inverse_frequency(units: Sequence[frozenset[str]]) -> dict[str, float]:
    count = Counter(word for words in units for word in words)
    return {word: 1.0 / math.sqrt(n) for word, n in count.items()}

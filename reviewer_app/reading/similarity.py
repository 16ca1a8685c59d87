"""How alike groups of Chinese and English units are, by length and by what they share."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    """What is compared of one or several units; `anchored` is the weight of all anchors."""

    length: float
    anchors: frozenset[str]
    anchored: float
    glosses: tuple[Gloss, ...]
    stems: frozenset[str]


class Similarity:
    """Length and content evidence for spans of units of one element in two languages."""

    def __init__(self, zh: Sequence[Unit], en: Sequence[Unit], lexicon: Lexicon) -> None:
        of_zh = [anchors_zh(unit.text) for unit in zh]
        latin = frozenset(anchor for anchors in of_zh for anchor in anchors if anchor[0] == "w")
        of_en = [anchors_en(unit.text, latin) for unit in en]
        self._weights = _anchor_weights(of_zh, of_en)
        self.zh = [
            Features(
                weighted_length(u.text),
                a,
                self._weight(a),
                tuple(lexicon.glosses(u.text)),
                frozenset(),
            )
            for u, a in zip(zh, of_zh, strict=True)
        ]
        self.en = [
            Features(float(len(u.text)), a, self._weight(a), (), lexicon.stems(u.text))
            for u, a in zip(en, of_en, strict=True)
        ]
        self.ratio = ratio_of(sum(f.length for f in self.zh), sum(f.length for f in self.en))
        self._stem_weights = _inverse_frequency([f.stems for f in self.en])
        self._zh_spans: dict[tuple[int, int], Features] = {}
        self._en_spans: dict[tuple[int, int], Features] = {}
        self._pairs: dict[tuple[int, int], float] = {}

    def _weight(self, anchors: Iterable[str]) -> float:
        # A sum of floats depends on the order, and the order of a set on the process: sorted.
        return sum([self._weights[anchor] for anchor in sorted(anchors)])

    def zh_span(self, start: int, size: int) -> Features:
        return self._span(self._zh_spans, self.zh, start, size)

    def en_span(self, start: int, size: int) -> Features:
        return self._span(self._en_spans, self.en, start, size)

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
        if not (zh.anchors or en.anchors or zh.glosses or en.stems):
            return NEUTRAL
        shared = 0.0 if zh.anchors.isdisjoint(en.anchors) else self._weight(zh.anchors & en.anchors)
        matched, words = self._words(zh, en)
        smoothing = 0.0 if words else SMOOTHING
        above = NEUTRAL * smoothing + matched + 6 * shared
        return above / (smoothing + words + 3 * (zh.anchored + en.anchored))

    def may_share(self, zh: Features, en: Features) -> bool:
        """False where `content` cannot be above NEUTRAL."""
        return bool(zh.glosses) or not zh.anchors.isdisjoint(en.anchors)

    def _words(self, zh: Features, en: Features) -> tuple[float, float]:
        known: set[str] = set()
        matched = total = 0.0
        for gloss in zh.glosses:
            total += gloss.weight
            if not gloss.stems.isdisjoint(en.stems):
                matched += gloss.weight
                known |= gloss.stems
        weights = self._stem_weights
        matched += sum(weights[stem] for stem in sorted(en.stems & known))
        return matched, total + sum(weights[stem] for stem in sorted(en.stems))

    def _span(
        self,
        spans: dict[tuple[int, int], Features],
        units: Sequence[Features],
        start: int,
        size: int,
    ) -> Features:
        """Units `start` … `start + size` as one, remembered."""
        if size == 1:
            return units[start]
        key = (start, size)
        if key not in spans:
            parts = units[start : start + size]
            anchors = frozenset().union(*(f.anchors for f in parts))
            spans[key] = Features(
                sum(f.length for f in parts),
                anchors,
                self._weight(anchors),
                tuple(g for f in parts for g in f.glosses),
                frozenset().union(*(f.stems for f in parts)),
            )
        return spans[key]


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


def _inverse_frequency(units: Sequence[frozenset[str]]) -> dict[str, float]:
    count = Counter(word for words in units for word in words)
    return {word: 1.0 / math.sqrt(n) for word, n in count.items()}

"""How alike groups of Chinese and English units are, by length and by what they share."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer_app.reading.anchors import anchors_en, anchors_zh
from reviewer_app.reading.lexicon import Gloss, Lexicon
from reviewer_app.reading.units import Unit

NEUTRAL = 0.14
"""The similarity of two groups about which nothing speaks, for or against."""
OTHER_WIDTH = 0.33
RATIO = (2.2, 5.0)
VARIANCE = 25.0
_SMOOTHING = 3.0
_ONE_SIDED = 0.3
_FARTHEST = 37.0


@dataclass(frozen=True, slots=True)
class Features:
    """What is compared of one unit, or of several units together."""

    length: float
    anchors: frozenset[str]
    glosses: tuple[Gloss, ...]
    stems: frozenset[str]


class Similarity:
    """Length and content evidence for spans of units of one element in two languages."""

    def __init__(self, zh: Sequence[Unit], en: Sequence[Unit], lexicon: Lexicon) -> None:
        found = [anchors_zh(unit.text) for unit in zh]
        latin = frozenset(anchor for anchors in found for anchor in anchors if anchor[0] == "w")
        self.zh = [
            Features(weighted_length(u.text), a, tuple(lexicon.glosses(u.text)), frozenset())
            for u, a in zip(zh, found, strict=True)
        ]
        self.en = [
            Features(float(len(u.text)), anchors_en(u.text, latin), (), lexicon.stems(u.text)) for u in en
        ]
        self.ratio = _ratio(self.zh, self.en)
        self._anchor_weights = _anchor_weights(self.zh, self.en)
        self._stem_weights = _inverse_frequency([f.stems for f in self.en])
        self._zh_spans: dict[tuple[int, int], Features] = {}
        self._en_spans: dict[tuple[int, int], Features] = {}

    def zh_span(self, start: int, size: int) -> Features:
        return _span(self._zh_spans, self.zh, start, size)

    def en_span(self, start: int, size: int) -> Features:
        return _span(self._en_spans, self.en, start, size)

    def deviation(self, zh: Features, en: Features) -> float:
        """Difference of the lengths in standard deviations (Gale and Church 1993)."""
        length = en.length / self.ratio
        mean = (length + zh.length) / 2
        return (length - zh.length) / math.sqrt(mean * VARIANCE / self.ratio**2 + 0.5)

    def length_cost(self, zh: Features, en: Features) -> float:
        """−ln P(|N| > d)."""
        distance = min(abs(self.deviation(zh, en)), _FARTHEST)
        return -math.log(math.erfc(distance / math.sqrt(2)))

    def content(self, zh: Features, en: Features) -> float:
        """0 (nothing in common, much to compare) … 1; NEUTRAL where there is nothing to compare."""
        if not (zh.anchors or en.anchors or zh.glosses):
            return NEUTRAL
        weights = self._anchor_weights
        shared = sum(weights[a] for a in zh.anchors & en.anchors)
        union = sum(weights[a] for a in zh.anchors | en.anchors)
        matched, words = self._words(zh, en)
        smoothing = 0.0 if words else _SMOOTHING
        above = NEUTRAL * smoothing + matched + 6 * shared
        return above / (smoothing + words + 3 * (union + shared))

    def _words(self, zh: Features, en: Features) -> tuple[float, float]:
        if not zh.glosses:
            return 0.0, 0.0
        known: set[str] = set()
        matched = total = 0.0
        for gloss in zh.glosses:
            total += gloss.weight
            if not gloss.stems.isdisjoint(en.stems):
                matched += gloss.weight
                known |= gloss.stems
        weights = self._stem_weights
        matched += sum(weights[s] for s in en.stems & known)
        return matched, total + sum(weights[s] for s in en.stems)


def weighted_length(text: str) -> float:
    """A Han character counts 1, any other 0.33."""
    han = sum(1 for c in text if "\u3400" <= c <= "\u9fff" or "\U00020000" <= c <= "\U0003ffff")
    return han + OTHER_WIDTH * (len(text) - han)


def _ratio(zh: Sequence[Features], en: Sequence[Features]) -> float:
    all_zh = sum(f.length for f in zh)
    all_en = sum(f.length for f in en)
    return min(max(all_en / all_zh if all_zh else 0.0, RATIO[0]), RATIO[1])


def _anchor_weights(zh: Sequence[Features], en: Sequence[Features]) -> dict[str, float]:
    """Rare anchors weigh most; one that only one side has says little."""
    of_zh = Counter(a for f in zh for a in f.anchors)
    of_en = Counter(a for f in en for a in f.anchors)
    return {
        a: (1.0 if a in of_zh and a in of_en else _ONE_SIDED) / math.sqrt(max(of_zh[a], of_en[a]))
        for a in of_zh.keys() | of_en.keys()
    }


def _inverse_frequency(units: Sequence[frozenset[str]]) -> dict[str, float]:
    count = Counter(word for words in units for word in words)
    return {word: 1.0 / math.sqrt(n) for word, n in count.items()}


def _span(
    spans: dict[tuple[int, int], Features], units: Sequence[Features], start: int, size: int
) -> Features:
    """Units `start` … `start + size` as one, remembered."""
    if size == 1:
        return units[start]
    key = (start, size)
    if key not in spans:
        parts = units[start : start + size]
        spans[key] = Features(
            sum(f.length for f in parts),
            frozenset().union(*(f.anchors for f in parts)),
            tuple(g for f in parts for g in f.glosses),
            frozenset().union(*(f.stems for f in parts)),
        )
    return spans[key]

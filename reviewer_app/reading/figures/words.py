"""English number words, alone or mixed with digits, as exact values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reviewer_app.reading.figures.scan import NUM, fraction

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
CARDINALS = (
    {"zero": 0}
    | {word: 1 + i for i, word in enumerate(_ONES)}
    | {word: 10 + i for i, word in enumerate(_TEENS)}
    | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
)
_FIRST = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
ORDINALS = (
    {word: 1 + i for i, word in enumerate(_FIRST)}
    | {f"{word}th": 10 + i for i, word in enumerate(_TEENS) if word != "twelve"}
    | {"twelfth": 12, "hundredth": 100, "thousandth": 1000, "millionth": 10**6}
    | {f"{word[:-1]}ieth": 20 + 10 * i for i, word in enumerate(_TENS)}
)
_PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "thirds": 3}
_PARTS |= {f"{word}s": value for word, value in ORDINALS.items() if value > 3}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "t": 10**12,
}
_GROUPS = {"hundred": 100, "dozen": 12}

_WORD = "|".join(sorted({*CARDINALS, *ORDINALS, *_PARTS, *SCALES, *_GROUPS}, key=len, reverse=True))
_DIGITS = (
    rf"(?<![\d.A-Za-z_])(?:{NUM}|(?<![^\s($€£¥-])\.\d+)"
    r"(?:(?:st|nd|rd|th)\b|(?:bn|mn|mln|bln|tn|trn|[kmbt])\b)?(?!\d)"
)
TOKEN = re.compile(
    rf"(?P<digits>{_DIGITS})|\b(?P<word>{_WORD})\b|\b(?P<short>bn|mn|mln|bln|tn|trn)\b"
    rf"|(?P<and>\band\b(?=\s+(?:a\s+half\b)?))",
    re.IGNORECASE,
)
_BEGINS = "|".join(sorted({*CARDINALS, *ORDINALS, *SCALES, *_GROUPS}, key=len, reverse=True))
RUN = re.compile(
    rf"(?:{_DIGITS}|\b(?:{_BEGINS})\b)"
    rf"(?:(?:\s*-\s*|\s+)(?:and\s+(?:a\s+)?)?(?:{_DIGITS}|(?:{_WORD}|bn|mn|mln|bln|tn|trn)\b))*",
    re.IGNORECASE,
)


@dataclass
class Read:
    """A number of a run: its value, code points from the run's start, and how it is written."""

    value: Fraction
    start: int
    end: int
    digits: bool = False
    ordinal: bool = False
    scale: Fraction = Fraction(1)
    """What it was multiplied by in words: 10⁶ for 350 million."""
    also: tuple[Fraction, ...] = ()


def read_run(run: str) -> list[Read]:
    """The numbers of a run, one after the other: `nineteen forty-two` is both 19, 42 and 1942."""
    reader = _Reader()
    for match in TOKEN.finditer(run):
        reader.take(match)
    reader.close()
    return list(_with_years(reader.found))


def _with_years(found: list[Read]) -> Iterator[Read]:
    at = 0
    while at < len(found):
        one, two = found[at], found[at + 1] if at + 1 < len(found) else None
        pair = two is not None and not (one.digits or two.digits or one.ordinal or two.ordinal)
        if two is not None and pair and 13 <= one.value <= 20 and 10 <= two.value <= 99:
            year = one.value * 100 + two.value
            yield Read(year, one.start, two.end, also=(one.value, two.value))
            at += 2
            continue
        yield one
        at += 1


class _Reader:
    """Adds up words from left to right and begins anew where they do not go on."""

    def __init__(self) -> None:
        self.found: list[Read] = []
        self._begin()

    def _begin(self) -> None:
        self._total = Fraction(0)
        self._group: Fraction | None = None
        self._last = ""
        self._now: Read | None = None
        self._and = False

    def close(self) -> None:
        """What was read so far is a number."""
        if self._now is not None:
            self._now.value = self._total + (self._group or 0)
            self.found.append(self._now)
        self._begin()

    def take(self, match: re.Match[str]) -> None:
        """The next word of the run."""
        if match["and"]:
            self._and = True
            return
        word = match[0].lower()
        if match["digits"]:
            self._digits(match, word)
        elif word in SCALES or match["short"]:
            self._scale(match, Fraction(SCALES.get(word) or SHORT[word]))
        elif word in _GROUPS:
            self._many(match, _GROUPS[word])
        elif word in CARDINALS:
            self._cardinal(match, CARDINALS[word])
        else:
            self._ordinal(match, word)
        self._and = False

    def _at(self, match: re.Match[str], *, digits: bool = False) -> Read:
        if self._now is None:
            self._now = Read(Fraction(0), match.start(), match.end(), digits=digits)
        self._now.end = match.end()
        return self._now

    def _digits(self, match: re.Match[str], word: str) -> None:
        self.close()
        written = re.fullmatch(r"([\d,. ]+?)([a-z]*)", word)
        if written is None:
            return
        read = self._at(match, digits=True)
        self._group, self._last = fraction(written[1]), "digits"
        suffix = written[2]
        if suffix in ("st", "nd", "rd", "th"):
            read.ordinal = True
            self.close()
        elif suffix:
            if len(suffix) == 1:
                read.also = (self._group,)
            read.scale = Fraction(SHORT[suffix])
            self._group *= read.scale
            self.close()

    def _cardinal(self, match: re.Match[str], value: int) -> None:
        group = self._group
        fits = group is None or (
            (self._last == "tens" and value < 10) or (self._last == "hundred" and value < 100)
        )
        if self._and and self._last not in ("hundred", "scale"):
            fits = False
        if not fits or (self._total and self._total < 1000):
            self.close()
        self._at(match)
        self._group = (self._group or Fraction(0)) + value
        self._last = "tens" if 20 <= value < 100 else "ones"

    def _many(self, match: re.Match[str], many: int) -> None:
        if self._last in ("hundred", "scale") and self._group is None:
            self.close()
        self._at(match)
        self._group = (Fraction(1) if self._group is None else self._group) * many
        self._last = "hundred"

    def _scale(self, match: re.Match[str], scale: Fraction) -> None:
        read = self._at(match)
        read.scale *= scale
        if self._group is None and self._total:
            self._total *= scale
        else:
            self._total += (1 if self._group is None else self._group) * scale
        self._group, self._last = None, "scale"

    def _ordinal(self, match: re.Match[str], word: str) -> None:
        if word in _PARTS or (self._group == 1 and self._last == "ones" and word != "second"):
            self._part(match, _PARTS.get(word) or ORDINALS[word])
            return
        value = ORDINALS[word]
        if value in (100, 1000, 10**6) and self._group is not None:
            self._group *= value
        elif (self._last == "tens" and value < 10) or self._last in ("hundred", "scale"):
            self._group = (self._group or Fraction(0)) + value
        else:
            self.close()
            self._group = Fraction(value)
        self._at(match).ordinal = True
        self.close()

    def _part(self, match: re.Match[str], below: int) -> None:
        """Two-thirds; a half alone is left to the reader of hints."""
        if self._group is None or self._last not in ("ones", "digits"):
            self.close()
            return
        self._at(match).digits = False
        self._group /= below
        self._last = "part"
        self.close()

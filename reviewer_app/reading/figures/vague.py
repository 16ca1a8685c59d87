"""Figures of which only the magnitude is said: 数百万, 上百, hundreds of thousands, dozens."""

from __future__ import annotations

import re
from fractions import Fraction

from reviewer_app.reading.figures.han import read_han
from reviewer_app.reading.figures.model import Figure, FigureKind, Meaning, Weight, part, parted
from reviewer_app.reading.figures.scan import Scan

_SCALE = (
    r"(?:[十百千]?(?:万亿|[万亿])(?![一维能岁物])"
    r"|(?:[十百]|千(?![瓦克卡赫伏帕焦兆]))(?![姓货科度花分旬]))(?![十百千万亿])"
)
_ZH = re.compile(
    rf"数以({_SCALE})计|(?<![第十百千万亿\d人户总指系次少多岁整函参基变负无倍分])[数几]({_SCALE})"
    rf"|(?<![以之世界网线历史路事际地实身晚早马海陆山船车岛论意会在加本])上({_SCALE})"
    r"|(成千上万|成百上千|成千成万|千百万|亿万(?!富))"
)
_MAGNITUDES: dict[str, tuple[int, ...]] = {
    "成千上万": (3, 4),
    "成百上千": (2, 3),
    "成千成万": (3, 4),
    "千百万": (6, 7),
    "亿万": (6, 7, 8, 9),
}
_COUNTS = {"tens": 1, "dozens": 1, "scores": 1, "hundreds": 2, "ten": 1, "dozen": 1, "hundred": 2}
_LARGE = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_NAMES = "|".join(_LARGE)
_EN = re.compile(
    rf"\b(?:(tens|dozens|scores|hundreds)\s+of\s+({_NAMES})s"
    rf"|(?:several|a\s+few)\s+(?:(hundred|dozen|ten)\s+)?({_NAMES})s?"
    rf"|(?:several|a\s+few)\s+(hundred|dozen)|(dozens|hundreds)|(scores|tens)(?=\s+of\b)"
    rf"|({_NAMES})s)\b",
    re.IGNORECASE,
)
_ALSO: dict[int, tuple[Meaning, ...]] = {3: (Fraction(10**4),)}
"""What is said of round figures too: thousands may be 万."""


def vague_zh(scan: Scan) -> None:
    """Take out 数百万, 几十万, 上百, 数以万计 and such idioms as 成千上万."""
    for match in scan.take(_ZH):
        if match[4]:
            powers = _MAGNITUDES[match[4]]
            meanings: list[Meaning] = [f"v{power}" for power in powers]
            scan.add(_figure(powers[0], match, meanings, weight=Weight.HINT))
            continue
        value = read_han(match[1] or match[2] or match[3]) or Fraction(0)
        power = len(str(value.numerator)) - 1
        least: list[Meaning] = [value] if match[3] else []
        scan.add(_figure(power, match, [f"v{power}", *least]))


def vague_en(scan: Scan) -> None:
    """Take out hundreds of thousands, tens of millions, several hundred and dozens."""
    for match in scan.take(_EN):
        count, large, more, of, few, many, some, alone = (
            (each or "").lower() for each in match.groups()
        )
        power = _COUNTS.get(count or more or few or many or some, 0)
        power += _LARGE.get(large or of or alone, 0)
        also = _ALSO.get(power, ()) if alone else ()
        scan.add(_figure(power, match, [f"v{power}", Fraction(10**power), *also]))


def _figure(
    power: int, match: re.Match[str], meanings: list[Meaning], *, weight: Weight = Weight.PAIRED
) -> Figure:
    value = str(10**power)
    return parted(FigureKind.VAGUE, value, *match.span(), (part(*meanings),), weight=weight)

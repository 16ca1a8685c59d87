"""Measures that a translation may convert: 18亿亩 is 120 million hectares."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

_ZH = {
    "亩": ("1/15", "0.1647"),
    "公斤": ("2.2046",),
    "斤": ("1/2", "1/2000", "1.1"),
    "里": ("1/2", "0.3107"),
    "尺": ("1/3", "1.0936"),
    "丈": ("10/3", "10.936", "10"),
    "寸": ("10/3", "1.312"),
    "毛": ("10", "1/10"),
    "角": ("10", "1/10"),
    "公里": ("0.6214",),
    "米": ("3.2808",),
    "厘米": ("0.3937",),
    "公顷": ("2.471", "15"),
    "小时": ("1/24",),
}
_EN = {
    "hour": ("1/24",),
    "mile": ("1.609", "3.219"),
    "feet": ("0.3048",),
    "foot": ("0.3048",),
    "inch": ("2.54",),
    "pound": ("0.4536", "0.9072"),
    "ounce": ("28.35",),
    "acre": ("0.4047", "6.07"),
    "gallon": ("3.785",),
    "yard": ("0.9144",),
    "cent": ("1/10",),
    "mph": ("1.609",),
    "lb": ("0.4536",),
    "ft": ("0.3048",),
}


def converted(value: Fraction, after: str) -> tuple[Fraction, ...]:
    """What a value may be in another measure, by what stands after it (in small letters)."""
    return tuple(_converted(value, after.lstrip("- 多余个十百千万来")))


def _converted(value: Fraction, after: str) -> Iterator[Fraction]:
    for measures in (_ZH, _EN):
        for name, factors in measures.items():
            if after.startswith((name, f"平方{name}", f"square {name}")) and _is_whole(name, after):
                for factor in factors:
                    power = 2 if after.startswith(("平方", "square")) else 1
                    yield value * Fraction(factor) ** power
    if after.startswith(("°f", "degrees f", "f ", "华氏")):
        yield (value - 32) * Fraction(5, 9)


def _is_whole(name: str, after: str) -> bool:
    """An English measure is a word of its own, or its plural: a cent, not a century."""
    rest = after[after.index(name) + len(name) :].removeprefix("s")
    return not name.isascii() or not rest[:1].isalpha()

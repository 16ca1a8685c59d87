"""Units that are exact multiples of one another: 60万千瓦 is 600 MW, 5吨 are 5,000 kg."""

from __future__ import annotations

import re
from fractions import Fraction

from reviewer_app.reading.figures.model import Measure

_PREFIXES = {"千": 10**3, "兆": 10**6, "吉": 10**9, "太": 10**12, "百": 100}
_PARTS = {"毫": Fraction(1, 1000), "厘": Fraction(1, 100)}
_BASES_ZH = {
    "瓦时": "Wh",
    "瓦": "W",
    "米": "m",
    "克": "g",
    "赫": "Hz",
    "伏": "V",
    "帕": "Pa",
    "卡": "cal",
    "焦": "J",
}
_WHOLE_ZH = {"公里": ("m", 10**3), "公斤": ("g", 10**3), "吨": ("g", 10**6), "度电": ("Wh", 10**3)}
_TO_ZH = r"(?:[至到~～—–-]\s?[\d.,一二两三四五六七八九十百千万亿]+?[余多]?\s?)?"
_ZH = re.compile(
    rf"[余多几来]?\s?{_TO_ZH}(?:(公里|公斤|吨|度电)"
    r"|([千兆吉太百毫厘]?)(瓦时|瓦(?![斯解房片])|米|克(?![服隆拉])|赫|伏|帕|卡(?![车片通])|焦))"
)
_SYMBOLS = {
    "w": "W",
    "wh": "Wh",
    "hz": "Hz",
    "v": "V",
    "pa": "Pa",
    "cal": "cal",
    "j": "J",
    "m": "m",
    "g": "g",
}
_POWERS = {"": 1, "h": 100, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12}
_SMALLER = {"c": Fraction(1, 100), "m": Fraction(1, 1000)}
_NAMES = {"watt": "W", "metre": "m", "meter": "m", "gram": "g", "gramme": "g", "hertz": "Hz"}
_NAMES |= {"volt": "V", "pascal": "Pa", "calorie": "cal", "joule": "J"}
_SPOKEN = {"": 1, "kilo": 10**3, "mega": 10**6, "giga": 10**9, "tera": 10**12}
_SPOKEN_PARTS = {"milli": Fraction(1, 1000), "centi": Fraction(1, 100)}
_TO_EN = r"(?:\s?(?:-|–|—|to|and|or)\s?[\d.,]+(?:\s(?:thousand|million|billion|trillion))?)?"
_EN = re.compile(
    rf"{_TO_EN}[\s-]?(?:([kmgt]?wh?|[kmg]?hz|k?v|[hkm]?pa|k?cal|[km]j|[ckm]m|[km]g)"
    rf"|((?:{'|'.join([*_SPOKEN, *_SPOKEN_PARTS])})?)({'|'.join(_NAMES)})(s?[\s-]hour)?s?"
    r"|(kilos|tonnes?|(?:metric\s)?tons?|mt))(?![\w²³])",
    re.IGNORECASE,
)


def measure_zh(value: Fraction, after: str) -> Measure | None:
    """The value in its base unit, by the Chinese unit that stands after it or after its range."""
    found = _ZH.match(after)
    if found is None:
        return None
    if found[1]:
        base, factor = _WHOLE_ZH[found[1]]
        return base, value * factor
    prefix = found[2]
    if prefix == "百" and found[3] != "帕":
        return None
    return _BASES_ZH[found[3]], value * (_PARTS.get(prefix) or _PREFIXES.get(prefix, 1))


def measure_en(value: Fraction, after: str) -> Measure | None:
    """The value in its base unit, by the English unit that stands after it or after its range."""
    found = _EN.match(after)
    if found is None:
        return None
    if found[5]:
        return _weight(value, found[5])
    if found[1]:
        return _by_symbol(value, found[1].lower())
    prefix, base = found[2].lower(), _NAMES[found[3].lower()]
    hours = "h" if found[4] and base == "W" else ""
    return base + hours, value * (_SPOKEN_PARTS.get(prefix) or _SPOKEN[prefix])


def _weight(value: Fraction, unit: str) -> Measure | None:
    """Mt are a million tonnes; mt and MT may be tonnes."""
    if unit.lower() == "mt":
        return ("g", value * 10**12) if unit == "Mt" else None
    return "g", value * (10**3 if unit.lower() == "kilos" else 10**6)


def _by_symbol(value: Fraction, symbol: str) -> Measure:
    """MW is a million W, but mm a thousandth of m."""
    prefix, unit = ("", symbol) if symbol in _SYMBOLS else (symbol[0], symbol[1:])
    smaller = _SMALLER.get(prefix) if unit in ("m", "g") else None
    return _SYMBOLS[unit], value * (smaller or _POWERS[prefix])

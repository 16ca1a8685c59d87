"""Figures and dates as they are written in Chinese and in English, brought to one normal form."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_DIGITS |= {"七": 7, "八": 8, "九": 9}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven"),
    *("eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {"hundred": 100, "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "mn": 10**6}
_SCALES |= {"billion": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12}

_PLAIN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_HAN_DATE = re.compile(r"(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?")
_ISO_DATE = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_MONTH = r"(?P<month>" + "|".join(f"{m[:3]}(?:{m[3:]})?" for m in _MONTHS) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_EN_DATES = (
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
)
_HAN_PERCENT = re.compile(rf"百分之({_PLAIN}|[一二两三四五六七八九十百零点]+)")
_PERCENT = re.compile(
    rf"(?<![\d.])({_PLAIN})\s*(?:%|per\s?cent\b|percentage points?\b|个百分点)", re.IGNORECASE
)
_HAN_MIXED = re.compile(
    rf"(?<![\d.A-Za-z])((?:(?:{_PLAIN})\s*[余多]?[十百千]?[万亿]+)+(?:(?:{_PLAIN})[十百千]?)?"
    rf"|(?:{_PLAIN})\s*[余多]?[十百千](?![瓦米克]))"
)
_HAN_UNITS = (
    "个名家国项年大次轮种座所条点位倍月天周期类层级方人多余段语届支台间门本批份套部"
    "分车桶块岁首处只户页站城馆校村县市省区州镇页字篇场件"
)
_HAN_UNIT = rf"(?=\s*[{_HAN_UNITS}])"
_ONES = "一二两三四五六七八九"
_HAN_WORDS = re.compile(
    rf"(?<![几数])(?:[{_ONES}十百千零〇]*[{_ONES}十百千]+[余多]?[万亿]+[{_ONES}十百千万零]*"
    rf"|[{_ONES}][十百千][{_ONES}十百零]*|十[{_ONES}]|[十百千]{_HAN_UNIT}|[二两三四五六七八九]{_HAN_UNIT})"
)
_EN_WORD = (
    rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_WORDS[1:10])}))?|{'|'.join(_WORDS[::-1][:-1])}"
)
_EN_SCALED = re.compile(
    rf"(?<![\d.A-Za-z])({_PLAIN}|(?:{_EN_WORD})\b)"
    r"(?:\s*-?(hundred|thousand|million|billion|trillion|bn|mn|tn)|([kmb]))\b"
    r"(?:\s+(million|billion))?",
    re.IGNORECASE,
)
_EN_HUNDREDS = re.compile(
    rf"\b({_EN_WORD}) hundred(?: and ({_EN_WORD}))?\b(?!\s+(?:thousand|million|billion))",
    re.IGNORECASE,
)
_EN_WORDS = re.compile(rf"\b(?!one\b)(?:{_EN_WORD})\b", re.IGNORECASE)
_NUMBER = re.compile(rf"(?<![\d.A-Za-z])({_PLAIN})(?![\dA-Za-z])")
_NOT_FIGURES = re.compile(
    r"一带一路|统一|万一|十分|第[一二三四五六七八九十]|千[瓦米克]|百姓|万物|千行百业|十[二三四五]五|四川|三亚|九江"
)


class FigureKind(StrEnum):
    """What a figure is: figures of different kinds are never the same."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Figure:
    """At code points `start` … `end`; `value` is a plain decimal, or an ISO date or month."""

    kind: FigureKind
    value: str
    start: int
    end: int


def folded(text: str) -> str:
    """Full-width Latin letters, digits and punctuation as ASCII; every offset stays what it was."""
    return text.translate(_FULL_WIDTH)


def figures_zh(text: str) -> list[Figure]:
    """Figures of a Chinese text in their order, such as 3亿5千万, 1.2万亿 and 百分之三十五."""
    scan = _Scan(folded(text))
    for match in scan.take(_HAN_DATE):
        scan.add(FigureKind.DATE, _date(match[1], match[2], match[3]), match)
    _dates_and_percentages(scan)
    for match in scan.take(_HAN_PERCENT):
        scan.add(FigureKind.PERCENT, _plain(_read_han(match[1])), match)
    for match in scan.take(_HAN_MIXED):
        scan.add(FigureKind.NUMBER, _plain(_read_mixed(match[1])), match)
    for _ in scan.take(_NOT_FIGURES):
        pass
    for match in scan.take(_HAN_WORDS):
        scan.add(FigureKind.NUMBER, _plain(_read_han(match[0])), match)
    return _with_plain_numbers(scan)


def figures_en(text: str) -> list[Figure]:
    """Figures of an English text in their order; 350 million, 1.2bn and two are read as numbers."""
    scan = _Scan(folded(text))
    for pattern in _EN_DATES:
        for match in scan.take(pattern):
            month = 1 + next(
                i for i, m in enumerate(_MONTHS) if m.startswith(match["month"][:3].lower())
            )
            day = match.groupdict().get("day")
            scan.add(FigureKind.DATE, _date(match["year"], str(month), day), match)
    _dates_and_percentages(scan)
    for match in scan.take(_EN_HUNDREDS):
        rest = _read_en(match[2]) if match[2] else 0
        scan.add(FigureKind.NUMBER, _plain(_read_en(match[1]) * 100 + rest), match)
    for match in scan.take(_EN_SCALED):
        scales = [_SCALES[scale.lower()] for scale in match.groups()[1:] if scale]
        scan.add(FigureKind.NUMBER, _plain(_read_en(match[1]) * math.prod(scales)), match)
    for match in scan.take(_EN_WORDS):
        scan.add(FigureKind.NUMBER, _plain(_read_en(match[0])), match)
    return _with_plain_numbers(scan)


class _Scan:
    """A text that loses what was read, so that no figure is read twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Figure] = []

    def take(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        matches = list(pattern.finditer(self.text))
        for match in matches:
            blank = "\x00" * (match.end() - match.start())
            self.text = self.text[: match.start()] + blank + self.text[match.end() :]
        return matches

    def add(self, kind: FigureKind, value: str, match: re.Match[str]) -> None:
        self.found.append(Figure(kind, value, match.start(), match.end()))


def _dates_and_percentages(scan: _Scan) -> None:
    for match in scan.take(_ISO_DATE):
        scan.add(FigureKind.DATE, _date(match[1], match[2], match[3]), match)
    for match in scan.take(_PERCENT):
        scan.add(FigureKind.PERCENT, _plain(Decimal(match[1].replace(",", ""))), match)


def _with_plain_numbers(scan: _Scan) -> list[Figure]:
    for match in scan.take(_NUMBER):
        scan.add(FigureKind.NUMBER, _plain(Decimal(match[1].replace(",", ""))), match)
    return sorted(scan.found, key=lambda figure: figure.start)


def _date(year: str, month: str, day: str | None) -> str:
    return f"{int(year):04}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _read_en(word: str) -> Decimal:
    parts = word.lower().replace(",", "").replace("-", " ").split()
    return sum((_word_value(part) for part in parts), Decimal(0))


def _word_value(word: str) -> Decimal:
    if word in _TENS:
        return Decimal(20 + 10 * _TENS.index(word))
    return Decimal(_WORDS.index(word)) if word in _WORDS else Decimal(word)


def _read_mixed(text: str) -> Decimal:
    """Digits with 十百千万亿, such as 3亿5千万, 2万4801 and 1.2万亿."""
    total = Decimal(0)
    for number, scales in re.findall(rf"({_PLAIN})\s*[余多]?([十百千万亿]*)", text):
        value = Decimal(number.replace(",", ""))
        for scale in scales:
            value *= (_SMALL | _LARGE)[scale]
        total += value
    return total


def _read_han(text: str) -> Decimal:
    """Chinese numerals such as 三亿五千万, 二十四 and 三十五点六; or plain digits."""
    if text[0].isdecimal():
        return Decimal(text.replace(",", ""))
    whole, _, fraction = text.partition("点")
    total = section = digit = 0
    for character in whole:
        if character in _LARGE:
            group = section + digit
            total = (
                (total + group) * _LARGE[character]
                if group == 0
                else total + group * _LARGE[character]
            )
            section = digit = 0
        elif character in _SMALL:
            section, digit = section + (digit or 1) * _SMALL[character], 0
        elif character in _DIGITS:
            digit = _DIGITS[character]
    decimals = "".join(str(_DIGITS[c]) for c in fraction if c in _DIGITS)
    return Decimal(f"{total + section + digit}.{decimals or 0}")

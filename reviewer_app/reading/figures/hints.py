"""Chinese words that say a figure without writing one: 双, 半年, 花甲, 元旦, 七旬."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from reviewer_app.reading.figures.han import ONES, read_han
from reviewer_app.reading.figures.model import Meaning, Weight, number
from reviewer_app.reading.figures.scan import Scan

_WORDS: dict[str, tuple[Fraction | int | str, ...]] = {
    **dict.fromkeys(("双", "俩", "二者", "彼此"), (2,)),
    "仨": (3,),
    "弱冠": (20,),
    "而立": (30,),
    "不惑": (40,),
    "知天命": (50,),
    "半百": (50,),
    "花甲": (60,),
    "甲子": (60,),
    "古稀": (70,),
    "耄耋": (80, 90),
    "豆蔻": (13,),
    "世纪": (100,),
    "百分百": (100,),
    "万无一失": (100,),
    "全部": (100,),
    "一打": (12,),
    "半打": (6,),
    "一刻": (15,),
    "正午": (12,),
    "中午": (12,),
    "午夜": (12, 24, 0),
    "元旦": ("d1-1", "m1"),
    "国庆节": ("d10-1",),
    "圣诞节": ("d12-25",),
    "平安夜": ("d12-24",),
    "劳动节": ("d5-1",),
    "妇女节": ("d3-8",),
    "儿童节": ("d6-1",),
    "建党节": ("d7-1",),
    "建军节": ("d8-1",),
    "情人节": ("d2-14",),
    "万圣节": ("d10-31",),
    "翻倍": (2, 100),
    "加倍": (2, 100),
    "半": (Fraction(1, 2), 50, 30),
}
_WORD = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)))
_DECADES_OF_LIFE = re.compile(rf"([{ONES}])旬")
_WEEKS = re.compile(rf"([{ONES}]|\d{{1,2}})\s*个?(?:周|星期|礼拜)")
_AND_A_HALF = re.compile(rf"([{ONES}十]|\d{{1,3}})\s*[个年天点多万亿][年月]?半")


def read_hints(scan: Scan) -> None:
    """Add what such words may explain; they never count, and are not taken out."""
    for match in _WORD.finditer(scan.text):
        _hint(scan, match, *_WORDS[match[0]])
    for match in _DECADES_OF_LIFE.finditer(scan.text):
        _hint(scan, match, *(10 * each for each in _value(match)))
    for match in _WEEKS.finditer(scan.text):
        _hint(scan, match, *(7 * each for each in _value(match)))
    for match in _AND_A_HALF.finditer(scan.text):
        for each in _value(match):
            half = each + Fraction(1, 2)
            _hint(scan, match, half, 12 * half, 60 * half)


def _value(match: re.Match[str]) -> Iterator[Fraction]:
    value = read_han(match[1])
    if value is not None:
        yield value


def _hint(scan: Scan, match: re.Match[str], *said: Fraction | int | str) -> None:
    meanings: list[Meaning] = [Fraction(s) if isinstance(s, int) else s for s in said]
    first = next((each for each in meanings if isinstance(each, Fraction)), Fraction(0))
    scan.add(number(first, *match.span(), also=meanings, weight=Weight.HINT, implied=True))

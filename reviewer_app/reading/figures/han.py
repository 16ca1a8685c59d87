"""Chinese numerals, alone or mixed with digits, as exact values."""

from __future__ import annotations

import re
from fractions import Fraction

from reviewer_app.reading.figures.scan import NUM, fraction

DIGITS = "零〇一二三四五六七八九"
ONES = "一二两三四五六七八九"
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_VALUES = {d: max(i - 1, 0) for i, d in enumerate(DIGITS)} | {"两": 2}
_LARGE = 10**4
TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}
_SAME = str.maketrans("萬億兩○點餘幾個來", "万亿两〇点余几个来")
_FINANCIAL = re.compile("[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万亿]{2,}")
_AND_ONE = re.compile(f"百单(?=[{ONES}])")
_AS_USUAL = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟", "一二二三三四五六六七八九十百千")
_TOKEN = re.compile(rf"{NUM}|[{DIGITS}两]|[十百千万亿]")
_VAGUE = re.compile(r"[余多来几\s]")
_ABOUT = re.compile(
    r"(?:一[二两]|[二两]三|三四|四五|五六|六七|七八|八九|三五)(?![一二三四五六七八九])"
)


def simplified(text: str) -> str:
    """Traditional and financial numerals as plain ones; every offset stays what it was."""
    plain = _FINANCIAL.sub(lambda run: run[0].translate(_AS_USUAL), text.translate(_SAME))
    return _AND_ONE.sub("百零", plain)


def in_full(run: str) -> str:
    """廿四 as 二十四."""
    for short, long in TENS.items():
        run = run.replace(short, long)
    return run


def read_han(run: str) -> Fraction | None:
    """The value of such as 三亿五千万, 3亿5千万, 2万4801, 1.2万亿, 二〇二三 and 三点五.

    余, 多, 来 and 几 are passed over. None where the characters are no numeral.
    """
    whole, point, decimals = _VAGUE.sub("", in_full(run)).partition("点")
    if point:
        value = read_han(whole) if whole else None
        if value is None or not decimals:
            return None
        ends = re.fullmatch(rf"([{DIGITS}]+)([万亿]*)", decimals)
        if ends is None:
            return None
        digits = "".join(str(_VALUES[each]) for each in ends[1])
        scale = read_han(f"1{ends[2]}") if ends[2] else Fraction(1)
        return (value + Fraction(f"0.{digits}")) * (scale or 1)
    if not whole:
        return None
    if all(each in _VALUES for each in whole):
        return Fraction("".join(str(_VALUES[each]) for each in whole))
    return _scaled(whole)


def _scaled(whole: str) -> Fraction | None:
    tokens = _TOKEN.findall(whole)
    if "".join(tokens) != whole:
        return None
    sum_ = _Sum()
    for token in tokens:
        if token in SCALES:
            sum_.scale(SCALES[token])
        elif not sum_.digit(token):
            return None
    return sum_.value()


class _Sum:
    """Adds up a numeral from left to right."""

    def __init__(self) -> None:
        self._total = self._section = Fraction(0)
        self._digit: Fraction | None = None
        self._last = 0
        self._zero = self._written = False

    def digit(self, token: str) -> bool:
        """Take a digit or a number in digits; False where two follow each other."""
        if token in ("零", "〇"):
            self._zero, self._last = True, 1
            return True
        if self._digit is not None:
            return False
        self._written = token not in _VALUES
        self._digit = fraction(token) if self._written else Fraction(_VALUES[token])
        return True

    def scale(self, scale: int) -> None:
        """Take 十 百 千, which close a digit, or 万 亿, which close all that is smaller."""
        if scale < _LARGE:
            self._section += (1 if self._digit is None else self._digit) * scale
        else:
            group = self._section + (self._digit or 0)
            lower = self._total % scale
            if not group and not lower:
                group = Fraction(1)
            self._total += (lower + group) * scale - lower
            self._section = Fraction(0)
        self._digit, self._last = None, scale

    def value(self) -> Fraction:
        """The sum; a last digit counts tenths of the scale before it: 三千五 is 3,500."""
        last = self._digit or Fraction(0)
        if self._last >= 100 and not self._written and not self._zero:
            last *= self._last // 10
        return self._total + self._section + last


def readings(run: str) -> tuple[Fraction, ...]:
    """What a run of numerals may mean: 五六百 is 500 or 600; none where it is no numeral."""
    about = _ABOUT.search(run) if any(scale in run for scale in SCALES) else None
    if about and run[: about.start()][-1:] not in tuple(DIGITS[2:]):
        texts = [run[: about.start()] + each + run[about.end() :] for each in about[0]]
    else:
        texts = [run]
    values = [read_han(text) for text in texts]
    return tuple(value for value in values if value is not None)

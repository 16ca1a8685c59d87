"""What both languages write alike: figures, dates, Latin words, addresses, list numbers."""

import re

from reviewer_app.reading.addresses import address_spans, bare
from reviewer_app.reading.figures import Figure, Weight, figures_en, figures_zh, folded

_LATIN = re.compile(r"(?<![A-Za-z0-9_])[0-9]*[A-Za-z_][A-Za-z0-9_]*(?![A-Za-z0-9_])")
_LIST_NUMBER = re.compile(
    r"^\s*(?:\((\d{1,2}|[一二三四五六七八九十]{1,3})\)|(\d{1,2})[.、)](?!\d)|([一二三四五六七八九十]{1,3})、|([①-⑩]))"
)
_HAN_ORDER = "一二三四五六七八九十"
_STOP = frozenset(
    re.findall(r"\w+", "a an and as at by for in is it of on or the to with www http com")
)


def anchors_zh(text: str) -> frozenset[str]:
    """Anchors of a Chinese unit; every Latin word of two letters or more is one."""
    return frozenset(_common(text, figures_zh(text)) | _latin(text))


def anchors_en(text: str, latin: frozenset[str]) -> frozenset[str]:
    """Anchors of an English unit; a word counts only where the Chinese has it too (`latin`)."""
    return frozenset(_common(text, figures_en(text)) | (_latin(text) & latin))


def _latin(text: str) -> set[str]:
    plain = folded(text)
    for start, end in reversed(address_spans(plain)):
        plain = f"{plain[:start]} {plain[end:]}"
    words = {word.lower() for word in _LATIN.findall(plain)}
    return {f"w:{word}" for word in words if len(word) > 1 and word not in _STOP}


def _common(text: str, figures: list[Figure]) -> set[str]:
    plain = folded(text)
    found = {f"a:{bare(plain[start:end])}" for start, end in address_spans(plain)}
    number = _LIST_NUMBER.match(plain)
    if number:
        found.add(f"l:{_order(number)}")
    for figure in figures:
        if figure.weight is Weight.HINT:
            continue
        found.add(f"{figure.kind[0]}:{figure.value}")
        if figure.year:
            found.add(f"n:{figure.year}")
    return found


def _order(match: re.Match[str]) -> int:
    mark = next(group for group in match.groups() if group)
    if mark.isdecimal():
        return int(mark)
    if "①" <= mark <= "⑩":
        return ord(mark) - ord("①") + 1
    tens, _, ones = mark.rpartition("十")
    if "十" not in mark:
        return _HAN_ORDER.index(mark[0]) + 1
    return 10 * (_HAN_ORDER.index(tens) + 1 if tens else 1) + (
        _HAN_ORDER.index(ones) + 1 if ones else 0
    )

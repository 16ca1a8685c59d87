"""Dates, times, decades and centuries of an English text."""

from __future__ import annotations

import re
from fractions import Fraction

from reviewer_app.reading.figures.model import FigureKind, Weight, number, part, parted
from reviewer_app.reading.figures.scan import Scan, clock, date
from reviewer_app.reading.figures.words import CARDINALS, ORDINALS

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH = (
    r"(?P<month>"
    + "|".join(f"{m[:3]}(?:{m[3:]})?" for m in _MONTHS).replace("sep(?:tember)", "sep(?:t|tember)")
    + r")\b\.?"
)
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_DAY = rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?|(?:twenty|thirty)-(?:{_ORDINAL})|{_ORDINAL})\b"
_TO = r"(?:\s*(?:-|–|—|to|and|or|through|until)\s*\d{1,2}(?:st|nd|rd|th)?\b)?"
_TO_DAY = (
    r"(?:\s*(?:-|–|—|to|through|until)\s*\d{1,2}(?![\d,.:/%]*\d)"
    r"(?!\s*(?:%|per|[ap]\.?m\b|hundred|thousand|million|billion)))?"
)
_YEAR = r"(?P<year>[12]\d{3})\b"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d.,]){_DAY}{_TO}\s+(?:of\s+)?{_MONTH},?\s+(?:in\s+)?{_YEAR}",
        rf"\b{_MONTH}\s+(?:the\s+)?{_DAY}{_TO},?\s+(?:in\s+)?{_YEAR}",
        rf"(?<![\d.,]){_YEAR}\s+{_MONTH}\s+{_DAY}(?!\d)",
        rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}",
        rf"(?<![\d.,$]){_DAY}{_TO}\s+(?:of\s+)?{_MONTH}(?!\w)",
        rf"\b{_MONTH}\s+{_DAY}(?![\d,.]*\d){_TO_DAY}",
    )
)
_BARE_MONTH = re.compile(
    r"\b(?:(?:in|by|since|from|until|till|during|of|this|last|next|early|late|mid-?|and|to|every)\s+"
    r"(?P<sure>March|May)|(?P<month>January|February|April|June|July|August|September|October"
    r"|November|December|Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec))\b(?!\s+(?:be|have|not)\b)"
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?![\d/])")
_HOUR = re.compile(
    rf"(?<![\d:.,$])(\d{{1,2}})(?:[.:](\d{{2}}))?\s*(?:[ap]\.m\.?|[ap]m\b|o'clock\b)"
    rf"|\b({'|'.join(CARDINALS)})\s+(?:[ap]\.m\.?|[ap]m\b|o['’]clock\b)",
    re.IGNORECASE,
)
_PAST = re.compile(
    rf"\b(half|(?:a\s+)?quarter)\s+(past|to)\s+(\d{{1,2}}|{'|'.join(CARDINALS)})\b", re.IGNORECASE
)
_MILITARY = re.compile(
    r"(?<![\d.,$])([01]\d|2[0-3])([0-5]\d)(?=\s?(?:GMT|UTC|BST|EST|hrs\b|hours\b))"
)
_DECADE = re.compile(r"(?<![\d.,$])'?((?:1[0-9]|20)?\d0)(?:s|'s|’s)\b")
_DECADE_WORD = re.compile(r"\b(twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b", re.IGNORECASE)
_CENTURY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)(?=[\s-]+(?:century|centuries))", re.IGNORECASE)


def read_dates(scan: Scan) -> None:
    """Take out dates, months, times, decades and centuries."""
    for pattern in _DATES:
        for match in scan.take(pattern):
            _date(scan, match)
    for match in scan.take(_SLASHED):
        first, second = int(match[1]), int(match[2])
        years = [int(match[3])] + ([2000 + int(match[3])] if len(match[3]) == 2 else [])
        days = part(f"d{first}-{second}", f"d{second}-{first}")
        said = f"{years[-1]}-{first:02}-{second:02}"
        scan.add(parted(FigureKind.DATE, said, *match.span(), (part(*years), days)))
    for match in scan.take(_BARE_MONTH):
        scan.add(date(match, month=_month(match["sure"] or match["month"])))
    for match in scan.take(_HOUR):
        hour = match[1] or str(CARDINALS[match[3].lower()])
        scan.add(clock(match, hour, match[2]))
    for match in scan.take(_PAST):
        _past(scan, match)
    for match in scan.take(_MILITARY):
        scan.add(clock(match, match[1], match[2]))
    _ages(scan)


def _date(scan: Scan, match: re.Match[str]) -> None:
    """A date, and the last day of a range: June 3-5, 2020."""
    groups = match.groupdict()
    year, day = groups.get("year"), groups.get("day")
    first = _day(day) if day else None
    month = _month(match["month"])
    scan.add(date(match, year=int(year) if year else None, month=month, day=first))
    for last in re.findall(r"(?<!\d)\d{1,2}(?!\d)", match[0]):
        if first is not None and first < int(last) <= 31:
            scan.add(date(match, month=month, day=int(last)))
        elif int(last) != first:
            scan.add(number(Fraction(last), *match.span(), weight=Weight.HINT))


def _past(scan: Scan, match: re.Match[str]) -> None:
    """Half past six, a quarter to seven."""
    hour = int(match[3]) if match[3].isdigit() else CARDINALS[match[3].lower()]
    minutes = 30 if match[1].lower() == "half" else 15
    if match[2].lower() == "to":
        hour, minutes = hour - 1, 60 - minutes
    if 0 <= hour <= 24:
        scan.add(clock(match, str(hour), str(minutes)))


def _ages(scan: Scan) -> None:
    """Decades and centuries: the 1990s, the nineties, the 19th century."""
    for match in scan.take(_DECADE):
        decade = int(match[1])
        others = [1900 + decade, 2000 + decade, 1800 + decade] if decade < 100 else []
        if decade >= 100 and decade % 100 == 0:
            others = [decade // 100 + 1]
        scan.add(number(Fraction(decade), *match.span(), also=map(Fraction, others)))
    for match in scan.take(_DECADE_WORD):
        decade = CARDINALS[f"{match[1].lower()}y"]
        also = (1900 + decade, 2000 + decade, 1800 + decade)
        hint = Weight.HINT
        scan.add(number(Fraction(decade), *match.span(), also=map(Fraction, also), weight=hint))
    for match in scan.take(_CENTURY):
        century = int(match[1])
        also_first = (Fraction((century - 1) * 100),)
        scan.add(number(Fraction(century), *match.span(), also=also_first))


def _month(name: str) -> int:
    return 1 + next(i for i, m in enumerate(_MONTHS) if m.startswith(name[:3].lower()))


def _day(written: str) -> int:
    if written[0].isdigit():
        return int(re.sub(r"\D", "", written))
    tens, _, ones = written.lower().rpartition("-")
    return (CARDINALS[tens] if tens else 0) + ORDINALS[ones]

"""A text that loses what was read of it, so that no figure is read twice."""

from __future__ import annotations

import re
from fractions import Fraction

from reviewer_app.reading.addresses import address_spans
from reviewer_app.reading.figures.model import Figure, FigureKind, Way, Weight, number, part, parted

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_GAPS = dict.fromkeys((0xA0, 0x202F, 0x2009), 0x20)

NUM = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d ]*\d)|\d+(?:\.\d+)?)"
BLANK = "\x00"
_LIST_MARK = re.compile(r"\s*(?:\((?:\d{1,2})\)|\d{1,2}(?:[.、)](?!\d)))")
_VERSION = re.compile(r"(?<![\d.])\d+(?:\.\d+){2,}(?![\d])")
_ISO = re.compile(r"(?<![\d.])([12]\d{3})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d:.,])(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])\s*([ap]\.?m\b\.?)?", re.IGNORECASE
)
_SEASON = re.compile(r"(?<![\d.,])([12]\d{3})\s?[-–—/]\s?(\d{2})(?![\d,.月]*\d)(?![月/-])")
_OVER = re.compile(r"(?<![\d./])(\d{1,4})([/·・])(\d{1,4})(?![\d/])")
_GLUED = re.compile(
    r"[A-Za-z_]\w*\d[A-Za-z0-9_]*(?:\.\d+)*|\d+(?:\.\d+)?[A-Za-z_]\w*"
    r"|(?<![\d.])[A-Z][A-Za-z]*-\d+(?![\d.,])",
    re.ASCII,
)
_MEASURE = re.compile(
    r"(\d+(?:\.\d+)?)(?:st|nd|rd|th|s|[kKmMbB]|mn|mln|bn|tn|trn|ST|ND|RD|TH|[kcm]?m2?|[kmu]?g|t|ha|mu"
    r"|[KkMGTP]i?[Bb]|[KkMGT]bps|[KkMGTmgt]?[Ww][hp]?|[kMGT]?[Hh]z|[kM]?V|[hkMG]?Pa|k?cal|[kM]J|ml|[lL]|h|hrs?|min|ms|sec|sq"
    r"|[CFxA]|cc|rpm|mph|kph|kmh|[apAP][mM]|ppm|pp|pc|pct|bps|years?|yrs?|days?|in|ft|lbs?|oz|yuan|px|pt)",
    re.ASCII,
)
_MONEY = re.compile(r"(?:US|HK|NT|A|C|S|RMB|CNY|USD|EUR|GBP|JPY|INR|HKD|Rs|R|FY|No|p|pp)(\d.*)")


def folded(text: str) -> str:
    """Full-width Latin letters, digits and punctuation as ASCII; every offset stays what it was."""
    return text.translate(_FULL_WIDTH)


def fraction(written: str) -> Fraction:
    """The value of digits with separators."""
    return Fraction(written.replace(",", "").replace(" ", ""))


class Scan:
    """Takes figures out of a text; addresses, which are no figures, are taken out first.

    `text` is what is left of it, `written` all of it.
    """

    def __init__(self, text: str) -> None:
        self.text = self.written = folded(text).translate(_GAPS)
        self.found: list[Figure] = []
        for start, end in address_spans(self.text):
            self.blank(start, end)

    def blank(self, start: int, end: int) -> None:
        """Take a stretch out."""
        self.text = self.text[:start] + BLANK * (end - start) + self.text[end:]

    def take(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """The matches of a pattern, all taken out."""
        matches = list(pattern.finditer(self.text))
        pieces, end = [], 0
        for match in matches:
            pieces += [self.text[end : match.start()], BLANK * (match.end() - match.start())]
            end = match.end()
        self.text = "".join([*pieces, self.text[end:]]) if matches else self.text
        return matches

    def add(self, *figures: Figure) -> None:
        self.found += figures

    def ordered(self) -> list[Figure]:
        """What was found, in the order of the text."""
        return sorted(self.found, key=lambda figure: (figure.start, figure.end))


def read_alike(scan: Scan) -> None:
    """What both languages write alike: list marks, ISO dates, versions, clocks, digits in names."""
    mark = _LIST_MARK.match(scan.text)
    if mark and mark.end() < len(scan.text.rstrip()):
        digits = re.search(r"\d+", mark[0])
        if digits:
            scan.add(number(Fraction(digits[0]), *mark.span(), weight=Weight.HINT))
        scan.blank(*mark.span())
    for match in scan.take(_ISO):
        scan.add(date(match, year=int(match[1]), month=int(match[3]), day=int(match[4])))
    for match in scan.take(_VERSION):
        pieces = tuple(part(int(each)) for each in match[0].split("."))
        scan.add(parted(FigureKind.NUMBER, match[0], *match.span(), (part(match[0]),), pieces))
    for match in scan.take(_CLOCK):
        scan.add(clock(match, match[1], match[2], match[3]))
    _glued(scan)
    for match in scan.take(_SEASON):
        year, short = int(match[1]), int(match[2])
        scan.add(number(Fraction(year), *match.span(1)))
        also = (Fraction(year // 100 * 100 + short),)
        scan.add(number(Fraction(short), *match.span(2), also=also))
    for match in scan.take(_OVER):
        first, second = int(match[1]), int(match[3])
        ways: list[Way] = [(part(first), part(second))]
        if match[2] != "/" or (first <= 12 and second > 10):
            ways.append((part(f"d{first}-{second}"),))
        if second and match[2] == "/":
            ways.append((part(Fraction(first, second)),))
        scan.add(parted(FigureKind.NUMBER, f"{first}/{second}", *match.span(), *ways))


def _glued(scan: Scan) -> None:
    """Digits in names such as 5G and COVID-19 are hints; measures and money are left to be read."""
    for match in list(_GLUED.finditer(scan.text)):
        if _MEASURE.fullmatch(match[0]):
            continue
        money = _MONEY.fullmatch(match[0])
        if money:
            scan.blank(match.start(), match.start() + money.start(1))
            continue
        for digits in re.finditer(r"\d+(?:\.\d+)?", match[0]):
            at = match.start() + digits.start()
            value = Fraction(digits[0])
            scan.add(number(value, at, at + len(digits[0]), weight=Weight.HINT))
        scan.blank(*match.span())


def clock(
    match: re.Match[str], hour: str, minute: str | None = None, second: str | None = None
) -> Figure:
    """A time of day (either half of it), a stretch of time, or a score."""
    at = int(hour)
    parts = [part(at, at + 12 if at < 12 else at - 12)]
    parts += [part(int(each)) for each in (minute, second) if each and int(each)]
    said = ":".join(f"{int(each):02}" for each in (hour, minute, second) if each)
    weight = Weight.SURE if len(parts) > 1 else Weight.HINT
    return parted(FigureKind.TIME, said, *match.span(), tuple(parts), weight=weight)


def date(
    match: re.Match[str],
    *,
    year: int | None = None,
    month: int | None,
    day: int | None = None,
    at: tuple[int, int] | None = None,
) -> Figure:
    """A date of which a part may not be said; an impossible one is only a hint. `at` is where it
    stands, if not all of the match."""
    said = [f"{year:04}"] if year is not None else []
    said += [f"{each:02}" for each in (month, day) if each is not None]
    parts = [part(Fraction(year))] if year is not None else []
    if month is not None:
        parts.append(part(f"m{month}") if day is None else part(f"d{month}-{day}"))
    elif day is not None:
        parts.append(part(day))
    weight = Weight.SURE if year is not None or None not in (month, day) else Weight.PAIRED
    if not 1 <= (month or 1) <= 12 or not 1 <= (day or 1) <= 31:
        weight = Weight.HINT
    place = at or match.span()
    return parted(FigureKind.DATE, "-".join(said), *place, tuple(parts), weight=weight)

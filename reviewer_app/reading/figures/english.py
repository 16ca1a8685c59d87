"""Figures of an English text."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reviewer_app.reading.figures.english_dates import read_dates
from reviewer_app.reading.figures.measures import converted
from reviewer_app.reading.figures.model import (
    SMALL,
    Figure,
    FigureKind,
    Meaning,
    Weight,
    is_round,
    number,
    part,
    parted,
    percents,
)
from reviewer_app.reading.figures.scan import NUM, Scan, fraction, read_alike
from reviewer_app.reading.figures.unit_scales import measure_en
from reviewer_app.reading.figures.vague import vague_en
from reviewer_app.reading.figures.words import CARDINALS, ORDINALS, RUN, Read, read_run

_MIXED = re.compile(r"(?<![\d./])(\d+)\s+([1-9])/([2-9]|\d\d)(?![\d/])")
_HALVES = re.compile(
    rf"(?<![\w.])({NUM}|{'|'.join(CARDINALS)}|an?)(?:\s+and)?(?:\s+a|\s+one)?[\s-]+half\b"
    r"(?:[\s-]+(hundred|thousand|million|billion|trillion|dozen))?",
    re.IGNORECASE,
)
_HALF_OF = re.compile(
    r"\bhalf(?:\s+an?|-an?)?[\s-]+(hundred|thousand|million|billion|trillion|dozen)\b",
    re.IGNORECASE,
)
_MANY = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_MANY |= {"trillion": 10**12, "dozen": 12}
_FOLD = re.compile(rf"\b({NUM}|{'|'.join(CARDINALS)})[\s-]?fold\b", re.IGNORECASE)
_PERCENT = re.compile(
    r"\s*[%‰‱]|[\s-]*(?:percentage[\s-]points?\b|per[\s-]?cent(?:age)?\b|pct\b|pc\b"
    r"|per[\s-](?:thousand|mille?|million|billion|trillion)\b|basis[\s-]points?\b)",
    re.IGNORECASE,
)
_OF_MORE = re.compile(r"‱|basis|million|billion|trillion|‰|thousand|mill", re.IGNORECASE)
_OF = {"‱": 100, "basis": 100, "million": 10**4, "billion": 10**7, "trillion": 10**10}
"""How many times a hundred such a share is of."""
_QUARTERS = re.compile(
    rf"\b((?:first|last|past|next|final|previous|preceding|these|those|all)\s+)?"
    rf"({'|'.join(CARDINALS)}|\d{{1,2}})\s+quarters\b(?!\s+(?:of\s+an?|past)\b)"
    r"(\s+of\s+[12]\d{3}\b)?",
    re.IGNORECASE,
)
_A_PART = re.compile(
    rf"\ban?\s+(quarter|{'|'.join(word for word, of in ORDINALS.items() if 2 < of <= 10)})"
    r"(?=\s+(?:of|more|less|fewer|higher|lower|as)\b|\s*[.,;:)]|\s*$)",
    re.IGNORECASE,
)
_PASSED = re.compile(
    r"\b(?:over|than|exceed(?:ed|s|ing)?|topp(?:ed|ing)|pass(?:ed|ing)|above|nearly|almost)"
    r"\s+(?:[$€£¥]\s?)?$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\s+of\s+(?:the|all|its|their|our|those|these|what|global|national)\b", re.IGNORECASE
)
_ONE_IN = re.compile(
    rf"\bone (?:in|out of) (?:every )?({'|'.join(CARDINALS)}|\d{{1,3}})(?![\d,.]*\d)\b"
    r"(?!\s+(?:hundred|thousand|million))",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\s+(?:in|out of)\s+(?:every\s+)?(?:ten|10)\b", re.IGNORECASE)
_TO_SCALE = re.compile(r"^\s?(?:-|–|—|to|or|and)\s?(?:[$€£¥]|US\$)?$", re.IGNORECASE)
_MONEY = re.compile(r"[$€£¥]\s?$")
_TIMES = re.compile(r"\s+times\b|-times\b", re.IGNORECASE)
_ROMAN = re.compile(r"\b(?=[IVXL]{2,}\b)(X{0,3}|XL|L)(IX|IV|V?I{0,3})\b")
_HINTS: dict[str, tuple[Fraction | int, ...]] = {
    **dict.fromkeys(("both", "pair", "couple", "twice", "second", "two", "dual", "twin"), (2,)),
    **dict.fromkeys(("double", "doubled", "doubling", "doubles", "twofold"), (2, 100, 1, 200)),
    **dict.fromkeys(("triple", "tripled", "tripling", "triples", "threefold"), (3, 2, 200, 300)),
    **dict.fromkeys(("quadruple", "quadrupled", "quadrupling", "fourfold"), (4, 3, 300, 400)),
    **dict.fromkeys(("quintuple", "quintupled"), (5, 4)),
    **dict.fromkeys(("half", "halves", "halved", "halve"), (Fraction(1, 2), 50, 30)),
    **dict.fromkeys(("quarter", "quarters"), (Fraction(1, 4), 25, 15, 3)),
    **dict.fromkeys(("decade", "decades", "teens", "tens", "dozens"), (10,)),
    **dict.fromkeys(("century", "centuries", "hundreds"), (100,)),
    **dict.fromkeys(("million", "millions"), (10**6,)),
    **dict.fromkeys(("billion", "billions"), (10**9,)),
    **dict.fromkeys(("once", "single"), (1,)),
    **dict.fromkeys(("thrice", "trio"), (3,)),
    **dict.fromkeys(("week", "weekly"), (7,)),
    "thousands": (1000, 10000),
    "third": (Fraction(1, 3), 3),
    "fifth": (Fraction(1, 5), 5),
    "tenth": (Fraction(1, 10), 10),
    "tenfold": (10, 9, 1000),
    "fortnight": (14, 2, 15),
    "noon": (12,),
    "midnight": (12, 24, 0),
    "score": (20,),
    "no": (0,),
}
_HINTS |= {f"{word}s": (Fraction(1, of), of) for word, of in ORDINALS.items() if 2 < of <= 10}
_PERIODS = {"decades": 10, "centuries": 100, "weeks": 7, "fortnights": 14}
_OF_PERIODS = re.compile(
    rf"\b({'|'.join(CARDINALS)})\s+(?:and a half\s+)?({'|'.join(_PERIODS)})\b", re.IGNORECASE
)
_HINT = re.compile(rf"\b(?:{'|'.join(sorted(_HINTS, key=len, reverse=True))})\b", re.IGNORECASE)


def figures_en(text: str) -> list[Figure]:
    """Figures of an English text in their order; 350 million, 1.2bn and two are read as numbers."""
    scan = Scan(text)
    read_alike(scan)
    read_dates(scan)
    _halves(scan)
    _parts_of_years(scan)
    for match in scan.take(_ONE_IN):
        _one_in(scan, match)
    vague_en(scan)
    for match in _OF_PERIODS.finditer(scan.text):
        years = _small(match[1]) * _PERIODS[match[2].lower()]
        counted = match[2].lower() == "decades" and years > 10
        scan.add(number(years, *match.span(), weight=None if counted else Weight.HINT))
    written = scan.text
    for match in scan.take(RUN):
        _run(scan, match, written)
    for match in scan.take(_HINT):
        meanings = [Fraction(each) for each in _HINTS[match[0].lower()]]
        scan.add(
            number(meanings[0], *match.span(), also=meanings, weight=Weight.HINT, implied=True)
        )
    for match in scan.take(_ROMAN):
        scan.add(number(_roman(match[0]), *match.span(), weight=Weight.HINT, implied=True))
    return scan.ordered()


def _halves(scan: Scan) -> None:
    """Two and a half million, 13 1/2, half a million."""
    for match in scan.take(_MIXED):
        value = Fraction(match[1]) + Fraction(int(match[2]), int(match[3]))
        ways = ((part(value),), (part(int(match[1])), part(Fraction(int(match[2]), int(match[3])))))
        scan.add(parted(FigureKind.NUMBER, str(value), *match.span(), *ways))
    for match in scan.take(_HALVES):
        scan.add(_and_a_half(match))
    for match in scan.take(_HALF_OF):
        many = Fraction(_MANY[match[1].lower()], 2)
        weight = Weight.HINT if many < 100 else None
        scan.add(number(many, *match.span(), weight=weight))
    for match in scan.take(_FOLD):
        value = _small(match[1])
        also = {value - 1, *percents(value - 1, value)}
        weight = Weight.HINT if value <= SMALL else None
        scan.add(number(value, *match.span(), also=also, weight=weight))


def _parts_of_years(scan: Scan) -> None:
    """The first three quarters are no ¾, and a third of it is no third one."""
    for match in list(_QUARTERS.finditer(scan.text)):
        many = _small(match[2])
        start, end = match.start(2), match.start() + match[0].lower().index("quarters") + 8
        if match[1] or match[3] or many != 3:
            scan.add(number(many, *match.span(2), weight=Weight.HINT))
        else:
            scan.add(number(many / 4, start, end, also=(many,)))
        scan.blank(start, end)
    for match in scan.take(_A_PART):
        of = ORDINALS.get(match[1].lower(), 4)
        also, share = (Fraction(of), Fraction(100, of)), Fraction(1, of)
        counted = _OF_ALL.match(scan.written, match.end())
        weight = None if counted else Weight.HINT
        near = (Fraction(100, of),)
        scan.add(number(share, *match.span(), also=also, near=near, weight=weight, implied=True))


def _one_in(scan: Scan, match: re.Match[str]) -> None:
    """One in eight is an eighth; one in two may be 一半."""
    of = _small(match[1])
    share = Fraction(100) / of if of else Fraction(0)
    weight = Weight.HINT if of <= 2 else None
    scan.add(number(share / 100, *match.span(), also=(of, share), near=(share,), weight=weight))


def _and_a_half(match: re.Match[str]) -> Figure:
    """Two and a half million; "one half" alone is a hint."""
    first = match[1].lower()
    whole = Fraction(1) if first in ("a", "an") else _small(first)
    if not re.search(r"\band\b|\d[\s-]half", match[0].lower()):
        if match[2]:
            return number(Fraction(_MANY[match[2].lower()], 2), *match.span())
        meanings = (Fraction(1, 2), Fraction(50), Fraction(30))
        return number(meanings[0], *match.span(), also=meanings, weight=Weight.HINT)
    value = whole + Fraction(1, 2)
    if match[2]:
        return number(value * _MANY[match[2].lower()], *match.span())
    return number(value, *match.span(), also=(whole, Fraction(1, 2)), weight=Weight.HINT)


def _small(written: str) -> Fraction:
    """A number in digits, or one of the first hundred in a word."""
    word = written.lower()
    return fraction(word) if word[0].isdigit() else Fraction(CARDINALS[word])


def _run(scan: Scan, match: re.Match[str], written: str) -> None:
    """The numbers of a run; a range takes the scale of its end: 5 to 6 million."""
    reads = read_run(match[0])
    for at, read in enumerate(reads):
        start, end = match.start() + read.start, match.start() + read.end
        follower = _follower(written, match, reads, at)
        also: list[Meaning] = list(read.also)
        if follower is not None and read.scale == 1:
            also.append(read.value * follower)
        scan.add(_figure(scan, read, start, end, also))


def _follower(text: str, match: re.Match[str], reads: list[Read], at: int) -> Fraction | None:
    """The scale of the number after this one, where they are a range."""
    if at + 1 < len(reads):
        between = match[0][reads[at].end : reads[at + 1].start]
        return reads[at + 1].scale * _hundreds(reads[at + 1]) if _TO_SCALE.match(between) else None
    rest = text[match.end() : match.end() + 60]
    following = re.match(r"(\s?(?:-|–|—|to|or|and)\s?(?:US|HK|RMB)?[$€£¥]?)", rest)
    if following is None:
        return None
    run = RUN.match(rest, following.end())
    reads_after = read_run(run[0]) if run else []
    return reads_after[0].scale * _hundreds(reads_after[0]) if reads_after else None


def _hundreds(read: Read) -> int:
    """Five or six hundred."""
    whole = not read.digits and read.scale == 1 and read.value % 100 == 0 and read.value > 0
    return 100 if whole and read.value < 1000 else 1


def _figure(scan: Scan, read: Read, start: int, end: int, also: list[Meaning]) -> Figure:
    scaled = also[-1] if len(also) > len(read.also) else read.value  # 5 of 5 to 6 million
    whole = scaled if isinstance(scaled, Fraction) else read.value
    after = scan.written[end : end + 40]
    value = read.value
    if _MONEY.search(scan.text[max(start - 2, 0) : start]):
        also = [each for each in also if each not in read.also]
    percent = _PERCENT.match(after)
    if percent:
        end += percent.end() if value.denominator else 0
        points = "point" in percent[0].lower()
        kind = FigureKind.POINTS if points else FigureKind.PERCENT
        more = _OF_MORE.search(percent[0])
        if more:
            of = _OF.get(more[0].lower(), 10)
            value, also = value / of, [value, Fraction(of * 100)]
        return number(value, start, end, also=also, kind=kind)
    if _OUT_OF.match(after):
        also.append(value * 10)
    if _TIMES.match(after):
        also += percents(value - 1, value)
    weight = _weight(read)
    if value >= 10**6 and _PASSED.search(scan.written[max(start - 12, 0) : start]):
        weight = None  # a mark that was passed, however round
    near = converted(value, after.lower())
    figure = number(value, start, end, weight=weight, also=also, near=near, implied=read.ordinal)
    return replace(figure, measure=measure_en(whole, after))


def _weight(read: Read) -> Weight | None:
    value = read.value
    if read.digits and not read.ordinal and value.denominator == 1 and value <= 12:
        return Weight.HINT if value <= 1 else Weight.PAIRED
    if not read.digits and (is_round(value) or (read.scale > 1 and value == read.scale)):
        return Weight.HINT
    return None


def _roman(text: str) -> Fraction:
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    total = 0
    for this, following in zip(text, [*text[1:], "I"], strict=True):
        total += -values[this] if values[this] < values[following] else values[this]
    return Fraction(total)

"""The rungs in order, and the columns in which their figures stand."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.text import Bilingual
from reviewer_app.services.panel.compared_rows import (
    NOTHING_ASKED,
    ComparedCase,
    PanelComparison,
)
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.ui import terms
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.table import Sort
from reviewer_app.ui.panel import among_words
from reviewer_app.ui.panel import compared_words as words
from reviewer_app.ui.panel.sentence_words import case_sentence
from reviewer_app.ui.panel.state import Compared
from reviewer_app.ui.panel_words import decimal, whole

translate = QCoreApplication.translate
BY_PLACE = Sort("place")
PLACE, CASE, RUNG = "place", "case", "rung"
TOLD_BESIDE, MEANS = frozenset({"n", "error", "rank"}), frozenset({"raw", "adjusted"})
"""Columns of which the case that stands beside says more."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A compared case with its name; `last_of` is the target whose line lies below it.

    While a question is asked, `before` is the place that counts, where it is another, `official`
    the figure that counts, and `moved` says that a line is crossed or the zone is another.
    """

    case: ComparedCase
    name: Bilingual
    sentence: str
    last_of: int | None = None
    before: int | None = None
    official: float | None = None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns there are: chances for these targets, and places among all of a panel's cases
    once they are known."""

    targets: tuple[int, ...] = ()
    is_whole: bool = True
    among: int = 0
    """How many cases have a place among all, by what the head issued; 0 before."""

    @classmethod
    def of(cls, found: PanelComparison) -> Columns:
        issued = () if found.heads is None else found.heads.cases.values()
        among = max((each.among for each in issued), default=0)
        return cls(tuple(dict.fromkeys(found.targets)), found.is_whole, among)

    @property
    def told_beside(self) -> frozenset[str]:
        """Of which the case that stands beside says more: the means too, which every rung shows,
        where places among all need their room."""
        return TOLD_BESIDE | MEANS if self.among else TOLD_BESIDE


def rungs(compared: Compared, table: PanelTable, sort: Sort) -> tuple[Rung, ...]:
    """In the order asked for; lines at the targets only where the order is that of the list."""
    found = compared.asked
    if found is None:
        return ()
    names = {row.number: row.name for row in table.rows}
    marks = _Marks.of(compared)
    in_order = sort == BY_PLACE
    placed = len(found.ranked)
    made = [
        marks.on(
            Rung(
                case,
                names[case.number],
                case_sentence(case, found),
                at if in_order and at in found.lines and at < placed else None,
            )
        )
        for at, case in enumerate(found.cases, 1)
    ]
    if in_order:
        return tuple(made)
    return tuple(sorted(made, key=lambda rung: _key(rung, sort.key), reverse=sort.descending))


@dataclass(frozen=True, slots=True)
class _Marks:
    """What counts, for marks at rungs that a question moves."""

    official: Mapping[str, ComparedCase]
    moved: frozenset[str]

    @classmethod
    def of(cls, compared: Compared) -> _Marks:
        if compared.official is None or compared.what_if == NOTHING_ASKED:
            return cls({}, frozenset())
        moved = frozenset(each.number for each in compared.moved or ())
        return cls({case.number: case for case in compared.official.cases}, moved)

    def on(self, rung: Rung) -> Rung:
        case = self.official.get(rung.case.number)
        if case is None:
            return rung
        return replace(
            rung,
            before=case.place if case.place != rung.case.place else None,
            official=case.adjusted,
            moved=case.number in self.moved,
        )


def _key(rung: Rung, key: str) -> float:
    case = rung.case
    match key:
        case "n":
            return case.reviews
        case "raw":
            return case.raw
        case "adjusted":
            return case.adjusted
        case "error":
            return case.error or 0.0
        case "rank":
            return case.rank_low or 0
        case "all":
            return math.inf if case.heads is None else case.heads.place or math.inf
        case _ if key.startswith("among:"):
            return case.among.get(int(key.partition(":")[2]), -1.0)
        case _:
            return math.inf if case.place is None else case.place


def columns(told: Columns) -> tuple[Column[Rung], ...]:
    """Place, case, the rung, both means, ranks and chances; of a panel's cases also the place among
    all, where it is known."""
    return (
        Column[Rung](
            PLACE,
            partial(_place_title, is_whole=told.is_whole),
            lambda rung: words.place(rung.case.place),
            Align.RIGHT,
            sort="place",
            detail=_before,
            shape=lambda rung: Shape.WARNING if rung.moved else None,
            width=68,
        ),
        _case(),
        Column[Rung](
            RUNG,
            lambda: translate("ladder", "● adjusted ○ raw ━ 90%"),
            _spoken,
            tooltip=lambda rung: rung.sentence,
            width=150,
            stretch=True,
            about=legend,
        ),
        *_means(),
        Column[Rung](
            "rank",
            lambda: translate("ladder", "Place 5–95%"),
            lambda rung: _span(rung.case),
            Align.RIGHT,
            sort="rank",
            width=108,
        ),
        *((_among_all(told.among),) if told.among else ()),
        *(_chance(target) for target in told.targets),
    )


def _place_title(*, is_whole: bool) -> str:
    return translate("ladder", "Place") if is_whole else translate("ladder", "In panel")


def _among_all(count: int) -> Column[Rung]:
    def text(rung: Rung) -> str:
        return "–" if rung.case.heads is None else words.place(rung.case.heads.place)

    return Column[Rung](
        "all",
        lambda: translate("ladder", "Among {count}").format(count=whole(count)),
        text,
        Align.RIGHT,
        sort="all",
        about=among_words.issued_by_head,
        width=84,
    )


def legend() -> str:
    """What the marks of a rung are."""
    return translate("ladder", "● adjusted mean   ○ raw mean   ━ where it lies with 90%")


def _case() -> Column[Rung]:
    return Column[Rung](
        CASE,
        lambda: translate("ladder", "Case"),
        lambda rung: terms.own(rung.name),
        detail=lambda rung: words.numbered(rung.case),
        tooltip=lambda rung: f"{terms.own(rung.name)}\n{rung.sentence}",
        width=240,
        stretch=True,
        flow=True,
    )


def _means() -> tuple[Column[Rung], ...]:
    return (
        Column[Rung](
            "raw",
            lambda: translate("ladder", "Mean"),
            lambda rung: decimal(rung.case.raw, 2),
            Align.RIGHT,
            "raw",
            width=68,
        ),
        Column[Rung](
            "adjusted",
            lambda: translate("ladder", "Adjusted"),
            lambda rung: decimal(rung.case.adjusted, 2),
            Align.RIGHT,
            "adjusted",
            width=100,
        ),
        Column[Rung](
            "error",
            lambda: translate("ladder", "± error"),
            lambda rung: decimal(rung.case.error, 2),
            Align.RIGHT,
            "error",
            width=76,
        ),
        Column[Rung](
            "n", lambda: "n", lambda rung: whole(rung.case.reviews), Align.RIGHT, "n", width=48
        ),
    )


def _chance(target: int) -> Column[Rung]:
    def text(rung: Rung) -> str:
        chance = words.percent(rung.case.among.get(target))
        zone = rung.case.zones.get(target)
        return chance if zone is None else f"{chance} · {words.zone(zone)}"

    def shape(rung: Rung) -> Shape | None:
        zone = rung.case.zones.get(target)
        return None if zone is None else words.ZONE_SHAPES[zone]

    return Column[Rung](
        f"among{target}",
        lambda: translate("ladder", "Best {target}").format(target=whole(target)),
        text,
        sort=f"among:{target}",
        shape=shape,
        width=132,
    )


def _before(rung: Rung) -> str:
    """The place that counts, while a question is asked."""
    if rung.before is None:
        return ""
    return translate("ladder", "not {place}").format(place=whole(rung.before))


def _span(case: ComparedCase) -> str:
    if case.rank_low is None or case.rank_high is None:
        return "–"
    return f"{whole(case.rank_low)}–{whole(case.rank_high)}"


def _spoken(rung: Rung) -> str:
    """The rung for ears and copies: "7.12 (6.20–8.04)"."""
    case = rung.case
    if case.low is None or case.high is None:
        return decimal(case.adjusted, 2)
    return f"{decimal(case.adjusted, 2)} ({decimal(case.low, 2)}–{decimal(case.high, 2)})"

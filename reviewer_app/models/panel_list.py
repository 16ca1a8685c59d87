"""The panel's list as it was computed last: kept whole, read in pages, sorted and filtered here."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, delete, update

from reviewer_app.models.panel_list_schema import panel_case, panel_figure, panel_list, panel_words

PANEL_LIST = (panel_list, panel_case, panel_figure, panel_words)


class ListSort(StrEnum):
    """What the list can be ordered by; figures are those of the measure that is asked for."""

    NUMBER = "number"
    AREA = "area"
    COUNTRIES = "countries"
    PLACE = "place"
    N = "n"
    MEAN = "mean"
    ADJUSTED = "adjusted"
    ERROR = "error"
    MEDIAN = "median"
    RANGE = "range"
    SD = "sd"
    RANK = "rank"
    BEST = "best"
    LISTED = "listed"
    OUTCOME = "outcome"


class ListPart(StrEnum):
    """Which cases are in the list."""

    ALL = "all"
    UNDECIDED = "undecided"
    DECIDED = "decided"
    FEW = "few"
    DIVIDED = "divided"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What part of the list is asked for, in which order, with the figures of which measure."""

    measure: str = "overall"
    part: ListPart = ListPart.ALL
    areas: frozenset[str] = frozenset()
    best: frozenset[str] = frozenset()
    """Zones before the line of the best."""
    listed: frozenset[str] = frozenset()
    """Zones before the line of all that are to be listed."""
    search: str = ""
    sort: ListSort = ListSort.NUMBER
    descending: bool = False


class KeptList(NamedTuple):
    """What a list rests on: by `sight` it is known who may see it, by `inputs` whether it stands;
    `grounds` is JSON, with how many full scores a case needs in `fewest`."""

    sight: str
    inputs: str
    made_at: str
    grounds: str


class PanelEntry(NamedTuple):
    """Where a case stands, by the columns of `panel_case`."""

    entry: int
    number: str
    area: str
    countries: int
    reviews: int
    """Full scores that count."""
    withheld: int
    divided: int
    outcome: str | None
    place: int | None
    raw_place: int | None
    error: float | None
    rank_low: int | None
    rank_high: int | None
    chance_best: float | None
    zone_best: str | None
    chance_listed: float | None
    zone_listed: str | None


_CASE_ENDS = len(PanelEntry._fields)


class FigureEntry(NamedTuple):
    """Figures of one measure of a case, by the columns of `panel_figure`."""

    measure: str
    entry: int
    n: int
    mean: float | None
    adjusted: float | None
    median: float | None
    lowest: float | None
    highest: float | None
    sd: float | None
    cannot_judge: int


class WordsEntry(NamedTuple):
    """What a row says beside (JSON), and the case-folded words by which it is found."""

    entry: int
    content: str
    sought: str


@dataclass(frozen=True)
class ListedEntry:
    """A row of a page; taken apart when it is looked at, for most of a page never is."""

    row: tuple[object, ...] = field(repr=False)

    @cached_property
    def case(self) -> PanelEntry:
        return PanelEntry._make(self.row[:_CASE_ENDS])

    @cached_property
    def figures(self) -> FigureEntry:
        return FigureEntry._make(self.row[_CASE_ENDS:-1])

    @property
    def content(self) -> str:
        return str(self.row[-1])


class PartCounts(NamedTuple):
    """How many cases each part has, in the order of `ListPart`."""

    all: int
    undecided: int
    decided: int
    few: int
    divided: int
    hidden: int


_ORDERS = {
    ListSort.NUMBER: "c.entry",
    ListSort.AREA: "c.area",
    ListSort.COUNTRIES: "c.countries",
    ListSort.PLACE: "c.place",
    ListSort.N: "f.n",
    ListSort.MEAN: "f.mean",
    ListSort.ADJUSTED: "f.adjusted",
    ListSort.ERROR: "c.error",
    ListSort.MEDIAN: "f.median",
    ListSort.RANGE: "f.highest - f.lowest",
    ListSort.SD: "f.sd",
    ListSort.RANK: "c.rank_low",
    ListSort.BEST: "c.chance_best",
    ListSort.LISTED: "c.chance_listed",
    ListSort.OUTCOME: (
        "CASE c.outcome WHEN 'outstanding' THEN 3 WHEN 'casebook' THEN 2"
        " WHEN 'not_in_casebook' THEN 1 END"
    ),
}
_FEWEST = f"(SELECT json_extract(grounds, '$.fewest') FROM {panel_list.name})"
"""How many full scores a case needs; with fewer it is pointed out."""
_PARTS = {
    ListPart.UNDECIDED: "c.outcome IS NULL AND NOT c.withheld",
    ListPart.DECIDED: "c.outcome IS NOT NULL",
    ListPart.FEW: f"c.reviews < {_FEWEST} AND NOT c.withheld",
    ListPart.DIVIDED: "c.divided",
    ListPart.HIDDEN: "c.withheld",
}
_COUNTS = """
SELECT (SELECT count(*) FROM panel_case), count(*), count(outcome),
    count(*) FILTER (WHERE reviews < ?), total(divided) FROM panel_case WHERE NOT withheld
"""
"""What is withheld has no outcome here, and no scores that could divide it."""
_FIGURES = "JOIN panel_figure AS f ON f.measure = :measure AND f.entry = c.entry"
_WORDS = "JOIN panel_words AS w ON w.entry = c.entry"


def keep_list(
    connection: Connection,
    kept: KeptList,
    cases: Iterable[PanelEntry],
    figures: Iterable[FigureEntry],
    words: Iterable[WordsEntry],
) -> None:
    """Keep this list in place of the one before."""
    forget_list(connection)
    driver = connection.connection.driver_connection
    assert driver is not None
    for table, rows in ((panel_case, cases), (panel_figure, figures), (panel_words, words)):
        places = ", ".join("?" * len(table.columns))
        driver.executemany(f"INSERT INTO {table.name} VALUES ({places})", rows)
    driver.execute(f"INSERT INTO {panel_list.name} VALUES (1, ?, ?, ?, ?)", kept)


def forget_list(connection: Connection) -> None:
    """There is no list any more."""
    for table in PANEL_LIST:
        connection.execute(delete(table))


def keep_outcome(connection: Connection, number: str, outcome: str) -> None:
    """A decision was signed: the list says so at once."""
    row = update(panel_case).where(panel_case.c.number == number)
    connection.execute(row.values(outcome=outcome))


def kept_list(driver: sqlcipher.Connection) -> KeptList | None:
    """What the list rests on; None where there is none."""
    row = driver.execute("SELECT sight, inputs, made_at, grounds FROM panel_list").fetchall()
    return KeptList(*row[0]) if row else None


def part_counts(driver: sqlcipher.Connection) -> PartCounts:
    """Of the whole list, whatever is searched."""
    ((fewest,),) = driver.execute(f"SELECT {_FEWEST}").fetchall()
    ((every, seen, decided, few, divided),) = driver.execute(_COUNTS, (fewest,)).fetchall()
    return PartCounts(every, seen - decided, decided, few, int(divided), every - seen)


def list_total(driver: sqlcipher.Connection, query: ListQuery) -> int:
    """How many cases the query finds."""
    narrowing, values = _narrowing(query)
    joined = _WORDS if query.search.strip() else ""
    asked = f"SELECT count(*) FROM panel_case AS c {joined}{narrowing}"
    ((found,),) = driver.execute(asked, values).fetchall()
    return int(found)


def list_page(
    driver: sqlcipher.Connection, query: ListQuery, start: int, count: int
) -> tuple[ListedEntry, ...]:
    """So many rows from a place on (from 0); what has no figure comes last in either direction."""
    narrowing, values = _narrowing(query)
    order = _ORDERS[query.sort]
    direction = "DESC" if query.descending else ""
    by = (
        f"c.entry {direction}"
        if order == "c.entry"
        else (f"{order} IS NULL, {order} {direction}, c.entry")
    )
    joined = " ".join((_FIGURES if "f." in order else "", _WORDS if query.search.strip() else ""))
    asked = f"""
    SELECT c.*, f.*, w.content FROM (
        SELECT c.entry FROM panel_case AS c {joined}{narrowing}
        ORDER BY {by} LIMIT {count} OFFSET {start}
    ) AS page
    CROSS JOIN panel_case AS c ON c.entry = page.entry
    CROSS {_FIGURES}
    CROSS {_WORDS}
    """  # cross joins are taken from left to right: rows come in the order of the page
    return tuple(map(ListedEntry, driver.execute(asked, values).fetchall()))


def _narrowing(query: ListQuery) -> tuple[str, dict[str, str]]:
    """The conditions, with all values of the query by name."""
    conditions, values = [], {"measure": query.measure}
    if query.part in _PARTS:
        conditions.append(_PARTS[query.part])
    chosen = (("area", query.areas), ("zone_best", query.best), ("zone_listed", query.listed))
    for column, wanted in chosen:
        if wanted:
            values[column] = json.dumps(sorted(wanted))
            conditions.append(f"c.{column} IN (SELECT value FROM json_each(:{column}))")
    for place, word in enumerate(query.search.casefold().split()):
        values[f"word{place}"] = word
        conditions.append(f"instr(w.sought, :word{place})")
    return (f" WHERE {' AND '.join(conditions)}" if conditions else ""), values

"""From a compared table to the rows of the list that is kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reviewer_app.models.panel_list import FigureEntry, PanelEntry, WordsEntry
from reviewer_app.panel.selection import Zone
from reviewer_app.services.panel.compared_rows import ComparedCase, PanelComparison
from reviewer_app.services.panel.criterion_fits import CriterionFits
from reviewer_app.services.panel.listed_rows import written
from reviewer_app.services.panel.rows import Figures, PanelCaseRow, PanelTable, counted_reviews

OVERALL = "overall"


class KeptRows(NamedTuple):
    """In the order of the tables that hold them; a case's entry is its place by number, from 1."""

    cases: list[PanelEntry]
    figures: list[FigureEntry]
    words: list[WordsEntry]


def kept_rows(table: PanelTable, comparison: PanelComparison | None) -> KeptRows:
    """Rows of every case, also of those that nobody scored, or that are hidden."""
    places = {} if comparison is None else {each.number: each for each in comparison.cases}
    divided = () if comparison is None else {each.case for each in comparison.divided}
    targets = () if comparison is None else comparison.targets
    criteria = CriterionFits(table).adjusted
    found = KeptRows([], [], [])
    for entry, row in enumerate(sorted(table.rows, key=lambda each: each.number), 1):
        placed = places.get(row.number)
        found.cases.append(_case(entry, row, placed, targets, divided=row.number in divided))
        adjusted = None if placed is None else placed.adjusted
        found.figures.append(_figures(entry, OVERALL, row.overall, adjusted))
        for code, figures in row.criteria.items():
            mean = criteria.get(row.number, {}).get(code)
            found.figures.append(_figures(entry, code, figures, mean))
        sought = " ".join(_texts(row)).casefold()
        found.words.append(WordsEntry(entry, written(row.name, row.cells, row.hidden), sought))
    return found


def _case(
    entry: int,
    row: PanelCaseRow,
    placed: ComparedCase | None,
    targets: tuple[int, ...],
    *,
    divided: bool,
) -> PanelEntry:
    best, listed = (_chance(placed, target) for target in (targets or (None, None)))
    return PanelEntry(
        entry=entry,
        number=row.number,
        area=row.area.value,
        countries=row.countries,
        reviews=counted_reviews(row),
        withheld=row.withheld,
        divided=divided,
        outcome=None if row.decision is None else row.decision.outcome,
        place=None if placed is None else placed.place,
        raw_place=None if placed is None else placed.raw_place,
        error=None if placed is None else placed.error,
        rank_low=None if placed is None else placed.rank_low,
        rank_high=None if placed is None else placed.rank_high,
        chance_best=best[0],
        zone_best=best[1],
        chance_listed=listed[0],
        zone_listed=listed[1],
    )


def _chance(placed: ComparedCase | None, target: int | None) -> tuple[float | None, Zone | None]:
    if placed is None or target is None:
        return None, None
    return placed.among.get(target), placed.zones.get(target)


def _figures(entry: int, measure: str, figures: Figures, adjusted: float | None) -> FigureEntry:
    return FigureEntry(
        measure=measure,
        entry=entry,
        n=figures.n,
        mean=figures.mean,
        adjusted=adjusted,
        median=figures.median,
        lowest=figures.lowest,
        highest=figures.highest,
        sd=figures.sd,
        cannot_judge=figures.cannot_judge,
    )


def _texts(row: PanelCaseRow) -> Iterator[str]:
    names = (row.name, row.applicant.name)
    return (text for text in (row.number, *(t for n in names for t in (n.zh, n.en))) if text)

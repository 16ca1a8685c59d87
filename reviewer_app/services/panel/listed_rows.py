"""Frozen rows of the panel's list: what was kept of a comparison, as a page shows it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NotRequired, TypedDict

from review_protocol.documents.dossier import Decider
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import CriterionCode, Mark
from review_protocol.documents.text import Area, Bilingual
from reviewer_app.models.panel_list import (
    ListedEntry,
    ListPart,
    ListQuery,
    ListSort,
    PanelEntry,
)
from reviewer_app.panel.selection import Zone
from reviewer_app.services.panel.dossier import Hidden, Why
from reviewer_app.services.panel.rows import CellState, Figures, Grounds, PanelCell

__all__ = [
    "ListHead",
    "ListPage",
    "ListPart",
    "ListQuery",
    "ListSort",
    "ListedCase",
    "Listing",
    "written",
]


Written = tuple[
    int,
    CellState,
    float | None,
    dict[CriterionCode, Mark],
    Disposition | None,
    bool,
    bool,
    bool,
]


class Said(TypedDict):
    """What `content` holds, as JSON."""

    name: tuple[str | None, str | None]
    cells: list[Written]
    hidden: NotRequired[tuple[Why, Decider | None]]


@dataclass(frozen=True)
class ListedCase:
    """A case in the panel's list; `figures` and `adjusted` are those of the measure asked for,
    everything else is of the composite. Points, ranks from 1, chances from 0 to 1."""

    found: ListedEntry

    @cached_property
    def entry(self) -> PanelEntry:
        return self.found.case

    @cached_property
    def figures(self) -> Figures:
        figures = self.found.figures
        return Figures(
            n=figures.n,
            mean=figures.mean,
            median=figures.median,
            lowest=figures.lowest,
            highest=figures.highest,
            sd=figures.sd,
            cannot_judge=figures.cannot_judge,
        )

    @property
    def adjusted(self) -> float | None:
        return self.found.figures.adjusted

    @property
    def number(self) -> str:
        return self.entry.number

    @property
    def withheld(self) -> bool:
        return bool(self.entry.withheld)

    @property
    def divided(self) -> bool:
        """Whether its experts disagree more than the others' do."""
        return bool(self.entry.divided)

    @cached_property
    def area(self) -> Area:
        return Area(self.entry.area)

    @cached_property
    def outcome(self) -> Recommendation | None:
        """Of the decision that stands."""
        return None if self.entry.outcome is None else Recommendation(self.entry.outcome)

    @cached_property
    def zone_best(self) -> Zone | None:
        return None if self.entry.zone_best is None else Zone(self.entry.zone_best)

    @cached_property
    def zone_listed(self) -> Zone | None:
        return None if self.entry.zone_listed is None else Zone(self.entry.zone_listed)

    @cached_property
    def name(self) -> Bilingual:
        zh, en = self._said["name"]
        return Bilingual(zh=zh, en=en)

    @cached_property
    def cells(self) -> tuple[PanelCell, ...]:
        """Every expert on the case; packets, languages and the like are in the open case alone."""
        return tuple(_cell(each) for each in self._said["cells"])

    @cached_property
    def hidden(self) -> Hidden | None:
        """Why its scores are hidden, and who decides it."""
        if "hidden" not in self._said:
            return None
        why, by = self._said["hidden"]
        return Hidden(Why(why), None if by is None else Decider(by))

    @cached_property
    def _said(self) -> Said:
        said: Said = json.loads(
            self.found.content
        )  # when the row is drawn: most of a list never is
        return said


@dataclass(frozen=True, slots=True)
class ListHead:
    """What the list rests on; `stands` is false where something came since, and it is to be
    checked anew. `counts` is how many cases each part has."""

    grounds: Grounds
    targets: tuple[int, ...]
    made_at: str
    stands: bool
    counts: Mapping[ListPart, int]


@dataclass(frozen=True, slots=True)
class ListPage:
    """Rows from a place on, of the list that this query finds."""

    query: ListQuery
    start: int
    rows: tuple[ListedCase, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as it opens: its head, how long it is, and its first page."""

    head: ListHead
    total: int
    first: ListPage


def written(name: Bilingual, cells: tuple[PanelCell, ...], hidden: Hidden | None = None) -> str:
    """The content of a row."""
    said = Said(
        name=(name.zh, name.en),
        cells=[
            (
                cell.pseudonym,
                cell.state,
                cell.composite,
                dict(cell.marks),
                cell.disposition,
                cell.disclosed,
                cell.amended,
                cell.other_version,
            )
            for cell in cells
        ],
    )
    if hidden is not None:
        said["hidden"] = (hidden.why, hidden.decided_by)
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _cell(written: Written) -> PanelCell:
    pseudonym, state, composite, marks, disposition, disclosed, amended, other_version = written
    return PanelCell(
        pseudonym=pseudonym,
        state=CellState(state),
        marks=marks,
        composite=composite,
        recommendation=None,
        familiarity=None,
        language_read=None,
        disposition=None if disposition is None else Disposition(disposition),
        disclosed=disclosed,
        amended=amended,
        packet=None,
        other_version=other_version,
    )

"""In which order a meeting goes through the cases, and where it is."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from review_protocol.documents.dossier import PanelDeclaration
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.people import Role
from reviewer_app.services.panel.compared_rows import ComparedCase, PanelComparison
from reviewer_app.services.panel.rows import CellState, PanelCaseRow, PanelTable


class Order(StrEnum):
    PLACE = "place"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Stop:
    """One case of the meeting; without figures where it has no place, or is hidden."""

    row: PanelCaseRow
    case: ComparedCase | None = None
    declared: tuple[PanelDeclaration, ...] = ()
    """Ties and conflicts of everybody who takes part, as far as the server tells."""

    @property
    def leaving(self) -> tuple[int, ...]:
        """Pseudonyms of who declared a conflict of interest on it, rising."""
        told = {each.pseudonym for each in self._conflicts() if each.pseudonym is not None}
        return tuple(sorted({*self._experts(CellState.CONFLICT), *told} - {*self.recused}))

    @property
    def seats(self) -> tuple[tuple[Role, bool], ...]:
        """Chairs and heads, or their deputies, who declared a conflict of interest on it."""
        seats = {(each.role, each.deputy) for each in self._conflicts() if each.pseudonym is None}
        return tuple(sorted(seats))

    @property
    def recused(self) -> tuple[int, ...]:
        """Pseudonyms of who recused themselves later, rising."""
        return self._experts(CellState.RECUSED)

    def _conflicts(self) -> tuple[PanelDeclaration, ...]:
        return tuple(each for each in self.declared if each.answer is ConflictAnswer.CONFLICT)

    def _experts(self, state: CellState) -> tuple[int, ...]:
        return tuple(sorted(cell.pseudonym for cell in self.row.cells if cell.state is state))


@dataclass(frozen=True, slots=True)
class Agenda:
    """The stops in order, and the one in front."""

    stops: tuple[Stop, ...] = ()
    order: Order = Order.PLACE
    at: int = 0

    @property
    def here(self) -> Stop | None:
        return self.stops[self.at] if self.stops else None

    def step(self, by: int) -> Agenda:
        """So many further, never beyond the ends."""
        return replace(self, at=min(max(self.at + by, 0), max(len(self.stops) - 1, 0)))

    def ordered(self, order: Order) -> Agenda:
        """The same cases in another order, at the same one."""
        here = self.here
        stops = _in_order(self.stops, order)
        return Agenda(stops, order, stops.index(here) if here is not None else 0)

    def find(self, typed: str) -> Agenda | None:
        """At the first case whose number ends in what was typed, or else holds it; None where
        none does."""
        wanted = typed.strip().casefold()
        if not wanted:
            return None
        numbers = [stop.row.number.casefold() for stop in self.stops]
        bare = wanted.lstrip("0") or wanted
        tails = [at for at, n in enumerate(numbers) if n.rpartition("-")[2].lstrip("0") == bare]
        found = tails or [at for at, number in enumerate(numbers) if wanted in number]
        return replace(self, at=found[0]) if found else None


def agenda(
    table: PanelTable,
    found: PanelComparison | None,
    order: Order,
    stay: str | None = None,
) -> Agenda:
    """All cases of the table; those without a place stand last, by number, as do hidden ones.

    `stay` is the number of the case to begin at.
    """
    compared = {} if found is None else {case.number: case for case in found.cases}
    stops = _in_order(
        [
            Stop(
                row,
                None if row.withheld else compared.get(row.number),
                table.declared.get(row.number, ()),
            )
            for row in table.rows
        ],
        order,
    )
    at = next((at for at, stop in enumerate(stops) if stop.row.number == stay), 0)
    return Agenda(stops, order, at)


def _in_order(stops: Sequence[Stop], order: Order) -> tuple[Stop, ...]:
    by_number = sorted(stops, key=lambda stop: stop.row.number)
    if order is Order.NUMBER:
        return tuple(by_number)
    return tuple(sorted(by_number, key=_place))


def _place(stop: Stop) -> float:
    """Last those with too few reviews for a place, and behind them those without any figure."""
    if stop.case is None:
        return math.inf
    return sys.maxsize if stop.case.place is None else stop.case.place

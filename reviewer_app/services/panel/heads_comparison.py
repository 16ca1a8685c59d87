"""The comparison that the head issued, as a chair received it, beside what the desk computes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.panel_acts import (
    CaseFiguresPacket,
    ComparisonPacket,
    FinalListPacket,
)
from reviewer_app.models.store import Store
from reviewer_app.services.panel.among_all import ROUNDED
from reviewer_app.services.panel.compared_rows import ComparedCase, PanelComparison
from reviewer_app.services.panel.heads_documents import HeadsPacket, heads_packets, standing_of
from reviewer_app.services.panel.rows import PanelTable


@dataclass(frozen=True, slots=True)
class IssuedCase:
    """One case of this person's: what the head signed, and what is computed here of the panel's
    own scores; None where it has no place here."""

    number: str
    reviews: int
    raw: float
    adjusted: float
    error: float | None
    rank_low: int | None
    rank_high: int | None
    here: ComparedCase | None

    @property
    def differs(self) -> bool:
        """Whether other scores were counted than are counted here now. The adjusted means differ
        as a rule: here they rest on the panel's own scores alone."""
        if self.here is None:
            return True
        same_mean = abs(self.here.raw - self.raw) <= ROUNDED
        return self.here.reviews != self.reviews or not same_mean


@dataclass(frozen=True, slots=True)
class IssuedExpert:
    """How strict an expert is by all panels' scores, and by those that are here; points, positive
    is lenient."""

    pseudonym: int
    reviews: int
    leniency: float | None
    error: float | None
    here: float | None


@dataclass(frozen=True, slots=True)
class IssuedComparison:
    """The newest that counts, of cases that this person may see and experts who reviewed them."""

    packet: str
    at: str
    """When it was received, or signed here."""
    rounds: tuple[int, ...]
    counted: int
    """Packets of all panels."""
    draws: int
    same_inputs: bool
    """Whether exactly the same packets are counted here."""
    same_rules: bool
    cases: tuple[IssuedCase, ...]
    experts: tuple[IssuedExpert, ...]
    superseded: int
    """Comparisons before it."""

    @property
    def differing(self) -> tuple[IssuedCase, ...]:
        """Of which other scores are counted here."""
        return tuple(each for each in self.cases if each.differs)


class HeadsComparisons:
    """Reads what was issued."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def issued(self, table: PanelTable, found: PanelComparison | None) -> IssuedComparison | None:
        """The newest that counts, beside what is here; None before there is one."""
        with self._store.read() as connection:
            return issued_comparison(connection, table, found)

    def final_list(self) -> HeadsPacket[FinalListPacket] | None:
        """The final list that stands; None before there is one."""
        with self._store.read() as connection:
            return standing_of(connection, FinalListPacket)


def issued_comparison(
    connection: Connection, table: PanelTable, found: PanelComparison | None
) -> IssuedComparison | None:
    """None before the head issued one; every packet's signature and receipt is verified.

    Of cases that are hidden from this person nothing is told.
    """
    standing = standing_of(connection, ComparisonPacket)
    if standing is None:
        return None
    said = standing.document
    earlier = [each for each in heads_packets(connection, ComparisonPacket) if each.counts]
    return IssuedComparison(
        packet=standing.packet,
        at=standing.at,
        rounds=said.rounds,
        counted=said.counted,
        draws=said.draws,
        same_inputs=found is not None and found.inputs == said.inputs,
        same_rules=found is not None and found.rules == (said.rules or ""),
        cases=_cases(connection, standing.packet, table, found),
        experts=_experts(said, table, found),
        superseded=len(earlier) - 1,
    )


def _cases(
    connection: Connection, comparison: str, table: PanelTable, found: PanelComparison | None
) -> tuple[IssuedCase, ...]:
    shown = {row.number for row in table.rows if not row.withheld}
    here = {} if found is None else {each.number: each for each in found.cases}
    figures = {
        each.document.case: each.document
        for each in heads_packets(connection, CaseFiguresPacket)
        if each.counts and each.document.comparison == comparison
    }
    return tuple(
        IssuedCase(
            number=number,
            reviews=each.reviews,
            raw=float(each.raw),
            adjusted=float(each.adjusted),
            error=_number(each.error),
            rank_low=each.rank_low,
            rank_high=each.rank_high,
            here=here.get(number),
        )
        for number, each in sorted(figures.items())
        if number in shown
    )


def _experts(
    said: ComparisonPacket, table: PanelTable, found: PanelComparison | None
) -> tuple[IssuedExpert, ...]:
    known = set(table.experts)
    here = {} if found is None else {each.pseudonym: each.leniency for each in found.experts}
    return tuple(
        IssuedExpert(
            pseudonym=each.pseudonym,
            reviews=each.reviews,
            leniency=_number(each.leniency),
            error=_number(each.error),
            here=here.get(each.pseudonym),
        )
        for each in said.experts
        if each.pseudonym in known
    )


def _number(figure: str | None) -> float | None:
    return None if figure is None else float(figure)

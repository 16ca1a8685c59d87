"""Where a panel's cases stand among all of the programme: as the head signed it, and not before.

A panel's own table is some of the programme's cases. What the rule file says of all, such as how
many enter the Casebook, says nothing of these alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from review_protocol.documents.panel_acts import (
    CaseFiguresPacket,
    CaseFiguresPacket2,
    ComparisonPacket,
)
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Programme, Recommendation, RoundState, Rules
from review_protocol.documents.text import Area
from reviewer_app.services.panel.collected_reviews import Examined
from reviewer_app.services.panel.heads_documents import HeadsPacket, standing_of

if TYPE_CHECKING:
    from reviewer_app.panel.selection import Zone


ROUNDED = 0.000_001
"""Points by which a mean may differ that was signed with six digits."""


def covers_programme(programme: Programme, panel: str | None) -> bool:
    """Whether the cases of this panel are all of the programme: those of the head and of staff,
    who are of no panel, and of an only panel that takes every area."""
    areas = (each.areas for each in programme.panels if each.code == panel)
    return panel is None or any({*Area} <= {*each} for each in areas)


@dataclass(frozen=True, slots=True)
class AmongAll:
    """One case in the head's comparison; points, places from 1, chances from 0 to 1."""

    reviews: int
    raw: float
    adjusted: float
    error: float | None
    place: int | None
    """None where fewer reviews counted than the rule file asks for."""
    among: int
    """How many cases have a place."""
    rank_low: int | None
    """The interval of places, 5 to 95 %."""
    rank_high: int | None
    chances: Mapping[int, float]
    """P(among the best K) for each target K, rising; empty where nothing could be drawn."""
    proposed: Recommendation | None
    """What the order proposes; None where it proposes nothing."""

    def is_of_other_scores(self, reviews: int, raw: float | None) -> bool:
        """Whether other scores were counted than there are, by how many and their mean. The
        adjusted means differ as a rule: experts are corrected by all panels' scores here."""
        return reviews != self.reviews or raw is None or abs(raw - self.raw) > ROUNDED

    @property
    def zones(self) -> Mapping[int, Zone]:
        """By target."""
        # late: numpy takes 60 ms to import and nobody but the panel's screens needs it
        from reviewer_app.panel.selection import zone

        return {target: zone(chance, self.reviews) for target, chance in self.chances.items()}


@dataclass(frozen=True, slots=True)
class HeadsFigures:
    """The comparison that stands, with the cases that this person is shown of it."""

    comparison: str
    """Its packet's id."""
    at: str
    """When it was received."""
    rounds: tuple[int, ...]
    is_behind: bool
    """Whether a round was closed since, a later one or the same again: then it says what stood
    before."""
    cases: Mapping[str, AmongAll]
    """By number."""
    targets: tuple[int, ...]
    """After which place the line of Outstanding Cases goes and then that of the Casebook, the same
    where they are equal; empty where no chance is told."""
    is_without_places: bool
    """Whether an older app issued it: then it tells of no case where it stands among all."""


def heads_figures(
    connection: Connection,
    examined: Examined,
    hidden: Set[str],
    present: RoundState,
    rules: Rules | None,
) -> HeadsFigures | None:
    """What was issued last and counts, of cases that are not hidden; None before there is any."""
    standing = standing_of(connection, ComparisonPacket)
    if standing is None:
        return None
    issued = dict(sorted(_issued(standing.packet, examined, hidden)))
    cases = {
        number: _among_all(said)
        for number, said in issued.items()
        if isinstance(said, CaseFiguresPacket2)
    }
    return HeadsFigures(
        comparison=standing.packet,
        at=standing.at,
        rounds=standing.document.rounds,
        is_behind=_is_behind(standing, present),
        cases=cases,
        targets=_targets(cases, rules),
        is_without_places=bool(issued) and not cases,
    )


def _is_behind(standing: HeadsPacket[ComparisonPacket], present: RoundState) -> bool:
    if present.closed is None:
        return False
    last = standing.document.rounds[-1]
    return present.round.number > last or (
        present.round.number == last and present.closed > standing.at
    )


def _issued(
    comparison: str, examined: Examined, hidden: Set[str]
) -> Iterator[tuple[str, CaseFiguresPacket]]:
    for number, found in examined.reviews.items():
        for review in found:
            said = review.document
            if not isinstance(said, CaseFiguresPacket) or number in hidden:
                continue
            heads = Role.HEAD in examined.devices[said.header.kid].roles
            if heads and review.disposition.counts and said.comparison == comparison:
                yield number, said


def _targets(cases: Mapping[str, AmongAll], rules: Rules | None) -> tuple[int, ...]:
    """A single line is of both, but where the rule file has fewer Outstanding Cases than that:
    then all of them are decided elsewhere."""
    told = {target for each in cases.values() for target in each.chances}
    if not told:
        return ()
    first, casebook = min(told), max(told)
    if first == casebook and rules is not None and rules.outstanding_target < casebook:
        first = 0
    return first, casebook


def _among_all(said: CaseFiguresPacket2) -> AmongAll:
    return AmongAll(
        reviews=said.reviews,
        raw=float(said.raw),
        adjusted=float(said.adjusted),
        error=None if said.error is None else float(said.error),
        place=said.place,
        among=said.among,
        rank_low=said.rank_low,
        rank_high=said.rank_high,
        chances={each.target: float(each.probability) for each in said.chances},
        proposed=said.proposed,
    )

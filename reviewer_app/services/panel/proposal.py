"""What the order under the signed rules proposes for one case, and when a decision leaves it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from review_protocol.documents.programme import Recommendation
from reviewer_app.panel.selection import Zone
from reviewer_app.services.panel.among_all import AmongAll, HeadsFigures
from reviewer_app.services.panel.awaited import Awaited
from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.services.panel.proposed_rows import ProposedList, ProposedLists, ProposedPlace
from reviewer_app.services.panel.rows import PanelCaseRow


class Unplaced(StrEnum):
    """Why the rules propose nothing for a case."""

    NO_SCORE = "no_score"
    FEW_REVIEWS = "few_reviews"
    """Fewer count than the rule file asks for."""
    EQUAL = "equal"
    """It shares its place with others, and the line goes between them."""
    NOT_HELD = "not_held"
    """The round that decides the Casebook is not over."""
    NOT_ISSUED = "not_issued"
    """The order of all cases is not known here: the head has still to issue it."""
    NOT_COMPARED = "not_compared"
    """What the head issued does not have this case."""
    WITHOUT_PLACES = "without_places"
    """What the head issued, with an older app, tells no place among all."""
    CHANGED = "changed"
    """Scores of the case came or changed since the head issued the order."""


ORDER_UNKNOWN = frozenset(
    {Unplaced.NOT_ISSUED, Unplaced.NOT_COMPARED, Unplaced.WITHOUT_PLACES, Unplaced.CHANGED}
)
"""Where the order of all cases, or the place of this one, is not known here now."""
_BY_SCORES = frozenset({None, Unplaced.EQUAL, Unplaced.FEW_REVIEWS})
"""What the head's comparison says of a case, as long as its scores are those."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """`outcome` is None where the rules propose none, and `unplaced` says why."""

    outcome: Recommendation | None
    unplaced: Unplaced | None
    place: int | None
    """In the order of the Casebook, from 1."""
    zone: Zone | None
    """Before the line of the Casebook; None without chances."""
    among: int
    """How many cases are in that order."""
    casebook: int
    outstanding: int
    """The targets."""
    awaited: Awaited
    """What it cannot become yet, and the round that decides it."""
    into: int | None
    """The round that the case goes into by the proposed long list."""
    issued: str | None = None
    """When the head issued the comparison that says so; None of the person's own."""
    chances: Mapping[int, float] = field(default_factory=dict)
    """P(among the best K) for each target K; empty where nothing could be drawn."""

    def target_of(self, outcome: Recommendation) -> int:
        """After which place the line goes that such a case is above, or below."""
        return self.outstanding if outcome is Recommendation.OUTSTANDING else self.casebook

    def is_left_by(self, outcome: Recommendation) -> bool:
        """Whether a decision leaves the order, upwards or downwards."""
        return self.outcome is not None and self.outcome is not outcome


def proposal_of(lists: ProposedLists, number: str) -> Proposal:
    """Outstanding Cases are among the Casebook: a case beyond its line is proposed for neither."""
    casebook, outstanding = lists.casebook, lists.outstanding
    place = _place(casebook, number)
    unplaced = _unplaced(lists, place, number)
    return Proposal(
        outcome=None if unplaced is not None else _outcome(lists, number),
        unplaced=unplaced,
        place=None if place is None else place.compared.place,
        zone=None if place is None else place.compared.zones.get(casebook.target),
        among=len(casebook.order),
        casebook=casebook.target,
        outstanding=outstanding.target,
        awaited=lists.awaited,
        into=_into(lists, number),
        chances={} if place is None else place.compared.among,
    )


def proposal_by_head(
    heads: HeadsFigures | None, row: PanelCaseRow, waits: Awaited, *, here: Unplaced | None = None
) -> Proposal:
    """For a case of a table that does not cover the programme: what the head's comparison
    proposes. `here` says why it has no place among the table's own, where it has none."""
    found = None if heads is None else heads.cases.get(row.number)
    outstanding, casebook = (heads.targets if heads else ()) or (0, 0)
    unplaced = _not_placed(heads, found, here, waits)
    if found is not None and unplaced in _BY_SCORES:
        is_old = found.is_of_other_scores(row.overall.n, row.overall.mean)
        unplaced = Unplaced.CHANGED if is_old else unplaced
    return Proposal(
        outcome=None if unplaced is not None or found is None else found.proposed,
        unplaced=unplaced,
        place=None if found is None else found.place,
        zone=None if found is None else found.zones.get(casebook),
        among=0 if found is None else found.among,
        casebook=casebook,
        outstanding=outstanding,
        awaited=waits,
        into=None,
        issued=None if found is None or heads is None else heads.at,
        chances={} if found is None else found.chances,
    )


def proposal_for(
    found: PanelComparison | None, lists: ProposedLists | None, row: PanelCaseRow, waits: Awaited
) -> Proposal | None:
    """What is proposed for a case, as far as this person can know it: by the lists of all cases,
    or else as the head issued it; None without a rule file, or before anything is compared."""
    if lists is not None:
        return proposal_of(lists, row.number)
    if found is None or found.is_whole or not found.by_rules:
        return None
    case, here = found.case(row.number), None
    if case is None or case.place is None:
        here = Unplaced.NO_SCORE if case is None else Unplaced.FEW_REVIEWS
    return proposal_by_head(found.heads, row, waits, here=here)


def _not_placed(
    heads: HeadsFigures | None, found: AmongAll | None, here: Unplaced | None, waits: Awaited
) -> Unplaced | None:
    if Recommendation.CASEBOOK in waits:
        return Unplaced.NOT_HELD
    if heads is None or heads.is_behind:
        return here or Unplaced.NOT_ISSUED
    if found is None:
        unknown = heads.is_without_places
        return here or (Unplaced.WITHOUT_PLACES if unknown else Unplaced.NOT_COMPARED)
    if found.place is None:
        return Unplaced.FEW_REVIEWS
    return Unplaced.EQUAL if found.proposed is None else None


def _decided(lists: ProposedLists) -> tuple[ProposedList, ...]:
    """The lists whose round was held, the narrower first."""
    both = (lists.outstanding, lists.casebook)
    return tuple(each for each in both if each.outcome not in lists.awaited)


def _outcome(lists: ProposedLists, number: str) -> Recommendation:
    for of in _decided(lists):
        if any(each.number == number for each in of.listed):
            return of.outcome
    return Recommendation.NOT_IN_CASEBOOK


def _unplaced(lists: ProposedLists, place: ProposedPlace | None, number: str) -> Unplaced | None:
    if place is None:
        return Unplaced.FEW_REVIEWS if number in lists.casebook.too_few else Unplaced.NO_SCORE
    if lists.casebook.outcome in lists.awaited:
        return Unplaced.NOT_HELD
    at_a_line = (place for each in _decided(lists) for place in each.undecided)
    return Unplaced.EQUAL if any(each.number == number for each in at_a_line) else None


def _into(lists: ProposedLists, number: str) -> int | None:
    found = lists.long_list
    if found is None or all(each.number != number for each in found.cases):
        return None
    return found.into


def _place(of: ProposedList, number: str) -> ProposedPlace | None:
    return next((each for each in of.order if each.number == number), None)

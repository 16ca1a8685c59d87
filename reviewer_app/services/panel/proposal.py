"""What the order under the signed rules proposes for one case, and when a decision leaves it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from review_protocol.documents.programme import Recommendation
from reviewer_app.panel.selection import Zone
from reviewer_app.services.panel.awaited import Awaited
from reviewer_app.services.panel.proposed_rows import ProposedList, ProposedLists, ProposedPlace


class Unplaced(StrEnum):
    """Why the rules propose nothing for a case."""

    NO_SCORE = "no_score"
    FEW_REVIEWS = "few_reviews"
    """Fewer count than the rule file asks for."""
    EQUAL = "equal"
    """It shares its place with others, and the line goes between them."""
    NOT_HELD = "not_held"
    """The round that decides the Casebook is not over."""


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
    )


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

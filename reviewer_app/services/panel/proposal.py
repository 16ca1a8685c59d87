"""What the order under the signed rules proposes for one case, and when a decision leaves it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from review_protocol.documents.programme import Recommendation
from reviewer_app.panel.selection import Zone
from reviewer_app.services.panel.proposed_rows import ProposedList, ProposedLists, ProposedPlace


class Unplaced(StrEnum):
    """Why the rules propose nothing for a case."""

    NO_SCORE = "no_score"
    FEW_REVIEWS = "few_reviews"
    """Fewer count than the rule file asks for."""
    EQUAL = "equal"
    """It shares its place with others, and the line goes between them."""


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

    def is_left_by(self, outcome: Recommendation) -> bool:
        """Whether a decision leaves the order, upwards or downwards."""
        return self.outcome is not None and self.outcome is not outcome


def proposal_of(lists: ProposedLists, number: str) -> Proposal:
    """Outstanding Cases are among the Casebook: a case beyond its line is proposed for neither."""
    casebook, outstanding = lists.casebook, lists.outstanding
    place = _place(casebook, number)
    unplaced = _unplaced(casebook, outstanding, place, number)
    return Proposal(
        outcome=None if unplaced is not None else _outcome(casebook, outstanding, number),
        unplaced=unplaced,
        place=None if place is None else place.compared.place,
        zone=None if place is None else place.compared.zones.get(casebook.target),
        among=len(casebook.order),
        casebook=casebook.target,
        outstanding=outstanding.target,
    )


def _outcome(casebook: ProposedList, outstanding: ProposedList, number: str) -> Recommendation:
    for of in (outstanding, casebook):
        if any(each.number == number for each in of.listed):
            return of.outcome
    return Recommendation.NOT_IN_CASEBOOK


def _unplaced(
    casebook: ProposedList, outstanding: ProposedList, place: ProposedPlace | None, number: str
) -> Unplaced | None:
    if place is None:
        return Unplaced.FEW_REVIEWS if number in casebook.too_few else Unplaced.NO_SCORE
    at_a_line = (*casebook.undecided, *outstanding.undecided)
    return Unplaced.EQUAL if any(each.number == number for each in at_a_line) else None


def _place(of: ProposedList, number: str) -> ProposedPlace | None:
    return next((each for each in of.order if each.number == number), None)

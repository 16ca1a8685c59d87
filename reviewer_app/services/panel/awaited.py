"""Which outcomes cannot be decided yet, because the round that decides on them was not held."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from review_protocol.documents.programme import Recommendation, RoundState, Rules
from reviewer_app.errors import RoundNotHeld, RoundStillOpen
from reviewer_app.services.standing import standing_round, standing_rules

Awaited = Mapping[Recommendation, int]
"""By outcome that cannot be decided yet, the round that decides on it."""


def awaited(rules: Rules | None, present: RoundState | None) -> Awaited:
    """By the signed rule file, in the present round; nothing is awaited without one."""
    if rules is None or present is None:
        return {}
    decides = {outcome: rules.decided_by(outcome) for outcome in Recommendation}
    return {outcome: number for outcome, number in decides.items() if not _held(number, present)}


def awaited_now(connection: Connection) -> Awaited:
    """The same by what stands on this desk."""
    return awaited(standing_rules(connection), standing_round(connection))


def require_held(connection: Connection, *outcomes: Recommendation) -> None:
    """Raises RoundNotHeld for the first of these that cannot be decided yet."""
    waits = awaited_now(connection)
    for outcome in outcomes:
        if outcome in waits:
            raise RoundNotHeld(outcome, waits[outcome])


def require_closed(connection: Connection) -> None:
    """Raises RoundStillOpen while scores of the present round may come."""
    state = standing_round(connection)
    if state is None or state.closed is None:
        raise RoundStillOpen(1 if state is None else state.round.number)


def _held(number: int, present: RoundState) -> bool:
    """Whether a round is over: those before the present one are."""
    if number == present.round.number:
        return present.closed is not None
    return number < present.round.number

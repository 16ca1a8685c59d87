"""Decisions on the panel's cases that stand: signed on this desk, or collected from others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from review_protocol.documents.packet import DecisionPacket
from reviewer_app.models.outbox import StoredPacket, packets_of_case, packets_of_kind
from reviewer_app.services.collected_reviews import Review
from reviewer_app.services.panel_rows import DecisionView


def decision_on(connection: Connection, number: str, round_number: int) -> DecisionView | None:
    """The newest decision of a round that was signed on this desk."""
    return _newest(packets_of_case(connection, number), round_number).get(number)


def _newest(packets: Iterable[StoredPacket], round_number: int) -> Mapping[str, DecisionView]:
    """Of packets in the order of signing the newest decision of a round, by case: those that the
    server did not count are none."""
    found = {}
    for stored in packets:
        refused = stored.disposition is not None and not stored.disposition.counts
        if stored.kind != DecisionPacket.kind or refused:
            continue
        document = stored.document()
        if isinstance(document, DecisionPacket) and document.round == round_number:
            found[document.case] = DecisionView(
                packet=stored.id,
                outcome=document.outcome,
                reason=document.reason,
                based_on=document.based_on,
                signed_at=stored.signed_at,
                leaf=stored.leaf,
            )
    return found


def decisions(
    connection: Connection,
    round_number: int,
    cases: Sequence[str],
    reviews: Mapping[str, Sequence[Review]],
) -> Mapping[str, DecisionView | None]:
    """What stands of one round, by case; signed on this desk, or collected."""
    own = _newest(packets_of_kind(connection, DecisionPacket.kind), round_number)
    return {case: _decision(own.get(case), reviews.get(case, ()), round_number) for case in cases}


def decided_before(
    connection: Connection,
    rounds: Sequence[int],
    present: int,
    cases: Sequence[str],
    reviews: Mapping[str, Sequence[Review]],
) -> Mapping[str, DecisionView | None]:
    """What stands of the latest of these rounds before the present one, by case."""
    found: dict[str, DecisionView | None] = {}
    for earlier in rounds:
        if earlier < present:
            decided = decisions(connection, earlier, cases, reviews)
            found |= {case: each for case, each in decided.items() if each is not None}
    return found


def _decision(
    own: DecisionView | None, collected: Sequence[Review], round_number: int
) -> DecisionView | None:
    """The decision that stands: the one signed here, or else, or where it came later, another's."""
    others = [
        (each, each.document)
        for each in collected
        if isinstance(each.document, DecisionPacket)
        and each.disposition.counts
        and each.document.round == round_number
    ]
    if not others or (own is not None and (own.leaf is None or own.leaf >= others[-1][0].leaf)):
        return own
    review, document = others[-1]
    return DecisionView(
        packet=review.id,
        outcome=document.outcome,
        reason=document.reason,
        based_on=document.based_on,
        signed_at=document.claimed,
        leaf=review.leaf,
    )

"""Decisions on the panel's cases that stand: signed by this person, or collected from others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from review_protocol.documents.packet import DecisionPacket
from review_protocol.documents.text import Area
from reviewer_app.errors import NotPermitted
from reviewer_app.models.erased import ERASED
from reviewer_app.models.other_packets import other_packets
from reviewer_app.models.outbox import StoredPacket, packets_of_kind
from reviewer_app.services.panel.collected_reviews import Review
from reviewer_app.services.panel.rows import DecisionView
from reviewer_app.services.panel.sayings import Saying
from reviewer_app.services.standing import StandingManifest, standing_programme


def deciding_panel(connection: Connection, manifest: StandingManifest, area: Area) -> str:
    """The chair's panel; for the head, who has none, the one of the case's area;
    raises NotPermitted where that is nobody's."""
    if manifest.document.panel is not None:
        return manifest.document.panel
    programme = standing_programme(connection)
    panel = None if programme is None else programme.panel_of(area)
    if panel is None:
        raise NotPermitted("decide")
    return panel.code


def own_decision(said: Iterable[Saying], round_number: int) -> str | None:
    """The id of this person's newest decision of a round, wherever they signed it: the next one
    supersedes that."""
    own = [
        each.packet
        for each in said
        if isinstance(each.document, DecisionPacket)
        and each.voice.is_own
        and each.counts
        and each.document.round == round_number
    ]
    return own[-1] if own else None


def _newest(packets: Iterable[StoredPacket], round_number: int) -> Mapping[str, DecisionView]:
    """Of these packets the newest decision of a round, by case: those that the server did not count
    are none, and what is on its way comes last, as signed."""
    found = {}
    for stored in sorted(packets, key=lambda each: (each.leaf is None, each.leaf or 0)):
        refused = stored.disposition is not None and not stored.disposition.counts
        if stored.kind != DecisionPacket.kind or refused or stored.envelope == ERASED:
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
    """What stands of one round, by case; signed by this person anywhere, or collected."""
    kind = DecisionPacket.kind
    elsewhere = [each.stored() for each in other_packets(connection) if each.kind == kind]
    own = _newest((*elsewhere, *packets_of_kind(connection, kind)), round_number)
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

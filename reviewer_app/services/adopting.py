"""Drafts follow what the same person signed on another device.

A draft that differs from what stands signed is the beginning of a change. One that says no more
than an earlier signature is not: without this, whatever was amended on another computer would look
here like a change back, begun and not signed.
"""

from __future__ import annotations

from sqlalchemy import Connection

from review_protocol.documents.packet import Packet, ScorePacket
from review_protocol.documents.stated_facts import FactsPacket
from reviewer_app.models.drafts import keep_draft, newest_draft
from reviewer_app.models.erased import ERASED
from reviewer_app.models.facts import FactName, keep_fact, text_of
from reviewer_app.models.facts_drafts import forget_facts_draft, kept_facts
from reviewer_app.models.other_packets import REVIEWS, OtherPacket, other_packets
from reviewer_app.models.outbox import packets_of_case
from reviewer_app.services.sheets import newest_review

_KINDS = (*REVIEWS, FactsPacket.kind)


def adopt_signed_elsewhere(connection: Connection, now: str) -> None:
    """Let drafts follow what arrived, or began to count, since this was done last."""
    after = int(text_of(connection, FactName.ADOPTED_TO) or "-1")
    news = [
        each
        for each in other_packets(connection)
        if each.case is not None and each.kind in _KINDS and _stands_by(each) > after
    ]
    if not news:
        return
    for number in {each.case for each in news if each.case is not None}:
        _follow(connection, number, now)
    newest = max(_stands_by(each) for each in news)
    keep_fact(connection, FactName.ADOPTED_TO, str(newest))


def _stands_by(packet: OtherPacket) -> int:
    return packet.leaf if packet.standing is None else packet.standing


def _follow(connection: Connection, number: str, now: str) -> None:
    signed = _signed(connection, number)
    facts = kept_facts(connection, number)
    stated = [each.facts for each in signed if isinstance(each, FactsPacket)]
    if facts is not None and facts.facts in stated:
        forget_facts_draft(connection, number)
    newest, draft = newest_review(connection, number), newest_draft(connection, number)
    standing = None if newest is None else newest.document()
    answered = [each.answers for each in signed if isinstance(each, ScorePacket)]
    if draft is None or draft.answers not in answered or not isinstance(standing, ScorePacket):
        return
    keep_draft(connection, number, draft.case_hash, standing.answers, now)


def _signed(connection: Connection, number: str) -> list[Packet]:
    """Everything that the person signed on a case, wherever."""
    stored = packets_of_case(connection, number)
    here = (each.document() for each in stored if each.envelope != ERASED)
    others = (each.document() for each in other_packets(connection, number))
    return [*here, *(each for each in others if each is not None)]

"""Since when cases are discussed: what is signed before it was said alone."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from review_protocol.documents.panel_acts import DiscussionPacket
from review_protocol.translog import Receipt
from reviewer_app.models.collected import CollectedRow, collected_packets
from reviewer_app.models.other_packets import other_packets
from reviewer_app.models.outbox import packets_of_kind


def discussion_opened(connection: Connection) -> Mapping[str, int]:
    """The leaf of the first contribution of each case that was discussed, whoever made it.

    An amendment with a higher leaf was signed off after the discussion had begun.
    """
    first: dict[str, int] = {}

    def note(case: str | None, leaf: int | None) -> None:
        if case is not None and leaf is not None:
            first[case] = min(leaf, first.get(case, leaf))

    for row in _collected(connection):
        note(row.case, Receipt.parse(row.receipt).index)
    elsewhere = (each.stored() for each in other_packets(connection) if each.kind == _KIND)
    for own in (*packets_of_kind(connection, _KIND), *elsewhere):
        if own.disposition is not None and own.disposition.counts:
            note(own.case, own.leaf)
    return first


_KIND = DiscussionPacket.kind


def _collected(connection: Connection) -> tuple[CollectedRow, ...]:
    rows = collected_packets(connection, kinds=(_KIND,))
    return tuple(row for row in rows if row.disposition.counts)

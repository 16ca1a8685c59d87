"""Arrival: what the server makes of a validly signed packet. A pure decision on looked-up facts."""

from __future__ import annotations

from central_server.acts import ACTS, judged_act
from central_server.as_of import known_as_of
from central_server.known import Incoming, Known, Link, unread
from central_server.panel_rules import OfMany
from central_server.rules import judged
from central_server.rulings import judged_ruling
from review_protocol.documents.acts import RulingPacket
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import CasePacket, DeclarationPacket


def decide(packet: Incoming, known: Known, *, position: int, received: str) -> Disposition:
    """The disposition of a packet that would be leaf `position`, received at this timestamp."""
    device = known.devices[packet.header.kid]
    document = packet.document
    if device.revoked_from is not None and position >= device.revoked_from:
        return Disposition.HELD_REVOKED_KEY
    if document is None:
        return unread(packet)
    if packet.header.deployment != known.deployment:
        return Disposition.NOT_COUNTED_DEPLOYMENT
    if _forks(packet, known):
        return Disposition.HELD_FORK
    if isinstance(document, RulingPacket):
        return judged_ruling(document, device, known)
    if isinstance(document, ACTS):
        return judged_act(document, device, known, received)
    if device.awaits_words and isinstance(document, CasePacket | DeclarationPacket | OfMany):
        return Disposition.HELD_SIX_WORDS
    arrived = known.proved.get(packet.id)
    if arrived is not None:
        return judged(document, device, known_as_of(known, arrived), arrived)
    return judged(document, device, known, received)


def _forks(packet: Incoming, known: Known) -> bool:
    """Whether a packet contradicts a stored one of its chain; a gap contradicts nothing."""
    header = packet.header

    def link(seq: int) -> Link | None:
        return known.links.get((header.kid, header.chain, seq))

    before, after = link(header.seq - 1), link(header.seq + 1)
    return (
        link(header.seq) is not None
        or (before is not None and before.packet != header.prev)
        or (after is not None and after.prev != packet.id)
    )

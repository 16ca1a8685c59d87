"""Receipts kept: each counts when it proves itself, by whichever way it came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.answers import Arrived
from review_protocol.documents.leaf import Disposition
from review_protocol.envelope import keyid_in
from review_protocol.failures import ProtocolFailure
from reviewer_app.models import outbox
from reviewer_app.models.chains import start_chain
from reviewer_app.models.outbox import ProvedReceipt, StoredPacket
from reviewer_app.models.store import Store
from reviewer_app.sync.trust import ChainPlace, TrustState, proved_arrival


@dataclass(frozen=True, slots=True)
class KeptReceipts:
    """Packet ids by what became of them."""

    received: tuple[str, ...]
    held: tuple[str, ...]


def keep_receipts(
    store: Store,
    sent: Mapping[str, StoredPacket],
    arrived: Iterable[Arrived],
    trust: TrustState,
    now: str,
) -> KeptReceipts:
    """Keep the receipts of these packets, by their ids, that prove themselves; pass over others."""
    proofs = [
        proved
        for each in arrived
        if (packet := sent.get(each.packet)) is not None
        and (proved := _proved(packet, each, trust)) is not None
    ]

    def keep(connection: Connection) -> None:
        outbox.note_all_received(connection, proofs, now)
        if any(each.disposition is Disposition.HELD_FORK for each in proofs):
            # the server knows a packet of this chain that this desk does not: it was restored
            start_chain(connection)

    if proofs:
        store.perform(keep)
    return KeptReceipts(
        tuple(each.packet for each in proofs if each.disposition.counts),
        tuple(each.packet for each in proofs if not each.disposition.counts),
    )


def _proved(packet: StoredPacket, arrived: Arrived, trust: TrustState) -> ProvedReceipt | None:
    try:
        kid = keyid_in(packet.envelope)  # perhaps of the keys before these
        place = ChainPlace(kid, packet.chain, packet.seq)
        receipt, leaf = proved_arrival(arrived.receipt, packet.id, place, trust)
    except ProtocolFailure:
        return None
    return ProvedReceipt(packet.id, leaf.disposition, arrived.receipt, receipt.index)

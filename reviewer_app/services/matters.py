"""What waits for staff: late reviews, on which they decide, and what else they are told."""

from __future__ import annotations

from sqlalchemy import Connection

from review_protocol.documents.acts import RulingPacket
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.matters import MattersAnswer
from review_protocol.documents.people import Role
from review_protocol.envelope import read_envelope
from review_protocol.suspicious import legible
from reviewer_app.errors import NothingDecided, ServerRefused
from reviewer_app.models.outbox import waiting_packets
from reviewer_app.models.store import Store
from reviewer_app.services.network import Network
from reviewer_app.services.signer import Signer
from reviewer_app.services.standing import require_role
from reviewer_app.sync.reports import Cancelled, Report


class Matters:
    """For staff; none of it shows a score."""

    def __init__(self, store: Store, signer: Signer, network: Network) -> None:
        self._store = store
        self._signer = signer
        self._network = network

    def look(self) -> MattersAnswer | None:
        """Network. What waits now; None from an older server, which does not tell. Raises as a
        sync."""
        try:
            return self._network.matters()
        except ServerRefused as refused:
            if refused.code is RefusalCode.NOT_FOUND:
                return None
            raise

    def rule(
        self, review: str, reason: str, report: Report, cancelled: Cancelled, *, counts: bool
    ) -> str:
        """Network. Sign whether a review counts, and deliver that; answers the packet's id.

        The packet is in the outbox even where delivery fails: the next sync delivers it. Raises
        NothingDecided where the server says that it changes nothing, NotPermitted, and as a sync;
        ValueError without a reason.
        """
        if not legible(reason):
            raise ValueError("who decides says why")
        packet = self._store.perform(
            lambda connection: self._ruling(connection, review, legible(reason), counts=counts)
        )
        if packet in self._network.sync(report, cancelled).held:
            raise NothingDecided
        return packet

    def _ruling(self, connection: Connection, review: str, reason: str, *, counts: bool) -> str:
        """Signed once while it waits to be delivered; another reason is another ruling."""
        require_role(connection, "decide about a review", Role.STAFF)
        for stored in waiting_packets(connection):
            if stored.kind == RulingPacket.kind:
                waiting = RulingPacket.from_body(read_envelope(stored.envelope).body)
                if (waiting.packet, waiting.counts, waiting.reason) == (review, counts, reason):
                    return stored.id
        return self._signer.sign(
            connection,
            lambda stem: RulingPacket(**stem, packet=review, counts=counts, reason=reason),
        )

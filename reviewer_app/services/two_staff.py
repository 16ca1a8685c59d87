"""What takes two members of staff, as they sign it: a request, and another person's answer."""

from __future__ import annotations

from sqlalchemy import Connection

from review_protocol.documents.acts import AgreementPacket, ScoreOpeningPacket
from review_protocol.documents.packet import Packet, RoundAct, RoundPacket
from review_protocol.documents.people import Role
from reviewer_app.errors import AlreadyAnswered, OwnRequest
from reviewer_app.models.outbox import waiting_packets
from reviewer_app.models.store import Store
from reviewer_app.services.network import Network
from reviewer_app.services.signer import Signer, Stem
from reviewer_app.services.staff_acts import (
    StaffActs,
    Wish,
    opened_early,
    scores_are_open,
    waiting_requests,
)
from reviewer_app.services.standing import require_role, standing_round
from reviewer_app.sync.reports import Cancelled, Report


class TwoStaff:
    """Signs and delivers requests and answers; that two people signed, the server looks."""

    def __init__(self, store: Store, signer: Signer, network: Network) -> None:
        self._store = store
        self._signer = signer
        self._network = network

    def acts(self) -> StaffActs:
        """What waits, and how scores were seen before the end."""
        with self._store.read() as connection:
            return StaffActs(
                waiting_requests(connection),
                opened_early(connection),
                scores_are_open=scores_are_open(connection),
            )

    def ask(self, wish: Wish, reason: str, report: Report, cancelled: Cancelled) -> str:
        """Network. Sign and deliver the wish, once while it waits; answers the packet's id.

        Raises NotPermitted, and as a sync.
        """
        with self._store.read() as connection:
            knows_round = standing_round(connection) is not None
        if not knows_round:
            self._network.sync(report, cancelled)
        packet = self._store.perform(lambda connection: self._asking(connection, wish, reason))
        self._network.sync(report, cancelled)
        return packet

    def answer(
        self, request: str, reason: str, report: Report, cancelled: Cancelled, *, agrees: bool
    ) -> str:
        """Network. Sign and deliver the answer to a request; answers the packet's id.

        Raises AlreadyAnswered, OwnRequest, NotPermitted, and as a sync.
        """
        packet = self._store.perform(
            lambda connection: self._answering(connection, request, reason, agrees=agrees)
        )
        if packet in self._network.sync(report, cancelled).held:
            raise AlreadyAnswered
        return packet

    def _asking(self, connection: Connection, wish: Wish, reason: str) -> str:
        require_role(connection, "close the round", Role.STAFF)
        kind = RoundPacket.kind if wish is Wish.CLOSE else ScoreOpeningPacket.kind
        for stored in waiting_packets(connection):
            if stored.kind == kind:
                return stored.id
        for asked in waiting_requests(connection):
            if asked.own and asked.wish is wish:
                return asked.packet
        state = standing_round(connection)
        if state is None:
            raise ValueError("there is no round to close")
        number = state.round.number

        def made(stem: Stem) -> Packet:
            if wish is Wish.CLOSE:
                return RoundPacket(**stem, round=number, act=RoundAct.CLOSE, reason=reason)
            return ScoreOpeningPacket(**stem, round=number, reason=reason)

        return self._signer.sign(connection, made)

    def _answering(self, connection: Connection, request: str, reason: str, *, agrees: bool) -> str:
        require_role(connection, "agree", Role.STAFF)
        asked = next((r for r in waiting_requests(connection) if r.packet == request), None)
        if asked is None:
            raise AlreadyAnswered
        if asked.own and agrees:
            raise OwnRequest
        return self._signer.sign(
            connection,
            lambda stem: AgreementPacket(**stem, request=request, agrees=agrees, reason=reason),
        )

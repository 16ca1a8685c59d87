"""What staff sign about rounds: what takes two of them, another person's answer, opening again."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from review_protocol.documents.acts import AgreementPacket, ScoreOpeningPacket
from review_protocol.documents.packet import Packet, RoundAct, RoundPacket
from review_protocol.documents.people import Role
from review_protocol.documents.programme import RoundState
from reviewer_app.errors import AlreadyAnswered, OwnRequest
from reviewer_app.models.outbox import waiting_packets
from reviewer_app.models.store import Store
from reviewer_app.services.network import Network
from reviewer_app.services.signer import Signer, Stem
from reviewer_app.services.staff_acts import StaffActs, Wish, staff_acts
from reviewer_app.services.standing import require_role, standing_round
from reviewer_app.sync.reports import Cancelled, Report

_KINDS: dict[Wish, type[Packet]] = {Wish.CLOSE: RoundPacket, Wish.SCORES: ScoreOpeningPacket}


class StaffSigning:
    """Signs and delivers; whether one was enough, and that two people signed, the server looks."""

    def __init__(self, store: Store, signer: Signer, network: Network) -> None:
        self._store = store
        self._signer = signer
        self._network = network

    def acts(self) -> StaffActs:
        """What waits, and how scores were seen before the end."""
        with self._store.read() as connection:
            return staff_acts(connection)

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

    def reopen(self, reason: str, report: Report, cancelled: Cancelled) -> str | None:
        """Network. Sign and deliver that the closed round goes on; answers the packet's id, None
        where it was not closed when the server was asked: nothing is signed then.

        Raises NotPermitted, and as a sync.
        """
        self._network.sync(report, cancelled)
        packet = self._store.perform(lambda connection: self._reopening(connection, reason))
        if packet is not None:
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
        for stored in waiting_packets(connection):
            if stored.kind == _KINDS[wish].kind:
                return stored.id
        for asked in staff_acts(connection).waiting:
            if asked.own and asked.wish is wish:
                return asked.packet
        state = standing_round(connection)
        if state is None:
            raise ValueError("there is no round to close")
        return self._signer.sign(connection, _wished(wish, state, reason))

    def _reopening(self, connection: Connection, reason: str) -> str | None:
        require_role(connection, "open the round again", Role.STAFF)
        state = standing_round(connection)
        if state is None or state.closed is None:
            return None
        number = state.round.number
        return self._signer.sign(
            connection,
            lambda stem: RoundPacket(**stem, round=number, act=RoundAct.REOPEN, reason=reason),
        )

    def _answering(self, connection: Connection, request: str, reason: str, *, agrees: bool) -> str:
        require_role(connection, "agree", Role.STAFF)
        waiting = staff_acts(connection).waiting
        asked = next((each for each in waiting if each.packet == request), None)
        if asked is None:
            raise AlreadyAnswered
        if asked.own and agrees:
            raise OwnRequest
        return self._signer.sign(
            connection,
            lambda stem: AgreementPacket(**stem, request=request, agrees=agrees, reason=reason),
        )


def _wished(wish: Wish, state: RoundState, reason: str) -> Callable[[Stem], Packet]:
    number = state.round.number

    def made(stem: Stem) -> Packet:
        if wish is Wish.CLOSE:
            return RoundPacket(**stem, round=number, act=RoundAct.CLOSE, reason=reason)
        return ScoreOpeningPacket(**stem, round=number, reason=reason)

    return made

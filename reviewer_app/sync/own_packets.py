"""What the same person signed on other devices: each verified by itself before it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from review_protocol.canonical import from_base64
from review_protocol.documents.answers import Expert, PacketsAnswer, StateAnswer
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.people import Certificate
from review_protocol.failures import MalformedDocument, ProtocolFailure
from review_protocol.keys import VerifyKey
from reviewer_app.models.facts import FactName, keep_fact, text_of
from reviewer_app.models.other_packets import (
    OtherPacket,
    OwnDevice,
    keep_devices,
    keep_others,
    known_dispositions,
)
from reviewer_app.models.schema import delivery
from reviewer_app.models.store import Store
from reviewer_app.sync.offered import ProvedPacket, log_size, proved_packet
from reviewer_app.sync.reports import Cancelled
from reviewer_app.sync.session import DeviceSession
from reviewer_app.sync.trust import TrustState, logged_certificate

_MOST_PAGES = 200


@dataclass(frozen=True, slots=True)
class OwnPackets:
    """Asks for them where there may be any that are not here."""

    store: Store
    certificate: Certificate

    def is_due(self, state: StateAnswer) -> bool:
        """Whether the person has other devices, or packets of which this desk does not know."""
        with self.store.read() as connection:
            asked_before = text_of(connection, FactName.OWN_TO) is not None
            known = known_dispositions(connection)
            here = {
                row.packet: row.disposition
                for row in connection.execute(select(delivery.c.packet, delivery.c.disposition))
            }
        news = any(
            each.packet not in here and known.get(each.packet) is not each.disposition
            for each in state.changes
        )
        forked = Disposition.HELD_FORK in here.values()
        return not asked_before or len(state.devices) > 1 or news or forked

    def fetch(self, session: DeviceSession, cancelled: Cancelled) -> int:
        """Fetch what is new since the last time; answers how many packets were. Raises as the
        session; what does not verify is left out."""
        new, size = 0, 0
        for _ in range(_MOST_PAGES):
            if cancelled():
                break
            with self.store.read() as connection:
                after = int(text_of(connection, FactName.OWN_TO) or "0")
                scope = text_of(connection, FactName.OWN_SCOPE)
            answer = session.own_packets_after(after)
            size = log_size(session, answer)
            if after and answer.scope != scope:
                answer = session.own_packets_after(0)  # a log that another one followed
            new += self._keep(answer, session.trust)
            if answer.next_leaf in (after, size):
                break
        return new

    def fetch_devices(self, session: DeviceSession) -> None:
        """Fetch the certificates of all the person's devices alone; raises as the session."""
        with self.store.read() as connection:
            after = int(text_of(connection, FactName.OWN_TO) or "0")
        answer = session.own_packets_after(after)
        devices, _ = self._verified_devices(answer.experts, session.trust)
        self.store.perform(lambda connection: keep_devices(connection, devices))

    def _keep(self, answer: PacketsAnswer, trust: TrustState) -> int:
        devices, keys = self._verified_devices(answer.experts, trust)
        proved = (proved_packet(each, keys, trust) for each in answer.packets)
        verified = [(_kept(each), each.signed) for each in proved if each is not None]

        def keep(connection: Connection) -> int:
            keep_devices(connection, devices)
            new = keep_others(connection, verified)
            keep_fact(connection, FactName.OWN_TO, str(answer.next_leaf))
            keep_fact(connection, FactName.OWN_SCOPE, answer.scope)
            return new

        return self.store.perform(keep)

    def _verified_devices(
        self, offered: tuple[Expert, ...], trust: TrustState
    ) -> tuple[list[OwnDevice], dict[str, VerifyKey]]:
        """Those with a certificate for this very person that is in the log."""
        devices: list[OwnDevice] = []
        keys: dict[str, VerifyKey] = {}
        for each in offered:
            try:
                envelope = from_base64(each.certificate)
                certificate, receipt = logged_certificate(
                    envelope, each.receipt, trust, kid=each.kid
                )
                if certificate.person != self.certificate.person:
                    raise MalformedDocument("the certificate is not of this person")
            except ProtocolFailure:
                continue
            keys[each.kid] = VerifyKey(from_base64(certificate.signing_key))
            devices.append(OwnDevice(each.kid, envelope, each.receipt, receipt.index, None))
        return devices, keys


def _kept(proved: ProvedPacket) -> OtherPacket:
    signed = proved.signed
    return OtherPacket(
        id=signed.id,
        kid=signed.header.kid,
        kind=signed.kind,
        case=proved.case,
        disposition=proved.standing.disposition,
        leaf=proved.leaf,
        signed_at=proved.received if signed.document is None else signed.document.claimed,
        envelope=proved.envelope,
        receipt=proved.receipt,
        standing=proved.standing.leaf,
    )

"""Other people's packets for chairs and staff: each verified by itself before it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.canonical import from_base64
from review_protocol.documents.answers import CollectedPacket, Expert, PacketsAnswer
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import CasePacket
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import VerifyKey
from review_protocol.opening import SignedPacket, opened_packet
from review_protocol.translog import open_checkpoint
from reviewer_app.errors import Found, NotOurServer
from reviewer_app.models.collected import (
    CollectedRow,
    ExpertRow,
    collected_packets,
    keep_assignments,
    keep_collected,
    keep_experts,
)
from reviewer_app.models.facts import FactName, keep_fact
from reviewer_app.models.store import Store
from reviewer_app.sync.reports import Cancelled, Progress, Report
from reviewer_app.sync.session import DeviceSession
from reviewer_app.sync.trust import TrustState, certified_key, proved_arrival, proved_change

_Known = Mapping[str, CollectedRow]


@dataclass(frozen=True, slots=True)
class Collecting:
    """Collects what this person may see, from the log's beginning each time: what was withheld
    yesterday, such as a case that a chair had still to score, stands between what is known."""

    store: Store

    def collect(
        self, session: DeviceSession, report: Report, cancelled: Cancelled, now: str
    ) -> int:
        """Answers how many packets were new; what does not verify is left out. Raises as the
        session."""
        with self.store.read() as connection:
            known = {row.id: row for row in collected_packets(connection)}
        leaf, new, size = 0, 0, 1
        while leaf < size and not cancelled():
            answer = session.packets_after(leaf)
            size = self._log_size(session, answer)
            if answer.next_leaf <= leaf:
                break
            new += self._keep(answer, session.trust, known)
            leaf = answer.next_leaf
            report(Progress("collect", leaf, size))
        if leaf >= size:
            with self.store.write() as connection:
                keep_fact(connection, FactName.COLLECTED_TO, str(leaf))
                keep_fact(connection, FactName.COLLECTED_AT, now)
        return new

    def _log_size(self, session: DeviceSession, answer: PacketsAnswer) -> int:
        try:
            return open_checkpoint(answer.log.checkpoint, session.trust.log_verifiers).size
        except ProtocolFailure as error:
            raise NotOurServer(session.server, Found.UNSIGNED) from error

    def _keep(self, answer: PacketsAnswer, trust: TrustState, known: _Known) -> int:
        experts, keys = _verified_experts(answer.experts, trust)
        rows = [row for each in answer.packets if (row := _verified(each, keys, trust, known))]

        def keep(connection: Connection) -> int:
            keep_experts(connection, experts)
            keep_assignments(connection, answer.assignments)
            return keep_collected(connection, rows)

        return self.store.perform(keep)


def _verified_experts(
    experts: Iterable[Expert], trust: TrustState
) -> tuple[list[ExpertRow], dict[str, VerifyKey]]:
    """Devices whose certificate holds and is in the log, and their keys."""
    rows: list[ExpertRow] = []
    keys: dict[str, VerifyKey] = {}
    for each in experts:
        try:
            envelope = from_base64(each.certificate)
            key = certified_key(envelope, each.receipt, trust, kid=each.kid)
        except ProtocolFailure:
            continue
        keys[each.kid] = key
        rows.append(ExpertRow(each.kid, each.pseudonym, envelope))
    return rows, keys


def _verified(
    offered: CollectedPacket, keys: Mapping[str, VerifyKey], trust: TrustState, known: _Known
) -> CollectedRow | None:
    """The packet as a row, None where signature or receipt do not hold."""
    try:
        envelope = from_base64(offered.envelope)
        packet = opened_packet(envelope, keys.get)
        disposition = _standing(offered, packet, known.get(packet.id), trust)
    except ProtocolFailure:
        return None
    document = packet.document
    return CollectedRow(
        id=packet.id,
        kind=packet.kind,
        case=document.case if isinstance(document, CasePacket) else None,
        kid=packet.header.kid,
        disposition=disposition,
        leaf=offered.leaf,
        envelope=envelope,
        receipt=offered.receipt,
    )


def _standing(
    offered: CollectedPacket, packet: SignedPacket, known: CollectedRow | None, trust: TrustState
) -> Disposition:
    """The disposition that the log proves: the arrival's, or that of a later change."""
    if offered.change is not None:
        proved_arrival(offered.receipt, packet.id, packet.header, trust)
        return proved_change(offered.change, packet.id, trust)
    if known is not None and known.disposition is offered.disposition:
        return known.disposition
    _, leaf = proved_arrival(offered.receipt, packet.id, packet.header, trust)
    return leaf.disposition

"""Other people's packets for chairs and staff: each verified by itself before it is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

from review_protocol.canonical import from_base64
from review_protocol.documents.answers import Expert, PacketsAnswer
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import VerifyKey
from reviewer_app.models.collected import (
    CollectedRow,
    ExpertRow,
    keep_assignments,
    keep_collected,
    keep_experts,
)
from reviewer_app.models.dossier import Doubt, Unproved, keep_unproved
from reviewer_app.models.facts import FactName, keep_fact, text_of
from reviewer_app.models.quotes import keep_quotes
from reviewer_app.models.store import Store
from reviewer_app.sync.offered import ProvedPacket, Session, kid_named, log_size, proof_of
from reviewer_app.sync.reports import Cancelled, Progress, Report
from reviewer_app.sync.trust import TrustState, logged_certificate

_MOST_BEGINNINGS = 3


@dataclass(slots=True)
class _Place:
    """How far collecting came, in which scope, and whether all of it could be verified."""

    leaf: int
    scope: str | None
    whole: bool = True

    def begins_anew(self, scope: str) -> bool:
        """Whether what lies before this place is not what it was."""
        return self.leaf > 0 and scope != self.scope


class GivesPackets(Session, Protocol):
    """A conversation in which others' packets are asked for."""

    def packets_after(self, leaf: int) -> PacketsAnswer:
        """A page of what this person may see; raises as a DeviceSession."""


@dataclass(frozen=True, slots=True)
class Collecting:
    """Collects what this person may see, from where the last collecting ended: anew where earlier
    packets have become visible, such as of a case that a chair had still to score, and again
    where something did not verify."""

    store: Store

    def collect(self, session: GivesPackets, report: Report, cancelled: Cancelled, now: str) -> int:
        """Answers how many packets were new; what does not verify is left out. Raises as the
        session."""
        with self.store.read() as connection:
            leaf = int(text_of(connection, FactName.COLLECTED_TO) or "0")
            place = _Place(leaf, text_of(connection, FactName.COLLECTED_SCOPE))
        new, beginnings = 0, 0
        while not cancelled():
            answer = session.packets_after(place.leaf)
            size = log_size(session, answer)
            if place.begins_anew(answer.scope):
                place, beginnings = _Place(0, None), beginnings + 1
                if beginnings > _MOST_BEGINNINGS:
                    break
                continue
            asked, place.leaf, place.scope = place.leaf, answer.next_leaf, answer.scope
            is_last = asked < place.leaf >= size
            new += self._keep(answer, session.trust, place, asked, is_last=is_last)
            report(Progress("collect", place.leaf, size))
            if place.leaf >= size:
                with self.store.write() as connection:
                    keep_fact(connection, FactName.COLLECTED_AT, now)
                break
            if place.leaf <= asked:
                break
        return new

    def _keep(
        self, answer: PacketsAnswer, trust: TrustState, place: _Place, asked: int, *, is_last: bool
    ) -> int:
        """Keep a page; who was asked is told with the last one, where something was new."""
        experts, keys = _verified_experts(answer.experts, trust)
        found = [(each, proof_of(each, keys, trust)) for each in answer.packets]
        proved = [proof for _, proof in found if isinstance(proof, ProvedPacket)]
        doubted = [
            Unproved(offered.leaf, kid_named(offered.envelope), proof)
            for offered, proof in found
            if isinstance(proof, Doubt)
        ]
        rows = [_row(each) for each in proved]
        quoted = [(each.signed.id, each.quote) for each in proved if each.quote is not None]
        place.whole = place.whole and len(rows) == len(answer.packets)

        def keep(connection: Connection) -> int:
            keep_experts(connection, experts)
            if is_last:
                keep_assignments(connection, answer.assignments)
            if place.whole:
                keep_fact(connection, FactName.COLLECTED_TO, str(place.leaf))
                keep_fact(connection, FactName.COLLECTED_SCOPE, answer.scope)
            keep_quotes(connection, quoted)
            keep_unproved(connection, doubted, asked, place.leaf)
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
            certificate, _ = logged_certificate(envelope, each.receipt, trust, kid=each.kid)
        except ProtocolFailure:
            continue
        keys[each.kid] = VerifyKey(from_base64(certificate.signing_key))
        rows.append(ExpertRow(each.kid, each.pseudonym, envelope, each.receipt))
    return rows, keys


def _row(proved: ProvedPacket) -> CollectedRow:
    signed = proved.signed
    return CollectedRow(
        id=signed.id,
        kind=signed.kind,
        case=proved.case,
        kid=signed.header.kid,
        disposition=proved.standing.disposition,
        leaf=proved.standing.leaf,
        envelope=proved.envelope,
        receipt=proved.receipt,
        change=proved.change,
    )

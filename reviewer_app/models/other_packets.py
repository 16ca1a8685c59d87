"""What this person signed on other devices, or on a copy of this one, and which devices there are.

It was verified as everybody's packets are, and counts here as much as what was signed here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, Row, exists, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import (
    AmendmentPacket,
    DeclarationPacket,
    Packet,
    RecusalPacket,
    ScorePacket,
    WithdrawalPacket,
)
from review_protocol.envelope import read_envelope
from review_protocol.opening import SignedPacket, verified_packet
from reviewer_app.models.drafts import marks_text
from reviewer_app.models.others_schema import declared_elsewhere, other_packet, own_device
from reviewer_app.models.outbox import StoredPacket
from reviewer_app.models.rows import DeliveryState
from reviewer_app.models.schema import delivery, packet

_ANEW = ("disposition", "leaf", "receipt", "standing")
REVIEWS = (ScorePacket.kind, AmendmentPacket.kind, WithdrawalPacket.kind, RecusalPacket.kind)


@dataclass(frozen=True, slots=True)
class OtherPacket:
    """A verified packet of this person's that was not signed here, and how it stands now."""

    id: str
    kid: str
    kind: str
    case: str | None
    disposition: Disposition
    leaf: int
    signed_at: str
    """By that device's own clock."""
    envelope: bytes
    receipt: str
    standing: int | None
    """The leaf by which it stands; None of a log that another one followed."""

    def document(self) -> Packet | None:
        """What it says; None where it is of a newer version."""
        return verified_packet(read_envelope(self.envelope)).document

    def stored(self) -> StoredPacket:
        """As the outbox would have it, had it been signed here."""
        header = verified_packet(read_envelope(self.envelope)).header
        return StoredPacket(
            id=self.id,
            kind=self.kind,
            case=self.case,
            chain=header.chain,
            seq=header.seq,
            envelope=self.envelope,
            signed_at=self.signed_at,
            state=DeliveryState.RECEIVED,
            tries=0,
            next_try=None,
            disposition=self.disposition,
            receipt=self.receipt,
            leaf=self.leaf,
            changed_at=self.signed_at,
        )


class DeviceAnswer(StrEnum):
    """What the person said of a device."""

    MINE = "mine"
    NOT_MINE = "not-mine"


@dataclass(frozen=True, slots=True)
class OwnDevice:
    """A device certified in this person's name; `certificate` is None where it was only told of,
    and no certificate of it was proved to be in the log."""

    kid: str
    certificate: bytes | None
    receipt: str | None
    leaf: int | None
    answer: DeviceAnswer | None


def keep_others(connection: Connection, packets: Sequence[tuple[OtherPacket, SignedPacket]]) -> int:
    """Keep packets, or how known ones stand now; what was signed here is left out.

    Answers how many are new.
    """
    ids = [each.id for each, _ in packets]
    here = set(connection.execute(select(packet.c.id).where(packet.c.id.in_(ids))).scalars())
    known = set(
        connection.execute(select(other_packet.c.id).where(other_packet.c.id.in_(ids))).scalars()
    )
    new = 0
    for each, signed in packets:
        if each.id in here:
            continue
        document = signed.document
        row = upsert(other_packet).values(
            id=each.id,
            kid=each.kid,
            kind=each.kind,
            case_number=each.case,
            marks=marks_text(document.answers) if isinstance(document, ScorePacket) else None,
            disposition=each.disposition,
            leaf=each.leaf,
            signed_at=each.signed_at,
            envelope=each.envelope,
            receipt=each.receipt,
            standing=each.standing,
        )
        connection.execute(
            row.on_conflict_do_update(
                index_elements=[other_packet.c.id],
                set_={name: row.excluded[name] for name in _ANEW},
                where=other_packet.c.standing.is_(None)
                | (other_packet.c.standing <= row.excluded.standing),
            )
        )
        new += each.id not in known
        if isinstance(document, DeclarationPacket) and each.disposition.counts:
            _keep_declared(connection, document, each.leaf)
    return new


def other_packets(connection: Connection, case: str | None = None) -> tuple[OtherPacket, ...]:
    """All of them, or those about one case, in the order of the log."""
    asked = select(other_packet).order_by(other_packet.c.leaf)
    if case is not None:
        asked = asked.where(other_packet.c.case_number == case)
    return tuple(_other(row) for row in connection.execute(asked))


def newest_other(
    connection: Connection, case: str, kinds: Collection[str] = REVIEWS
) -> OtherPacket | None:
    """What counts of these kinds, and arrived last of the others."""
    counted = [
        each
        for each in other_packets(connection, case)
        if each.kind in kinds and each.disposition.counts
    ]
    return counted[-1] if counted else None


def known_dispositions(connection: Connection) -> dict[str, Disposition]:
    """How the packets of other devices stand that are known here, by their ids."""
    rows = connection.execute(select(other_packet.c.id, other_packet.c.disposition))
    return {row.id: Disposition(row.disposition) for row in rows}


def is_any_held(connection: Connection) -> bool:
    """Whether anything of the person's is held for a fork or a revoked key, wherever it was
    signed: a sign to look closer."""
    kinds = (Disposition.HELD_FORK, Disposition.HELD_REVOKED_KEY)
    here = exists().where(delivery.c.disposition.in_(kinds))
    others = exists().where(other_packet.c.disposition.in_(kinds))
    return bool(connection.execute(select(here | others)).scalar())


def is_any_score_counted(connection: Connection) -> bool:
    """Whether a score of the person's was ever received and counts, wherever it was signed."""
    scores, counted = (ScorePacket.kind, AmendmentPacket.kind), Disposition.COUNTED
    here = exists().where(
        delivery.c.packet == packet.c.id,
        delivery.c.disposition == counted,
        packet.c.kind.in_(scores),
    )
    others = exists().where(other_packet.c.disposition == counted, other_packet.c.kind.in_(scores))
    return bool(connection.execute(select(here | others)).scalar())


def keep_devices(connection: Connection, devices: Iterable[OwnDevice]) -> None:
    """Keep certificates that were proved to be in the log; answers that were given stay."""
    for each in devices:
        values = {"certificate": each.certificate, "receipt": each.receipt, "leaf": each.leaf}
        row = upsert(own_device).values(kid=each.kid, **values)
        connection.execute(
            row.on_conflict_do_update(index_elements=[own_device.c.kid], set_=values)
        )


def own_devices(connection: Connection) -> tuple[OwnDevice, ...]:
    """All devices that this desk knows a certificate or an answer of, in the log's order."""
    rows = connection.execute(select(own_device).order_by(own_device.c.leaf))
    return tuple(
        OwnDevice(
            row.kid,
            row.certificate,
            row.receipt,
            row.leaf,
            None if row.answer is None else DeviceAnswer(row.answer),
        )
        for row in rows
    )


def note_answer(connection: Connection, kid: str, answer: DeviceAnswer, now: str) -> None:
    """What the person says of a device; the newest word stands."""
    values = {"answer": answer, "answered_at": now}
    row = upsert(own_device).values(kid=kid, **values)
    connection.execute(row.on_conflict_do_update(index_elements=[own_device.c.kid], set_=values))


def note_other(connection: Connection, id: str, disposition: Disposition, leaf: int) -> None:
    """A later leaf changed how a packet stands; an earlier one is passed over."""
    older = other_packet.c.standing.is_(None) | (other_packet.c.standing < leaf)
    connection.execute(
        update(other_packet)
        .where(other_packet.c.id == id, older)
        .values(disposition=disposition, standing=leaf)
    )


def _keep_declared(connection: Connection, document: DeclarationPacket, leaf: int) -> None:
    for each in document.declarations:
        values = {"headers_hash": each.headers, "answer": each.answer, "leaf": leaf}
        row = upsert(declared_elsewhere).values(case_number=each.case, **values)
        connection.execute(
            row.on_conflict_do_update(
                index_elements=[declared_elsewhere.c.case_number],
                set_=values,
                where=declared_elsewhere.c.leaf <= leaf,
            )
        )


def _other(row: Row[tuple[object, ...]]) -> OtherPacket:
    return OtherPacket(
        id=row.id,
        kid=row.kid,
        kind=row.kind,
        case=row.case_number,
        disposition=Disposition(row.disposition),
        leaf=row.leaf,
        signed_at=row.signed_at,
        envelope=row.envelope,
        receipt=row.receipt,
        standing=row.standing,
    )

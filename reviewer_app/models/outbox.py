"""The outbox: packets signed on this computer, and how far each has come to the server."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, Select, bindparam, func, insert, select, update

from review_protocol.documents.acts import RotationPacket
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import (
    AmendmentPacket,
    CasePacket,
    ChainHeader,
    DeclarationPacket,
    Packet,
    ScorePacket,
)
from review_protocol.envelope import read_envelope
from review_protocol.keys import Randomness, SigningKey
from review_protocol.opening import SignedPacket, sealed, signed_document
from reviewer_app.models.chains import next_header
from reviewer_app.models.declarations import note_declared
from reviewer_app.models.drafts import marks_text
from reviewer_app.models.rows import DeliveryState
from reviewer_app.models.schema import delivery, packet

_WAITS = delivery.c.state.in_((DeliveryState.SIGNED, DeliveryState.SENDING))
"""Without a receipt. Found by the index of states; "not received" would read every packet."""


@dataclass(frozen=True, slots=True)
class StoredPacket:
    """A packet of this device and its delivery; `disposition` is the one that stands now."""

    id: str
    kind: str
    case: str | None
    chain: str
    seq: int
    envelope: bytes
    signed_at: str
    state: DeliveryState
    tries: int
    next_try: str | None
    disposition: Disposition | None
    receipt: str | None
    leaf: int | None
    changed_at: str

    def document(self) -> Packet:
        """The packet itself; it was signed here, so it fits its kind."""
        return signed_document(read_envelope(self.envelope))


@dataclass(frozen=True, slots=True)
class ProvedReceipt:
    """A packet's receipt that was verified; `leaf` is its position in the log."""

    packet: str
    disposition: Disposition
    text: str
    leaf: int


def append(
    connection: Connection,
    build: Callable[[ChainHeader], Packet],
    signing_key: SigningKey,
    now: str,
    *,
    randomness: Randomness = secrets.token_bytes,
) -> SignedPacket:
    """Sign the next packet of this device's chain and put it into the outbox.

    To be called in one `Store.write`: number, predecessor, signature and row stand or fall
    together. The deployment is the one of the root key that the desk knows. `now` is a timestamp.
    """
    header = next_header(connection, signing_key, randomness)
    document = build(header)
    envelope = sealed(document, signing_key)
    marks = None
    if isinstance(document, (ScorePacket, AmendmentPacket)):
        marks = marks_text(document.answers)
    connection.execute(
        insert(packet).values(
            id=envelope.document_id,
            chain=header.chain,
            seq=header.seq,
            kind=document.kind,
            case_number=document.case if isinstance(document, CasePacket) else None,
            marks=marks,
            envelope=envelope.to_bytes(),
            signed_at=now,
        )
    )
    connection.execute(
        insert(delivery).values(
            packet=envelope.document_id, state=DeliveryState.SIGNED, tries=0, changed_at=now
        )
    )
    if isinstance(document, DeclarationPacket):
        note_declared(connection, envelope.document_id, document)
    return SignedPacket(envelope, document.kind, document.form, header, document, None)


def stored_packet(connection: Connection, id: str) -> StoredPacket | None:
    """One packet by its id."""
    found = connection.execute(_STORED.where(packet.c.id == id)).first()
    return None if found is None else _packet(found)


def all_packets(connection: Connection) -> tuple[StoredPacket, ...]:
    """Everything that was signed here, in the order of signing."""
    return tuple(_packet(row) for row in connection.execute(_STORED.order_by(packet.c.entry)))


def packets_of_kind(connection: Connection, kind: str) -> tuple[StoredPacket, ...]:
    """The packets of one kind, in the order of signing."""
    rows = connection.execute(_STORED.where(packet.c.kind == kind).order_by(packet.c.entry))
    return tuple(_packet(row) for row in rows)


def packets_of_case(connection: Connection, case: str) -> tuple[StoredPacket, ...]:
    """The packets about one case, in the order of signing."""
    rows = connection.execute(_STORED.where(packet.c.case_number == case).order_by(packet.c.entry))
    return tuple(_packet(row) for row in rows)


def waiting_packets(
    connection: Connection, *, due: str | None = None, limit: int | None = None
) -> tuple[StoredPacket, ...]:
    """Packets without a receipt, the oldest first; with `due` only those to be tried by then."""
    asked = _STORED.where(_WAITS).order_by(packet.c.entry)
    if due is not None:
        asked = asked.where(delivery.c.next_try.is_(None) | (delivery.c.next_try <= due))
    return tuple(_packet(row) for row in connection.execute(asked.limit(limit)))


def waiting_entries(connection: Connection) -> tuple[int, ...]:
    """The places in the outbox of packets without a receipt, the oldest first. Rotations are not
    among them: what the old key signs is held once its rotation has arrived."""
    return _places(connection, _WAITING.where(packet.c.kind != RotationPacket.kind))


def waiting_rotations(connection: Connection) -> tuple[int, ...]:
    """The places in the outbox of rotations without a receipt."""
    return _places(connection, _WAITING.where(packet.c.kind == RotationPacket.kind))


def packets_at(connection: Connection, entries: Sequence[int]) -> tuple[StoredPacket, ...]:
    """The packets at these places that have no receipt, the oldest first."""
    rows = connection.execute(_WAITING_AT, {"given": _listed(entries)})
    return tuple(_packet(row) for row in rows)


def note_sending(connection: Connection, ids: Iterable[str], now: str) -> None:
    """These are about to be sent: noted, and committed, before the socket opens."""
    connection.execute(_SENDING, {"given": _listed(ids), "now": now})


def note_next_try(connection: Connection, ids: Iterable[str], next_try: str | None) -> None:
    """When these are to be tried again; None for at once."""
    connection.execute(_NEXT_TRY, {"given": _listed(ids), "time": next_try})


def note_all_received(connection: Connection, receipts: Sequence[ProvedReceipt], now: str) -> None:
    """Keep the verified receipts of a delivery. The first receipt of a packet stays."""
    if receipts:
        connection.exec_driver_sql(_RECEIVED, [_received(each, now) for each in receipts])


def note_disposition(
    connection: Connection, id: str, disposition: Disposition, leaf: int, now: str
) -> None:
    """A later leaf changed what arrival made of a received packet; an earlier one than that by
    which it stands is passed over, such as in an answer that was long on its way."""
    connection.execute(
        update(delivery)
        .where(
            delivery.c.packet == id,
            delivery.c.state == DeliveryState.RECEIVED,
            delivery.c.standing.is_(None) | (delivery.c.standing < leaf),
        )
        .values(disposition=disposition, standing=leaf, changed_at=now)
    )


_RECEIVED = f"""
UPDATE delivery
SET state = '{DeliveryState.RECEIVED}', disposition = ?, receipt = ?, leaf = ?, standing = ?,
    next_try = NULL, changed_at = ?
WHERE packet = ? AND state <> '{DeliveryState.RECEIVED}'
"""
"""As the driver has it: a dictionary for each of many rows would take as long as the writing."""


def _received(proved: ProvedReceipt, now: str) -> tuple[str | int, ...]:
    return proved.disposition.value, proved.text, proved.leaf, proved.leaf, now, proved.packet


_STORED: Select[tuple[object, ...]] = select(
    packet.c.id,
    packet.c.kind,
    packet.c.case_number,
    packet.c.chain,
    packet.c.seq,
    packet.c.envelope,
    packet.c.signed_at,
    delivery.c.state,
    delivery.c.tries,
    delivery.c.next_try,
    delivery.c.disposition,
    delivery.c.receipt,
    delivery.c.leaf,
    delivery.c.changed_at,
).join(delivery, delivery.c.packet == packet.c.id)
"""The columns of a `StoredPacket`, in their order."""

_GIVEN = select(func.json_each(bindparam("given")).table_valued("value").c.value)
"""The members of a bound list: one statement for any number of them, compiled once."""
_WAITING_AT = _STORED.where(
    packet.c.entry.in_(_GIVEN), delivery.c.state != DeliveryState.RECEIVED
).order_by(packet.c.entry)
_GIVEN_WAITING = update(delivery).where(
    delivery.c.packet.in_(_GIVEN), delivery.c.state != DeliveryState.RECEIVED
)
_SENDING = _GIVEN_WAITING.values(
    state=DeliveryState.SENDING, tries=delivery.c.tries + 1, changed_at=bindparam("now")
)
_NEXT_TRY = _GIVEN_WAITING.values(next_try=bindparam("time"))


_WAITING = (
    select(packet.c.entry)
    .join(delivery, delivery.c.packet == packet.c.id)
    .where(_WAITS)
    .order_by(packet.c.entry)
)


def _places(connection: Connection, asked: Select[tuple[int]]) -> tuple[int, ...]:
    return tuple(row.entry for row in connection.execute(asked))


def _listed(members: Iterable[str] | Iterable[int]) -> str:
    """The value to bind as `given`."""
    return json.dumps(list(members))


def _packet(row: Row[tuple[object, ...]]) -> StoredPacket:
    return StoredPacket(
        id=row.id,
        kind=row.kind,
        case=row.case_number,
        chain=row.chain,
        seq=row.seq,
        envelope=row.envelope,
        signed_at=row.signed_at,
        state=DeliveryState(row.state),
        tries=row.tries,
        next_try=row.next_try,
        disposition=None if row.disposition is None else Disposition(row.disposition),
        receipt=row.receipt,
        leaf=row.leaf,
        changed_at=row.changed_at,
    )

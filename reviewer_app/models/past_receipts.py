"""Receipts of logs that another one followed: they stay what they are, beside the new ones."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from review_protocol.documents.leaf import Disposition
from reviewer_app.models.erased import ERASED
from reviewer_app.models.others_schema import collected, other_packet
from reviewer_app.models.rows import DeliveryState
from reviewer_app.models.schema import delivery, packet, past_receipt


@dataclass(frozen=True, slots=True)
class PastReceipt:
    """What a log said of a packet or a certificate; `subject` is its id."""

    subject: str
    origin: str
    receipt: str
    leaf: int


def deliver_again(connection: Connection, origin: str, kept: int, now: str) -> int:
    """Put every receipt of the log with this origin aside, and its packet on the way once more.

    A packet that the server still has is answered with its receipt of the new log. Answers how
    many of them the server has lost: those whose leaf is `kept` or a later one. What was erased
    from this computer has nothing to be delivered, and stays as it is.
    """
    rows = connection.execute(
        select(delivery.c.packet, delivery.c.receipt, delivery.c.leaf)
        .join(packet, packet.c.id == delivery.c.packet)
        .where(
            delivery.c.state == DeliveryState.RECEIVED,
            func.length(packet.c.envelope) > len(ERASED),
        )
    ).all()
    for row in rows:
        keep_past(connection, PastReceipt(row.packet, origin, row.receipt, row.leaf))
        connection.execute(
            update(delivery)
            .where(delivery.c.packet == row.packet)
            .values(
                state=DeliveryState.SIGNED,
                tries=0,
                next_try=None,
                disposition=None,
                receipt=None,
                leaf=None,
                changed_at=now,
            )
        )
    return sum(row.leaf >= kept for row in rows)


def forget_standings(connection: Connection) -> None:
    """Places in the log before say nothing about those in the one that stands."""
    for table in (delivery, other_packet, collected):
        connection.execute(update(table).values(standing=None))


def keep_past(connection: Connection, past: PastReceipt) -> None:
    """Keep a receipt of a log that another one follows; one that is there stays."""
    known = select(past_receipt.c.subject).where(
        past_receipt.c.subject == past.subject, past_receipt.c.origin == past.origin
    )
    if connection.execute(known).first() is None:
        connection.execute(
            insert(past_receipt).values(
                subject=past.subject, origin=past.origin, receipt=past.receipt, leaf=past.leaf
            )
        )


def waiting_proofs(connection: Connection, first: int) -> tuple[str, ...]:
    """Past receipts, from this leaf on, of packets that wait to be delivered again, or came again
    by a file and are held as late."""
    not_in_time = delivery.c.disposition == Disposition.HELD_LATE
    rows = connection.execute(
        select(past_receipt.c.receipt)
        .join(delivery, delivery.c.packet == past_receipt.c.subject)
        .where(
            (delivery.c.state != DeliveryState.RECEIVED) | not_in_time,
            past_receipt.c.leaf >= first,
        )
        .order_by(past_receipt.c.leaf)
    )
    return tuple(rows.scalars())

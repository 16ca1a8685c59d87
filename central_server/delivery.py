"""Taking a delivery in: each packet opened, judged and logged, each answered with its receipt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, update

from central_server.acts import ACTS
from central_server.arrival import decide
from central_server.arrival_facts import ArrivalFacts
from central_server.batches import Issuer
from central_server.carrying_out import carry_out
from central_server.clock import Clock, timestamp
from central_server.declarations import keep_declarations
from central_server.known import Incoming, Known, superseded_by
from central_server.log import Appended, OpenGroup
from central_server.panel_rules import OfMany
from central_server.said import scope_of
from central_server.store import schema
from central_server.store.listed import among, listed
from central_server.store.rows import add_rows
from central_server.writer import Finish
from review_protocol.documents.acts import QuestionPacket, RulingPacket, ScoreOpeningPacket
from review_protocol.documents.answers import Arrived, Rejected
from review_protocol.documents.leaf import Disposition, packet_entry
from review_protocol.documents.packet import CasePacket, DeclarationPacket, RoundPacket
from review_protocol.envelope import Envelope, verify
from review_protocol.exchange import PACKET_LIMIT
from review_protocol.failures import ProtocolFailure, TooLarge
from review_protocol.keys import VerifyKey
from review_protocol.opening import FindKey, read_with_key, verified_packet

_FEW = 16
"""Fewer signatures are verified before another thread has begun."""

_APART = (*ACTS, RoundPacket, ScoreOpeningPacket, RulingPacket)
_OF_A_ROUND = CasePacket | DeclarationPacket | QuestionPacket | RoundPacket | ScoreOpeningPacket

_RECEIPTED = (
    update(schema.packet)
    .where(schema.packet.c.leaf == bindparam("position"))
    .values(receipt=bindparam("text"))
)
_STORED = select(schema.packet.c.id, schema.packet.c.disposition, schema.packet.c.receipt).where(
    among(schema.packet.c.id, "ids")
)


@dataclass(frozen=True, slots=True)
class Sorted:
    """A delivery after opening: what is validly signed, and what is not, with its place."""

    packets: tuple[Incoming, ...]
    rejected: tuple[Rejected, ...]


def open_packets(envelopes: Sequence[bytes], find_key: FindKey, beside: Executor) -> Sorted:
    """Open every envelope by the key that it names; nothing is written.

    Of many, half of the signatures are verified in another thread. All are verified in one go,
    between reading and parsing: threads that also ran Python would wait for each other.
    """
    read = [_read(envelope, find_key) for envelope in envelopes]
    half = len(read) if len(read) < _FEW else len(read) // 2
    rest = beside.submit(_verified, read[half:]) if half < len(read) else None
    verified = _verified(read[:half])
    if rest is not None:
        verified += rest.result()
    packets: list[Incoming] = []
    rejected: list[Rejected] = []
    for position, (outcome, envelope) in enumerate(zip(verified, envelopes, strict=True)):
        try:
            if isinstance(outcome, ProtocolFailure):
                raise outcome
            packets.append(Incoming.of(verified_packet(outcome), envelope))
        except ProtocolFailure as failure:
            rejected.append(Rejected(position=position, reason=type(failure).__name__))
    return Sorted(tuple(packets), tuple(rejected))


def _read(envelope: bytes, find_key: FindKey) -> tuple[Envelope, VerifyKey] | ProtocolFailure:
    try:
        if len(envelope) > PACKET_LIMIT:
            raise TooLarge(len(envelope), PACKET_LIMIT)
        return read_with_key(envelope, find_key)
    except ProtocolFailure as failure:
        return failure


def _verified(
    read: Sequence[tuple[Envelope, VerifyKey] | ProtocolFailure],
) -> list[Envelope | ProtocolFailure]:
    """Each envelope whose signature holds, in its place; a failure in that of any other."""
    outcomes: list[Envelope | ProtocolFailure] = []
    for each in read:
        if isinstance(each, ProtocolFailure):
            outcomes.append(each)
            continue
        try:
            verify(*each)
            outcomes.append(each[0])
        except ProtocolFailure as failure:
            outcomes.append(failure)
    return outcomes


@dataclass(slots=True)
class Rows:
    """The rows of packets that a unit of work takes in.

    They are written with their receipts in one go; where another unit of the same group wants to
    read them before there are receipts, they are written without, and receipted afterwards.
    """

    packets: list[dict[str, object]]
    written: bool = False

    def write(self, connection: Connection) -> None:
        """Write the rows, once."""
        if self.packets and not self.written:
            add_rows(connection, schema.packet, self.packets)
        self.written = True

    def receipted(self, connection: Connection, appended: Appended) -> list[Arrived]:
        """Keep the packets' receipts."""
        positions = [int(str(row["leaf"])) for row in self.packets]
        receipts = appended.receipts(positions)
        if self.written and receipts:
            given = zip(positions, receipts, strict=True)
            connection.execute(_RECEIPTED, [{"position": at, "text": text} for at, text in given])
        for row, text in zip(self.packets, receipts, strict=True):
            row["receipt"] = text
        self.write(connection)
        return [
            Arrived(
                packet=str(row["id"]),
                disposition=Disposition(str(row["disposition"])),
                receipt=str(row["receipt"]),
            )
            for row in self.packets
        ]


@dataclass(frozen=True, slots=True)
class TakeIn:
    """The unit of work that takes packets in: known ones get their stored receipts."""

    delivery: Sorted
    facts: ArrivalFacts
    clock: Clock
    issuer: Issuer

    def __call__(self, group: OpenGroup) -> Finish[tuple[Arrived, ...]]:
        stored = _stored(group.connection, [packet.id for packet in self.delivery.packets])
        fresh = {packet.id: packet for packet in self.delivery.packets if packet.id not in stored}
        parts = [self._enter(group, part) for part in _parts(fresh.values())]
        return self._finish(group.connection, parts)

    def _enter(self, group: OpenGroup, packets: list[Incoming]) -> Rows:
        """Judge the packets and add their entries; answers their rows."""
        group.catch_up()
        received = timestamp(self.clock())
        known = self.facts.look_up(group.connection, packets)
        rows = Rows([])
        for packet in packets:
            position = group.first + len(group.entries)
            disposition = decide(packet, known, position=position, received=received)
            group.add(_entry(packet, disposition, received))
            known.take(packet, disposition, received)
            rows.packets.append(_row(packet, known, disposition, received, position))
            if disposition.counts:
                person = known.devices[packet.header.kid].person.id
                keep_declarations(group.connection, packet, person)
                carry_out(group, packet, known, self.facts, self.issuer, received)
        group.put_off(lambda: rows.write(group.connection))
        return rows

    def _finish(
        self, connection: Connection, parts: Sequence[Rows]
    ) -> Callable[[Appended], tuple[Arrived, ...]]:
        def finish(appended: Appended) -> tuple[Arrived, ...]:
            new = [each for rows in parts for each in rows.receipted(connection, appended)]
            arrived = {each.packet: each for each in new}
            known = [packet.id for packet in self.delivery.packets if packet.id not in arrived]
            arrived |= _stored(connection, known) if known else {}
            return tuple(arrived[packet.id] for packet in self.delivery.packets)

        return finish


def _parts(packets: Iterable[Incoming]) -> Iterator[list[Incoming]]:
    """The packets in their order; each act apart, for it is judged on what those before made, and
    changes what those after are judged on."""
    part: list[Incoming] = []
    for packet in packets:
        if isinstance(packet.document, _APART):
            if part:
                yield part
            yield [packet]
            part = []
        else:
            part.append(packet)
    if part:
        yield part


def _stored(connection: Connection, packets: Iterable[str]) -> dict[str, Arrived]:
    rows = connection.execute(_STORED, {"ids": listed(packets)})
    return {
        row.id: Arrived(
            packet=row.id, disposition=Disposition(row.disposition), receipt=row.receipt
        )
        for row in rows
    }


def _entry(packet: Incoming, disposition: Disposition, received: str) -> bytes:
    header = packet.header
    return packet_entry(packet.id, header.kid, header.chain, header.seq, received, disposition)


def _row(
    packet: Incoming, known: Known, disposition: Disposition, received: str, position: int
) -> dict[str, object]:
    document = packet.document
    number = None
    if isinstance(document, _OF_A_ROUND):
        number = document.round
    elif isinstance(document, OfMany):
        number = scope_of(document)
    return {
        "id": packet.id,
        "envelope": packet.envelope,
        "kid": packet.header.kid,
        "person": known.devices[packet.header.kid].person.id,
        "chain": packet.header.chain,
        "seq": packet.header.seq,
        "prev": packet.header.prev,
        "kind": packet.kind,
        "version": packet.version,
        "case_number": document.case if isinstance(document, CasePacket) else None,
        "round": number,
        "supersedes": superseded_by(document),
        "received": received,
        "disposition": disposition.value,
        "leaf": position,
        "receipt": "",
    }

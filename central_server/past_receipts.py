"""Receipts of earlier logs: what they prove of packets that a restored server has lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from central_server.acts import in_time
from central_server.clock import Clock, timestamp
from central_server.documents import keep_document
from central_server.failures import Refused
from central_server.judging_again import judge_again
from central_server.log import OpenGroup
from central_server.past_logs import PastLog, PastLogs, past_logs
from central_server.proved_arrivals import find_proved
from central_server.store import schema
from central_server.writer import Finish
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.leaf import ActLeaf, PacketLeaf, read_entry
from review_protocol.failures import ProtocolFailure
from review_protocol.returning import PastReceipts


@dataclass(frozen=True, slots=True)
class _Claim:
    """That a packet was this leaf of a past log."""

    log: PastLog
    position: int
    leaf: PacketLeaf


@dataclass(frozen=True, slots=True)
class TakeReceipts:
    """The unit of work that keeps what old receipts prove; answers how many are believed.

    What is believed is a leaf of the log, which names the document with the receipts. Raises
    Refused: not found where this server was never restored, malformed for a trust document that
    the root did not sign.
    """

    handed: PastReceipts
    deployment: str
    clock: Clock

    def __call__(self, group: OpenGroup) -> Finish[int]:
        connection = group.connection
        try:
            logs = past_logs(connection, self.handed.trusts)
        except ProtocolFailure as error:
            raise Refused(RefusalCode.MALFORMED, type(error).__name__) from error
        if not logs.logs:
            raise Refused(RefusalCode.NOT_FOUND, "this server was not restored")
        claims = list(self._claims(logs))
        known = find_proved(connection, [each.leaf.packet for each in claims])
        believed = [
            each
            for each in claims
            if each.leaf.packet in known or _is_believed(connection, each, logs)
        ]
        fresh = [each for each in believed if each.leaf.packet not in known]
        if fresh:
            self._take(group, fresh)
        return lambda _: len(believed)

    def _take(self, group: OpenGroup, fresh: list[_Claim]) -> None:
        """Keep what is new; what had come again before its receipt, by a file, is judged anew."""
        connection, now = group.connection, timestamp(self.clock())
        subject = keep_document(connection, self.handed)
        _keep(connection, fresh, subject)
        act = ActLeaf(type="act/1", act="past-receipts", subject=subject, received=now)
        group.add(act.entry())
        group.catch_up()
        judge_again(
            group,
            schema.packet.c.id.in_([each.leaf.packet for each in fresh]),
            in_time,
            deployment=self.deployment,
            act=subject,
            now=now,
        )

    def _claims(self, logs: PastLogs) -> Iterator[_Claim]:
        """What the receipts say that prove themselves; each packet and each place once."""
        reader = logs.receipts
        seen: set[str | tuple[str, int]] = set()
        of_origin = {each.origin: each for each in logs.logs}
        for text in self.handed.receipts:
            try:
                receipt = reader.read(text)
                leaf = read_entry(receipt.leaf)
            except ProtocolFailure:
                continue
            origin = receipt.checkpoint.split("\n")[0]
            place = origin, receipt.index
            if isinstance(leaf, PacketLeaf) and seen.isdisjoint((leaf.packet, place)):
                seen |= {leaf.packet, place}
                yield _Claim(of_origin[origin], receipt.index, leaf)


def _is_believed(connection: Connection, claim: _Claim, logs: PastLogs) -> bool:
    """Whether a past log could have said so: its key may be in other hands by now.

    Its time lies between the last leaf that both logs have and the log's end; the place is behind
    those leaves, and nobody else's; and the server's keys were not replaced since.
    """
    log, leaf = claim.log, claim.leaf
    if not logs.trusts_server_of(log) or not leaf.received <= log.until:
        return False
    if log.in_backup and claim.position < log.shared:
        return False
    before = min(log.shared, claim.position)
    if before and leaf.received < _received_at(connection, before - 1):
        return False
    table = schema.proved_arrival.c
    taken = select(table.packet).where(table.origin == log.origin, table.position == claim.position)
    return connection.execute(taken).first() is None


def _received_at(connection: Connection, position: int) -> str:
    table = schema.leaf.c
    entry = connection.execute(select(table.entry).where(table.position == position)).scalar_one()
    return read_entry(entry).received


def _keep(connection: Connection, claims: list[_Claim], subject: str) -> None:
    connection.execute(
        insert(schema.proved_arrival),
        [
            {
                "packet": each.leaf.packet,
                "origin": each.log.origin,
                "position": each.position,
                "received": each.leaf.received,
                "document": subject,
            }
            for each in claims
        ],
    )

"""Packets handed in, in their order; a receipt counts when it proves itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.answers import Arrived
from review_protocol.documents.leaf import Disposition
from review_protocol.failures import ProtocolFailure
from reviewer_app.errors import ExpectedFailure, ServerRefused
from reviewer_app.models import outbox
from reviewer_app.models.outbox import ProvedReceipt, StoredPacket
from reviewer_app.models.store import Store
from reviewer_app.sync.backoff import next_try
from reviewer_app.sync.clock import Clock, timestamp
from reviewer_app.sync.reports import Cancelled, Progress, Report
from reviewer_app.sync.session import DeviceSession, deliverable
from reviewer_app.sync.trust import ChainPlace, proved_arrival

Scatter = Callable[[], float]
"""Gives a random number from 0 to below 1."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What a round of delivering did; packet ids by what became of them."""

    sent: int = 0
    received: tuple[str, ...] = ()
    held: tuple[str, ...] = ()

    def joined(self, other: Delivered) -> Delivered:
        return Delivered(
            self.sent + other.sent, self.received + other.received, self.held + other.held
        )


@dataclass(frozen=True, slots=True)
class Delivering:
    """Hands in what the outbox holds."""

    store: Store
    clock: Clock
    scatter: Scatter

    def deliver(self, session: DeviceSession, report: Report, cancelled: Cancelled) -> Delivered:
        """Deliver everything that has no receipt, the oldest first.

        Each group is noted as being sent before it leaves. Raises what the session raises; the
        next try of what was on its way is noted then.
        """
        with self.store.read() as connection:
            waiting = list(outbox.waiting_packets(connection))
        done, total = Delivered(), len(waiting)
        # while one group is on its way, the receipts of the one before it are verified and kept
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="receipts") as beside:
            taken: Future[Delivered] | None = None
            while waiting and not cancelled():
                report(Progress("deliver", done.sent, total))
                size = deliverable([each.envelope for each in waiting])
                group, waiting = waiting[:size], waiting[size:]
                arrived = self._send(session, group)
                done = done if taken is None else done.joined(taken.result())
                taken = beside.submit(self._take_receipts, session, group, arrived)
            done = done if taken is None else done.joined(taken.result())
        report(Progress("deliver", done.sent, total))
        return done

    def _send(self, session: DeviceSession, group: Sequence[StoredPacket]) -> Sequence[Arrived]:
        ids = [each.id for each in group]
        with self.store.write() as connection:
            outbox.note_sending(connection, ids, timestamp(self.clock()))
        try:
            return session.deliver([each.envelope for each in group]).arrived
        except ExpectedFailure as failure:
            retry_after = failure.retry_after if isinstance(failure, ServerRefused) else None
            self._put_off(group, retry_after)
            raise

    def _take_receipts(
        self, session: DeviceSession, group: Sequence[StoredPacket], arrived: Sequence[Arrived]
    ) -> Delivered:
        """Keep the receipts that prove themselves; packets without one are put off."""
        sent = {each.id: each for each in group}
        received: list[str] = []
        held: list[str] = []
        now = timestamp(self.clock())
        proofs = []
        for each in arrived:
            packet = sent.get(each.packet)
            if packet is None:
                continue
            try:
                place = ChainPlace(session.kid, packet.chain, packet.seq)
                receipt, leaf = proved_arrival(each.receipt, packet.id, place, session.trust)
            except ProtocolFailure:
                continue
            proofs.append(ProvedReceipt(packet.id, leaf.disposition, each.receipt, receipt.index))
            (received if leaf.disposition.counts else held).append(packet.id)

        def keep(connection: Connection) -> None:
            outbox.note_all_received(connection, proofs, now)
            if any(each.disposition is Disposition.HELD_FORK for each in proofs):
                # the server knows a packet of this chain that this desk does not: it was restored
                outbox.start_chain(connection)

        self.store.perform(keep)
        proved = {each.packet for each in proofs}
        self._put_off([each for each in group if each.id not in proved], None)
        return Delivered(len(group), tuple(received), tuple(held))

    def _put_off(self, group: Sequence[StoredPacket], retry_after: str | None) -> None:
        if not group:
            return
        now = self.clock()
        with self.store.write() as connection:
            for each in group:
                when = next_try(
                    now, each.tries + 1, scatter=self.scatter(), retry_after=retry_after
                )
                outbox.note_next_try(connection, [each.id], timestamp(when))

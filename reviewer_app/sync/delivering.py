"""Packets handed in, in their order; a receipt counts when it proves itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from sqlalchemy import Connection

from review_protocol.documents.answers import Arrived, DeliveryAnswer
from review_protocol.exchange import DELIVERY_COUNT
from reviewer_app.errors import ExpectedFailure, ServerRefused
from reviewer_app.models import outbox
from reviewer_app.models.outbox import StoredPacket
from reviewer_app.models.store import Store
from reviewer_app.sync.backoff import next_try
from reviewer_app.sync.clock import Clock, timestamp
from reviewer_app.sync.lanes import LANES, Lanes, are_independent
from reviewer_app.sync.receipts import keep_receipts
from reviewer_app.sync.reports import Cancelled, Progress, Report
from reviewer_app.sync.session import DeviceSession, deliverable

Scatter = Callable[[], float]
"""Gives a random number from 0 to below 1."""
Asked = Callable[[Connection], Sequence[int]]
"""Finds the places in the outbox of what is to be delivered."""


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


class _UnderWay(NamedTuple):
    """A delivery that left, and the answer to come."""

    group: Sequence[StoredPacket]
    answer: Future[DeliveryAnswer]


class Waiting:
    """What the outbox holds without a receipt, read one delivery at a time, the oldest first."""

    def __init__(self, store: Store, most: int, asked: Asked) -> None:
        """`asked` says which entries."""
        self._store = store
        self._most = most
        with store.read() as connection:
            self._entries = deque(asked(connection))
        self._next: list[StoredPacket] = []
        self.total = len(self._entries)

    def may_join(self, under_way: Sequence[_UnderWay]) -> bool:
        """Whether there is a next delivery, and it may leave while these are under way."""
        if len(under_way) == LANES:
            return False
        group = self._group()
        return bool(group) and all(are_independent(group, each.group) for each in under_way)

    def take(self) -> Sequence[StoredPacket]:
        """The next delivery leaves."""
        group = self._group()
        self._next = self._next[len(group) :]
        return group

    def read_on(self) -> None:
        """Have the next delivery at hand."""
        missing = min(self._most - len(self._next), len(self._entries))
        if missing > 0:
            entries = [self._entries.popleft() for _ in range(missing)]
            with self._store.read() as connection:
                self._next.extend(outbox.packets_at(connection, entries))

    def _group(self) -> Sequence[StoredPacket]:
        self.read_on()
        return self._next[: deliverable([each.envelope for each in self._next])]


@dataclass(frozen=True, slots=True)
class Delivering:
    """Hands in what the outbox holds."""

    store: Store
    clock: Clock
    scatter: Scatter
    most: int = DELIVERY_COUNT
    """Packets in one delivery."""

    def deliver(
        self,
        session: DeviceSession,
        report: Report,
        cancelled: Cancelled,
        *,
        asked: Asked = outbox.waiting_entries,
    ) -> Delivered:
        """Deliver everything that was asked for and has no receipt, the oldest first. Each group is
        noted as being sent before it leaves; two are under way where their order says nothing.

        Raises what the session raises, when all under way has ended, the next try being noted.
        """
        waiting = Waiting(self.store, self.most, asked)
        done, failure = Delivered(), None
        under_way: deque[_UnderWay] = deque()
        # while groups are under way, the receipts of the one before them are verified and kept
        with ThreadPoolExecutor(1, "receipts") as beside, Lanes(session) as lanes:
            take: Callable[[], Delivered] = Delivered
            while True:
                while failure is None and not cancelled() and waiting.may_join(under_way):
                    report(Progress("deliver", done.sent, waiting.total))
                    under_way.append(self._send(waiting.take(), lanes))
                taken = beside.submit(take)
                if not under_way:
                    break
                waiting.read_on()
                group, answer = under_way.popleft()
                take = Delivered
                try:
                    take = partial(self._take_receipts, session, group, answer.result().arrived)
                except ExpectedFailure as error:
                    self._put_off(group, error)
                    failure = failure or error
                done = done.joined(taken.result())
            done = done.joined(taken.result())
        if failure is not None:
            raise failure
        report(Progress("deliver", done.sent, waiting.total))
        return done

    def _send(self, group: Sequence[StoredPacket], lanes: Lanes) -> _UnderWay:
        self._note_sending(group)
        return _UnderWay(group, lanes.send([each.envelope for each in group]))

    def _note_sending(self, group: Sequence[StoredPacket]) -> None:
        ids = [each.id for each in group]
        with self.store.write() as connection:
            outbox.note_sending(connection, ids, timestamp(self.clock()))

    def _take_receipts(
        self, session: DeviceSession, group: Sequence[StoredPacket], arrived: Sequence[Arrived]
    ) -> Delivered:
        """Keep the receipts that prove themselves; packets without one are put off."""
        sent = {each.id: each for each in group}
        now = timestamp(self.clock())
        kept = keep_receipts(self.store, sent, arrived, session.trust, now)
        proved = {*kept.received, *kept.held}
        self._put_off([each for each in group if each.id not in proved])
        return Delivered(len(group), kept.received, kept.held)

    def _put_off(self, group: Sequence[StoredPacket], why: ExpectedFailure | None = None) -> None:
        if not group:
            return
        retry_after = why.retry_after if isinstance(why, ServerRefused) else None
        now = self.clock()
        with self.store.write() as connection:
            for each in group:
                when = next_try(
                    now, each.tries + 1, scatter=self.scatter(), retry_after=retry_after
                )
                outbox.note_next_try(connection, [each.id], timestamp(when))

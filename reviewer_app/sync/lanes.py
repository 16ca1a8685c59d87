"""Deliveries under way at the same time, each over a connection of its own."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from queue import Empty, SimpleQueue
from types import TracebackType

from review_protocol.documents.answers import DeliveryAnswer
from review_protocol.documents.packet import (
    AmendmentPacket,
    RecusalPacket,
    ScorePacket,
    WithdrawalPacket,
)
from review_protocol.documents.stated_facts import FactsPacket
from reviewer_app.models.outbox import StoredPacket
from reviewer_app.sync.session import DeviceSession

LANES = 2
"""Deliveries under way at most: while the server commits one, it opens the next."""

_ABOUT_A_SCORE = {
    each.kind
    for each in (ScorePacket, AmendmentPacket, WithdrawalPacket, RecusalPacket, FactsPacket)
}


class Lanes:
    """Sends deliveries in threads; leaving it waits for those under way.

    The first goes over the session's own connection, others are opened when they are needed.
    """

    def __init__(self, session: DeviceSession) -> None:
        self._session = session
        self._idle: SimpleQueue[DeviceSession] = SimpleQueue()
        self._idle.put(session)
        self._threads = ThreadPoolExecutor(LANES, thread_name_prefix="delivering")
        self._closing = ExitStack()

    def __enter__(self) -> Lanes:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._threads.shutdown(wait=True)
        self._closing.close()

    def send(self, envelopes: Sequence[bytes]) -> Future[DeliveryAnswer]:
        """Begin to deliver these; the future raises what `DeviceSession.deliver` raises."""
        return self._threads.submit(self._deliver, envelopes)

    def _deliver(self, envelopes: Sequence[bytes]) -> DeliveryAnswer:
        try:
            session = self._idle.get_nowait()
        except Empty:
            session = self._session.beside()
            self._closing.callback(session.client.close)
        try:
            return session.deliver(envelopes)
        finally:
            self._idle.put(session)


def are_independent(some: Sequence[StoredPacket], others: Sequence[StoredPacket]) -> bool:
    """Whether the server makes the same of all of them, whichever come first.

    So it is where all are about scores and no case is in both: what becomes of such a packet
    depends on declarations, and on earlier packets on its case; a chain grows from either end.
    """
    if not all(each.kind in _ABOUT_A_SCORE for each in (*some, *others)):
        return False
    return {each.case for each in some}.isdisjoint(each.case for each in others)

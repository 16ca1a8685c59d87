"""How long the server waits for a client that says nothing, or says it very slowly."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

BODY_STALL_SECONDS = 30.0
BODY_SECONDS = 900.0
"""A full delivery over a link of ten kilobytes a second."""
MOST_CONNECTIONS = 800


class PatientProtocol(H11Protocol):
    """HTTP/1.1 that hangs up where the head of a request is not there in time.

    uvicorn itself waits for ever for a first request, and for the rest of one that has begun.
    """

    HEAD_SECONDS: ClassVar[float] = 30.0
    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """There is nobody to wait for."""
        self._stop_watching()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came; a head that has begun is waited for, one that is whole no more."""
        super().data_received(data)
        if self._wants_head():
            self._watch()
        else:
            self._stop_watching()

    def _wants_head(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _watch(self) -> None:
        if self._waiting is None:
            self._waiting = self.loop.call_later(self.HEAD_SECONDS, self._hang_up)

    def _stop_watching(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _hang_up(self) -> None:
        self._waiting = None
        if self._wants_head():
            self.transport.close()

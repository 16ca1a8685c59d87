"""How long the server waits for a client that says nothing, or says it very slowly."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

from central_server.limits import network_of

BODY_STALL_SECONDS = 30.0
BODY_SECONDS = 900.0
"""A full delivery over a link of ten kilobytes a second."""
MOST_CONNECTIONS = 800


class PatientProtocol(H11Protocol):
    """HTTP/1.1 that hangs up where the head of a request is not there in time.

    uvicorn itself waits for ever for a first request, and for the rest of one that has begun.
    """

    HEAD_SECONDS: ClassVar[float] = 30.0
    MOST_OF_ONE_ADDRESS: ClassVar[int] = 200
    """Connections; where a proxy speaks for all, that has to count."""
    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request; hang up on an address that holds too many connections."""
        super().connection_made(transport)
        if self._holds_too_many():
            transport.abort()
        else:
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

    def _holds_too_many(self) -> bool:
        if self.client is None or self.config.proxy_headers:
            return False
        mine = network_of(self.client[0])
        patient = (each for each in self.connections if isinstance(each, PatientProtocol))
        clients = (each.client for each in patient)
        same = sum(each is not None and network_of(each[0]) == mine for each in clients)
        return same > self.MOST_OF_ONE_ADDRESS

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

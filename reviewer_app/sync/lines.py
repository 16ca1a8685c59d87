"""The connections that are in use now, so that another thread can end them at once."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Lock


class Lines:
    """Sockets of requests under way; `end` wakes whoever waits on one, with a failure."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sockets: set[socket.socket] = set()
        self._ended = False

    def hold(self, line: socket.socket) -> None:
        """A connection was made; after `end` it ends here."""
        with self._lock:
            self._sockets.add(line)
            ended = self._ended
        if ended:
            _hang_up(line)

    def let_go(self, line: socket.socket) -> None:
        """The connection is over."""
        with self._lock:
            self._sockets.discard(line)

    def end(self) -> None:
        """End every connection, and each that is still to come. From any thread."""
        with self._lock:
            self._ended = True
            sockets = tuple(self._sockets)
        for line in sockets:
            _hang_up(line)


def _hang_up(line: socket.socket) -> None:
    with suppress(OSError):  # the other side was first
        # TLS or not: its own farewell would wait for the thread that reads
        socket.socket.shutdown(line, socket.SHUT_RDWR)

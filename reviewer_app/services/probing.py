"""Names, connections and proxies tried with patience that has an end, and that can be ended."""

from __future__ import annotations

import socket
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from threading import Event, Thread

from reviewer_app.sync.lines import Lines
from reviewer_app.sync.proxies import Proxy

_HEAD_LIMIT = 1 << 16


class TunnelRefused(OSError):
    """The proxy did not open a tunnel; `status` is what it said, 0 where that was no HTTP."""

    def __init__(self, status: int) -> None:
        super().__init__(f"the proxy answered {status}")
        self.status = status


class Patient:
    """Waits `seconds` for each thing at most; `end` may be called from any thread."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.lines = Lines()
        self._ended = Event()

    @property
    def ended(self) -> bool:
        return self._ended.is_set()

    def end(self) -> None:
        """End what is under way, and all that would follow."""
        self._ended.set()
        self.lines.end()

    def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses of a name; raises OSError, UnicodeError, and TimeoutError in the end.

        The system's question for a name cannot be ended: it is left behind on its own thread.
        """
        answers: SimpleQueue[tuple[str, ...] | Exception] = SimpleQueue()

        def ask() -> None:
            try:
                found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            except (OSError, UnicodeError) as error:
                answers.put(error)
            else:
                answers.put(tuple(dict.fromkeys(str(each[4][0]) for each in found)))

        Thread(target=ask, name="name", daemon=True).start()
        waited = 0.0
        while not self.ended and waited < self.seconds:
            try:
                answer = answers.get(timeout=0.1)
            except Empty:
                waited += 0.1
                continue
            if isinstance(answer, Exception):
                raise answer
            return answer
        raise TimeoutError("nobody answered to the question for the name")

    @contextmanager
    def connected(self, host: str, port: int) -> Iterator[socket.socket]:
        """A connection, closed at the end; raises OSError."""
        with (
            socket.create_connection((host, port), timeout=self.seconds) as line,
            line.dup() as handle,  # TLS takes the line itself over
        ):
            self.lines.hold(handle)
            try:
                yield line
            finally:
                self.lines.let_go(handle)


def open_tunnel(line: socket.socket, proxy: Proxy, host: str, port: int) -> None:
    """Ask an HTTP proxy for a tunnel to the server; raises TunnelRefused, OSError."""
    named = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    head = f"CONNECT {named} HTTP/1.1\r\nHost: {named}\r\n"
    if proxy.login:
        login = b64encode(proxy.login.encode("utf-8")).decode("ascii")
        head += f"Proxy-Authorization: Basic {login}\r\n"
    line.sendall(f"{head}\r\n".encode("ascii"))
    answer = b""
    while b"\r\n\r\n" not in answer and len(answer) < _HEAD_LIMIT:
        piece = line.recv(1)  # not a byte of what comes after the head
        if not piece:
            break
        answer += piece
    words = answer.split(b"\r\n", 1)[0].split(b" ")
    is_http = words[0].startswith(b"HTTP/1.") and len(words) > 1 and words[1].isdigit()
    status = int(words[1][:3]) if is_http else 0
    if status != 200:
        raise TunnelRefused(status)

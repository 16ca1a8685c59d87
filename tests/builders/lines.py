"""Real sockets that misbehave: servers that break off at every stage, TLS of strangers, proxies."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

Serve = Callable[[socket.socket], None]
RESET = struct.pack("ii", 1, 0)


@contextmanager
def a_listener(serve: Serve, port: int = 0) -> Iterator[int]:
    """Serve each connection on a thread of its own, until the end of the block; gives the port."""
    with socket.create_server(("127.0.0.1", port)) as listening, ExitStack() as ends:
        taken: list[socket.socket] = []
        threads: list[threading.Thread] = []

        def take() -> None:
            with suppress(OSError):  # the end of the block
                while True:
                    line, _ = listening.accept()
                    line.settimeout(10)
                    taken.append(line)
                    threads.append(threading.Thread(target=attend, args=(line,)))
                    threads[-1].start()

        def attend(line: socket.socket) -> None:
            with line, suppress(OSError, ssl.SSLError):  # clients hang up: that is the point
                serve(line)

        def end() -> None:
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            accepting.join()
            for line in taken:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
            for thread in threads:
                thread.join()

        accepting = threading.Thread(target=take)
        accepting.start()
        ends.callback(end)
        yield listening.getsockname()[1]


def request_head(line: socket.socket) -> bytes:
    """A request as far as the empty line; these tests' requests have no body."""
    received = b""
    while b"\r\n\r\n" not in received and (piece := line.recv(65536)):
        received += piece
    return received


def resets(line: socket.socket) -> None:
    """Hang up with a reset, at once: the other side may not have noticed yet that it is there."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    line.close()


def resets_before_reading(line: socket.socket) -> None:
    """Hang up with a reset once there is something to read: the other side has its connection."""
    line.recv(1, socket.MSG_PEEK)
    resets(line)


def resets_after_request(line: socket.socket) -> None:
    request_head(line)
    resets(line)


def closes_after_request(line: socket.socket) -> None:
    request_head(line)


def keeps_silent(line: socket.socket) -> None:
    """Take the request, and never answer."""
    request_head(line)
    line.recv(1)


def answers(raw: bytes, then: Serve | None = None) -> Serve:
    """Answer every request with these bytes, then do something else or hang up."""

    def serve(line: socket.socket) -> None:
        request_head(line)
        line.sendall(raw)
        if then is not None:
            then(line)

    return serve


def behind_tls(certificate: Path, serve: Serve = resets_after_request) -> Serve:
    """The same within TLS, with this certificate and key in one PEM file."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def secured(line: socket.socket) -> None:
        with context.wrap_socket(line, server_side=True) as secure:
            serve(secure)

    return secured


@dataclass
class AProxy:
    """An HTTP proxy whose every name leads to `port`; `login` is what it wants, "" for nothing."""

    port: int
    login: str = ""
    status: int = 200
    asked: list[str] = field(default_factory=list)
    at: int = 0

    def serve(self, line: socket.socket) -> None:
        head = request_head(line)
        first = head.split(b"\r\n", 1)[0].decode()
        self.asked.append(first)
        if self.login and self._login_of(head) != self.login:
            line.sendall(b"HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic\r\n")
            line.sendall(b"Content-Length: 0\r\nConnection: close\r\n\r\n")
            return
        if self.status != 200:
            line.sendall(b"HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n" % self.status)
            return
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as there:
            if first.startswith("CONNECT "):
                line.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
            else:
                there.sendall(head)
            self._pass_on(line, there)

    def _pass_on(self, line: socket.socket, there: socket.socket) -> None:
        back = threading.Thread(target=_pump, args=(there, line))
        back.start()
        _pump(line, there)
        back.join()

    def _login_of(self, head: bytes) -> str:
        for each in head.split(b"\r\n"):
            name, _, value = each.partition(b": ")
            if name.lower() == b"proxy-authorization":
                return b64decode(value.removeprefix(b"Basic ")).decode()
        return ""


@contextmanager
def a_proxy(port: int = 9, *, login: str = "", status: int = 200) -> Iterator[AProxy]:
    """A proxy before the server at `port`; its own port is `at`."""
    proxy = AProxy(port, login, status)
    with a_listener(proxy.serve) as proxy.at:
        yield proxy


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)

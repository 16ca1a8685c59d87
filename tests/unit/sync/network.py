"""An HTTP server thread before the real central server: it passes requests on, or spoils them."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

from reviewer_app.sync import http
from tests.builders.desks import Reply, Transport, in_process

Answer = Callable[[BaseHTTPRequestHandler, Reply | None], None]
"""Writes an answer; is given what the central server said, or None where it was not asked."""


TRIES = http.Transport().tries
"""So many answers are to be spoiled until a desk gives up."""


class Network:
    """What lies between a desk and its server."""

    def __init__(self, upstream: Transport | None) -> None:
        self.upstream = upstream
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.address = ""
        self._harmed: dict[str, deque[Callable[[bytes], bytes]]] = {}
        self._spoiled: dict[str, deque[tuple[Answer, bool]]] = {}

    def spoil(self, path: str, *answers: Answer, reaching: bool = True) -> None:
        """Answer the next requests under `path` by these; `reaching` ones reach the server."""
        self._spoiled.setdefault(path, deque()).extend((each, reaching) for each in answers)

    def harm(self, path: str, *changes: Callable[[bytes], bytes]) -> None:
        """The bodies of the next requests to this path reach the server changed."""
        self._harmed.setdefault(path, deque()).extend(changes)

    def mend(self) -> None:
        """Forget what was to be spoiled or harmed and was not asked for."""
        self._spoiled.clear()
        self._harmed.clear()

    def count(self, path: str) -> int:
        """How many requests were made under this path."""
        return sum(asked.split(" ")[1].startswith(path) for asked in self.asked)

    def serve(self, handler: BaseHTTPRequestHandler) -> None:
        body = handler.rfile.read(int(handler.headers.get("Content-Length", "0")))
        if waiting := self._harmed.get(handler.path):
            body = waiting.popleft()(body)
        self.asked.append(f"{handler.command} {handler.path}")
        self.headers.append({name.lower(): text for name, text in handler.headers.items()})
        answer, reaching = self._next(handler.path)
        reply = None
        if reaching and self.upstream is not None:
            headers = {name.lower(): text for name, text in handler.headers.items()}
            reply = self.upstream(handler.command, handler.path, headers, body)
        answer(handler, reply)

    def _next(self, path: str) -> tuple[Answer, bool]:
        for prefix, waiting in self._spoiled.items():
            if path.startswith(prefix) and waiting:
                return waiting.popleft()
        return passed_on, True


@contextmanager
def a_network(app: object | None = None) -> Iterator[Network]:
    """A network before an application, or before nothing, until the end of the block."""
    network = Network(None if app is None else in_process(app))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        network_of: ClassVar[Network] = network

        def do_GET(self) -> None:
            self.network_of.serve(self)

        def do_POST(self) -> None:
            self.network_of.serve(self)

        def log_message(self, format: str, *values: object) -> None:
            """Say nothing."""

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A client that hangs up is what these tests are about."""

    server = Quiet(("127.0.0.1", 0), Handler)
    server.daemon_threads = False
    network.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield network
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def said(
    body: bytes, *, status: int = 200, content_type: str | None = None, **headers: str
) -> Answer:
    """An answer of one's own; a header's underscores are hyphens."""

    def answer(handler: BaseHTTPRequestHandler, reply: Reply | None) -> None:
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        if content_type is not None:
            named["Content-Type"] = content_type
        _send(handler, status, named, body)

    return answer


def passed_on(handler: BaseHTTPRequestHandler, reply: Reply | None) -> None:
    assert reply is not None
    named = {name: text for name, text in reply.headers.items() if name != "content-length"}
    _send(handler, reply.status, named, reply.body)


def lost(handler: BaseHTTPRequestHandler, reply: Reply | None) -> None:
    """The server did what it was asked, and its answer never comes."""
    handler.close_connection = True


def cut_off(after: int, *, announced: bool = True) -> Answer:
    """Only the first bytes come; without `announced` nobody can know how many were to come."""

    def answer(handler: BaseHTTPRequestHandler, reply: Reply | None) -> None:
        assert reply is not None
        length = str(len(reply.body)) if announced else None
        named = {name: text for name, text in reply.headers.items() if name != "content-length"}
        _send(handler, reply.status, named, reply.body[:after], length=length)

    return answer


def cut_off_in_its_head(handler: BaseHTTPRequestHandler, reply: Reply | None) -> None:
    """The connection ends in the middle of a header."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Le")
    handler.close_connection = True


def altered(change: Callable[[bytes], bytes]) -> Answer:
    """The body is another one on the way."""

    def answer(handler: BaseHTTPRequestHandler, reply: Reply | None) -> None:
        assert reply is not None
        passed_on(handler, Reply(reply.status, reply.headers, change(reply.body)))

    return answer


def endless(handler: BaseHTTPRequestHandler, reply: Reply | None) -> None:
    """A body that never ends; the client must hang up."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/octet-stream")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.close_connection = True
    try:
        while True:
            handler.wfile.write(b"x" * 65536)
    except OSError:
        return


def _send(
    handler: BaseHTTPRequestHandler,
    status: int,
    headers: dict[str, str],
    body: bytes,
    *,
    length: str | None = "",
) -> None:
    handler.send_response(status)
    for name, text in headers.items():
        handler.send_header(name, text)
    if length is not None:
        handler.send_header("Content-Length", length or str(len(body)))
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.wfile.write(body)
    handler.close_connection = True

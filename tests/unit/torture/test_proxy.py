"""The torture's proxy: transparent where it is honest, and each damage is what it says."""

import http.client
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random

import pytest

from tests.torture.proxy import KINDS, Damager, a_proxy

HEARD: list[bytes] = []
ANSWER = b"the whole answer of the server"


class Echo(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        HEARD.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.send_header("Content-Length", str(len(ANSWER)))
        self.end_headers()
        self.wfile.write(ANSWER)

    def log_message(self, *told: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def echo() -> Iterator[int]:
    HEARD.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def asked(port: int, body: bytes) -> bytes | None:
    """The answer's body; None where the connection broke."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("POST", "/v1/packets?x=1", body)
        return connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def test_an_honest_one_changes_nothing(echo: int) -> None:
    with a_proxy(echo, Damager(Random(1), 0)) as proxy:
        assert asked(proxy.port, b"question") == ANSWER
    assert HEARD == [b"question"]


@pytest.mark.parametrize(
    ("kind", "arrives"),
    [
        ("lost request", 0),
        ("lost answer", 1),
        ("cut request", 0),
        ("harmed request", 1),
        ("cut answer", 1),
        ("truncated answer", 1),
        ("delay", 1),
        ("duplicate", 2),
        ("harmed answer", 1),
    ],
)
def test_a_damage_is_done(echo: int, kind: str, arrives: int) -> None:
    damager = Damager(Random(7), 1, {each: float(each == kind) for each in KINDS})
    with a_proxy(echo, damager) as proxy:
        answer = asked(proxy.port, b"question" * 50)
    assert damager.tally.damaged == {kind: 1}
    assert len([each for each in HEARD if len(each) == 400]) == arrives
    whole = kind in ("harmed request", "delay", "duplicate")
    assert (answer == ANSWER) == whole
    assert (HEARD[:1] == [b"question" * 50]) == (arrives > 0 and kind != "harmed request")

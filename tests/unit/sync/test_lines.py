"""A request to a server that never answers can be ended from another thread."""

import socket
import threading
from collections.abc import Iterator

import pytest

from reviewer_app.errors import ExpectedFailure
from reviewer_app.sync.http import Http, Transport
from reviewer_app.sync.lines import Lines


@pytest.fixture
def silent() -> Iterator[socket.socket]:
    """A server that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(10)
        yield listening


def ask(http: Http, found: list[Exception]) -> None:
    try:
        http.ask("GET", "/v1/hello", headers={})
    except ExpectedFailure as failure:
        found.append(failure)
    finally:
        http.close()


def test_whoever_waits_is_woken(silent: socket.socket):
    lines, found = Lines(), []
    http = Http(f"http://127.0.0.1:{silent.getsockname()[1]}", Transport(), lines)
    asking = threading.Thread(target=ask, args=(http, found))
    asking.start()
    line, _ = silent.accept()
    with line:
        line.recv(1)  # the request has come: the answer is being waited for
        lines.end()
        asking.join(5)
        assert not asking.is_alive()
    assert len(found) == 1


def test_a_connection_that_comes_too_late_ends_at_once(silent: socket.socket):
    lines, found = Lines(), []
    lines.end()
    ask(Http(f"http://127.0.0.1:{silent.getsockname()[1]}", Transport(), lines), found)
    assert len(found) == 1


def test_what_is_over_is_held_no_more(silent: socket.socket):
    lines = Lines()
    ours, theirs = socket.socketpair()
    with ours, theirs:
        lines.hold(ours)
        lines.let_go(ours)
        lines.end()
        theirs.sendall(b"x")
        assert ours.recv(1) == b"x"

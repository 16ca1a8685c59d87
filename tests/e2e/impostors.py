"""What may stand where the server should be: a page, or an answer that breaks off."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

PAGE = b"<!DOCTYPE html><html><title>Welcome to our hotel</title>Please sign in</html>"
_HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
)


@contextmanager
def a_page(port: int) -> Iterator[None]:
    """Answer every request on this port with a hotel's sign-in page."""
    with _listening(port, lambda taken: _show_page(taken)):
        yield


@contextmanager
def a_breaking_line(port: int, upstream: int, *, after: int) -> Iterator[None]:
    """Pass requests on to the server at `upstream`, and cut each answer off after so many bytes."""
    with _listening(port, lambda taken: _pass_on(taken, upstream, after)):
        yield


@contextmanager
def _listening(port: int, serve) -> Iterator[None]:
    ends = threading.Event()
    with socket.create_server(("127.0.0.1", port)) as listening:
        listening.settimeout(0.05)

        def take() -> None:
            while not ends.is_set():
                try:
                    taken, _ = listening.accept()
                except TimeoutError:
                    continue
                with taken:
                    taken.settimeout(5)
                    serve(taken)

        thread = threading.Thread(target=take, name="impostor")
        thread.start()
        try:
            yield
        finally:
            ends.set()
            thread.join()


def _show_page(taken: socket.socket) -> None:
    _request(taken)
    taken.sendall(_HEAD % len(PAGE) + PAGE)


def _pass_on(taken: socket.socket, upstream: int, after: int) -> None:
    request = _request(taken)
    with socket.create_connection(("127.0.0.1", upstream), timeout=5) as there:
        there.sendall(request)
        answer = b""
        while len(answer) < after and (piece := there.recv(65536)):
            answer += piece
    taken.sendall(answer[:after])


def _request(taken: socket.socket) -> bytes:
    """A whole request: its head, and as much body as it announces."""
    received = b""
    while b"\r\n\r\n" not in received and (piece := taken.recv(65536)):
        received += piece
    head, _, body = received.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            length = int(value)
    while len(body) < length and (piece := taken.recv(65536)):
        body += piece
    return head + b"\r\n\r\n" + body

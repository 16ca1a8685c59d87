"""Answers whose head must be whole: Python takes one that is cut off for one that has ended."""

from __future__ import annotations

from http.client import HTTPException, HTTPResponse, IncompleteRead
from io import BufferedReader
from socket import socket


class WholeHead(HTTPResponse):
    """Raises IncompleteRead where the connection ends before the empty line after the headers,
    HTTPException where the length is no number."""

    def __init__(
        self, sock: socket, debuglevel: int = 0, method: str | None = None, url: str | None = None
    ) -> None:
        super().__init__(sock, debuglevel, method, url)
        self.fp = self._lines = _Lines(self.fp.detach())

    def begin(self) -> None:
        """Read status and headers."""
        super().begin()
        if self._lines.ended:
            raise IncompleteRead(b"")
        lengths = self.headers.get_all("Content-Length", [])
        if not all(each.isascii() and each.isdigit() for each in lengths):
            # urllib3 would raise for some of these later, and leave the connection open
            raise HTTPException("a length that is none")


class _Lines(BufferedReader):
    """`ended` is whether the connection had ended before the last line asked for."""

    ended = False

    def readline(self, size: int | None = -1, /) -> bytes:
        """A line, empty at the end."""
        line = super().readline(size)
        self.ended = not line
        return line

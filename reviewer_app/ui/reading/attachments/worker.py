"""In the other process: opens a PDF or a picture, and draws and reads its pages when asked.

PDFium and Pillow are loaded here alone: the application's own process never holds them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Protocol

from reviewer_app.ui.reading.attachments.wire import (
    FAULT,
    LONGEST_FILE,
    PAGE,
    QUESTION,
    SIZE,
    SIZES,
    TEXT,
    WORDS,
    Fault,
    Wanted,
)

if sys.platform != "win32":
    import resource

MOST_MEMORY = 1 << 30
"""Bytes; a file that unpacks to more ends the process that draws it, and nothing else."""


class Refused(Exception):
    """The file is not shown, for this reason."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class Leaves(Protocol):
    """An open file: sizes of its pages, a page drawn, a page read."""

    def sizes(self) -> list[tuple[float, float]]: ...
    def draw(self, wanted: Wanted) -> bytes: ...
    def read(self, index: int) -> bytes: ...
    def words(self, index: int) -> bytes: ...


def serve(connection: Connection) -> None:
    """The file first, then pages, until the pipe is closed."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    try:
        answer_with(connection)
    except (EOFError, OSError):
        return
    except Refused as refused:
        connection.send_bytes(FAULT + refused.fault.value.encode())
    except MemoryError:
        connection.send_bytes(FAULT + Fault.TOO_LARGE.value.encode())


def answer_with(connection: Connection) -> None:
    """Open what comes first, and answer until the other side goes."""
    leaves = _opener(content := connection.recv_bytes(LONGEST_FILE))(content)
    connection.send_bytes(SIZES + b"".join(SIZE.pack(*size) for size in leaves.sizes()))
    while True:
        kind, index, width, turns = QUESTION.unpack(connection.recv_bytes(QUESTION.size))
        if kind == TEXT:
            connection.send_bytes(TEXT + leaves.read(index))
        elif kind == WORDS:
            connection.send_bytes(WORDS + leaves.words(index))
        else:
            connection.send_bytes(PAGE + leaves.draw(Wanted(index, width, turns)))


def _opener(content: bytes) -> Callable[[bytes], Leaves]:
    """By the first bytes, never by a name: only the library that is needed is loaded."""
    if b"%PDF-" in content[:1024]:
        from reviewer_app.ui.reading.attachments.pdf_leaves import PdfLeaves

        return PdfLeaves
    from reviewer_app.ui.reading.attachments.picture_leaves import PictureLeaves

    return PictureLeaves

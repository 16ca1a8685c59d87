"""Draws pages of a PDF in a process of its own that can be killed; nothing touches the disk.

What that process answers is taken for the word of the file: bytes of a fixed form, measured before
they are used, and never objects, which could be made to run what a malicious file wants.
"""

from __future__ import annotations

import multiprocessing
import struct
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from typing import NoReturn

if sys.platform != "win32":
    import resource

_SIZES, _PAGE, _FAULT = b"s", b"p", b"f"
_SIZE = struct.Struct("<dd")
_DRAWN = struct.Struct("<III")
_QUESTION = struct.Struct("<II")
OPEN_LIMIT_S = 20.0
PAGE_LIMIT_S = 15.0
MOST_PIXELS = 24_000_000
MOST_MEMORY = 1 << 30
"""Bytes; a file that unpacks to more ends the process that draws it, and nothing else."""
_LONGEST_ANSWER = 4 * MOST_PIXELS + (1 << 20)
_LONGEST_FAULT = 200
_LONGEST_SIDE = 1e6
"""Points; a PDF's own bound is a seventieth of it."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points."""

    width: float
    height: float

    @property
    def sides(self) -> tuple[float, float]:
        return self.width, self.height


@dataclass(frozen=True, slots=True)
class Page:
    """A drawn page: 32 bits a pixel (blue, green, red, unused), rows of `stride` bytes."""

    index: int
    width: int
    height: int
    stride: int
    pixels: bytes


class PdfFault(Exception):
    """The file cannot be drawn: it is damaged, locked by a password, or it hangs."""


class PdfReader:
    """One open file; calls wait for each other. Raises PdfFault and is of no more use then."""

    def __init__(self, content: bytes, *, open_limit: float = OPEN_LIMIT_S) -> None:
        """Start the process and open the file in it; `open_limit` in seconds."""
        self._lock = Lock()
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process: SpawnProcess = context.Process(target=serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self.pages: tuple[PageSize, ...] = ()
        sizes = self._ask(content, _SIZES, open_limit)
        if len(sizes) % _SIZE.size:
            self._refuse()
        self.pages = tuple(PageSize(*size) for size in _SIZE.iter_unpack(sizes))
        if not all(0 <= side <= _LONGEST_SIDE for each in self.pages for side in each.sides):
            self._refuse()

    def draw(self, index: int, width: int) -> Page:
        """Draw a page `width` pixels wide; raises PdfFault."""
        answer = self._ask(_QUESTION.pack(index, width), _PAGE, PAGE_LIMIT_S)
        if len(answer) < _DRAWN.size:
            self._refuse()
        across, down, stride = _DRAWN.unpack_from(answer)
        pixels = answer[_DRAWN.size :]
        if not (0 < 4 * across <= stride and 0 < stride * down == len(pixels)):
            self._refuse()
        return Page(index, across, down, stride, pixels)

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.is_alive()

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._end_process()
        # where a thread waits for an answer, it sees the pipe's end and closes it there
        if self._lock.acquire(blocking=False):
            try:
                self._ours.close()
            finally:
                self._lock.release()

    def _end_process(self) -> None:
        if self._process.is_alive():
            self._process.kill()
        self._process.join()

    def _refuse(self) -> NoReturn:
        self.close()
        raise PdfFault("an unexpected answer")

    def _ask(self, question: bytes, wanted: bytes, limit: float) -> bytes:
        """What follows the kind that is wanted."""
        with self._lock:
            try:
                self._ours.send_bytes(question)
                if not self._ours.poll(limit):
                    raise PdfFault("it took too long")
                answer = self._ours.recv_bytes(_LONGEST_ANSWER)
            except (OSError, EOFError) as error:
                self._end_process()
                self._ours.close()
                raise PdfFault("the process ended") from error
            except PdfFault:
                self._end_process()
                self._ours.close()
                raise
        if answer[:1] == _FAULT:
            self.close()
            raise PdfFault(answer[1 : 1 + _LONGEST_FAULT].decode("utf-8", "replace"))
        if answer[:1] != wanted:
            self._refuse()
        return answer[1:]


def serve(connection: Connection) -> None:
    """In the other process: the file first, then pages, until the pipe is closed."""
    # PDFium is loaded here alone: the application's own process never holds it.
    import pypdfium2

    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    try:
        document = pypdfium2.PdfDocument(connection.recv_bytes())
        sizes = (_SIZE.pack(*document.get_page_size(index)) for index in range(len(document)))
        connection.send_bytes(_SIZES + b"".join(sizes))
        while True:
            index, width = _QUESTION.unpack(connection.recv_bytes())
            page = document[index]
            points, high = page.get_size()
            scale = min(width / points, (MOST_PIXELS / (points * high)) ** 0.5)
            bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
            drawn = _DRAWN.pack(bitmap.width, bitmap.height, bitmap.stride)
            connection.send_bytes(b"".join((_PAGE, drawn, bitmap.buffer)))
            bitmap.close()
            page.close()
    except (EOFError, OSError):
        return
    except (pypdfium2.PdfiumError, ValueError, ZeroDivisionError) as error:
        connection.send_bytes(_FAULT + (str(error) or type(error).__name__).encode())

"""Draws pages of a PDF in a process of its own that can be killed; nothing touches the disk."""

from __future__ import annotations

import multiprocessing
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock

if sys.platform != "win32":
    import resource

OPEN_LIMIT_S = 20.0
PAGE_LIMIT_S = 15.0
MOST_PIXELS = 24_000_000
MOST_MEMORY = 1 << 30
"""Bytes; a file that unpacks to more ends the process that draws it, and nothing else."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points."""

    width: float
    height: float


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
        answer = self._ask(content, open_limit)
        if isinstance(answer, list):
            self.pages = tuple(PageSize(*size) for size in answer)

    def draw(self, index: int, width: int) -> Page:
        """Draw a page `width` pixels wide; raises PdfFault."""
        answer = self._ask((index, width), PAGE_LIMIT_S)
        if not isinstance(answer, tuple):
            self.close()
            raise PdfFault("an unexpected answer")
        return Page(index, *answer)

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

    def _ask(self, question: bytes | tuple[int, int], limit: float) -> object:
        with self._lock:
            try:
                self._ours.send(question)
                if not self._ours.poll(limit):
                    raise PdfFault("it took too long")
                answer: object = self._ours.recv()
            except (OSError, EOFError) as error:
                self._end_process()
                self._ours.close()
                raise PdfFault("the process ended") from error
            except PdfFault:
                self._end_process()
                self._ours.close()
                raise
        if isinstance(answer, str):
            self.close()
            raise PdfFault(answer)
        return answer


def serve(connection: Connection) -> None:
    """In the other process: the file first, then pages, until the pipe is closed."""
    # PDFium is loaded here alone: the application's own process never holds it.
    import pypdfium2

    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    try:
        document = pypdfium2.PdfDocument(connection.recv())
        connection.send([document.get_page_size(index) for index in range(len(document))])
        while True:
            index, width = connection.recv()
            page = document[index]
            points, high = page.get_size()
            scale = min(width / points, (MOST_PIXELS / (points * high)) ** 0.5)
            bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
            pixels = bytes(bitmap.buffer)
            connection.send((bitmap.width, bitmap.height, bitmap.stride, pixels))
            bitmap.close()
            page.close()
    except (EOFError, OSError):
        return
    except (pypdfium2.PdfiumError, ValueError, ZeroDivisionError) as error:
        connection.send(str(error) or type(error).__name__)

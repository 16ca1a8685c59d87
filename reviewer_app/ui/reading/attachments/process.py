"""A file open in a process of its own that can be killed; nothing touches the disk."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.context import SpawnProcess
from threading import Lock
from typing import NoReturn, TypeVar

from reviewer_app.reading.page_text import PageText
from reviewer_app.ui.reading.attachments import worker
from reviewer_app.ui.reading.attachments.wire import (
    FAULT,
    LONGEST_ANSWER,
    LONGEST_FAULT,
    PAGE,
    QUESTION,
    SIZES,
    TEXT,
    WORDS,
    Fault,
    Page,
    PageSize,
    Wanted,
    page_in,
    sizes_in,
    text_in,
    words_in,
)

OPEN_LIMIT_S = 20.0
PAGE_LIMIT_S = 15.0
_T = TypeVar("_T")


class FileFault(Exception):
    """The file cannot be shown: it is damaged, locked by a password, too large, or it hangs."""

    def __init__(self, fault: Fault, reason: str = "") -> None:
        super().__init__(reason or fault.value)
        self.fault = fault


class FileReader:
    """One open file; calls wait for each other. Raises FileFault and is of no more use then."""

    def __init__(self) -> None:
        self._lock, self._starting = Lock(), Lock()
        self._closed = False
        context = multiprocessing.get_context("spawn")
        self._ours, self._theirs = context.Pipe()
        self._process: SpawnProcess = context.Process(
            target=worker.serve, args=(self._theirs,), daemon=True
        )
        self.pages: tuple[PageSize, ...] = ()

    def open(self, content: bytes, *, limit: float = OPEN_LIMIT_S) -> tuple[PageSize, ...]:
        """Start the process and open the file in it, within `limit` seconds; once.

        Raises FileFault, also where `close` was called meanwhile.
        """
        with self._starting:
            if self._closed:
                raise FileFault(Fault.GAVE_UP, "closed before it began")
            self._process.start()
        self._theirs.close()
        self.pages = self._read(sizes_in, self._ask(content, SIZES, limit))
        return self.pages

    def draw(self, wanted: Wanted) -> Page:
        """Draw a page; raises FileFault."""
        question = QUESTION.pack(PAGE, wanted.index, wanted.width, wanted.turns)
        answer = self._ask(question, PAGE, PAGE_LIMIT_S)
        return self._read(lambda given: page_in(given, wanted), answer)

    def read(self, index: int) -> PageText:
        """The text of a page; raises FileFault."""
        answer = self._ask(QUESTION.pack(TEXT, index, 0, 0), TEXT, PAGE_LIMIT_S)
        return self._read(lambda given: text_in(given, self.pages[index]), answer)

    def words(self, index: int) -> str:
        """The characters of a page, without places; raises FileFault."""
        answer = self._ask(QUESTION.pack(WORDS, index, 0, 0), WORDS, PAGE_LIMIT_S)
        return self._read(words_in, answer)

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.pid is not None and self._process.is_alive()

    def close(self) -> None:
        """End the process, whatever it is doing; from any thread, at any time."""
        with self._starting:
            self._closed = True
        self._end_process()
        # where a thread waits for an answer, it sees the pipe's end and closes it there
        if self._lock.acquire(blocking=False):
            try:
                self._ours.close()
            finally:
                self._lock.release()

    def _end_process(self) -> None:
        if self._process.pid is None:
            return
        if self._process.is_alive():
            self._process.kill()
        self._process.join()

    def _refuse(self) -> NoReturn:
        self.close()
        raise FileFault(Fault.GAVE_UP, "an unexpected answer")

    def _read(self, form: Callable[[bytes], _T], answer: bytes) -> _T:
        try:
            return form(answer)
        except ValueError:
            self._refuse()

    def _ask(self, question: bytes, wanted: bytes, limit: float) -> bytes:
        """What follows the kind that is wanted."""
        with self._lock:
            try:
                self._ours.send_bytes(question)
                if not self._ours.poll(limit):
                    raise FileFault(Fault.GAVE_UP, "it took too long")
                answer = self._ours.recv_bytes(LONGEST_ANSWER)
            except (OSError, EOFError) as error:
                self._end_process()
                self._ours.close()
                raise FileFault(Fault.GAVE_UP, "the process ended") from error
            except FileFault:
                self._end_process()
                self._ours.close()
                raise
        if answer[:1] == FAULT:
            self.close()
            raise FileFault(_fault(answer[1 : 1 + LONGEST_FAULT]))
        if answer[:1] != wanted:
            self._refuse()
        return answer[1:]


def _fault(said: bytes) -> Fault:
    known = {fault.value.encode(): fault for fault in Fault}
    return known.get(said, Fault.DAMAGED)

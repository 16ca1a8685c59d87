"""Asks the process of a file for one thing at a time: pages to draw first, then words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.reading.attachments.process import FileReader
from reviewer_app.ui.reading.attachments.wire import IndexedText, IndexedWords, Page, Wanted

Answer = Page | IndexedText | IndexedWords


class Asking(QObject):
    """The queue of one open file; `failed` ends it."""

    drawn = Event(Page)
    read = Event(IndexedText)
    listed = Event(IndexedWords)
    failed = Event(Exception)

    def __init__(self, reader: FileReader, lane: Lane) -> None:
        super().__init__()
        self._reader = reader
        self._lane = lane
        self._drawing: tuple[Wanted, ...] = ()
        self._reading: tuple[int, ...] = ()
        self._listing: tuple[int, ...] = ()
        self._busy = self._closed = False

    def draw(self, pages: Sequence[Wanted]) -> None:
        """These pages, in this order; what was wanted before is forgotten."""
        self._drawing = tuple(pages)
        self._go_on()

    def text(self, index: int) -> None:
        """The text of a page with its places; the newest wish first."""
        if index not in self._reading:
            self._reading = (index, *self._reading)[:4]
            self._go_on()

    def words(self, pages: Sequence[int]) -> None:
        """The characters of these pages, when nothing else is wanted; in place of those before."""
        self._listing = tuple(pages)
        self._go_on()

    def close(self) -> None:
        """End the process; nothing is told any more."""
        self._drawing, self._reading, self._listing = (), (), ()
        self._busy = self._closed = True
        self._reader.close()

    def _go_on(self) -> None:
        work = None if self._busy else self._next()
        if work is not None:
            self._busy = True
            self._lane.run(work, owner=self, done=self._tell, failed=self._fail)

    def _next(self) -> Callable[[], Answer] | None:
        if self._drawing:
            wanted, *rest = self._drawing
            self._drawing = tuple(rest)
            return partial(self._reader.draw, wanted)
        if self._reading:
            index, *left = self._reading
            self._reading = tuple(left)
            return partial(_text, self._reader, index)
        if self._listing:
            index, *later = self._listing
            self._listing = tuple(later)
            return partial(_words, self._reader, index)
        return None

    def _tell(self, answer: Answer) -> None:
        if not self._reader.alive:
            return
        self._busy = False
        match answer:
            case Page():
                self.drawn.emit(answer)
            case IndexedText():
                self.read.emit(answer)
            case IndexedWords():
                self.listed.emit(answer)
        self._go_on()

    def _fail(self, error: Exception) -> None:
        if not self._closed:
            self.failed.emit(error)


def _text(reader: FileReader, index: int) -> IndexedText:
    return IndexedText(index, reader.read(index))


def _words(reader: FileReader, index: int) -> IndexedWords:
    return IndexedWords(index, reader.words(index))

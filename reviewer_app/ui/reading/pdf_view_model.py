"""Opens an attachment in memory and has its pages drawn, one at a time, the wanted ones first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject

from review_protocol.documents.case import Attachment
from reviewer_app.errors import Failure, UnreadableAttachment
from reviewer_app.services.desk import Desk
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.reading.pdf_process import Page, PageSize, PdfFault, PdfReader


@dataclass(frozen=True, slots=True)
class PdfState:
    """The file shown: its pages' sizes once it is open, or why it cannot be."""

    file: Attachment | None = None
    opening: bool = False
    pages: tuple[PageSize, ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page and the width in pixels in which it is wanted."""

    index: int
    width: int


class PdfViewModel(QObject):
    """Holds the one process that draws; another file or `close` ends it."""

    changed = Event(PdfState)
    drawn = Event(Page)

    def __init__(self, desk: Desk, database: Lane, pages: Lane) -> None:
        super().__init__()
        self._desk = desk
        self._database = database
        self._pages = pages
        self._state = PdfState()
        self._reader: PdfReader | None = None
        self._queue: tuple[Wanted, ...] = ()
        self._busy = False

    @property
    def state(self) -> PdfState:
        return self._state

    def open(self, file: Attachment) -> None:
        """Open a file; the one that is open already stays."""
        if file == self._state.file and self._state.failure is None:
            return
        self.close()
        self._show(PdfState(file=file, opening=True))
        self._database.run(
            partial(self._desk.attachment, file.sha256),
            owner=self,
            done=self._start,
            failed=self._fail,
        )

    def want(self, pages: Sequence[Wanted]) -> None:
        """These pages, in this order; what was wanted before is forgotten."""
        self._queue = tuple(pages)
        self._draw_next()

    def close(self) -> None:
        """End the process."""
        if self._reader is not None:
            self._reader.close()
        self._reader = None
        self._queue = ()
        self._busy = False
        self._show(PdfState())

    def _start(self, content: bytes) -> None:
        self._pages.run(partial(PdfReader, content), owner=self, done=self._take, failed=self._fail)

    def _take(self, reader: PdfReader) -> None:
        if not self._state.opening or self._reader is not None:
            reader.close()  # the person went on to something else meanwhile
            return
        self._reader = reader
        self._show(replace(self._state, opening=False, pages=reader.pages))

    def _draw_next(self) -> None:
        if self._busy or self._reader is None or not self._queue:
            return
        wanted, self._queue = self._queue[0], self._queue[1:]
        self._busy = True
        self._pages.run(
            partial(self._reader.draw, wanted.index, wanted.width),
            owner=self,
            done=self._tell,
            failed=self._fail,
        )

    def _tell(self, page: Page) -> None:
        self._busy = False
        self.drawn.emit(page)
        self._draw_next()

    def _fail(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, PdfFault | UnreadableAttachment):
            if self._state.file is None:
                return  # closed while a page was being drawn
            error = UnreadableAttachment(self._state.file.file)
        if not isinstance(error, Failure):
            raise error
        self._reader = None
        self._show(replace(self._state, opening=False, pages=(), failure=error))

    def _show(self, state: PdfState) -> None:
        self._state = state
        self.changed.emit(state)

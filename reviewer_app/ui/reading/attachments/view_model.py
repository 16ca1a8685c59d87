"""Opens an attachment in memory and moves it from state to state: pages, words, search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from review_protocol.documents.case_files import AnyFile
from reviewer_app.errors import Failure, UnreadableAttachment
from reviewer_app.reading.plain_text import PlainText, plain_text
from reviewer_app.services.desk import Desk
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.reading.attachments.asking import Asking
from reviewer_app.ui.reading.attachments.finding import FileFind
from reviewer_app.ui.reading.attachments.leaving import PlaceKeeper
from reviewer_app.ui.reading.attachments.place import FilePlace, place_in
from reviewer_app.ui.reading.attachments.process import FileFault, FileReader
from reviewer_app.ui.reading.attachments.searching import Searching
from reviewer_app.ui.reading.attachments.state import FileState, Shown, how_shown
from reviewer_app.ui.reading.attachments.wire import IndexedText, Page, PageSize, Wanted


class FileViewModel(QObject):
    """Holds the one process of the open file; another file or `close` ends it."""

    changed = Event(FileState)
    drawn = Event(Page)
    read = Event(IndexedText)

    def __init__(self, desk: Desk, database: Lane, pages: Lane) -> None:
        super().__init__()
        self._desk = desk
        self._database = database
        self._pages = pages
        self._state = FileState()
        self._asking: Asking | None = None
        self._reader: FileReader | None = None
        self._keeper = PlaceKeeper(desk, database)
        self.searching = Searching()
        self.searching.changed.connect(self._show_find)

    @property
    def state(self) -> FileState:
        return self._state

    def open(self, file: AnyFile) -> None:
        """Open a file where it was left; the one that is open already stays."""
        if file == self._state.file and self._state.failure is None and not self._state.stopped:
            return
        self.close()
        shown = how_shown(file)
        self._show(FileState(file=file, opening=shown is not Shown.NOT))
        if shown is Shown.WORDS:
            words = partial(_words_of, self._desk, file)
            self._database.run(words, owner=self, done=self._take_words, failed=self._fail)
        elif shown is not Shown.NOT:
            reader = self._reader = FileReader()
            fetch = partial(_content_of, self._desk, file.sha256, reader)
            self._database.run(fetch, owner=self, done=self._start, failed=self._fail)

    def close(self) -> None:
        """End the process, and remember the place."""
        self._keeper.keep()
        if self._asking is not None:
            self._asking.close()
            self._asking.deleteLater()
        if self._reader is not None:
            self._reader.close()
        self._asking = self._reader = None
        self.searching.begin(0, None)
        self._show(FileState())

    def stop(self) -> None:
        """Give up what is being opened."""
        file = self._state.file
        self.close()
        self._show(FileState(file=file, stopped=True))

    def draw(self, pages: Sequence[Wanted]) -> None:
        """These pages, in this order; what was wanted before is forgotten."""
        if self._asking is not None:
            self._asking.draw(pages)

    def text(self, index: int) -> None:
        """The text of a page is wanted."""
        if self._asking is not None:
            self._asking.text(index)

    def move(self, place: FilePlace) -> None:
        """The reader is here; kept after a pause, and when the file is left."""
        if self._state.file is None or not self._state.pages:
            return
        self._keeper.move(self._state.file.sha256, place)
        if place.page != self._state.reading:
            self._show(replace(self._state, reading=place.page))

    def show_plain(self, *, plain: bool) -> None:
        """Show the words of the page in place of the page, or the page again."""
        self._show(replace(self._state, plain=plain))

    def _start(self, fetched: _Fetched) -> None:
        reader, content, start = fetched
        if reader is self._reader:
            work = partial(_opened, reader, content, start)
            self._pages.run(work, owner=self, done=self._take, failed=self._fail)

    def _take(self, opened: _Opened) -> None:
        reader, pages, start = opened
        if reader is not self._reader:
            return  # the person went on to something else meanwhile
        if isinstance(pages, FileFault):
            self._fail(pages)
            return
        asking = self._asking = Asking(reader, self._pages)
        asking.drawn.connect(self.drawn.emit)
        asking.read.connect(self.read.emit)
        asking.failed.connect(self._fail)
        self.searching.begin(len(pages), asking)
        self._show(
            replace(self._state, opening=False, pages=pages, start=start, reading=start.page)
        )

    def _take_words(self, read: tuple[AnyFile, PlainText]) -> None:
        file, words = read
        if file != self._state.file or not self._state.opening:
            return
        self.searching.begin(1, None, words.text)
        self._show(replace(self._state, opening=False, words=words))

    def _show_find(self, find: FileFind) -> None:
        self._show(replace(self._state, find=find))

    def _fail(self, error: Exception) -> None:
        fault = error.fault if isinstance(error, FileFault) else None
        if isinstance(error, FileFault | UnreadableAttachment):
            if self._state.file is None or self._state.stopped:
                return  # closed while something was on its way
            error = UnreadableAttachment(self._state.file.file)
        if not isinstance(error, Failure):
            raise error
        if self._reader is not None:
            self._reader.close()
        self._asking = self._reader = None
        self._show(replace(self._state, opening=False, pages=(), failure=error, fault=fault))

    def _show(self, state: FileState) -> None:
        self._state = state
        self.changed.emit(state)


_Fetched = tuple[FileReader, bytes, FilePlace]
_Opened = tuple[FileReader, tuple[PageSize, ...] | FileFault, FilePlace]


def _content_of(desk: Desk, sha256: str, reader: FileReader) -> _Fetched:
    attachments = desk.attachments
    return reader, attachments.content(sha256), place_in(attachments.place(sha256))


def _opened(reader: FileReader, content: bytes, start: FilePlace) -> _Opened:
    """The fault is an answer as any other: it too may be about a file that was left."""
    try:
        return reader, reader.open(content), start
    except FileFault as fault:
        return reader, fault, start


def _words_of(desk: Desk, file: AnyFile) -> tuple[AnyFile, PlainText]:
    return file, plain_text(desk.attachments.content(file.sha256))

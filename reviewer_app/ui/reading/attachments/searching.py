"""The search in an open file: page after page, what was read before at once."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.reading.attachments.asking import Asking
from reviewer_app.ui.reading.attachments.finding import FileFind, looked_at
from reviewer_app.ui.reading.attachments.wire import IndexedWords

MOST_WORDS = 8_000_000
"""Characters of pages kept while they are searched."""


class Searching(QObject):
    """Searches pages by asking their process, and a text at once; `changed` tells how far it is."""

    changed = Event(FileFind)

    def __init__(self) -> None:
        super().__init__()
        self._find = FileFind()
        self._asking: Asking | None = None
        self._pages = 0
        self._words: dict[int, str] = {}

    def begin(self, pages: int, asking: Asking | None, words: str | None = None) -> None:
        """Another file: its pages by their process, or all its words."""
        self._find = FileFind()
        self._pages, self._asking = pages, asking
        self._words = {} if words is None else {0: words}
        if asking is not None:
            asking.listed.connect(self._look_at)

    def find(self, find: FileFind) -> None:
        """Look for other words, show another hit, or close the search."""
        if find.text != self._find.text or not find.open:
            pages = self._pages if find.open and find.text.strip() else 0
            find = FileFind(find.open, find.text, pages=pages)
            for index in range(pages):
                if find.done or index not in self._words:
                    break
                find = looked_at(find, index, self._words[index])
        self._find = find
        if self._asking is not None:
            rest = () if find.done else tuple(range(find.looked, find.pages))
            self._asking.words(rest)
        self.changed.emit(find)

    def _look_at(self, page: IndexedWords) -> None:
        find = self._find
        if sum(map(len, self._words.values())) < MOST_WORDS:
            self._words[page.index] = page.words
        if find.open and not find.done and page.index == find.looked:
            self._find = looked_at(find, page.index, page.words)
            self.changed.emit(self._find)

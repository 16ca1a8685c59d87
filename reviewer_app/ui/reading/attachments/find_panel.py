"""The search in a file: words, hits with what stands around them, forward and back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from reviewer_app.reading.unseen import spelled_out
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.reading.attachments.finding import FileFind
from reviewer_app.ui.reading.find_pane import FindPane
from reviewer_app.ui.reading.hit_list import HitWords

_LINES = (2, 0)
WIDTH_PX, HITS_PX = 240, 104
"""How wide the hits are beside a page, and how high above it."""
LINE_PX = 220
"""A line of words, count and buttons is at least that wide."""
_UNBOUND_PX = 16777215  # Qt's own word for no limit is not in PySide6


class FileFindPanel(FindPane):
    """`asked` carries the search as it is wanted."""

    asked = Event(FileFind)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_LINES, parent)
        self._find = FileFind()
        self._paged = True
        self.built()

    def stand(self, *, above: bool, listed: bool) -> None:
        """Beside the page, or above it in one line; below that the hits where they are `listed`:
        in little height the page needs it, and hits are stepped through. Their count stands where
        the line has room for it."""
        ways = QBoxLayout.Direction
        self.lines.setDirection(ways.LeftToRight if above else ways.TopToBottom)
        self.setMinimumWidth(0 if above else scaled(WIDTH_PX))
        self.setMaximumWidth(_UNBOUND_PX if above else scaled(WIDTH_PX))
        self.hits.setVisible(listed)
        self.hits.setMinimumHeight(scaled(HITS_PX) if above else 0)
        self.hits.setMaximumHeight(scaled(HITS_PX) if above else _UNBOUND_PX)

    def show_find(self, find: FileFind, *, paged: bool) -> None:
        """Draw what was found so far; hits that are listed stay where they are."""
        listed = self._find.hits if paged == self._paged else ()
        anew = find.hits[: len(listed)] != listed
        begun = find.open and not self._find.open
        self._find, self._paged = find, paged
        self.hits.show_hits(len(find.hits), self._words, find.at, anew=anew)
        self.setVisible(find.open)
        if begun:
            self.begin()
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A count in three lines would be read by nobody."""
        super().resizeEvent(event)
        self.count.setVisible(event.size().width() >= scaled(LINE_PX))

    def retranslate(self) -> None:
        """Words of the search."""
        self.words.set_words(self.tr("Find in this file"))
        self.back.set_word(self.tr("Previous hit"))
        self.on.set_word(self.tr("Next hit"), "Enter")
        self.close_button.set_word(self.tr("Close the search"), "Esc")
        self.hits.setAccessibleName(self.tr("Hits"))
        self.hits.say_anew()
        self._say()

    def ask(self, text: str) -> None:
        """As it is typed."""
        self.asked.emit(replace(self._find, open=True, text=text))

    def choose(self, row: int) -> None:
        """By its number."""
        self.asked.emit(replace(self._find, at=row))

    def step_on(self) -> None:
        """The first after the last."""
        self._step(1)

    def step_back(self) -> None:
        """The last before the first."""
        self._step(-1)

    def leave(self) -> None:
        """Nothing is searched any more."""
        self.asked.emit(FileFind())

    def _words(self, row: int) -> HitWords:
        hit = self._find.hits[row]
        page = self.tr("Page {page}").format(page=hit.index + 1) if self._paged else ""
        before, exact, after = map(spelled_out, (hit.before, hit.exact, hit.after))
        return HitWords(page, before, exact, after, cut=hit.cut)

    def _say(self) -> None:
        find = self._find
        for button in (self.back, self.on):
            button.setEnabled(bool(find.hits))
        if not find.text.strip():
            self.count.setText(self.tr("Type a word or a figure."))
        elif find.more:
            words = self.tr("More than {count} hits; type more letters.")
            self.count.setText(words.format(count=len(find.hits)))
        elif not find.done:
            words = self.tr("Hits: {count} · page {page} of {pages}…")
            self.count.setText(
                words.format(count=len(find.hits), page=find.looked, pages=find.pages)
            )
        elif find.hits:
            words = self.tr("Hit {at} of {count}")
            self.count.setText(words.format(at=find.at + 1, count=len(find.hits)))
        else:
            self.count.setText(self.tr("Not found in this file."))

    def _step(self, step: int) -> None:
        if self._find.hits and self.words.text() == self._find.text:
            self.asked.emit(replace(self._find, at=(self._find.at + step) % len(self._find.hits)))

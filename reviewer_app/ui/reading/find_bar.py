"""The search at the left: words, hits in both languages, the counterpart beside each."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer_app.ui import terms
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.reading.find_pane import FindPane
from reviewer_app.ui.reading.state import Find, Hit

_MARGINS = QSize(24, 14)
"""What the stylesheet and Qt leave around the words of a row."""


class FindBar(FindPane):
    """`asked` carries the words, `chosen` the number of a hit, `closed` the wish to go back."""

    asked = Event(str)
    chosen = Event(int)
    closed: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = Find()
        self.built()

    def show_find(self, find: Find) -> None:
        """Draw what was found."""
        blocker = QSignalBlocker(self.hits)
        if find.hits != self._find.hits:
            self.hits.clear()
            self.say_hits([self._words(hit) for hit in find.hits])
            self._fit()
        self._find = find
        self.hits.setCurrentRow(find.at)
        blocker.unblock()
        self._say()

    def retranslate(self) -> None:
        """Words of the search."""
        self.words.set_words(self.tr("Find in both languages"))
        self.close_button.set_word(self.tr("Close the search"), "Esc")
        self.hits.setAccessibleName(self.tr("Hits"))
        self.back.set_word(self.tr("Previous hit"), "Shift+F3")
        self.on.set_word(self.tr("Next hit"), "F3")
        self.say_hits([self._words(hit) for hit in self._find.hits])
        self._fit()
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def ask(self, text: str) -> None:
        """As it is typed."""
        self.asked.emit(text)

    def choose(self, row: int) -> None:
        """By its number."""
        if row >= 0:
            self.chosen.emit(row)

    def step_on(self) -> None:
        """Only among hits of what stands in the field."""
        if self._find.hits and self.words.text() == self._find.text:
            self.chosen.emit(self._find.at + 1)

    def step_back(self) -> None:
        """Before the first comes the last: who is asked goes round."""
        self.chosen.emit(self._find.at - 1)

    def leave(self) -> None:
        """The text takes its place."""
        self.closed.emit(None)

    def _say(self) -> None:
        find = self._find
        for button in (self.back, self.on):
            button.setEnabled(bool(find.hits))
        if not find.text.strip():
            self.count.setText(self.tr("Type a word or a figure."))
        elif find.more:
            text = self.tr("More than {count} hits; type more letters.").format(
                count=len(find.hits)
            )
            self.count.setText(text)
        elif find.hits:
            text = self.tr("Hit {at} of {count}").format(at=find.at + 1, count=len(find.hits))
            self.count.setText(text)
        else:
            self.count.setText(self.tr("Not found in either language."))

    def _words(self, hit: Hit) -> str:
        found = f"…{hit.before}{hit.exact}{hit.after}…\n{hit.other}".strip()
        language = terms.language(hit.language)
        return self.tr("{language}: {words}").format(language=language, words=found)

    def _fit(self) -> None:
        """Rows as high as their words: Qt would measure them for another width."""
        room = self.hits.viewport().width() - _MARGINS.width()
        space, wrap = QRect(0, 0, max(room, 1), 10_000), Qt.TextFlag.TextWordWrap
        for item in map(self.hits.item, range(self.hits.count())):
            words = self.hits.fontMetrics().boundingRect(space, wrap, item.text())
            item.setSizeHint(QSize(0, words.height() + _MARGINS.height()))

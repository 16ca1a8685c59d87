"""The search at the left: words, hits in both languages, the counterpart beside each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reviewer_app.ui import terms
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.reading.find_pane import FindPane
from reviewer_app.ui.reading.finding import other_words
from reviewer_app.ui.reading.hit_list import HitWords
from reviewer_app.ui.reading.prepared import Prepared
from reviewer_app.ui.reading.state import Find

_LINES = (2, 2)


class FindBar(FindPane):
    """`asked` carries the words, `chosen` the number of a hit, `closed` the wish to go back."""

    asked = Event(str)
    chosen = Event(int)
    closed: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_LINES, parent)
        self._find = Find()
        self._prepared: Prepared | None = None
        self.built()

    def show_find(self, find: Find, prepared: Prepared | None) -> None:
        """Draw what was found in a case."""
        anew = find.hits != self._find.hits or prepared is not self._prepared
        self._find, self._prepared = find, prepared
        self.hits.show_hits(len(find.hits), self._words, find.at, anew=anew)
        self._say()

    def retranslate(self) -> None:
        """Words of the search."""
        self.words.set_words(self.tr("Find in both languages"))
        self.close_button.set_word(self.tr("Close the search"), "Esc")
        self.hits.setAccessibleName(self.tr("Hits"))
        self.back.set_word(self.tr("Previous hit"), "Shift+F3")
        self.on.set_word(self.tr("Next hit"), "F3")
        self.hits.say_anew()
        self._say()

    def ask(self, text: str) -> None:
        """As it is typed."""
        self.asked.emit(text)

    def choose(self, row: int) -> None:
        """By its number."""
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

    def _words(self, row: int) -> HitWords:
        hit = self._find.hits[row]
        other = other_words(self._prepared, hit) if self._prepared else ""
        place = terms.language(hit.language)
        return HitWords(place, hit.before, hit.exact, hit.after, other, hit.cut)

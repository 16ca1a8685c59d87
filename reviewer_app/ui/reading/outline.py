"""The outline at the left: facts, the four elements, files; what was read, missing or differs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from review_protocol.documents.case_files import AnyFile, files_of
from review_protocol.documents.text import Element
from reviewer_app.ui import terms
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.hearing import Heard, hear_as, one_of
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Ground, Kind, Label
from reviewer_app.ui.kit.page import UprightScroll
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.ticks import beside, give_stop
from reviewer_app.ui.reading import outline_notes as notes
from reviewer_app.ui.reading.outline_entry import WIDTH_PX, Destination, OutlineEntry
from reviewer_app.ui.reading.state import Leaf, ReadingState

__all__ = ["Destination", "Outline"]
READ = 0.95
"""From this share on an element counts as read."""
STRIP_PX = 36
TITLE_LINES = 2
"""Of a file; what has no room is cut out of the middle, so that the ending of its name stays."""


class Outline(Retranslating, Ground):
    """Entries that lead somewhere; `chosen` carries where. One stop of Tab, arrows go along."""

    chosen = Event(Destination)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        hear_as(self, Heard.GROUP)
        self._state = ReadingState()
        self._folded = False
        self._element = Element.BACKGROUND
        self._files: list[tuple[AnyFile, OutlineEntry]] = []
        self._facts = OutlineEntry(Destination(Leaf.FACTS), "i")
        self._differences = OutlineEntry(Destination(Leaf.DIFFERENCES), "≠")
        self._elements = {
            each: OutlineEntry(Destination(Leaf.TEXT, each), str(place))
            for place, each in enumerate(Element, 1)
        }
        self._marks = OutlineEntry(Destination(Leaf.MARKS), "✎")
        self._count = 0
        self._fixed = (self._facts, *self._elements.values(), self._differences, self._marks)
        self._heading = Label(Kind.SMALL)
        self._below = QVBoxLayout()
        self._below.setSpacing(2)
        self._one = one_of(self._fixed, self)
        self._lay_out()
        self._marks.hide()
        self.built()

    def entries(self, leaf: Leaf) -> Sequence[QAbstractButton]:
        """The entries that lead to this leaf, in their order."""
        return [entry for entry in self._every if entry.destination.leaf is leaf]

    @property
    def _every(self) -> tuple[OutlineEntry, ...]:
        return (*self._fixed, *(entry for _, entry in self._files))

    def show_state(self, state: ReadingState) -> None:
        """Draw what there is and what was read."""
        files = files_of(state.opened.view.case) if state.opened else ()
        others = files != tuple(file for file, _ in self._files)
        if others:
            self._make_files(files)
        before, self._state = self._state, state
        if others or _told(state) != _told(before):
            self._draw()
        elif (state.leaf, state.file) != (before.leaf, before.file):
            self._mark()

    def count_marks(self, count: int) -> None:
        """So many highlights and notes are there."""
        if count == self._count and not self._marks.isHidden():
            return
        self._count = count
        self._marks.show()
        self._draw()

    def set_folded(self, *, folded: bool) -> None:
        """A strip of signs whose words are told on hover, or the words themselves."""
        if folded != self._folded:
            self._folded = folded
            self._heading.setVisible(not folded)
            self._draw()

    def sizeHint(self) -> QSize:
        """As wide as the strip, or as the words."""
        return QSize(scaled(STRIP_PX if self._folded else WIDTH_PX), super().sizeHint().height())

    def show_element(self, element: Element) -> None:
        """Mark where the reader is."""
        if element is not self._element:
            self._element = element
            self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from entry to entry, and press none."""
        there = beside(self._every, event)
        if there is None:
            super().keyPressEvent(event)
        else:
            there.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Words of the outline."""
        self.setAccessibleName(self.tr("Outline"))
        self._draw()

    def _lay_out(self) -> None:
        entries = QWidget()
        entries.setProperty("kit", "content")
        column = QVBoxLayout(entries)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for entry in self._fixed:
            entry.chosen.connect(self.chosen.emit)
            column.addWidget(entry)
        column.addSpacing(12)
        column.addWidget(self._heading)
        column.addLayout(self._below)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(UprightScroll(entries))

    def _draw(self) -> None:
        opened, differences = self._state.opened, self._state.differences
        self._facts.say(self.tr("Facts"), notes=notes.of_facts(opened))
        for place, (element, entry) in enumerate(self._elements.items(), 1):
            told = notes.of_element(element, opened.prepared, differences) if opened else []
            missing = opened is not None and notes.is_missing(opened.prepared, element)
            share = self._state.read.get(element, 0.0)
            if 0 < share < READ and not missing:
                percent = QLocale().toString(max(1, int(share * 100)))
                told = [self.tr("Read: {percent}%").format(percent=percent), *told]
            words, read = terms.element(element), share >= READ
            entry.say(words, notes=told, number=place, missing=missing, read=read)
        self._differences.say(self.tr("Differences"), notes=notes.of_differences(differences))
        self._differences.setEnabled(opened is not None and len(opened.prepared.languages) == 2)
        self._heading.setText(self.tr("Files") if self._files else self.tr("No files"))
        for file, entry in self._files:
            title = terms.own(file.title)
            entry.say(title, notes=[notes.of_file(file)], most=TITLE_LINES)
        said = self.tr("Notes {count}") if self._count else self.tr("Notes")
        self._marks.say(said.format(count=self._count), notes=[])
        for entry in (*self._fixed, *(each for _, each in self._files)):
            entry.fold(folded=self._folded)
        self._mark()

    def _mark(self) -> None:
        leaf = self._state.leaf
        self._facts.setChecked(leaf is Leaf.FACTS)
        self._differences.setChecked(leaf is Leaf.DIFFERENCES)
        self._marks.setChecked(leaf is Leaf.MARKS)
        for element, entry in self._elements.items():
            entry.setChecked(leaf is Leaf.TEXT and element is self._element)
        for file, entry in self._files:
            entry.setChecked(leaf is Leaf.FILE and file.sha256 == self._state.file)
        give_stop(self._every)

    def _make_files(self, files: tuple[AnyFile, ...]) -> None:
        for _, entry in self._files:
            entry.hide()
            entry.deleteLater()
        self._files = [
            (file, OutlineEntry(Destination(Leaf.FILE, file=file.sha256), "▤")) for file in files
        ]
        for _, entry in self._files:
            entry.chosen.connect(self.chosen.emit)
            self._below.addWidget(entry)
            self._one.addButton(entry)
            entry.setAutoExclusive(True)


def _told(state: ReadingState) -> tuple[object, ...]:
    """What the entries say of a case; any other part of the state only chooses one of them."""
    return id(state.opened), id(state.differences), state.read

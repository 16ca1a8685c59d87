"""The outline at the left: facts, the four elements, files; what was read, missing or differs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSize
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from review_protocol.documents.case_files import AnyFile, files_of
from review_protocol.documents.text import Element, Language
from reviewer_app.reading.align import Kind as RowKind
from reviewer_app.reading.case_comparison import FIGURES, Theme
from reviewer_app.ui import terms
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Ground, Kind, Label
from reviewer_app.ui.kit.page import UprightScroll
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.reading.outline_entry import WIDTH_PX, Destination, OutlineEntry
from reviewer_app.ui.reading.prepared import Gap, Prepared
from reviewer_app.ui.reading.state import Leaf, ReadingState

__all__ = ["Destination", "Outline"]
READ = 0.95
"""From this share on an element counts as read."""
STRIP_PX = 36
TITLE_LINES = 2
"""Of a file; what has no room is cut out of the middle, so that the ending of its name stays."""


class Outline(Retranslating, Ground):
    """Entries that lead somewhere; `chosen` carries where."""

    chosen = Event(Destination)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
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
        self._lay_out()
        self._marks.hide()
        self.built()

    def entries(self, leaf: Leaf) -> Sequence[QAbstractButton]:
        """The entries that lead to this leaf, in their order."""
        files = [entry for _, entry in self._files]
        every = (*self._fixed, *files)
        return [entry for entry in every if entry.destination.leaf is leaf]

    def show_state(self, state: ReadingState) -> None:
        """Draw what there is and what was read."""
        files = files_of(state.opened.view.case) if state.opened else ()
        if files != tuple(file for file, _ in self._files):
            self._make_files(files)
        self._state = state
        self._draw()

    def count_marks(self, count: int) -> None:
        """So many highlights and notes are there."""
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
        self._element = element
        self._mark()

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
        opened = self._state.opened
        self._facts.say(self.tr("Facts"), notes=self._fact_notes())
        for place, (element, entry) in enumerate(self._elements.items(), 1):
            notes = self._element_notes(element, opened.prepared) if opened else []
            missing = opened is not None and _is_missing(opened.prepared, element)
            share = self._state.read.get(element, 0.0)
            if 0 < share < READ and not missing:
                percent = QLocale().toString(max(1, int(share * 100)))
                notes = [self.tr("Read: {percent} %").format(percent=percent), *notes]
            words, read = terms.element(element), share >= READ
            entry.say(words, notes=notes, number=place, missing=missing, read=read)
        self._differences.say(self.tr("Differences"), notes=self._difference_notes())
        self._differences.setEnabled(opened is not None and len(opened.prepared.languages) == 2)
        self._heading.setText(self.tr("Files") if self._files else self.tr("No files"))
        for file, entry in self._files:
            title = terms.own(file.title)
            entry.say(title, notes=[self._file_note(file)], most=TITLE_LINES)
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

    def _file_note(self, file: AnyFile) -> str:
        units = QLocale.DataSizeFormat.DataSizeSIFormat
        return self.tr("{size} · {language}").format(
            size=QLocale().formattedDataSize(file.length, 1, units),
            language=terms.language(file.language),
        )

    def _fact_notes(self) -> list[str]:
        opened = self._state.opened
        if opened is None or not opened.facts.notable:
            return []
        return [self.tr("⚠ Please look")]

    def _difference_notes(self) -> list[str]:
        told = [each for each in self._state.differences.left if each.theme is not Theme.ONE_SIDED]
        return [self.tr("⚠ Found: {count}").format(count=len(told))] if told else []

    def _element_notes(self, element: Element, prepared: Prepared) -> list[str]:
        zh, en = (bool(prepared.texts[element, each].units) for each in Language)
        if len(prepared.languages) < 2 and (zh or en):
            return []
        if not zh and not en:
            return [self.tr("⚠ Not filled in")]
        if not zh:
            return [self.tr("⚠ English only")]
        if not en:
            return [self.tr("⚠ Chinese only")]
        rows = [row for row in prepared.rows if _stands_in(prepared, row.zh, row.en) is element]
        gaps = sum(row.gap is Gap.PARAGRAPH for row in rows)
        unsure = sum(row.kind is RowKind.UNCERTAIN for row in rows)
        moved = any(row.kind is RowKind.MOVED for row in rows)
        left = self._state.differences.left
        figures = any(each.theme in FIGURES and each.element is element for each in left)
        notes = [
            (bool(gaps), self.tr("⚠ Not translated: {count}").format(count=gaps)),
            (moved, self.tr("⚠ Order differs")),
            (bool(unsure), self.tr("⚠ Uncertain: {count}").format(count=unsure)),
            (figures, self.tr("⚠ Figures differ")),
        ]
        return [words for there, words in notes if there]


def _stands_in(prepared: Prepared, zh: tuple[int, ...], en: tuple[int, ...]) -> Element | None:
    if zh:
        return prepared.sides[Language.ZH].blocks[zh[0]].element
    return prepared.sides[Language.EN].blocks[en[0]].element if en else None


def _is_missing(prepared: Prepared, element: Element) -> bool:
    return not any(prepared.texts[element, language].units for language in Language)

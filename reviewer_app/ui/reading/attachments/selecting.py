"""The selection of words on one page, over its sheets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reviewer_app.reading.page_text import Cut, PageText, cut_out
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.reading.attachments.marks import Look, Mark
from reviewer_app.ui.reading.attachments.place import FilePlace
from reviewer_app.ui.reading.attachments.sheets import Sheets
from reviewer_app.ui.reading.attachments.wire import IndexedText, PageSize

MOST_TEXTS = 24
"""Pages whose places of characters are kept."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Offsets into a page's text: where it began, and where it is now."""

    index: int
    anchor: int
    caret: int

    @property
    def span(self) -> tuple[int, int]:
        return min(self.anchor, self.caret), max(self.anchor, self.caret)


class Selecting(Sheets):
    """`text_wanted` asks for the text of a page, `selected` tells of another selection."""

    text_wanted = Event(int)
    selected: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selection: Selection | None = None
        self._texts: dict[int, PageText] = {}
        self._others: tuple[Mark, ...] = ()

    def show_file(self, sizes: tuple[PageSize, ...], place: FilePlace) -> None:
        """Another file, where it was left; nothing selected."""
        self._texts.clear()
        self.selection = None
        super().show_file(sizes, place)

    def take_text(self, text: IndexedText) -> None:
        """The text of a page came."""
        self._texts[text.index] = text.page
        while len(self._texts) > MOST_TEXTS:
            spare = [index for index in self._texts if index != text.index]
            del self._texts[spare[0]]

    def show_others(self, marks: tuple[Mark, ...]) -> None:
        """What is marked beside the selection."""
        self._others = marks
        self._mark()

    def select(self, selection: Selection | None) -> None:
        """Select these words, or none."""
        self.selection = selection
        self._mark()
        self.selected.emit(None)

    def cut(self) -> Cut | None:
        """The selected words and where they stand."""
        if self.selection is None or self.selection.index not in self._texts:
            return None
        return cut_out(self._texts[self.selection.index], *self.selection.span)

    def copy(self) -> None:
        """Put the selected words into the clipboard."""
        cut = self.cut()
        if cut is not None:
            QGuiApplication.clipboard().setText(cut.exact)

    def text_of(self, index: int) -> PageText | None:
        """The text of a page; where it is not here yet it is asked for."""
        if index not in self._texts and index < len(self.plan.sizes):
            self.text_wanted.emit(index)
        return self._texts.get(index)

    def _mark(self) -> None:
        selection, marks = self.selection, self._others
        if selection is not None and selection.index in self._texts:
            boxes = self._texts[selection.index].boxes(*selection.span)
            if boxes:
                marks = (*marks, Mark(selection.index, boxes, Look.SELECTED))
        if marks != self.marks:
            self.marks = marks
            self.viewport().update()

"""The middle of the screen: texts, facts, differences, marks or a file, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer_app.ui.reading.attachments.view import FileView
from reviewer_app.ui.reading.differing.page import DifferencesPage
from reviewer_app.ui.reading.facts_page import FactsPage
from reviewer_app.ui.reading.marking.page import MarksPage
from reviewer_app.ui.reading.state import Leaf, ReadingState
from reviewer_app.ui.reading.text_area import TextArea


class Middle(QStackedWidget):
    """Draws the leaf that is wanted."""

    def __init__(self, file: FileView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts = TextArea()
        self.facts = FactsPage()
        self.differences = DifferencesPage()
        self.marks = MarksPage()
        self.file = file
        for page in (self.texts, self.facts, self.differences, self.marks, self.file):
            self.addWidget(page)

    def minimumSizeHint(self) -> QSize:
        """What the leaf in sight needs; the others are not there."""
        leaf = self.currentWidget()
        return super().minimumSizeHint() if leaf is None else leaf.minimumSizeHint()

    def show_state(self, state: ReadingState) -> None:
        """Draw a case."""
        if state.opened is not None:
            self.facts.show_sheet(state.opened.facts)
            opened = state.opened
            countries = opened.tables.countries
            self.differences.show_differences(state.differences, opened.prepared, countries)
            self.marks.show_case(state.opened.prepared)
        pages: dict[Leaf, QWidget] = {
            Leaf.TEXT: self.texts,
            Leaf.FACTS: self.facts,
            Leaf.DIFFERENCES: self.differences,
            Leaf.MARKS: self.marks,
            Leaf.FILE: self.file,
        }
        self.setCurrentWidget(pages[state.leaf])
        self.texts.show_state(state)

"""The middle of the screen: texts, facts or a file, one at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer_app.ui.reading.attachments.view import FileView
from reviewer_app.ui.reading.facts_page import FactsPage
from reviewer_app.ui.reading.state import Leaf, ReadingState
from reviewer_app.ui.reading.text_area import TextArea


class Middle(QStackedWidget):
    """Draws the leaf that is wanted."""

    def __init__(self, file: FileView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts = TextArea()
        self.facts = FactsPage()
        self.file = file
        for page in (self.texts, self.facts, self.file):
            self.addWidget(page)

    def show_state(self, state: ReadingState) -> None:
        """Draw a case."""
        if state.opened is not None:
            self.facts.show_sheet(state.opened.facts)
        self.setCurrentWidget(
            {Leaf.TEXT: self.texts, Leaf.FACTS: self.facts, Leaf.FILE: self.file}[state.leaf]
        )
        self.texts.show_state(state)

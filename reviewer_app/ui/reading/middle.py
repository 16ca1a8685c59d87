"""The middle of the screen: texts, facts, differences, marks or a file, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer_app.ui.kit.focus import has_focus_within
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
        """Draw a case; facts and differences, many widgets each, when they are wanted."""
        opened = state.opened
        if opened is not None:
            if state.leaf is Leaf.FACTS:
                self.facts.show_sheet(opened.facts)
            elif state.leaf is Leaf.DIFFERENCES:
                countries = opened.tables.countries
                self.differences.show_differences(state.differences, opened.prepared, countries)
            self.marks.show_case(opened.prepared)
        pages: dict[Leaf, QWidget] = {
            Leaf.TEXT: self.texts,
            Leaf.FACTS: self.facts,
            Leaf.DIFFERENCES: self.differences,
            Leaf.MARKS: self.marks,
            Leaf.FILE: self.file,
        }
        self.setCurrentWidget(pages[state.leaf])
        self.texts.show_state(state)

    def take_focus(self, leaf: Leaf) -> None:
        """To the left pane or the file; to a page, unless something on it has the focus."""
        page = self.currentWidget()
        if leaf is Leaf.FILE:
            self.file.stage.take_focus()
        elif leaf is Leaf.TEXT:
            for pane in self.texts.pair.in_sight[:1]:
                pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif page is not None and not has_focus_within(page):
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)

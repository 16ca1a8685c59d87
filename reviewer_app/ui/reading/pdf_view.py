"""An attachment inside the app: its pages, which page, how large; a sentence where it fails."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import ElidedLabel, Kind, Label
from reviewer_app.ui.reading.pdf_pages import PdfPages
from reviewer_app.ui.reading.pdf_view_model import PdfState, PdfViewModel
from reviewer_app.ui.wording import sentence


class PdfView(Retranslating, QWidget):
    """Draws the file that is open."""

    def __init__(self, model: PdfViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._state = PdfState()
        self._title = ElidedLabel("", Kind.STRONG)
        self._place = Label(Kind.SMALL)
        self._up = IconButton("up")
        self._down = IconButton("down")
        self._smaller = IconButton("zoom-out")
        self._fit = IconButton("columns")
        self._larger = IconButton("zoom-in")
        self.pages = PdfPages()
        self._empty = EmptyState("pdf")
        self._stack = QStackedWidget()
        self._lay_out()
        model.changed.connect(self._draw)
        model.drawn.connect(self.pages.show_image)
        self.pages.wanted.connect(model.want)
        self.pages.turned.connect(self._say_place)
        self._empty.acted.connect(self._again)
        for button in (self._up, self._down, self._smaller, self._fit, self._larger):
            button.clicked.connect(self._press)
        self.built()

    def retranslate(self) -> None:
        """Words of the viewer."""
        self._up.set_word(self.tr("Previous page"), "PageUp")
        self._down.set_word(self.tr("Next page"), "PageDown")
        self._smaller.set_word(self.tr("Smaller"), "−")
        self._fit.set_word(self.tr("Fit the width"))
        self._larger.set_word(self.tr("Larger"), "+")
        self.pages.setAccessibleName(self.tr("Pages"))
        self._draw(self._state)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self._title, 1)
        self._place.setWordWrap(False)
        self._place.setMinimumWidth(96)
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self._place)
        for button in (self._up, self._down, self._smaller, self._fit, self._larger):
            bar.addWidget(button)
        for page in (self._empty, self.pages):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    def _draw(self, state: PdfState) -> None:
        self._state = state
        self._title.set_text(terms.own(state.file.title) if state.file else "")
        self._stack.setCurrentWidget(self.pages if state.pages else self._empty)
        if state.failure is not None:
            words = sentence(state.failure)
            self._empty.set_words(words.title, words.body, self.tr("Try again"))
        elif state.opening:
            self._empty.set_words(self.tr("Opening the file…"))
        elif not state.pages:
            self._empty.set_words(self.tr("No file is open"), self.tr("Choose one at the left."))
        self.pages.show_pages(state.pages)
        self._say_place(self.pages.page)

    def _say_place(self, page: int) -> None:
        count = len(self._state.pages)
        text = self.tr("Page {page} of {count}").format(page=page + 1, count=count)
        self._place.setText(text if count else "")

    def _press(self) -> None:
        steps = {self._smaller: -1, self._fit: 0, self._larger: 1}
        turns = {self._up: -1, self._down: 1}
        for button, turn in turns.items():
            if button is self.sender():
                self.pages.go_to(self.pages.page + turn)
        for button, step in steps.items():
            if button is self.sender():
                self.pages.zoom(step)

    def _again(self, _none: None) -> None:
        file = self._state.file
        if file is not None:
            self._model.open(file)

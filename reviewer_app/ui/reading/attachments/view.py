"""An attachment inside the app: its bar, the search beside it, and what shows it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from review_protocol.documents.file_quotes import FileQuote
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.reading.attachments.bar import FileBar, Wish
from reviewer_app.ui.reading.attachments.find_panel import WIDTH_PX, FileFindPanel
from reviewer_app.ui.reading.attachments.finding import FileFind
from reviewer_app.ui.reading.attachments.place import FilePlace
from reviewer_app.ui.reading.attachments.plan import Fit
from reviewer_app.ui.reading.attachments.saving import SavingOut
from reviewer_app.ui.reading.attachments.stage import FileStage
from reviewer_app.ui.reading.attachments.state import FileState, Shown
from reviewer_app.ui.reading.attachments.view_model import FileViewModel
from reviewer_app.ui.reading.attachments.wire import IndexedText

BESIDE_PX = 560
"""What a page keeps beside the hits, however large the interface is; with less they stand above it,
for in less its words cannot be read."""
LISTED_PX = 480
"""In less height hits above a page would leave it too little."""


class FileView(QWidget):
    """Draws the file that is open; `menu_asked` asks for what can be done with selected words."""

    menu_asked = Event(QPoint)

    def __init__(
        self, model: FileViewModel, saving: SavingOut, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.saving = saving
        self._state = FileState()
        self._goal: FileQuote | None = None
        self._told = (0, 0.0)
        self.bar = FileBar()
        self.find_panel = FileFindPanel()
        self.stage = FileStage()
        self._lay_out()
        self._connect()
        self.find_panel.hide()
        self._draw(model.state)

    def search(self) -> None:
        """Open the search, or go back to its field."""
        if self._state.find.open:
            self.find_panel.begin()
        elif self._state.pages or self._state.words is not None:
            self._model.searching.find(FileFind(open=True))

    def show_quote(self, quote: FileQuote) -> None:
        """Bring a quote into sight, now or when its file is open; in another file nothing is."""
        self._goal = quote
        self._reach()

    def perform(self, wish: Wish) -> None:
        """Do what a button or a key asks for."""
        pages = self.stage.pages
        if wish in (Wish.BACK, Wish.ON):
            pages.go_to(pages.page + (1 if wish is Wish.ON else -1))
        elif wish in (Wish.SMALLER, Wish.LARGER):
            pages.zoom(1 if wish is Wish.LARGER else -1)
        elif wish in (Wish.FIT_WIDTH, Wish.FIT_PAGE):
            pages.zoom_to(Fit.WIDTH if wish is Wish.FIT_WIDTH else Fit.PAGE)
        elif wish is Wish.TURN and self._state.pages and not self._state.plain:
            pages.zoom_to(pages.plan.zoom, pages.plan.turns + 1)
        elif wish is Wish.PLAIN and self._state.pages:
            self._model.show_plain(plain=not self._state.plain)
            self.stage.take_focus()
        elif wish is Wish.FIND:
            self.search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where a page has too little room beside the hits, they stand above it."""
        super().resizeEvent(event)
        above = event.size().width() < scaled(WIDTH_PX) + BESIDE_PX
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if above else ways.LeftToRight)
        listed = not above or event.size().height() >= scaled(LISTED_PX)
        self.find_panel.stand(above=above, listed=listed)

    def _lay_out(self) -> None:
        self._row = row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.find_panel)
        row.addWidget(self.stage, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        model, pages = self._model, self.stage.pages
        model.changed.connect(self._draw)
        model.drawn.connect(pages.show_page)
        model.read.connect(self._take_text)
        pages.wanted.connect(model.draw)
        pages.text_wanted.connect(model.text)
        pages.moved.connect(self._move)
        pages.menu_asked.connect(self.menu_asked.emit)
        self.stage.words.menu_asked.connect(self.menu_asked.emit)
        self.stage.empty.acted.connect(self._act)
        self.bar.wished.connect(self.perform)
        self.bar.page_asked.connect(pages.go_to)
        self.find_panel.asked.connect(self._search)

    def _draw(self, state: FileState) -> None:
        before, self._state = self._state, state
        if state.find is not before.find or state.words is not before.words:
            self.find_panel.show_find(state.find, paged=state.words is None)
        self.stage.show_state(state)
        pages = self.stage.pages
        self.bar.show_state(state, pages.page, pages.plan.scale)
        if state.pages != before.pages:
            self._reach()

    def _take_text(self, text: IndexedText) -> None:
        """Marks stand where the text of a page is known; so does a hit that waited for it."""
        self.stage.pages.take_text(text)
        self.stage.refresh()
        shown = self._state.find.shown
        if shown is not None and shown.index == text.index:
            self.stage.go_to_hit()

    def _move(self, place: FilePlace) -> None:
        self._model.move(place)
        scale = self.stage.pages.plan.scale
        if (place.page, scale) != self._told:
            self._told = (place.page, scale)
            self.bar.show_state(self._state, place.page, scale)

    def _search(self, find: FileFind) -> None:
        self._model.searching.find(find)
        if not find.open:
            self.stage.take_focus()

    def _act(self, _none: None) -> None:
        """The one button of what stands in place of a file."""
        file = self._state.file
        if file is None:
            return
        if self._state.opening:
            self._model.stop()
        elif self._state.shown is Shown.NOT:
            self.saving.ask(file, self)
        else:
            self._model.open(file)

    def _reach(self) -> None:
        """Go where a quote stands, once its file is open."""
        goal = self._goal
        if goal is not None and self._state.pages:
            self._goal = None
            if self._state.plain:
                self._model.show_plain(plain=False)
            self.stage.go_to_quote(goal)

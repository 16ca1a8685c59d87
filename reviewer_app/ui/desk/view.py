"""Draws the desk: what is left, one thing to do next, and the list of cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from reviewer_app.ui import terms
from reviewer_app.ui.desk import words
from reviewer_app.ui.desk.filter_row import FilterRow
from reviewer_app.ui.desk.filters import Filter
from reviewer_app.ui.desk.middle import Middle
from reviewer_app.ui.desk.state import DeskState
from reviewer_app.ui.desk.view_model import DeskViewModel
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.chips import Chip, ChipRow
from reviewer_app.ui.kit.fields import SearchField
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.page import Page
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.screen import Place, Visit

if TYPE_CHECKING:
    from reviewer_app.reading.countries import CountryTable

SEARCH_PX = 280
CHIPS_PX = 440
"""What the chips keep beside the search."""


class DeskView(Page):
    """Holds no case by itself: it shows the view model's state and reports gestures."""

    def __init__(
        self, model: DeskViewModel, keeps: Keeps, countries: Callable[[], CountryTable]
    ) -> None:
        """`countries` is asked for when their names are to be drawn."""
        super().__init__()
        self._model = model
        self._shown = model.state
        self._is_drawn = False
        self._go_on = Button(Role.ACCENT, "forward")
        self._look_back = Button(Role.QUIET, "chart")
        self._practise = Button(Role.QUIET, "book")
        self._practise_on = Button(Role.LINK)
        self._chips = ChipRow(exclusive=True)
        self._filters = FilterRow(countries)
        self._search = SearchField(pause_ms=0)
        self._middle = Middle(model, keeps)
        self._search.setFixedWidth(scaled(SEARCH_PX))
        for button in (self._practise, self._practise_on, self._look_back, self._go_on):
            self.add_action(button)
        self._lay_out()
        self._connect()
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self._search.set_words(self.tr("Search titles, texts, comments (Ctrl+F)"))
        self._chips.setAccessibleName(self.tr("Which cases"))
        self._model.use_language(terms.interface_language())
        self._is_drawn = False
        self._draw(self._shown)

    def focus_list(self) -> None:
        """Put the keyboard on the list, or on what was found."""
        self._middle.focus_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow down leads from the words to what was found, Escape back to the whole list."""
        if event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self.focus_list()
        elif event.key() == Qt.Key.Key_Escape and self._shown.is_searching:
            self._end_search()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.content.setSpacing(12)
        self.content.addWidget(Fold(self._chips, self._search, least=CHIPS_PX, gap=16))
        self.content.addWidget(self._filters)
        self.content.addWidget(self._middle, 1)

    def _connect(self) -> None:
        self._model.changed.connect(self._draw)
        self._go_on.clicked.connect(self._model.go_on)
        for button in (self._practise, self._practise_on, self._look_back):
            button.clicked.connect(self._go)
        self._chips.changed.connect(self._press_chip)
        self._filters.changed.connect(self._model.narrow)
        self._filters.wanted.connect(self._count_facets)
        self._search.asked.connect(self._model.search)
        self._middle.left.connect(self._begin_search)
        self._middle.ended.connect(self._end_search)
        self.banner.acted.connect(self._act)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self._begin_search)

    def _draw(self, state: DeskState) -> None:
        """Every letter of a search brings two states: no more is drawn than what they change."""
        before, self._shown = self._shown, state
        if not (self._is_drawn and state.but_for_search(before)):
            self._draw_head(state)
            self._chips.set_chips(
                [Chip(chip, words.chip_word(chip), state.counts.behind(chip)) for chip in Filter]
            )
            self._chips.set_pressed([state.filters.chip])
            self._filters.show_filters(state)
        if state.search not in (before.search, self._search.text()):
            self._search.setText(state.search)  # never over what is being typed
        self._middle.show_state(state)
        self._is_drawn = True

    def _draw_head(self, state: DeskState) -> None:
        left = words.what_is_left(state.overview) if state.overview is not None else ""
        self.set_heading(self.tr("Desk"), left)
        self._look_back.setText(self.tr("Look over your marks"))
        self._look_back.setVisible(state.comparable)
        for practise in (self._practise, self._practise_on):
            practise.setText(self.tr("Practice case"))
        self._practise.setVisible(state.fresh)
        self._practise_on.setVisible(state.overview is not None and not state.fresh)
        self._go_on.setText(words.next_word(state))
        self._go_on.setVisible(bool(self._go_on.text()))
        said = words.message(state)
        self.banner.show_message(said)

    def _go(self) -> None:
        looks = self.sender() is self._look_back
        self._model.visit(Place.OVERVIEW if looks else Place.PRACTICE)

    def _press_chip(self, keys: tuple[str, ...]) -> None:
        chip = Filter(keys[0]) if keys else Filter.ALL
        self._model.narrow(replace(self._shown.filters, chip=chip))

    def _act(self, message: Message) -> None:
        if message.key == words.DECLARE:
            self._model.left.emit(Visit(Place.DECLARE))
        elif message.key == words.SYNC:
            self._model.sync_wanted.emit(None)
        elif message.key == words.SAID:
            self._model.discuss()

    def _count_facets(self, _nothing: None) -> None:
        self._model.finding.count()

    def _begin_search(self, _nothing: None = None) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _end_search(self, _nothing: None = None) -> None:
        self._model.search("")
        self._middle.focus_list()

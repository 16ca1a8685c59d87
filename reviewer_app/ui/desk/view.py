"""Draws the desk: what is left, one thing to do next, and the list of cases."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from review_protocol.documents.text import Area
from reviewer_app.services.desk_rows import CaseRow, CaseSort
from reviewer_app.ui import terms
from reviewer_app.ui.desk import words
from reviewer_app.ui.desk.columns import case_columns
from reviewer_app.ui.desk.state import DeskState, Filter
from reviewer_app.ui.desk.view_model import DeskViewModel
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.chips import Chip, ChipRow
from reviewer_app.ui.kit.fields import SearchField
from reviewer_app.ui.kit.page import Page
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.kit.table import Sort, Table

WIDE = 60
"""Line heights of width below which the area's column gives its room to the title."""
_AREA_COLUMN = 3


class DeskView(Page):
    """Holds no case by itself: it shows the view model's state and reports gestures."""

    def __init__(self, model: DeskViewModel, keeps: Keeps) -> None:
        super().__init__()
        self._model = model
        self._shown = model.state
        self._go_on = Button(Role.ACCENT, "forward")
        self._chips = ChipRow(exclusive=True)
        self._areas = ChipRow()
        self._search = SearchField()
        self._table = Table[CaseRow](
            case_columns(), lambda row: row.number, name="cases", keeps=keeps
        )
        self._empty: EmptyState | None = None
        self._middle = QStackedWidget()
        self._middle.addWidget(self._table)
        self._search.setFixedWidth(280)
        self.add_action(self._go_on)
        self._lay_out()
        self._connect()
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self._search.set_words(self.tr("Search titles and texts (Ctrl+F)"))
        self._table.setAccessibleName(self.tr("Cases"))
        self._model.use_language(terms.interface_language())
        self._draw(self._shown)

    def focus_list(self) -> None:
        """Put the keyboard on the list."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the area out where the window is narrow: its chips stay."""
        super().resizeEvent(event)
        narrow = self.width() < WIDE * self.fontMetrics().height()
        self._table.setColumnHidden(_AREA_COLUMN, narrow)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._chips, 1)
        top.addWidget(self._search, 0, Qt.AlignmentFlag.AlignTop)
        self.content.setSpacing(12)
        self.content.addLayout(top)
        self.content.addWidget(self._areas)
        self.content.addWidget(self._middle, 1)

    def _connect(self) -> None:
        self._model.changed.connect(self._draw)
        self._go_on.clicked.connect(self._model.go_on)
        self._chips.changed.connect(self._press_chip)
        self._areas.changed.connect(self._press_areas)
        self._search.asked.connect(self._model.search)
        self._table.opened.connect(self._model.open)
        self._table.sort_requested.connect(self._sort)
        self.banner.acted.connect(self._act)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self._search.setFocus)

    def _draw(self, state: DeskState) -> None:
        self._shown = state
        self._draw_head(state)
        self._chips.set_chips(
            [Chip(chip, words.chip_word(chip), state.counts.behind(chip)) for chip in Filter]
        )
        self._chips.set_pressed([state.chip])
        areas = [area for area in Area if state.counts.areas.get(area)]
        self._areas.set_chips(
            [Chip(area, terms.area(area), state.counts.areas[area]) for area in areas]
        )
        self._areas.set_pressed(sorted(state.areas))
        self._areas.setVisible(len(areas) > 1)
        if self._search.text() != state.search:
            self._search.setText(state.search)
        self._draw_list(state)

    def _draw_head(self, state: DeskState) -> None:
        left = words.what_is_left(state.overview) if state.overview is not None else ""
        self.set_heading(self.tr("Desk"), left)
        self._go_on.setText(words.next_word(state))
        self._go_on.setVisible(bool(self._go_on.text()))
        said = words.message(state)
        self.banner.show_message(said)

    def _draw_list(self, state: DeskState) -> None:
        rows = state.rows or ()
        self._table.set_rows(rows)
        self._table.set_sort(Sort(state.sort, descending=state.descending))
        nothing = state.rows is not None and not rows
        self._middle.setCurrentWidget(self._emptiness(state) if nothing else self._table)

    def _emptiness(self, state: DeskState) -> EmptyState:
        """Why there is nothing; made for the first time that there is nothing."""
        if self._empty is None:
            self._empty = EmptyState("tray")
            self._empty.acted.connect(self._act_on_emptiness)
            self._empty.acted_otherwise.connect(self._model.file_wanted.emit)
            self._middle.addWidget(self._empty)
        why = words.emptiness(state)
        self._empty.set_words(why.heading, why.sentence, why.action, why.other)
        return self._empty

    def _press_chip(self, keys: tuple[str, ...]) -> None:
        self._model.choose_chip(Filter(keys[0]) if keys else Filter.ALL)

    def _press_areas(self, keys: tuple[str, ...]) -> None:
        self._model.choose_areas(frozenset(map(Area, keys)))

    def _sort(self, sort: Sort) -> None:
        self._model.sort(CaseSort(sort.key), descending=sort.descending)

    def _act(self, message: Message) -> None:
        if message.key == words.DECLARE:
            self._model.declare()
        elif message.key == words.SYNC:
            self._model.sync_wanted.emit(None)

    def _act_on_emptiness(self, _nothing: None) -> None:
        if self._shown.narrowed:
            self._model.show_everything()
        else:
            self._model.sync_wanted.emit(None)

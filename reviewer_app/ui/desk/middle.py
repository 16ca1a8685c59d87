"""The middle of the desk: the list of cases, what a search found, or why there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer_app.services.desk_rows import CaseRow, CaseSort
from reviewer_app.ui.desk import words
from reviewer_app.ui.desk.columns import case_columns
from reviewer_app.ui.desk.filters import NO_FILTERS
from reviewer_app.ui.desk.state import DeskState
from reviewer_app.ui.desk.view_model import DeskViewModel
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.kit.table import Sort, Table

if TYPE_CHECKING:
    from reviewer_app.services.search import Found
    from reviewer_app.ui.desk.found_list import FoundList
    from reviewer_app.ui.desk.found_model import FoundRow

WIDE = {"area": 60, "countries": 44}
"""Line heights of width below which a column gives its room to the title, whose tip says it."""


class Middle(Retranslating, Stack):
    """``left`` is the wish to go back to the words, ``ended`` to search no more."""

    left: Event[None] = Event()
    ended: Event[None] = Event()

    def __init__(self, model: DeskViewModel, keeps: Keeps) -> None:
        super().__init__()
        self._model = model
        self._shown = model.state
        self._table = Table[CaseRow](
            case_columns(), lambda row: row.number, name="cases", keeps=keeps
        )
        self._is_sorted = False
        self._drawn: tuple[CaseRow, ...] | None = None
        self._found: FoundList | None = None
        self._empty: EmptyState | None = None
        self.add(self._table)
        self._table.opened.connect(self._model.open)
        self._table.sort_requested.connect(self._sort)
        self.retranslate()

    def retranslate(self) -> None:
        """The name of the list."""
        self._table.setAccessibleName(self.tr("Cases"))

    def focus_list(self) -> None:
        """Put the keyboard on the list, or on what was found."""
        (self.page() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where the window is narrow."""
        super().resizeEvent(event)
        lines = self.width() / self.fontMetrics().height()
        for place, column in enumerate(case_columns()):
            if column.key in WIDE:
                self._table.setColumnHidden(place, lines < WIDE[column.key])

    def show_state(self, state: DeskState) -> None:
        """Draw it."""
        before, self._shown = self._shown, state
        if state.rows is not self._drawn:
            self._drawn = state.rows
            self._table.set_rows(state.rows or ())
        if not self._is_sorted or (before.sort, before.descending) != (
            state.sort,
            state.descending,
        ):
            self._is_sorted = True
            self._table.set_sort(Sort(state.sort, descending=state.descending))
        self.show_page(self._wanted(state))

    def _wanted(self, state: DeskState) -> QWidget:
        """Until a search is answered, what was there before stays."""
        found = state.found if state.is_searching else None
        if found is not None and found.total:
            return self._list_of(found)
        if found is not None and found.query.search.strip():
            return self._emptiness(state)
        nothing = state.rows is not None and not state.rows
        return self._emptiness(state) if nothing else self._table

    def _list_of(self, found: Found) -> FoundList:
        """Made when something is found for the first time."""
        if self._found is None:
            from reviewer_app.ui.desk.found_list import FoundList

            self._found = FoundList()
            self._found.opened.connect(self._open)
            self._found.end_reached.connect(self._find_more)
            self._found.left.connect(self.left.emit)
            self.add(self._found)
        self._found.show_found(found)
        return self._found

    def _emptiness(self, state: DeskState) -> EmptyState:
        """Why there is nothing; made for the first time that there is nothing."""
        if self._empty is None:
            self._empty = EmptyState("tray")
            self._empty.acted.connect(self._act)
            self._empty.acted_otherwise.connect(self._act_otherwise)
            self.add(self._empty)
        why = words.emptiness(state)
        self._empty.set_words(why.heading, why.sentence, why.action, why.other)
        return self._empty

    def _open(self, row: FoundRow) -> None:
        self._model.open(row.case, row.shown_hit)

    def _find_more(self, _nothing: None) -> None:
        if self._shown.found is not None:
            self._model.finding.ask_more(self._shown.found)

    def _sort(self, sort: Sort) -> None:
        self._model.sort(CaseSort(sort.key), descending=sort.descending)

    def _act(self, _nothing: None) -> None:
        if self._shown.narrowed:
            self._model.narrow(NO_FILTERS)
        elif self._shown.is_searching:
            self.ended.emit(None)
        else:
            self._model.sync_wanted.emit(None)

    def _act_otherwise(self, _nothing: None) -> None:
        if self._shown.is_searching:
            self.ended.emit(None)
        else:
            self._model.file_wanted.emit(None)

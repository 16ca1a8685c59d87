"""The panel's cases with every score, and what they rest on: a list of any length."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reviewer_app.services.panel.listed_rows import ListedCase, ListHead, ListSort
from reviewer_app.services.panel.verification import Verified
from reviewer_app.ui import dates, terms
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.kit.table import Sort
from reviewer_app.ui.panel.among_words import scope_of
from reviewer_app.ui.panel.listing.bar import ListBar
from reviewer_app.ui.panel.listing.state import EVERYTHING, ListState
from reviewer_app.ui.panel.listing.table import ListTable
from reviewer_app.ui.panel.panel_page import PanelPage
from reviewer_app.ui.panel.state import PanelState
from reviewer_app.ui.panel.view_model import PanelViewModel
from reviewer_app.ui.score_words import said_shortly


class TablePage(PanelPage):
    """Draws a `ListState`; a case is opened by Enter or a double click."""

    def __init__(self, view_model: PanelViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(view_model, parent=parent)
        self._list = view_model.listing
        self._refresh = Button(Role.ACCENT, "refresh")
        self._bar = ListBar()
        self._scores = ListTable()
        self._empty = EmptyState("panel")
        self._stack = Stack()
        for widget in (self._scores, self._empty):
            self._stack.add(widget)
        self.add_action(self._refresh)
        self._tools.show()
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)
        self.content.addWidget(self._bar)
        self.content.addWidget(self._stack, 1)
        self._connect()
        self.built()

    def retranslate(self) -> None:
        """Its own button's word, then all else."""
        self._refresh.setText(self.tr("Collect reviews"))
        self._tools.setText(self.tr("Filters and search"))
        super().retranslate()
        self._draw_list(self._list.state)

    def focus_table(self) -> None:
        """Put the keyboard on the table, at the row that it was on, or at the first."""
        table = self._scores.table
        if table is None:
            self._refresh.setFocus()
            return
        table.setFocus()
        if table.current() is None and table.rows:
            table.choose(table.rows[0].number)

    def draw(self, state: PanelState) -> None:
        """Draw what is not the list's own."""
        self._faces.set_value(state.face)
        self._refresh.setEnabled(not state.is_collecting)
        self._draw_list(self._list.state)
        self._draw_trust(self._list.state)
        self.tell(state)

    def tells_verified(self, found: Verified) -> bool:
        """Here the list is opened and checked: it says so, where there is room."""
        return not self.is_tight or super().tells_verified(found)

    def _find(self) -> None:
        self._tools.setChecked(True)
        self._draw_list(self._list.state)
        self._bar.focus_search()

    def _connect(self) -> None:
        self._copy.clicked.connect(self._list.copy)
        self._refresh.clicked.connect(self._model.refresh)
        self._bar.wanted.connect(self._list.select)
        self._scores.opened.connect(self._open)
        self._scores.wanted.connect(self._list.fetch)
        self._scores.sort_requested.connect(self._sort)
        self._scores.copy_wanted.connect(self._copy_all)
        self._list.changed.connect(self._draw_list)
        self._list.paged.connect(self._scores.put)
        self._list.copied.connect(_to_clipboard)
        self._model.changed.connect(self.draw)

    def _draw_list(self, state: ListState) -> None:
        listing = state.listing
        head = None if listing is None else listing.head
        self.set_heading(self._name(head), "" if head is None else self._standing(head, state))
        self._unofficial.setVisible(head is not None)
        self._copy.setEnabled(listing is not None and bool(listing.total))
        sort, descending = state.query.sort, state.query.descending
        is_asked = state.query != replace(EVERYTHING, sort=sort, descending=descending)
        self._bar.setVisible(head is not None and (self.shows_tools or is_asked))
        self._bar.show_state(state)
        if listing is not None:
            self._scores.show_listing(listing)
        there = listing is not None and bool(listing.total)
        self._stack.show_page(self._scores if there else self._empty)
        if not there:
            self._empty.set_words(*self._nothing(state))

    def _name(self, head: ListHead | None) -> str:
        if head is None or head.grounds.panel is None:
            return self.tr("Panel")
        name = head.grounds.panel_name
        shown = head.grounds.panel if name is None else terms.own(name)
        return self.tr("Panel: {name}").format(name=shown)

    def _standing(self, head: ListHead, state: ListState) -> str:
        """What the list rests on, and as of when: not before it was checked anew is it of now."""
        time = dates.day_and_time(head.made_at)
        if state.is_checking:
            as_of = self.tr("as of {time}, being checked anew").format(time=time)
        elif head.stands:
            as_of = self.tr("compared {time}").format(time=time)
        else:
            as_of = self.tr("as of {time}; something came since").format(time=time)
        told = (as_of, said_shortly(head.grounds), scope_of(head.grounds))
        return " · ".join(part for part in told if part)

    def _nothing(self, state: ListState) -> tuple[str, str]:
        if state.is_checking or not state.is_open:
            return self.tr("Looking…"), self.tr("Every signature is checked before a score counts.")
        if state.listing is None:
            return (
                self.tr("The scores are not checked yet"),
                self.tr(
                    "“Collect reviews” fetches what is new, checks every signature and compares."
                ),
            )
        if state.listing.head.grounds.packets or state.query.search:
            return (
                self.tr("No case is like this"),
                self.tr("Choose another filter, or empty the search."),
            )
        return (
            self.tr("No cases are here yet"),
            self.tr(
                "The panel's cases come with a sync. Declare on them, and their reviews are "
                "collected as they arrive."
            ),
        )

    def _open(self, row: ListedCase) -> None:
        self._model.case.open(row.number)

    def _sort(self, sort: Sort) -> None:
        query = self._list.state.query
        self._list.select(replace(query, sort=ListSort(sort.key), descending=sort.descending))

    def _copy_all(self, _: None) -> None:
        self._list.copy()


def _to_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)

"""Opens the panel's list from what was kept, pages it, and has it checked where it is not new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from reviewer_app.cancelling import Cancelled
from reviewer_app.services.panel.listed_rows import ListedCase, Listing, ListPage, ListQuery
from reviewer_app.services.panel.listing import Checked
from reviewer_app.sync.reports import Report
from reviewer_app.ui.kit.columns import as_table
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Job, JobEnd, Lane
from reviewer_app.ui.panel.listing.bar import measure_of
from reviewer_app.ui.panel.listing.columns import copied_columns
from reviewer_app.ui.panel.listing.state import ListState
from reviewer_app.ui.syncing import Syncing

ONE_FRAME = 0.016


class Lists(Protocol):
    """The service `PanelListing`, as the screen needs it."""

    def open(self, query: ListQuery) -> Listing | None: ...
    def page(self, query: ListQuery, start: int) -> ListPage: ...
    def whole(self, query: ListQuery) -> tuple[ListedCase, ...]: ...
    def check(self, report: Report, cancelled: Cancelled) -> Checked | None: ...


class ListViewModel(QObject):
    """``paged`` brings rows that were wanted, ``checked`` the table behind the list, computed
    anew, ``copied`` the list as text, and ``failed`` why there is none of it."""

    changed = Event(ListState)
    paged = Event(ListPage)
    checked = Event(Checked)
    copied = Event(str)
    failed = Event(Exception)

    def __init__(self, lists: Lists, syncing: Syncing, database: Lane) -> None:
        super().__init__()
        self._lists = lists
        self._syncing = syncing
        self._database = database
        self._state = ListState()
        self._opening: Job | None = None
        self._paging: Job | None = None
        self._is_behind = False

    @property
    def state(self) -> ListState:
        return self._state

    def load(self) -> None:
        """Open the list as it was kept, and have it checked where something came since."""
        self._open(self._loaded)

    def select(self, query: ListQuery) -> None:
        """Show another part, order or figure; at once where that takes no longer than a frame."""
        self._show(replace(self._state, query=query))
        self._database.wait_for(self._open(self._opened), ONE_FRAME)

    def fetch(self, start: int) -> None:
        """Bring rows of the list from a place on; those that were wanted before are let be."""
        if self._paging is not None:
            self._paging.cancel()
        work = partial(self._lists.page, self._state.query, start)
        self._paging = self._database.run(
            work, owner=self, done=self._paged, failed=self.failed.emit
        )

    def check(self) -> None:
        """Verify everything and compare anew; once more where that is going on already."""
        if self._state.is_checking:
            self._is_behind = True
            return
        self._is_behind = False
        self._show(replace(self._state, is_checking=True))
        job = self._syncing.act(
            "compare", self._lists.check, owner=self, done=self._checked, failed=self.failed.emit
        )
        job.ended.connect(self._ended)

    def want(self) -> None:
        """Have the table behind the list, where nobody computed it since the room was entered."""
        if not self._state.is_checking:
            self.check()

    def copy(self) -> None:
        """Have the whole list as text for a spreadsheet."""
        listing, query = self._state.listing, self._state.query
        targets = () if listing is None else listing.head.targets
        self._database.run(
            lambda: _as_text(self._lists.whole(query), query, targets),
            owner=self,
            done=self.copied.emit,
            failed=self.failed.emit,
        )

    def _open(self, done: Callable[[Listing | None], None]) -> Job:
        if self._opening is not None:
            self._opening.cancel()
        work = partial(self._lists.open, self._state.query)
        self._opening = self._database.run(work, owner=self, done=done, failed=self.failed.emit)
        return self._opening

    def _loaded(self, found: Listing | None) -> None:
        self._opened(found)
        if found is None or not found.head.stands:
            self.check()

    def _opened(self, found: Listing | None) -> None:
        self._show(replace(self._state, listing=found, is_open=True))

    def _paged(self, page: ListPage) -> None:
        if page.query == self._state.query:
            self.paged.emit(page)

    def _checked(self, found: Checked | None) -> None:
        if found is not None:
            self.checked.emit(found)
            self._open(self._opened)

    def _ended(self, _end: JobEnd) -> None:
        self._show(replace(self._state, is_checking=False))
        if self._is_behind:
            self.check()

    def _show(self, state: ListState) -> None:
        self._state = state
        self.changed.emit(state)


def _as_text(rows: Sequence[ListedCase], query: ListQuery, targets: tuple[int, ...]) -> str:
    """On the lane's thread: thousands of rows take a second."""
    measure = measure_of(query)
    return as_table(copied_columns(targets, lambda: measure), rows)

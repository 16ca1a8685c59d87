"""Asks the search on the database's lane: the answer to an earlier question never comes later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from review_protocol.late_dataclasses import dataclass
from reviewer_app.services.desk_rows import CaseQuery
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Job, Lane, Progress

if TYPE_CHECKING:
    from reviewer_app.models.facets import Facets
    from reviewer_app.services.search import Found, Search


_MOMENT = 0.016
"""Seconds, a frame: where the letter is painted while the search runs, both take longer."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """An answer: to the latest question, or how many cases each filter would show."""

    found: Found | None = None
    facets: Facets | None = None


class Finding(QObject):
    """`learnt` comes for the latest question alone, and for the filters."""

    learnt = Event(Learnt)
    failed: Event[Exception] = Event()

    def __init__(self, search: Callable[[], Search], lane: Lane) -> None:
        """`search` is made when somebody searches."""
        super().__init__()
        self._search = search
        self._lane = lane
        self._asked: Job | None = None
        self._index = _Index()

    def renew(self) -> None:
        """The desk changed: bring the index up to date before the next question."""
        self._index.is_behind = True

    def ask(self, query: CaseQuery) -> None:
        """Find this; what was asked before is not answered any more."""
        self.stop()
        work = partial(_find, self._search, self._index, query)
        self._asked = self._lane.run_with_progress(
            work, owner=self, done=self._take, failed=self._fail
        )

    def ask_more(self, found: Found) -> None:
        """The next page of what was found last, where there is one."""
        if not found.is_whole and (self._asked is None or self._asked.is_cancelled()):
            work = partial(_more, self._search, found)
            self._asked = self._lane.run(work, owner=self, done=self._take, failed=self._fail)

    def hurry(self) -> bool:
        """Take an answer that is there in a moment now; False where it comes later, or never."""
        return self._asked is not None and self._lane.wait_for(self._asked, _MOMENT)

    def stop(self) -> None:
        """Answer no more."""
        if self._asked is not None:
            self._asked.cancel()
        self._asked = None

    def count(self) -> None:
        """Find out what else the list can be narrowed by."""
        count = partial(_count, self._search)
        self._lane.run(count, owner=self, done=self._counted, failed=self._fail)

    def _take(self, found: Found) -> None:
        self._asked = None
        self.learnt.emit(Learnt(found=found))

    def _counted(self, facets: Facets) -> None:
        self.learnt.emit(Learnt(facets=facets))

    def _fail(self, error: Exception) -> None:
        self._asked = None
        self.failed.emit(error)


class _Index:
    """Whether it is behind: a question that is given up before its turn leaves that to the next."""

    def __init__(self) -> None:
        self.is_behind = True


def _find(
    search: Callable[[], Search],
    index: _Index,
    query: CaseQuery,
    _report: Callable[[Progress], None],
    cancelled: Callable[[], bool],
) -> Found:
    behind, index.is_behind = index.is_behind, False
    return search().find(query, renew=behind, is_given_up=cancelled)


def _more(search: Callable[[], Search], found: Found) -> Found:
    return search().more(found)


def _count(search: Callable[[], Search]) -> Facets:
    return search().facets()

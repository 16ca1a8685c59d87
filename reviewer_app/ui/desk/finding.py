"""Asks the search on the database's lane: the answer to an earlier question never comes later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from review_protocol.late_dataclasses import dataclass
from reviewer_app.services.desk_rows import CaseQuery
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Job, Lane

if TYPE_CHECKING:
    from reviewer_app.models.facets import Facets
    from reviewer_app.services.search import Found, Search


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
        self._is_behind = True

    def renew(self) -> None:
        """The desk changed: bring the index up to date before the next question."""
        self._is_behind = True

    def ask(self, query: CaseQuery) -> None:
        """Find this; what was asked before is not answered any more."""
        self.stop()
        work = partial(_find, self._search, query, renew=self._is_behind)
        self._is_behind = False
        self._asked = self._run(work)

    def ask_more(self, found: Found) -> None:
        """The next page of what was found last, where there is one."""
        if not found.is_whole and (self._asked is None or self._asked.is_cancelled()):
            self._asked = self._run(partial(_more, self._search, found))

    def stop(self) -> None:
        """Answer no more."""
        if self._asked is not None:
            self._asked.cancel()
        self._asked = None

    def count(self) -> None:
        """Find out what else the list can be narrowed by."""
        count = partial(_count, self._search)
        self._lane.run(count, owner=self, done=self._counted, failed=self._fail)

    def _run(self, work: Callable[[], Found]) -> Job:
        return self._lane.run(work, owner=self, done=self._take, failed=self._fail)

    def _take(self, found: Found) -> None:
        self._asked = None
        self.learnt.emit(Learnt(found=found))

    def _counted(self, facets: Facets) -> None:
        self.learnt.emit(Learnt(facets=facets))

    def _fail(self, error: Exception) -> None:
        self._asked = None
        self.failed.emit(error)


def _find(search: Callable[[], Search], query: CaseQuery, *, renew: bool) -> Found:
    return search().find(query, renew=renew)


def _more(search: Callable[[], Search], found: Found) -> Found:
    return search().more(found)


def _count(search: Callable[[], Search]) -> Facets:
    return search().facets()

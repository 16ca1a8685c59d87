"""Search over the batch: which cases have the words, the best first, and where they stand."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from sqlalchemy import Connection

from review_protocol.late_dataclasses import dataclass
from reviewer_app.errors import DiskFull, FolderReadOnly
from reviewer_app.models.case_list import entries_at, passing
from reviewer_app.models.facets import Facets, facets_of
from reviewer_app.models.rows import CaseQuery
from reviewer_app.models.search import catch_up, found_entries, is_behind, texts_at
from reviewer_app.models.search_words import terms_of
from reviewer_app.models.store import Store
from reviewer_app.services.desk_rows import CaseRow
from reviewer_app.services.listing import row_of
from reviewer_app.services.search_hits import CaseHits, hits_in

PAGE = 12
"""Cases that are read at once: a little more than a window shows."""


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case that has the words, and where."""

    row: CaseRow
    hits: CaseHits


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found: the cases that were read so far, and the rows of all in their order."""

    query: CaseQuery
    cases: tuple[FoundCase, ...] = ()
    entries: tuple[int, ...] = ()
    read: int = 0

    @classmethod
    def nothing(cls) -> Found:
        """Before anything was asked."""
        return cls(CaseQuery())

    @property
    def total(self) -> int:
        return len(self.entries)

    @property
    def is_whole(self) -> bool:
        return self.read >= len(self.entries)


class Search:
    """Reads on the caller's thread; the screen asks on the database's lane."""

    def __init__(self, store: Store, page: int = PAGE) -> None:
        """`page` cases are read at once."""
        self._store = store
        self._page = page

    def find(self, query: CaseQuery, *, renew: bool = False) -> Found:
        """The cases that have all the words and pass the filters; their first page with hits.

        `renew` brings the index up to date before. Raises DamagedProfile, StorageFault.
        """
        if renew:
            self.renew()
        terms = terms_of(query.search)
        if not terms:
            return Found(query)
        with self._store.read() as connection:
            entries = found_entries(connection, terms)
            passed = passing(connection, query)
            if passed is not None:
                entries = tuple(entry for entry in entries if entry in passed)
            return self._with_next_page(connection, Found(query, entries=entries))

    def more(self, found: Found) -> Found:
        """The same with the next page; raises as `find`."""
        with self._store.read() as connection:
            return self._with_next_page(connection, found)

    def facets(self) -> Facets:
        """How many cases of the batch each filter would show; raises as `find`."""
        with self._store.read() as connection:
            return facets_of(connection)

    def renew(self) -> None:
        """Bring the index to what is here now; a disk that is full leaves it as it is."""
        with self._store.read() as connection:
            if not is_behind(connection):
                return
        with suppress(DiskFull, FolderReadOnly):
            self._store.perform(catch_up)

    def _with_next_page(self, connection: Connection, found: Found) -> Found:
        page = found.entries[found.read : found.read + self._page]
        terms = terms_of(found.query.search)
        listed = entries_at(connection, page)
        cases = tuple(
            FoundCase(row_of(listed[entry]), hits_in(searched, terms))
            for entry, searched in texts_at(connection, page).items()
            if entry in listed  # what went meanwhile leaves no gap
        )
        return replace(found, cases=(*found.cases, *cases), read=found.read + len(page))

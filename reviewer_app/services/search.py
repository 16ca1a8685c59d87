"""Search over the batch: which cases have the words, the best first, and where they stand."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import sqlcipher3.dbapi2 as sqlcipher

from review_protocol.documents.text import Bilingual, Language
from review_protocol.late_dataclasses import dataclass
from reviewer_app.errors import DiskFull, FolderReadOnly
from reviewer_app.models.case_list import passing
from reviewer_app.models.facets import Facets, facets_of
from reviewer_app.models.found import CaseText, found_entries, texts_at
from reviewer_app.models.rows import CaseQuery, CaseState
from reviewer_app.models.search import catch_up, is_behind
from reviewer_app.models.search_words import Term, terms_of
from reviewer_app.models.store import Store
from reviewer_app.services.search_hits import CaseHits, hits_in

PAGE = 12
"""Cases that are read at once: a little more than a window shows."""
_Filters = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case that has the words, and where."""

    number: str
    name: Bilingual
    state: CaseState
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
        self._passed: tuple[_Filters, frozenset[int] | None] | None = None

    def find(
        self,
        query: CaseQuery,
        *,
        renew: bool = False,
        is_given_up: Callable[[], bool] | None = None,
    ) -> Found:
        """The cases that have all the words and pass the filters; their first page with hits.

        `renew` brings the index up to date before. Raises DamagedProfile, StorageFault; once
        `is_given_up` also the driver's own error: the answer is wanted by nobody.
        """
        if renew:
            self.renew()
        terms = terms_of(query.search)
        if not terms:
            return Found(query)
        passed = self._passing(query)
        with self._store.glance() as connection:
            entries = found_entries(connection, terms, is_given_up)
            if passed is not None:
                entries = tuple(filter(passed.__contains__, entries))
            return self._with_next_page(connection, Found(query, entries=entries))

    def more(self, found: Found) -> Found:
        """The same with the next page; raises as `find`."""
        with self._store.glance() as connection:
            return self._with_next_page(connection, found)

    def facets(self) -> Facets:
        """How many cases of the batch each filter would show; raises as `find`."""
        with self._store.read() as connection:
            return facets_of(connection)

    def renew(self) -> None:
        """Bring the index to what is here now; a disk that is full leaves it as it is."""
        self._passed = None
        with self._store.read() as connection:
            if not is_behind(connection):
                return
        with suppress(DiskFull, FolderReadOnly):
            self._store.perform(catch_up)

    def _passing(self, query: CaseQuery) -> frozenset[int] | None:
        """The rows that pass the filters, found out once for all letters of a search."""
        filters = (
            query.states, query.areas, query.countries, query.recommendations, query.flags
        )  # fmt: skip
        if not any(filters):
            return None
        if self._passed is None or self._passed[0] != filters:
            with self._store.read() as connection:
                self._passed = (filters, passing(connection, query))
        return self._passed[1]

    def _with_next_page(self, connection: sqlcipher.Connection, found: Found) -> Found:
        page = found.entries[found.read : found.read + self._page]
        terms = terms_of(found.query.search)
        cases = tuple(_found_case(each, terms) for each in texts_at(connection, page))
        return replace(found, cases=(*found.cases, *cases), read=found.read + len(page))


def _found_case(case: CaseText, terms: tuple[Term, ...]) -> FoundCase:
    names = {each.language: each.text for each in case.searched.names()}
    name = Bilingual(zh=names.get(Language.ZH), en=names.get(Language.EN))
    return FoundCase(case.number, name, case.state, hits_in(case.searched, terms))

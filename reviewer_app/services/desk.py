"""The reviewer's desk: what is there, where each case stands, and a case opened for reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from review_protocol.documents.text import Language
from reviewer_app.errors import CaseNotOpen
from reviewer_app.models import case_list as entries
from reviewer_app.models.facts import FactName, forget_fact, keep_fact
from reviewer_app.models.figures import desk_figures
from reviewer_app.models.rows import CaseQuery, CaseState
from reviewer_app.models.store import Store
from reviewer_app.services.desk_rows import CaseRow, DeskLook, DeskOverview
from reviewer_app.services.listing import row_of, rows_of
from reviewer_app.services.overview import overview_of, read_standing

if TYPE_CHECKING:
    from review_protocol.documents.score import CriterionCode
    from reviewer_app.services.attachments import Attachments
    from reviewer_app.services.open_cases import OpenCases
    from reviewer_app.services.rows import CaseView, ReadingPlace

EVERY_CASE = CaseQuery()


class Desk:
    """Reads the desk; lists are filtered, searched and sorted in the database.

    What opens a case is made when the first one is opened: the list is there before.
    """

    def __init__(self, store: Store, cases: Callable[[], OpenCases]) -> None:
        self._store = store
        self._cases = cases

    def overview(self) -> DeskOverview:
        """What is left to do, and whether the work is safe."""
        with self._store.read() as connection:
            standing = read_standing(connection)
            figures = desk_figures(connection, entries.places(connection))
        return overview_of(standing, figures)

    def look(self, query: CaseQuery = EVERY_CASE, language: Language = Language.EN) -> DeskLook:
        """The overview, and the list as `cases` gives it, of one moment."""
        with self._store.read() as connection:
            standing = read_standing(connection)
            found = entries.list_cases(connection, replace(query, withdrawn=True), language)
            reviewed = [each for each in found if each.state is not CaseState.CASE_WITHDRAWN]
            batch = reviewed if query == EVERY_CASE else entries.places(connection)
            figures = desk_figures(connection, batch)
        return DeskLook(
            overview_of(standing, figures), rows_of(found), figures.states, figures.areas
        )

    def cases(
        self, query: CaseQuery = EVERY_CASE, language: Language = Language.EN
    ) -> tuple[CaseRow, ...]:
        """The cases of the batch that the query asks for; titles are sorted in `language`."""
        with self._store.read() as connection:
            return rows_of(entries.list_cases(connection, query, language))

    def row(self, number: str) -> CaseRow:
        """One case's row; raises CaseNotOpen where there is no such case."""
        with self._store.read() as connection:
            entry = entries.case_entry(connection, number)
        if entry is None:
            raise CaseNotOpen(number)
        return row_of(entry)

    def open(self, number: str) -> CaseView:
        """A released case for reading and scoring; raises CaseNotOpen."""
        return self._cases().open(number)

    def attachment(self, sha256: str) -> bytes:
        """An attachment's bytes, in memory only.

        Raises UnreadableAttachment where it is damaged (it is fetched anew at the next sync) or
        not fetched yet, and CaseNotOpen where it was not released.
        """
        return self._cases().attachment(sha256)

    @property
    def attachments(self) -> Attachments:
        """Attachments, and where each was left."""
        return self._cases().attachments

    def mark_read(self, number: str, place: ReadingPlace) -> None:
        """Remember where the reader is; the newest place stands."""
        self._cases().mark_read(number, place)

    def place(self, number: str) -> ReadingPlace | None:
        """Where the reader was; None for a case that was never opened."""
        return self._cases().place(number)

    def keep_last_case(self, number: str | None) -> None:
        """Remember which case is in front, for the next time; raises as the store."""

        def keep(connection: Connection) -> None:
            if number is None:
                forget_fact(connection, FactName.LAST_CASE)
            else:
                keep_fact(connection, FactName.LAST_CASE, number)

        self._store.perform(keep)

    def criteria_order(self) -> tuple[CriterionCode, ...]:
        """The order in which this reviewer is shown the criteria; keys belong to the criterion."""
        # the list of cases is there before a criterion is shown
        from review_protocol.documents.score import CRITERIA
        from review_protocol.orders import criteria_order
        from reviewer_app.services.standing import certificate_of, standing_rubric

        with self._store.read() as connection:
            certificate = certificate_of(connection)
            rubric = standing_rubric(connection)
        codes = CRITERIA if rubric is None else tuple(each.code for each in rubric.criteria)
        return criteria_order(certificate.person, certificate.deployment, codes)

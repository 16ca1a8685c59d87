"""The reviewer's desk: what is there, where each case stands, and a case opened for reading."""

from __future__ import annotations

from review_protocol.documents.score import CriterionCode
from reviewer_app.services.rows import CaseQuery, CaseRow, CaseView, DeskOverview, ReadingPlace

EVERYTHING = CaseQuery()


class Desk:
    """Reads the desk; lists are filtered, searched and sorted in the database."""

    def overview(self) -> DeskOverview:
        """What is left to do, and whether the work is safe."""
        raise NotImplementedError

    def cases(self, query: CaseQuery = EVERYTHING) -> tuple[CaseRow, ...]:
        """The cases of the batch that the query asks for."""
        raise NotImplementedError

    def row(self, number: str) -> CaseRow:
        """One case's row; raises CaseNotOpen where the batch has no such case."""
        raise NotImplementedError

    def open(self, number: str) -> CaseView:
        """A released case for reading and scoring; raises CaseNotOpen."""
        raise NotImplementedError

    def attachment(self, sha256: str) -> bytes:
        """An attachment's bytes, in memory only; raises UnreadableAttachment, CaseNotOpen."""
        raise NotImplementedError

    def mark_read(self, number: str, place: ReadingPlace) -> None:
        """Remember where the reader is; the newest place stands."""
        raise NotImplementedError

    def place(self, number: str) -> ReadingPlace | None:
        raise NotImplementedError

    def criteria_order(self) -> tuple[CriterionCode, ...]:
        """The order in which this reviewer is shown the criteria; keys belong to the criterion."""
        raise NotImplementedError

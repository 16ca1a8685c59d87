"""The rows of the reviewer's list of cases."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer_app.models.case_list import CaseEntry
from reviewer_app.services.desk_rows import CaseRow


def rows_of(entries: Iterable[CaseEntry]) -> tuple[CaseRow, ...]:
    """The list's rows."""
    return tuple(map(row_of, entries))


def row_of(entry: CaseEntry) -> CaseRow:
    """One row of it."""
    return CaseRow(
        number=entry.number,
        name=entry.name,
        area=entry.area,
        applicant=entry.applicant,
        countries=entry.countries,
        joint=entry.joint,
        state=entry.state,
        marks=entry.marks,
        flags=entry.flags,
        position=entry.position,
        illustrative=entry.illustrative,
    )

"""Differences between the languages of a case that a reviewer has put away; kept here alone."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from reviewer_app.models.case_schema import case, dismissed
from reviewer_app.models.rows import CaseFlag, flags_read, flags_written


def dismissed_of(connection: Connection, number: str) -> frozenset[str]:
    """The keys of a case's differences that are put away."""
    rows = connection.execute(
        select(dismissed.c.difference).where(dismissed.c.case_number == number)
    )
    return frozenset(row.difference for row in rows)


def put_away(connection: Connection, number: str, key: str) -> None:
    """Put a difference away; twice is once."""
    row = insert(dismissed).values(case_number=number, difference=key)
    connection.execute(row.on_conflict_do_nothing())


def bring_back(connection: Connection, number: str, key: str) -> None:
    """It is shown again."""
    its = (dismissed.c.case_number == number) & (dismissed.c.difference == key)
    connection.execute(delete(dismissed).where(its))


def flag_figures(connection: Connection, number: str, *, differ: bool) -> None:
    """Let lists show whether figures differ in a case, or no longer."""
    found = connection.execute(select(case.c.flags).where(case.c.number == number)).scalar()
    flags = flags_read(found)
    if found is not None and (CaseFlag.FIGURES_DIFFER in flags) is not differ:
        told = {*flags} ^ {CaseFlag.FIGURES_DIFFER}
        kept = flags_written(each for each in CaseFlag if each in told)
        connection.execute(update(case).where(case.c.number == number).values(flags=kept))

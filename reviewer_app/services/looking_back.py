"""All that a reviewer judged, laid side by side before it is handed in: for nobody else."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.programme import Rubric
from reviewer_app.models.case_list import CaseEntry, list_cases
from reviewer_app.models.drafts import first_kept
from reviewer_app.models.rows import CaseState
from reviewer_app.models.store import Store
from reviewer_app.models.times_open import add_time, times_open
from reviewer_app.services.own_marks import (
    Drift,
    NearTie,
    OwnCase,
    drift,
    in_order,
    mean_of,
    near_ties,
    ties,
)
from reviewer_app.services.panel.cells import marks_in
from reviewer_app.services.sheets import Sheet, sheet_of
from reviewer_app.services.standing import standing_rubric

_NOT_JUDGED = (CaseState.RECUSED, CaseState.CASE_WITHDRAWN, CaseState.CONFLICT)


@dataclass(frozen=True, slots=True)
class LookBack:
    """One's cases in the order of one's marks, and what may be worth a second look.

    `unmarked` were given to this reviewer and have no mean yet; `rubric` is None before a batch.
    """

    rubric: Rubric | None
    cases: tuple[OwnCase, ...] = ()
    unmarked: tuple[OwnCase, ...] = ()
    ties: tuple[tuple[str, ...], ...] = ()
    near_ties: tuple[NearTie, ...] = ()
    drift: Drift | None = None

    @property
    def lacking(self) -> tuple[OwnCase, ...]:
        """Cases whose sheet was begun and is not complete, or is complete and not signed."""
        unsigned = (CaseState.STARTED, CaseState.ANSWERED, CaseState.WITHDRAWN)
        return tuple(
            each for each in (*self.cases, *self.unmarked) if each.lacks or each.state in unsigned
        )

    def case(self, number: str) -> OwnCase:
        return next(each for each in (*self.cases, *self.unmarked) if each.number == number)


class LookingBack:
    """Reads it from what is here; keeps how long cases were open, and tells nobody."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def look(self) -> LookBack:
        """As things stand now; takes some milliseconds a case."""
        with self._store.read() as connection:
            rubric = standing_rubric(connection)
            if rubric is None:
                return LookBack(None)
            judged = _own_cases(connection, rubric)
        ordered = in_order(judged)
        return LookBack(
            rubric=rubric,
            cases=tuple(each for each in ordered if each.mean is not None),
            unmarked=tuple(each for each in ordered if each.mean is None),
            ties=ties(judged),
            near_ties=near_ties(judged),
            drift=drift(judged),
        )

    def add_time(self, number: str, seconds: int) -> None:
        """A case was open for so many seconds more."""
        self._store.perform(lambda connection: add_time(connection, number, seconds))


def _own_cases(connection: Connection, rubric: Rubric) -> tuple[OwnCase, ...]:
    entries = [each for each in list_cases(connection) if _is_judged(each)]
    begun, seconds = first_kept(connection), times_open(connection)
    sheets = [sheet_of(connection, each.number) for each in entries]
    return tuple(
        _own_case(each, rubric, begun.get(each.entry.number), seconds.get(each.entry.number, 0))
        for each in sheets
    )


def _is_judged(entry: CaseEntry) -> bool:
    return entry.released and entry.state not in _NOT_JUDGED


def _own_case(sheet: Sheet, rubric: Rubric, begun: str | None, seconds: int) -> OwnCase:
    entry, answers = sheet.entry, sheet.answers
    marks = marks_in(answers)
    signed_at = sheet.standing.signed_at if sheet.standing else None
    return OwnCase(
        number=entry.number,
        name=entry.name,
        state=entry.state,
        marks=marks,
        mean=mean_of(marks, rubric),
        recommendation=answers.recommendation,
        lacks=len(answers.missing()),
        begun=begun or signed_at,
        seconds=seconds,
    )

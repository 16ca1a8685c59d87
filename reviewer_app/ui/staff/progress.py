"""What progress says: who still owes reviews, which case lacks some, and the year's steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from review_protocol.documents.answers import CaseProgress, ProgressAnswer, ReviewerProgress
from review_protocol.documents.people import Role
from review_protocol.documents.programme import RoundState
from reviewer_app.sync.clock import moment

WARNING = timedelta(hours=48)


def due(row: ReviewerProgress | CaseProgress) -> int:
    """Reviews that are to come in all: assigned, without conflicts and recusals."""
    return max(0, row.assigned - row.conflicts - row.recused)


def missing(row: ReviewerProgress | CaseProgress) -> int:
    """Reviews that have not been received yet, held ones not among them."""
    return max(0, due(row) - row.received - row.held)


class Standing(StrEnum):
    """How a reviewer stands."""

    INVITED = "invited"
    DECLINED = "declined"
    OWING = "owing"
    CALL = "call"
    DONE = "done"
    IDLE = "idle"


def standing(person: ReviewerProgress, *, soon: bool) -> Standing:
    """`soon` when the round closes within 48 hours: who owes then is to be called."""
    if person.declined is not None:
        return Standing.DECLINED
    if person.enrolled is None:
        return Standing.CALL if soon and due(person) else Standing.INVITED
    if not due(person):
        return Standing.IDLE
    if not missing(person):
        return Standing.DONE
    return Standing.CALL if soon else Standing.OWING


def is_open(state: RoundState | None) -> bool:
    """Whether the round takes scores."""
    return state is not None and state.opened is not None and state.closed is None


def closes_soon(state: RoundState | None, now: datetime) -> bool:
    """Whether an open round closes within 48 hours, or should have closed already."""
    if state is None or not is_open(state):
        return False
    return moment(state.round.closes) - now <= WARNING


def reviewers(answer: ProgressAnswer) -> tuple[ReviewerProgress, ...]:
    """Those who review, and others who were assigned cases; most owing first."""
    people = (row for row in answer.people if row.role is Role.REVIEWER or row.assigned)
    return tuple(sorted(people, key=lambda row: (-missing(row), row.last_seen or "", row.name)))


def total_missing(rows: Iterable[ReviewerProgress | CaseProgress]) -> int:
    return sum(missing(row) for row in rows)


class Step(StrEnum):
    """The year, in order."""

    FOUNDED = "founded"
    CASES = "cases"
    INVITED = "invited"
    ASSIGNED = "assigned"
    OPEN = "open"
    CLOSED = "closed"
    REPORTS = "reports"


class StepState(StrEnum):
    DONE = "done"
    PART = "part"
    TODO = "todo"


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step and what it still lacks: a number whose meaning goes with the step."""

    step: Step
    state: StepState
    count: int = 0
    lacking: int = 0


def steps(answer: ProgressAnswer | None, *, reported: bool) -> tuple[StepRow, ...]:
    """The year as far as it has come; without an answer only that it was founded is known."""
    if answer is None:
        rest = tuple(StepRow(step, StepState.TODO) for step in tuple(Step)[1:])
        return (StepRow(Step.FOUNDED, StepState.DONE), *rest)
    people = reviewers(answer)
    away = sum(row.enrolled is None and row.declined is None for row in people)
    state = answer.round
    wanted = state.round.reviews_per_case if state is not None else 1
    thin = sum(case.assigned < wanted for case in answer.cases)
    opened = state is not None and state.opened is not None
    closed = state is not None and state.closed is not None
    owing = total_missing(answer.cases)
    return (
        StepRow(Step.FOUNDED, StepState.DONE),
        StepRow(Step.CASES, _state(len(answer.cases), 0), len(answer.cases)),
        StepRow(Step.INVITED, _state(len(people), away), len(people), away),
        StepRow(Step.ASSIGNED, _state(len(answer.cases) - thin, thin), len(answer.cases), thin),
        StepRow(Step.OPEN, StepState.DONE if opened else StepState.TODO),
        StepRow(Step.CLOSED, _closing(opened=opened, closed=closed), lacking=owing),
        StepRow(Step.REPORTS, StepState.DONE if reported else StepState.TODO),
    )


def _state(have: int, lacking: int) -> StepState:
    if have <= 0:
        return StepState.TODO
    return StepState.PART if lacking else StepState.DONE


def _closing(*, opened: bool, closed: bool) -> StepState:
    if closed:
        return StepState.DONE
    return StepState.PART if opened else StepState.TODO

"""The rows of the reviewer's list of cases."""

from __future__ import annotations

from collections.abc import Iterable

from review_protocol.documents.programme import Rubric
from review_protocol.documents.score import Answers, CriterionAnswer
from reviewer_app.models.case_list import CaseEntry
from reviewer_app.services.rows import CaseRow


def rows_of(entries: Iterable[CaseEntry], rubric: Rubric | None) -> tuple[CaseRow, ...]:
    """The list's rows; without a draft everything is missing."""
    empty = Answers() if rubric is None else fitted(Answers(), rubric)
    everything, no_marks = len(empty.missing()), tuple(None for _ in empty.criteria)
    return tuple(
        CaseRow(
            number=entry.number,
            name=entry.name,
            area=entry.area,
            applicant=entry.applicant,
            countries=entry.countries,
            joint=entry.joint,
            state=entry.state,
            missing=everything if entry.missing is None else entry.missing,
            marks=entry.marks or no_marks,
            flags=entry.flags,
            position=entry.position,
            illustrative=entry.illustrative,
        )
        for entry in entries
    )


def row_of(entry: CaseEntry, rubric: Rubric | None) -> CaseRow:
    """One row of it."""
    (row,) = rows_of((entry,), rubric)
    return row


def fitted(answers: Answers, rubric: Rubric) -> Answers:
    """The answers in the rubric's order of criteria, empty where there is none yet."""
    given = {answer.criterion: answer for answer in answers.criteria}
    criteria = tuple(
        given.get(criterion.code) or CriterionAnswer(criterion=criterion.code)
        for criterion in rubric.criteria
    )
    return answers.model_copy(update={"criteria": criteria})

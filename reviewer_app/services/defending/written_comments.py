"""What experts wrote of each criterion, in an order that is the same for everybody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from review_protocol.documents.programme import Criterion, Rubric
from review_protocol.documents.score import Answers, Mark
from reviewer_app.reports.defence_rows import WrittenRow
from reviewer_app.services.panel.cells import answers_of, composite, marks_in
from reviewer_app.services.panel.collected_reviews import Review
from reviewer_app.services.panel.rows import CellState, PanelCaseRow
from reviewer_app.services.report_rows import bilingual

_FURTHEST = float("inf")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The answers of one expert, by pseudonym, and their number in the log."""

    expert: int
    leaf: int
    answers: Answers


@dataclass(frozen=True, slots=True)
class _Comment:
    expert: int
    mark: Mark | None
    apart: float
    """Points between the expert's whole score and the case's mean."""
    leaf: int
    text: str


def counted_of(row: PanelCaseRow, standing: Mapping[int, Review]) -> Mapping[int, Review]:
    """The reviews of the case that count, by pseudonym."""
    counting = {cell.pseudonym for cell in row.cells if cell.state is CellState.RECEIVED}
    return {expert: each for expert, each in standing.items() if expert in counting}


def spoken(counted: Mapping[int, Review]) -> tuple[Spoken, ...]:
    """Their answers."""
    found = ((expert, each.leaf, answers_of(each)) for expert, each in counted.items())
    return tuple(
        Spoken(expert, leaf, answers) for expert, leaf, answers in found if answers is not None
    )


def written_rows(
    rubric: Rubric, said: Sequence[Spoken], mean: float | None, *, rejected: bool
) -> Iterator[WrittenRow]:
    """All comments of these reviews, the first of a criterion before the others of it.

    That is the one whose expert scored the case nearest to its mean, in points; where the case was
    rejected, the one with the lowest mark, and the criterion with the lowest mean mark comes first.
    Between equals it is the one that was logged first.
    """
    found = [(each, list(_comments(each, said, mean, rubric))) for each in rubric.criteria]
    if rejected:
        found.sort(key=lambda each: _mean_mark(each[0], said))
    for criterion, comments in found:
        comments.sort(key=_lowest if rejected else _nearest)
        name = bilingual(criterion.name)
        for each in comments:
            yield WrittenRow(name, each.expert, each.mark, each.text)


def _comments(
    criterion: Criterion, said: Sequence[Spoken], mean: float | None, rubric: Rubric
) -> Iterator[_Comment]:
    for each in said:
        answer = each.answers.answer(criterion.code)
        text = answer.comment.strip()
        if text:
            whole = composite(marks_in(each.answers), rubric)
            apart = _FURTHEST if whole is None or mean is None else abs(whole - mean)
            yield _Comment(each.expert, answer.mark, apart, each.leaf, text)


def _nearest(comment: _Comment) -> tuple[float, float, int]:
    return 0, round(comment.apart, 6), comment.leaf


def _lowest(comment: _Comment) -> tuple[float, float, int]:
    mark = comment.mark if isinstance(comment.mark, int) else _FURTHEST
    return (mark, *_nearest(comment)[1:])


def _mean_mark(criterion: Criterion, said: Sequence[Spoken]) -> float:
    given = (each.answers.answer(criterion.code).mark for each in said)
    marks = [each for each in given if isinstance(each, int)]
    return sum(marks) / len(marks) if marks else _FURTHEST

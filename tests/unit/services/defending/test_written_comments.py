"""Which comment speaks for a criterion: by a rule, the same for everybody, never picked."""

from __future__ import annotations

from collections.abc import Mapping

from review_protocol.documents.score import CRITERIA, Answers, CriterionAnswer, Mark
from reviewer_app.services.defending.written_comments import Spoken, written_rows
from tests.builders.sample import the_sample

RUBRIC = the_sample().rubric
FIT, COOPERATION, BENEFITS = CRITERIA


def a_review(expert: int, marks: Mapping[str, Mark], *, silent: str = "") -> Spoken:
    """Its comments say whose they are, and of what."""
    answers = Answers(
        criteria=tuple(
            CriterionAnswer(
                criterion=each,
                mark=marks[each],
                comment=" " if each == silent else f" {expert} of {each}\n",
            )
            for each in CRITERIA
        )
    )
    return Spoken(expert, 100 - expert, answers)


def marks(fit: Mark, cooperation: Mark, benefits: Mark) -> Mapping[str, Mark]:
    return {FIT: fit, COOPERATION: cooperation, BENEFITS: benefits}


REVIEWS = (
    a_review(1, marks(9, 9, 3)),
    a_review(2, marks(6, 6, 6)),
    a_review(3, marks(2, 4, 2), silent=BENEFITS),
    a_review(4, marks(6, 6, "cannot_judge")),
)


def order(mean: float | None, *, rejected: bool) -> list[str]:
    rows = written_rows(RUBRIC, REVIEWS, mean, rejected=rejected)
    return [each.text for each in rows]


def test_the_comment_of_who_scored_nearest_the_mean_comes_first():
    told = order(5.9, rejected=False)
    assert told[:4] == [f"{each} of {FIT}" for each in (2, 1, 3, 4)]
    assert [each for each in told if each.endswith(BENEFITS)] == [
        f"{each} of {BENEFITS}" for each in (2, 1, 4)
    ]


def test_of_a_rejected_case_what_speaks_of_the_shortcoming_comes_first():
    told = order(5.9, rejected=True)
    assert told[:3] == [f"{each} of {BENEFITS}" for each in (1, 2, 4)]
    assert told[3:7] == [f"{each} of {FIT}" for each in (3, 2, 4, 1)]


def test_between_equals_the_first_in_the_log_speaks():
    assert order(None, rejected=False)[:4] == [f"{each} of {FIT}" for each in (4, 3, 2, 1)]


def test_comments_stand_with_the_mark_and_by_number():
    first = next(iter(written_rows(RUBRIC, REVIEWS, 5.9, rejected=True)))
    assert (first.expert, first.mark, first.criterion.en) == (1, 3, "Benefits to humankind")

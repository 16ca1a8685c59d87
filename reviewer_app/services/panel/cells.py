"""From an expert's packets on a case to what it is for the panel; pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from review_protocol.documents.answers import PanelAssignment
from review_protocol.documents.packet import ConflictAnswer, RecusalPacket, WithdrawalPacket
from review_protocol.documents.programme import Rubric
from review_protocol.documents.score import Answers, CriterionCode, Mark
from reviewer_app.services.panel.collected_reviews import Review
from reviewer_app.services.panel.rows import CellState, EarlierScore, PanelCell


@dataclass(frozen=True, slots=True)
class Place:
    """An expert on a case, as assigned; `declared` is none, disclosed, conflict, or None."""

    pseudonym: int
    declared: str | None


def places_of(
    assignments: Sequence[PanelAssignment], signed: Iterable[int], number: str
) -> tuple[Place, ...]:
    """Everybody who was asked on this case, and everybody who signed on it, by pseudonym."""
    declared = {each.pseudonym: each.declared for each in assignments if each.case == number}
    everybody = sorted({*declared, *signed})
    return tuple(Place(pseudonym, declared.get(pseudonym)) for pseudonym in everybody)


def standing_review(reviews: Sequence[Review]) -> Review | None:
    """What stands of one expert's packets on one case, given in the order of the log.

    A counted packet supersedes what came before it; while none counts, the newest that is held
    or not counted stands, as such.
    """
    counted = [review for review in reviews if review.disposition.counts]
    known = counted or list(reviews)
    return known[-1] if known else None


def cell_of(
    place: Place,
    review: Review | None,
    rubric: Rubric,
    case_hash: str | None = None,
    signed: Sequence[Review] = (),
) -> PanelCell:
    """The cell of one expert on one case, of which this text is the present one.

    `signed` is all that the expert signed on it, in the order of the log.
    """
    score = None if review is None else review.said.score
    answers = answers_of(review)
    marks = {} if answers is None else marks_in(answers)
    return PanelCell(
        pseudonym=place.pseudonym,
        state=_state(place, review),
        marks=marks,
        composite=composite(marks, rubric),
        recommendation=answers.recommendation if answers else None,
        familiarity=answers.familiarity if answers else None,
        language_read=score.language_read if score else None,
        disposition=review.disposition if review else None,
        disclosed=place.declared == ConflictAnswer.DISCLOSED,
        amended=score is not None and score.amends,
        packet=review.id if review else None,
        other_version=_is_of_another(review, case_hash),
        round=review.said.round if review else None,
        leaf=review.leaf if review else None,
        earlier=() if review is None else tuple(_earlier(signed, review, rubric)),
    )


def _earlier(signed: Sequence[Review], stands: Review, rubric: Rubric) -> Iterator[EarlierScore]:
    for review in signed:
        answers = answers_of(review)
        if answers is None or not review.disposition.counts or review.leaf >= stands.leaf:
            continue
        marks = marks_in(answers)
        yield EarlierScore(
            packet=review.id,
            round=review.said.round,
            leaf=review.leaf,
            marks=marks,
            composite=composite(marks, rubric),
        )


def _is_of_another(review: Review | None, case_hash: str | None) -> bool:
    if review is None or case_hash is None or review.said.score is None:
        return False
    return review.said.case_hash != case_hash


def answers_of(review: Review | None) -> Answers | None:
    """The answers in a score or an amendment, with their words where these were asked for."""
    score = None if review is None else review.said.score
    return None if score is None else score.answers


def marks_in(answers: Answers) -> dict[CriterionCode, Mark]:
    return {each.criterion: each.mark for each in answers.criteria if each.mark is not None}


def composite(marks: Mapping[CriterionCode, Mark], rubric: Rubric) -> float | None:
    """The weighted mean of a review's marks; None where a criterion has no number."""
    total = weight = 0
    for criterion in rubric.criteria:
        mark = marks.get(criterion.code)
        if not isinstance(mark, int):
            return None
        total += criterion.weight * mark
        weight += criterion.weight
    return total / weight


def _state(place: Place, review: Review | None) -> CellState:
    """A conflict that is declared after a score, in a later round, leaves no score that counts."""
    conflict = place.declared == ConflictAnswer.CONFLICT
    if review is None:
        return CellState.CONFLICT if conflict else CellState.MISSING
    if not review.disposition.counts:
        return CellState.HELD
    match review.document:
        case RecusalPacket():
            return CellState.RECUSED
        case WithdrawalPacket():
            return CellState.WITHDRAWN
    return CellState.CONFLICT if conflict else CellState.RECEIVED

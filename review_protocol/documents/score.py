"""A reviewer's answers on one case: marks, evidence, comments, recommendation."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from review_protocol.documents.base import Count, Hash, LongText, Part
from review_protocol.documents.programme import Recommendation, Rubric
from review_protocol.documents.text import Element, Language
from review_protocol.documents.words import CANNOT_JUDGE as CANNOT_JUDGE
from review_protocol.documents.words import CRITERIA as CRITERIA
from review_protocol.documents.words import CriterionCode as CriterionCode
from review_protocol.documents.words import LanguageRead as LanguageRead

Mark = Annotated[int, Field(ge=0, le=100)] | Literal["cannot_judge"]
"""A whole number of the rubric's scale, or "cannot judge", which is never a 0."""


class Quote(Part):
    """Evidence: a slice of one element's text in one language, by code points."""

    language: Language
    element: Element
    paragraph: Count
    """Index of the unit (heading or paragraph) within the element's text in this language."""
    start: Count
    end: Count
    """Offsets into the element's text in this language, code points, end excluded."""
    exact: Annotated[str, Field(min_length=1, max_length=20_000)]
    before: Annotated[str, Field(max_length=64)]
    after: Annotated[str, Field(max_length=64)]
    text_hash: Hash
    """SHA-256 of the element's text in this language, UTF-8."""


class CriterionAnswer(Part):
    """The answer to one criterion; `mark` is None until the reviewer has answered."""

    criterion: CriterionCode
    mark: Mark | None = None
    comment: LongText = ""
    quotes: tuple[Quote, ...] = ()

    @property
    def has_evidence(self) -> bool:
        return bool(self.quotes) or bool(self.comment.strip())


class Gap(StrEnum):
    """What a sheet still lacks before it can be signed."""

    MARK = "mark"
    EVIDENCE = "evidence"
    RECOMMENDATION = "recommendation"
    FAMILIARITY = "familiarity"


class Missing(Part):
    """One thing that is missing; `criterion` is None for the questions asked once a case."""

    gap: Gap
    criterion: CriterionCode | None = None


class Answers(Part):
    """All answers on a case: what a draft keeps and what a score packet carries."""

    criteria: tuple[CriterionAnswer, ...] = tuple(
        CriterionAnswer(criterion=criterion) for criterion in CRITERIA
    )
    recommendation: Recommendation | None = None
    familiarity: Annotated[int, Field(ge=1, le=3)] | None = None
    comment: LongText = ""
    """A comment on the case as a whole, for the panel."""

    def answer(self, criterion: CriterionCode) -> CriterionAnswer:
        return next(answer for answer in self.criteria if answer.criterion == criterion)

    def replaced(self, answer: CriterionAnswer) -> Answers:
        """These answers with one criterion's answer replaced."""
        criteria = tuple(
            answer if old.criterion == answer.criterion else old for old in self.criteria
        )
        return self.model_copy(update={"criteria": criteria})

    def missing(self) -> tuple[Missing, ...]:
        """What signing needs: every mark, evidence or a sentence for each, the last questions."""
        lacks: list[Missing] = []
        for answer in self.criteria:
            if answer.mark is None:
                lacks.append(Missing(gap=Gap.MARK, criterion=answer.criterion))
            if not answer.has_evidence:
                lacks.append(Missing(gap=Gap.EVIDENCE, criterion=answer.criterion))
        if self.recommendation is None:
            lacks.append(Missing(gap=Gap.RECOMMENDATION))
        if self.familiarity is None:
            lacks.append(Missing(gap=Gap.FAMILIARITY))
        return tuple(lacks)

    def says_everything(self) -> bool:
        """Whether nothing in it is a default that was not written out."""
        return all(
            len(part.model_fields_set) == len(type(part).model_fields)
            for part in (self, *self.criteria)
        )

    def fits(self, rubric: Rubric) -> bool:
        """Whether every criterion of the rubric is answered once and every mark is on its scale."""
        if [answer.criterion for answer in self.criteria] != [c.code for c in rubric.criteria]:
            return False
        return all(
            answer.mark == CANNOT_JUDGE or _on_scale(answer.mark, rubric)
            for answer in self.criteria
        )


def _on_scale(mark: int | str | None, rubric: Rubric) -> bool:
    return isinstance(mark, int) and rubric.lowest <= mark <= rubric.highest

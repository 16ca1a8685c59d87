"""The practice case: read and scored as any other, in memory alone; never signed, sent or counted.

It stands in no table and in no batch. What is answered on it lives as long as the desk is open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from review_protocol.documents.base import Part, read_fields
from review_protocol.documents.case import Case
from review_protocol.documents.programme import Recommendation, Rubric
from review_protocol.documents.score import Answers, CriterionCode
from review_protocol.documents.stated_facts import StatedFact
from review_protocol.documents.text import Bilingual, Element
from reviewer_app.reading.facts import case_facts
from reviewer_app.services.desk_rows import CaseRow
from reviewer_app.services.differing import CaseDifferences
from reviewer_app.services.facts_beside import FactsSaid
from reviewer_app.services.practice_marks import PracticeMarks
from reviewer_app.services.preparing import Preparing
from reviewer_app.services.rows import CaseState, CaseView, Kept, ReadingPlace
from reviewer_app.services.sheets import fitted
from reviewer_app.sync.clock import Clock, timestamp


class CriterionComment(Part):
    """What the commentary says of one criterion: a span of marks, why, and where it shows."""

    criterion: CriterionCode
    low: int
    high: int
    why: Bilingual
    evidence: Bilingual


class RecommendationComment(Part):
    value: Recommendation
    why: Bilingual


class Commentary(Part):
    """How experienced readers might judge the practice case: one way among others."""

    criteria: tuple[CriterionComment, ...]
    recommendation: RecommendationComment
    differences: tuple[Bilingual, ...]
    """What differs between the two languages."""


class _Practice(Part):
    case: Case
    commentary: Commentary


@cache
def practice_case() -> Case:
    """The case, written for this application: everybody and everything in it is invented."""
    return _bundled().case


@cache
def practice_commentary() -> Commentary:
    """The commentary on it."""
    return _bundled().commentary


@cache
def sample_rubric() -> Rubric:
    """For a desk to which no batch has brought the organiser's own."""
    path = files("reviewer_app.resources") / "rubric" / "sample.json"
    return read_fields(Rubric, path.read_bytes())


def _bundled() -> _Practice:
    path = files("reviewer_app.resources") / "practice" / "practice.json"
    return read_fields(_Practice, path.read_bytes())


class Practice:
    """The practice case as a desk offers a case: opened, scored, its facts judged."""

    def __init__(
        self,
        preparing: Preparing,
        rubric: Callable[[], Rubric | None],
        order: Callable[[], tuple[CriterionCode, ...]],
        clock: Clock,
    ) -> None:
        """`rubric` gives the batch's, and `order` the reviewer's own order of the criteria."""
        self._preparing, self._rubric, self._order = preparing, rubric, order
        self._clock = clock
        self._place: ReadingPlace | None = None
        self._revisions: list[Answers] = []
        self.facts = PracticeFacts()
        self.differing = PracticeDiffering(preparing)
        self.marks = PracticeMarks(clock)

    def open(self, number: str) -> CaseView:
        """The case with what was answered so far; takes some hundredths of a second."""
        case, rubric = practice_case(), self._rubric() or sample_rubric()
        return CaseView(
            row=_row(case),
            case=case,
            rubric=rubric,
            alignments={each: self._preparing.alignment(case, each) for each in Element},
            answers=fitted(self._revisions[-1] if self._revisions else Answers(), rubric),
            kept_at=None,
            standing=None,
            place=self._place,
        )

    def criteria_order(self) -> tuple[CriterionCode, ...]:
        return self._order()

    def mark_read(self, number: str, place: ReadingPlace) -> None:
        """Remember where the reader is."""
        self._place = place

    def keep(self, number: str, answers: Answers) -> Kept:
        """Remember the answers; nothing is written."""
        self._revisions.append(answers)
        return Kept(number, answers, timestamp(self._clock()))

    def undo(self, number: str) -> Kept | None:
        """Go back one change; None where there is none."""
        if not self._revisions:
            return None
        self._revisions.pop()
        before = self._revisions[-1] if self._revisions else Answers()
        return Kept(number, before, timestamp(self._clock()))

    def begin_anew(self) -> None:
        """Forget everything that was answered."""
        self._revisions.clear()
        self._place = None
        self.facts.keep("", ())
        self.marks.forget()


class PracticeFacts:
    """What is said of the practice case's facts."""

    def __init__(self) -> None:
        self._facts: tuple[StatedFact, ...] = ()

    def said(self, number: str) -> FactsSaid:
        return FactsSaid(self._facts)

    def keep(self, number: str, facts: Sequence[StatedFact]) -> FactsSaid:
        self._facts = tuple(facts)
        return self.said(number)


class PracticeDiffering:
    """What the languages of the practice case say differently; what is put away is not kept."""

    def __init__(self, preparing: Preparing) -> None:
        self._preparing = preparing
        self._dismissed: frozenset[str] = frozenset()

    def of(self, view: CaseView) -> CaseDifferences:
        found = self._preparing.differences(view.case, view.alignments)
        return CaseDifferences(view.row.number, found, self._dismissed)

    def dismiss(self, differences: CaseDifferences, key: str) -> CaseDifferences:
        self._dismissed |= {key}
        return replace(differences, dismissed=self._dismissed)

    def show_again(self, differences: CaseDifferences, key: str) -> CaseDifferences:
        self._dismissed -= {key}
        return replace(differences, dismissed=self._dismissed)


def _row(case: Case) -> CaseRow:
    headers, facts = case.headers, case_facts(case)
    return CaseRow(
        number=headers.number,
        name=headers.name,
        area=headers.area,
        applicant=headers.applicant,
        countries=facts.countries,
        joint=facts.joint_international,
        state=CaseState.STARTED,
        marks=(),
        flags=(),
        position=1,
        illustrative=True,
    )

"""What the score panel shows: the sheet as the reviewer sees it, and as it is on the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from review_protocol.documents.programme import Rubric
from review_protocol.documents.score import Answers, CriterionCode, Missing, Quote
from reviewer_app.errors import Failure
from reviewer_app.services.orders import as_asked
from reviewer_app.services.rows import CaseState, StandingScore
from reviewer_app.ui.reading.steps import Steps

EMPTY = Answers()
Paragraphs = Mapping[Quote, int]
"""Where quotes stand, as a reader counts; without those that stand in a heading."""
NO_PARAGRAPHS: Final[Paragraphs] = {}


@dataclass(frozen=True, slots=True)
class ScoringState:
    """The sheet of one case, and the steps that led to it."""

    number: str = ""
    rubric: Rubric | None = None
    order: tuple[CriterionCode, ...] = ()
    answers: Answers = EMPTY
    kept: Answers | None = None
    kept_at: str | None = None
    steps: Steps = field(default_factory=Steps)
    standing: StandingScore | None = None
    case_state: CaseState | None = None
    amending: bool = False
    current: CriterionCode | None = None
    failure: Failure | None = None
    practice: bool = False
    """The practice case: it is compared with a commentary, where others are signed."""
    paragraphs: Paragraphs = field(default_factory=dict)

    @property
    def saved(self) -> bool:
        return self.kept == self.answers

    @property
    def recused(self) -> bool:
        return self.case_state is CaseState.RECUSED

    @property
    def withdrawn(self) -> bool:
        return self.case_state is CaseState.WITHDRAWN

    @property
    def editable(self) -> bool:
        """Whether answers can be given: not after signing, unless an amendment was begun."""
        open_sheet = self.standing is None or self.amending
        return bool(self.number) and not self.recused and open_sheet

    @property
    def discussable(self) -> bool:
        """Whether the panel's discussion is open: once the own score is received and counts."""
        standing = self.standing
        if self.practice or standing is None or not standing.received:
            return False
        return standing.disposition is not None and standing.disposition.counts

    @property
    def undoable(self) -> bool:
        """Whether there is a step back: of this session, or else on the disk."""
        signed = None if self.standing is None else self.standing.answers
        kept = self.kept_at is not None and self.answers not in (EMPTY, signed)
        return self.editable and (bool(self.steps.past) or (kept and not self.steps.begun))

    @property
    def redoable(self) -> bool:
        """Whether something was gone back from."""
        return self.editable and bool(self.steps.ahead)

    @property
    def marked(self) -> bool:
        """Whether every criterion has its mark, or "cannot judge"."""
        return all(answer.mark is not None for answer in self.answers.criteria)

    @property
    def recommendable(self) -> bool:
        """Whether the recommendation is asked now: last, once every criterion has its mark."""
        return self.editable and (self.marked or self.answers.recommendation is not None)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What signing still needs, in the order in which it is asked."""
        return as_asked(self.answers.missing(), self.order)

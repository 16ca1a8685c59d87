"""What a packet says of a case: all of it, or of a score what a list needs and no words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from review_protocol.documents.packet import AmendmentPacket, CasePacket, ScorePacket
from review_protocol.documents.score import Answers, CriterionAnswer, LanguageRead


@dataclass(frozen=True, slots=True)
class Score:
    """A score or its amendment."""

    answers: Answers
    language_read: LanguageRead
    amends: bool


@dataclass(frozen=True, slots=True)
class Said:
    """One packet about a case."""

    case: str
    case_hash: str
    round: int
    score: Score | None
    """None of anything else."""
    document: CasePacket | None
    """The packet itself; None of a score without its words."""

    @classmethod
    def of(cls, document: CasePacket) -> Self:
        """All that it says."""
        score = None
        if isinstance(document, ScorePacket):
            amends = isinstance(document, AmendmentPacket)
            score = Score(document.answers, document.language_read, amends)
        return cls(document.case, document.case_hash, document.round, score, document)


class Sheets:
    """Keeps scores without their words, each once: many thousand experts' sheets have the same few
    marks, and stand on the same cases."""

    def __init__(self) -> None:
        self._scores: dict[tuple[object, ...], Score] = {}
        self._named: dict[str, str] = {}

    def named(self, text: str) -> str:
        """The same text, kept once."""
        return self._named.setdefault(text, text)

    def said(self, document: CasePacket) -> Said:
        """What to keep of a packet: of a score the marks, of anything else all."""
        found = Said.of(document)
        if found.score is None:
            return found
        return Said(
            self.named(found.case), self.named(found.case_hash), found.round,
            self._score(found.score), None,
        )  # fmt: skip

    def _score(self, score: Score) -> Score:
        answers = score.answers
        marks = tuple((each.criterion, each.mark) for each in answers.criteria)
        known = (
            *(marks, answers.recommendation, answers.familiarity),
            *(score.language_read, score.amends),
        )
        kept = self._scores.get(known)
        if kept is None:
            bare = Answers(
                criteria=tuple(CriterionAnswer(criterion=code, mark=mark) for code, mark in marks),
                recommendation=answers.recommendation,
                familiarity=answers.familiarity,
            )
            kept = self._scores[known] = Score(bare, score.language_read, score.amends)
        return kept

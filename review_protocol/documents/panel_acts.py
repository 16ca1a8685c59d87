"""What a panel signs once there are scores: comparison, discussion, citations, and the lists."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, ClassVar, Self, TypeVar

from pydantic import Field, StringConstraints, model_validator

from review_protocol.documents.acts import RoundNumber
from review_protocol.documents.base import CaseNumber, Count, Hash, LongText, Part
from review_protocol.documents.packet import CasePacket, Packet
from review_protocol.documents.programme import Recommendation

Figure = Annotated[str, StringConstraints(pattern=r"^-?(0|[1-9]\d{0,8})\.\d{6}$")]
"""A decimal number of six digits behind the point: a point of the scale, a probability."""
Words = Annotated[str, StringConstraints(min_length=1, max_length=20_000, pattern=r"\S")]
Rounds = Annotated[tuple[RoundNumber, ...], Field(min_length=1, max_length=9)]
Pseudonym = Annotated[int, Field(ge=1, lt=2**53)]
Rank = Annotated[int, Field(ge=1, lt=2**53)]


class ExpertFigures(Part):
    """How strict an expert is against the colleagues who scored the same cases, in points."""

    pseudonym: Pseudonym
    reviews: Count
    leniency: Figure | None
    """Positive is lenient; None where strictness cannot be judged."""
    error: Figure | None


class ComparisonPacket(Packet):
    """The head's fit of all panels, once a round is closed: what holds for every case of it.

    The figures of each case are packets of their own, so that a case can be withheld alone.
    """

    kind: ClassVar[str] = "comparison"

    rounds: Rounds
    """Those that were fitted together, rising."""
    rubric: Hash
    rules: Hash | None
    inputs: Hash
    """Of the ids of the packets that were counted, see `docs/protocol.md`."""
    counted: Count
    seed: Hash | None
    draws: Count
    expert_variance: Figure | None
    residual_variance: Figure | None
    case_variance: Figure | None
    islands: Count
    experts: Annotated[tuple[ExpertFigures, ...], Field(max_length=5000)]
    """By pseudonym."""
    supersedes: Hash | None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _require_rising(self.rounds)
        _require_rising(tuple(each.pseudonym for each in self.experts))
        return self


class Chance(Part):
    """The probability, 0 to 1, of being among the best `target`."""

    target: Rank
    probability: Figure


class CaseFiguresPacket(CasePacket):
    """One case in the comparison that the head issued."""

    kind: ClassVar[str] = "case-figures"

    comparison: Hash
    reviews: Count
    raw: Figure
    adjusted: Figure
    error: Figure | None
    best_guess: Figure | None
    chances: Annotated[tuple[Chance, ...], Field(max_length=9)]
    rank_low: Rank | None
    rank_high: Rank | None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _require_rising(tuple(each.target for each in self.chances))
        if (self.rank_low is None) != (self.rank_high is None):
            raise ValueError("an interval of ranks has two ends")
        return self


class CaseFiguresPacket2(CaseFiguresPacket):
    """The same with where it stands among all cases of the programme: a chair, who has the figures
    of some, could not find it out."""

    form: ClassVar[int] = 2

    place: Rank | None
    """In the order of the rule file; cases that nothing decides between share one. None where
    fewer reviews count than it asks for, and without a rule file."""
    among: Count
    """How many cases have a place."""
    proposed: Recommendation | None
    """What the order proposes; None where it proposes nothing."""

    @model_validator(mode="after")
    def _is_placed(self) -> Self:
        if self.place is None and self.proposed is not None:
            raise ValueError("what is proposed has a place")
        if self.place is not None and self.place > self.among:
            raise ValueError("a place is among those that there are")
        return self


class DiscussionPacket(CasePacket):
    """A contribution to the panel's discussion of a case."""

    kind: ClassVar[str] = "discussion"

    text: Words
    in_reply_to: Hash | None


class ExpertRequestPacket(CasePacket):
    """A chair asks for another expert's review of a case."""

    kind: ClassVar[str] = "expert-request"

    reason: Words


class CitationPacket(CasePacket):
    """The consolidated citation of a case, in both languages, as one of the panel wrote it."""

    kind: ClassVar[str] = "citation"

    zh: Words
    en: Words
    supersedes: Hash | None
    """The newest text of the citation that its writer knew, whoever had written it."""


class ApprovalPacket(CasePacket):
    """One of the panel approves a citation, or says what is wrong with it."""

    kind: ClassVar[str] = "approval"

    citation: Hash
    approves: bool
    comment: LongText

    @model_validator(mode="after")
    def _an_objection_has_words(self) -> Self:
        if not self.approves and not self.comment.strip():
            raise ValueError("who does not approve says why")
        return self


class ListedCase(Part):
    """A case on the long list; `reason` is not empty where it is there against the order."""

    case: CaseNumber
    reason: LongText


class LongListPacket(Packet):
    """The cases that go into the next round, signed by the head."""

    kind: ClassVar[str] = "long-list"

    round: RoundNumber
    """The round that they go into."""
    comparison: Hash | None
    cases: Annotated[tuple[ListedCase, ...], Field(min_length=1, max_length=5000)]
    reason: LongText
    """Why cases of the proposal are missing, where any are."""
    supersedes: Hash | None

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        _require_rising(tuple(each.case for each in self.cases))
        return self


class FinalPlace(Part):
    """A place of the final list. A case that the signer may not see has none: its place is named
    by the deputy's decision alone."""

    case: CaseNumber | None
    outcome: Recommendation
    decision: Hash
    """Id of the decision on it that counts."""
    reason: LongText
    """Not empty where it is there against the order."""

    @model_validator(mode="after")
    def _is_in_the_casebook(self) -> Self:
        if self.outcome is Recommendation.NOT_IN_CASEBOOK:
            raise ValueError("the final list holds what enters the Casebook")
        return self


class FinalListPacket(Packet):
    """The final list: Outstanding Cases and the Casebook, signed by the head."""

    kind: ClassVar[str] = "final-list"

    rounds: Rounds
    rules: Hash
    comparison: Hash
    places: Annotated[tuple[FinalPlace, ...], Field(min_length=1, max_length=2000)]
    """In order; those of one outcome stand together, Outstanding Cases first."""
    reserve: Annotated[tuple[CaseNumber, ...], Field(max_length=500)]
    """Who comes next where a place becomes free, in order."""
    reason: LongText
    supersedes: Hash | None

    @model_validator(mode="after")
    def _each_once_in_order(self) -> Self:
        _require_rising(self.rounds)
        named = [each.case for each in self.places if each.case is not None]
        if len({*named, *self.reserve}) != len(named) + len(self.reserve):
            raise ValueError("a case has one place")
        if len({each.decision for each in self.places}) != len(self.places):
            raise ValueError("a decision has one place")
        outcomes = [each.outcome is Recommendation.CASEBOOK for each in self.places]
        if outcomes != sorted(outcomes):
            raise ValueError("Outstanding Cases come first")
        return self


NOT_ABOUT_A_CASE = (ComparisonPacket, LongListPacket, FinalListPacket)
"""What is said of many cases at once."""

OF_A_CASE = (
    CaseFiguresPacket,
    DiscussionPacket,
    ExpertRequestPacket,
    CitationPacket,
    ApprovalPacket,
)


_Ordered = TypeVar("_Ordered", int, str)


def _require_rising(values: tuple[_Ordered, ...]) -> None:
    if any(after <= before for before, after in pairwise(values)):
        raise ValueError("not in order, or twice")

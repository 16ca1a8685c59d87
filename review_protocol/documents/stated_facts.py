"""What a reviewer says of the facts that stand beside the score: they are so, or they are not."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from review_protocol.documents.base import LongText, Part
from review_protocol.documents.packet import CasePacket


class Fact(StrEnum):
    """What can be counted or looked up of an application, in the order in which it is shown."""

    COUNTRIES = "countries"
    """The countries (regions) involved, as a list and a number."""
    PARTNERS = "partners"
    JOINT = "joint"
    """Whether it is a joint application with international partners."""
    ELIGIBILITY = "eligibility"
    """Two or more countries (regions), and not in a Casebook before."""


class Verdict(StrEnum):
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"


class StatedFact(Part):
    """One fact as the reviewer found it; who disputes says why."""

    fact: Fact
    verdict: Verdict
    comment: LongText

    @model_validator(mode="after")
    def _a_dispute_has_words(self) -> Self:
        if self.verdict is Verdict.DISPUTED and not self.comment.strip():
            raise ValueError("a disputed fact needs a comment")
        return self


class FactsPacket(CasePacket):
    """The facts of one text of a case as its reviewer found them: beside the score, and no part
    of it. The newest of a reviewer on a case stands; it replaces all that they said before."""

    kind: ClassVar[str] = "facts"

    facts: Annotated[tuple[StatedFact, ...], Field(max_length=len(Fact))]
    """In the order of `Fact`; none takes back what was said."""

    @model_validator(mode="after")
    def _each_once_in_order(self) -> Self:
        places = [list(Fact).index(each.fact) for each in self.facts]
        if places != sorted(set(places)):
            raise ValueError("each fact is stated once, in order")
        return self

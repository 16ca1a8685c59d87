"""What waits for staff, and what they and a panel are told of: no score, and no packet's text."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from review_protocol.documents.acts import RoundNumber
from review_protocol.documents.answers import Answer
from review_protocol.documents.base import (
    CaseNumber,
    Count,
    Hash,
    LongText,
    Part,
    PersonId,
    ShortText,
    Timestamp,
)
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.words import Role


class ReviewKind(StrEnum):
    """What a ruling may be about."""

    SCORE = "score"
    AMENDMENT = "amendment"


class Ruled(Part):
    """What staff decided about a review: the newest decision that counts."""

    packet: Hash
    counts: bool
    reason: LongText
    person: PersonId
    received: Timestamp
    leaf: Count


class ReviewToRule(Part):
    """A review that came late, or on which staff have decided: whose it is, and when it came."""

    packet: Hash
    review: ReviewKind
    round: RoundNumber
    case: CaseNumber
    person: PersonId
    claimed: Timestamp
    """When its device says that it was signed."""
    received: Timestamp
    due: Timestamp
    """The end of its round: the deadline, or when it was closed where that was before."""
    disposition: Disposition
    """As it stands now."""
    leaf: Count
    ruled: Ruled | None
    """None where nothing is decided."""


class RequestedExpert(Part):
    """A panel asks for another expert; open as long as the case was given to nobody since."""

    packet: Hash
    round: RoundNumber
    case: CaseNumber
    person: PersonId
    received: Timestamp
    leaf: Count
    reason: LongText
    given: Count
    """To how many people the case was given since: 0 while it is open."""


class ConflictTakenBack(Part):
    """Somebody declared a conflict on a case, and declares none any more."""

    round: RoundNumber
    case: CaseNumber
    person: PersonId | None
    """Told to staff alone."""
    role: Role
    deputy: bool
    pseudonym: Annotated[int, Field(ge=1)] | None
    """Told to a panel alone; None for who reviews nothing."""
    received: Timestamp
    leaf: Count


class MattersAnswer(Answer):
    """For staff all of it; for a panel the conflicts that were taken back on cases which the asker
    may see."""

    kind: ClassVar[str] = "matters"

    time: Timestamp
    reviews: tuple[ReviewToRule, ...]
    """In the order of their arrival, as is all of this."""
    experts: tuple[RequestedExpert, ...]
    taken_back: tuple[ConflictTakenBack, ...]
    request_nonce: ShortText

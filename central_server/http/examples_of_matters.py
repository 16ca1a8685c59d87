"""An example of what waits for staff, for the OpenAPI description."""

from __future__ import annotations

from typing import TypedDict

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.matters import (
    ConflictTakenBack,
    RequestedExpert,
    ReviewKind,
    ReviewToRule,
    Ruled,
)
from review_protocol.documents.people import Role

_PERSON = "p-abcdefghij234567"


class _Fields(TypedDict):
    reviews: tuple[ReviewToRule, ...]
    experts: tuple[RequestedExpert, ...]
    taken_back: tuple[ConflictTakenBack, ...]


def matters_fields(time: str, hash: str) -> _Fields:
    """A late review that was decided on, a wish for another expert, a conflict taken back."""
    ruled = Ruled(
        packet=hash,
        counts=False,
        reason="The deadline was known.",
        person=_PERSON,
        received=time,
        leaf=412,
    )
    return {
        "reviews": (_review(time, hash, ruled),),
        "experts": (
            RequestedExpert(
                packet=hash,
                round=1,
                case="WIC-2026-002",
                person=_PERSON,
                received=time,
                leaf=407,
                reason="Two experts differ by 5 points.",
                given=0,
            ),
        ),
        "taken_back": (
            ConflictTakenBack(
                round=1,
                case="WIC-2026-003",
                person=None,
                role=Role.REVIEWER,
                deputy=False,
                pseudonym=7,
                received=time,
                leaf=398,
            ),
        ),
    }


def _review(time: str, hash: str, ruled: Ruled) -> ReviewToRule:
    return ReviewToRule(
        packet=hash,
        review=ReviewKind.SCORE,
        round=1,
        case="WIC-2026-001",
        person=_PERSON,
        claimed=time,
        received=time,
        due=time,
        disposition=Disposition.HELD_LATE,
        leaf=411,
        ruled=ruled,
    )

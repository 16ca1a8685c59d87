"""Expected failures of what staff do with rounds, and a panel with its cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review_protocol.late_dataclasses import dataclass
from reviewer_app.failing import ExpectedFailure

if TYPE_CHECKING:
    from review_protocol.documents.programme import Recommendation


@dataclass(eq=False)
class RoundStillOpen(ExpectedFailure):
    """Scores and reports of scores are for after the round."""

    round: int


@dataclass(eq=False)
class AlreadyAnswered(ExpectedFailure):
    """What waited for two members of staff waits no more: nothing was changed by this answer."""


@dataclass(eq=False)
class OwnRequest(ExpectedFailure):
    """Nobody agrees to what they asked themselves."""


@dataclass(eq=False)
class NothingDecided(ExpectedFailure):
    """A decision about a review changed nothing: it stood so already, or could not count."""


@dataclass(eq=False)
class ReasonLacking(ExpectedFailure):
    """A decision leaves the order, or there is none to follow, and no reason is written."""

    case: str


@dataclass(eq=False)
class RoundNotHeld(ExpectedFailure):
    """By the rule file this is decided by a round that is not over, or has still to come."""

    outcome: Recommendation
    round: int


@dataclass(eq=False)
class FinalListStands(ExpectedFailure):
    """Nothing goes into a next round once the final list is signed."""

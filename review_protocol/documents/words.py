"""The plain words of documents: what a list shows is written with these, without any model.

Making a model takes a third of a millisecond, and a start shows its list before it reads one.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Literal

ACCEPTANCE: Final = "acceptance"
SCORE: Final = "score"
AMENDMENT: Final = "amendment"
WITHDRAWAL: Final = "withdrawal"
RECUSAL: Final = "recusal"
"""Kinds of packets by which a desk and its cases stand where they do."""

PROGRAMME: Final = "programme"
"""The kind of the document whose name and zone the desk shows."""

CriterionCode = Literal["conceptual_fit", "international_cooperativeness", "benefits"]
CRITERIA: tuple[CriterionCode, ...] = (
    "conceptual_fit",
    "international_cooperativeness",
    "benefits",
)

CANNOT_JUDGE: Literal["cannot_judge"] = "cannot_judge"


class Role(StrEnum):
    REVIEWER = "reviewer"
    CHAIR = "chair"
    HEAD = "head"
    STAFF = "staff"


class Recommendation(StrEnum):
    """The overall recommendation, asked last and never computed."""

    OUTSTANDING = "outstanding"
    CASEBOOK = "casebook"
    NOT_IN_CASEBOOK = "not_in_casebook"


class LanguageRead(StrEnum):
    """Which language the reviewer read; asked when signing."""

    ZH = "zh"
    EN = "en"
    BOTH = "both"


class ConflictAnswer(StrEnum):
    """What a reviewer declares on one case before its content opens."""

    NONE = "none"
    DISCLOSED = "disclosed"
    """A tie that does not prevent judging; shown to the chair, the case is released."""
    CONFLICT = "conflict"
    """A conflict of interest: the case is not released and goes to somebody else."""


class ConflictKind(StrEnum):
    EMPLOYMENT = "employment"
    MONEY = "money"
    FAMILY = "family"
    COLLABORATION = "collaboration"
    RECOMMENDED = "recommended"
    COMPETITOR = "competitor"
    OTHER = "other"


class Disposition(StrEnum):
    """What arrival made of a packet; it changes only by a later leaf.

    The list grows at its end and loses nothing: an app reads the words of all servers before it.
    """

    COUNTED = "counted"
    HELD_NEWER_VERSION = "held:newer-version"
    HELD_REVOKED_KEY = "held:revoked-key"
    HELD_RUBRIC = "held:rubric"
    HELD_CASE_VERSION = "held:case-version"
    HELD_LATE = "held:late"
    HELD_NOT_ASSIGNED = "held:not-assigned"
    HELD_FORK = "held:fork"
    NOT_COUNTED_MALFORMED = "not-counted:malformed"
    NOT_COUNTED_DEPLOYMENT = "not-counted:deployment"
    NOT_COUNTED_ROLE = "not-counted:role"
    NOT_COUNTED_SUPERSEDES = "not-counted:supersedes"
    NOT_COUNTED_RESOLVED = "not-counted:resolved"
    NOT_COUNTED_DENIED = "not-counted:denied"
    NOT_COUNTED_CASE_WITHDRAWN = "not-counted:case-withdrawn"
    HELD_SECOND_STAFF = "held:second-staff"
    NOT_COUNTED_NOT_AGREED = "not-counted:not-agreed"
    HELD_SIX_WORDS = "held:six-words"
    NOT_COUNTED_EXCLUDED = "not-counted:excluded"
    NOT_COUNTED_NO_REASON = "not-counted:no-reason"

    @property
    def counts(self) -> bool:
        return self is Disposition.COUNTED

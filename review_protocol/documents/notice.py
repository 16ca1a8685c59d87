"""Notices: what the secretariat tells one person, signed, numbered and each a leaf of the log."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, StringConstraints, model_validator

from review_protocol.documents.answers import Answer
from review_protocol.documents.base import (
    Base64,
    CaseNumber,
    Count,
    Document,
    Hash,
    Part,
    PersonId,
    ShortText,
    Timestamp,
)
from review_protocol.documents.text import Language

NoticeText = Annotated[str, StringConstraints(min_length=1, max_length=20_000, pattern=r"\S")]


class NoticeKind(StrEnum):
    """What a notice is about; a closed list, each with its sentence in the app."""

    MESSAGE = "message"
    ANSWER = "answer"
    CASE_CORRECTED = "case_corrected"
    CASE_WITHDRAWN = "case_withdrawn"
    ROUND_EXTENDED = "round_extended"
    ROUND_CLOSED = "round_closed"


class Words(Part):
    """A longer text of people to people, in Chinese, in English, or in both; never in neither."""

    zh: NoticeText | None
    en: NoticeText | None

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.zh is None and self.en is None:
            raise ValueError("one of zh and en is needed")
        return self

    def best(self, language: Language) -> str:
        """The text in this language, or else in the other one."""
        first, second = (self.zh, self.en) if language is Language.ZH else (self.en, self.zh)
        return first or second or ""


class Notice(Document):
    """One notice to one person; a desk shows them in the order of their numbers."""

    kind: ClassVar[str] = "notice"

    deployment: Hash
    number: Annotated[int, Field(ge=1, lt=2**53)]
    """Counts from 1 for each person, without gaps: a missing one shows."""
    person: PersonId
    about: NoticeKind
    case: CaseNumber | None
    version: Annotated[int, Field(ge=1)] | None
    case_hash: Hash | None
    """The new version of a corrected case, and its hash."""
    round: Annotated[int, Field(ge=1, le=9)] | None
    closes: Timestamp | None
    """The new deadline of an extended round."""
    text: Words | None
    in_reply_to: Hash | None
    """Id of the question packet that is answered."""
    issued: Timestamp

    @model_validator(mode="after")
    def _says_what_its_kind_says(self) -> Self:
        required = _REQUIRED[self.about]
        for name in required:
            if getattr(self, name) is None:
                raise ValueError(f"a notice about {self.about} has {name}")
        for name in _BOUND - required:
            if getattr(self, name) is not None:
                raise ValueError(f"a notice about {self.about} has no {name}")
        return self


_REQUIRED: dict[NoticeKind, frozenset[str]] = {
    NoticeKind.MESSAGE: frozenset({"text"}),
    NoticeKind.ANSWER: frozenset({"text", "in_reply_to"}),
    NoticeKind.CASE_CORRECTED: frozenset({"case", "version", "case_hash"}),
    NoticeKind.CASE_WITHDRAWN: frozenset({"case"}),
    NoticeKind.ROUND_EXTENDED: frozenset({"round", "closes"}),
    NoticeKind.ROUND_CLOSED: frozenset({"round"}),
}
_BOUND = frozenset({"version", "case_hash", "closes", "in_reply_to"})
"""Fields that only the kinds which need them have; any may have a case, a round or a text."""


class NoticesAnswer(Answer):
    """The asker's notices after a number, in their order: envelopes, base64 of their bytes."""

    kind: ClassVar[str] = "notices"

    notices: tuple[Base64, ...]
    next: Count
    """Number of the last notice that there is for the asker; higher than the last one here where
    there are more."""
    request_nonce: ShortText

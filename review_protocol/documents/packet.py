"""Packets: what a person signs. Each is one link of its device's chain."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from review_protocol.canonical import JsonValue
from review_protocol.documents.base import (
    CaseNumber,
    Count,
    Document,
    Hash,
    KeyId,
    LongText,
    Nonce,
    PanelCode,
    Part,
    ShortText,
    Timestamp,
)
from review_protocol.documents.file_quotes import AnswersWithFiles
from review_protocol.documents.people import Origin
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import Answers, LanguageRead
from review_protocol.documents.text import Bilingual, Language
from review_protocol.documents.words import ACCEPTANCE, AMENDMENT, RECUSAL, SCORE, WITHDRAWAL
from review_protocol.documents.words import ConflictAnswer as ConflictAnswer
from review_protocol.documents.words import ConflictKind as ConflictKind
from review_protocol.failures import MalformedDocument


class ChainHeader(Part):
    """The frozen header that every version of every packet shares."""

    deployment: Hash
    kid: KeyId
    chain: Nonce
    """Random id of this chain: a device restored from a backup starts a new one."""
    seq: Annotated[int, Field(ge=1, lt=2**53)]
    prev: Hash | None
    """Id of the packet before this one in the chain; None for the first."""

    @model_validator(mode="after")
    def _first_has_no_predecessor(self) -> Self:
        if (self.seq == 1) != (self.prev is None):
            raise ValueError("exactly the first packet of a chain has no predecessor")
        return self


class KnownCheckpoint(Part):
    """The last checkpoint of the log that this device verified."""

    origin: Origin
    size: Count
    root: Hash


class Packet(Document):
    """What every packet carries; the kinds below add what is said."""

    header: ChainHeader
    nonce: Nonce
    """Random, so that a guessable score cannot be guessed from the packet's hash."""
    checkpoint: KnownCheckpoint | None
    claimed: Timestamp
    """The device's own clock; informs, decides nothing."""


class AcceptancePacket(Packet):
    """An invited person accepts and says who they are: the first packet of a device."""

    kind: ClassVar[str] = ACCEPTANCE

    programme: Hash
    undertaking: Hash
    """SHA-256 of the undertaking's canonical bilingual text."""
    name: Bilingual
    organisations: Annotated[tuple[ShortText, ...], Field(min_length=1, max_length=20)]
    reads: Annotated[tuple[Language, ...], Field(min_length=1, max_length=2)]
    expertise: LongText


class Declaration(Part):
    """The answer for one case, on the headers with this hash."""

    case: CaseNumber
    headers: Hash
    answer: ConflictAnswer
    conflict: ConflictKind | None
    comment: LongText

    @model_validator(mode="after")
    def _a_tie_has_a_kind(self) -> Self:
        if (self.answer is ConflictAnswer.NONE) != (self.conflict is None):
            raise ValueError("a tie names its kind, and only a tie")
        if self.conflict is ConflictKind.OTHER and not self.comment.strip():
            raise ValueError("another tie needs a comment")
        return self


class DeclarationPacket(Packet):
    """Declarations on the headers of a batch, signed before the release."""

    kind: ClassVar[str] = "declaration"

    round: Annotated[int, Field(ge=1)]
    manifest: Hash
    declarations: Annotated[tuple[Declaration, ...], Field(min_length=1, max_length=1000)]


class CasePacket(Packet):
    """A packet about one case, naming the very text and rubric that were read."""

    round: Annotated[int, Field(ge=1)]
    manifest: Hash
    case: CaseNumber
    case_hash: Hash
    rubric: Hash


class ScorePacket(CasePacket):
    """A signed score."""

    kind: ClassVar[str] = SCORE

    answers: Answers
    language_read: LanguageRead

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.answers.missing():
            raise ValueError("an answer is missing")
        return self

    @classmethod
    def from_fields(cls, fields: JsonValue) -> Self:
        """As every document; defaults are for drafts, what is signed says all of its answers."""
        packet = super().from_fields(fields)
        if not packet.answers.says_everything():
            raise MalformedDocument(reason=f"{cls.__name__}.answers: a default is not said")
        return packet


class AmendmentPacket(ScorePacket):
    """A new score that supersedes an earlier packet; both are kept."""

    kind: ClassVar[str] = AMENDMENT

    supersedes: Hash
    reason: ShortText


class ScorePacket2(ScorePacket):
    """A signed score with quotes from attachments; one without any is of version 1."""

    form: ClassVar[int] = 2

    answers: AnswersWithFiles


class AmendmentPacket2(AmendmentPacket):
    """An amendment with quotes from attachments; one without any is of version 1."""

    form: ClassVar[int] = 2

    answers: AnswersWithFiles


def score_form(answers: Answers) -> type[ScorePacket]:
    """The form in which these answers are signed as a score."""
    return ScorePacket2 if isinstance(answers, AnswersWithFiles) else ScorePacket


def amendment_form(answers: Answers) -> type[AmendmentPacket]:
    """The form in which these answers are signed as an amendment."""
    return AmendmentPacket2 if isinstance(answers, AnswersWithFiles) else AmendmentPacket


class WithdrawalPacket(CasePacket):
    """A score taken back without another in its place."""

    kind: ClassVar[str] = WITHDRAWAL

    supersedes: Hash
    reason: ShortText


class RecusalReason(StrEnum):
    CONFLICT = "conflict"
    NOT_COMPETENT = "not_competent"


class RecusalPacket(CasePacket):
    """The reviewer steps back after reading; what was scored stays and is not counted."""

    kind: ClassVar[str] = RECUSAL

    reason: RecusalReason
    conflict: ConflictKind | None
    comment: LongText
    supersedes: Hash | None

    @model_validator(mode="after")
    def _a_conflict_has_a_kind(self) -> Self:
        if (self.reason is RecusalReason.CONFLICT) != (self.conflict is not None):
            raise ValueError("a conflict names its kind, and only a conflict")
        return self


class DecisionPacket(CasePacket):
    """A panel's decision on a case, on the basis of these packets, signed by the chair."""

    kind: ClassVar[str] = "decision"

    panel: PanelCode
    outcome: Recommendation
    based_on: tuple[Hash, ...]
    reason: LongText
    supersedes: Hash | None


class RoundAct(StrEnum):
    CLOSE = "close"
    REOPEN = "reopen"


class RoundPacket(Packet):
    """A member of staff closes a round, or opens it again with a reason."""

    kind: ClassVar[str] = "round"

    round: Annotated[int, Field(ge=1)]
    act: RoundAct
    reason: ShortText

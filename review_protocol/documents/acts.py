"""Packets about devices, rounds and questions: what a person signs that is not about one score."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field, StringConstraints, model_validator

from review_protocol.canonical import from_base64
from review_protocol.documents.base import (
    Base64,
    CaseNumber,
    Count,
    Hash,
    KeyId,
    LongText,
    ShortText,
)
from review_protocol.documents.packet import CasePacket, Packet
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import VerifyKey

RoundNumber = Annotated[int, Field(ge=1, le=9)]
HeldPackets = Annotated[tuple[Hash, ...], Field(max_length=1000)]


class ResolutionPacket(CasePacket):
    """Of several scores of one person on one case, the one that stands; the others do not count."""

    kind: ClassVar[str] = "resolution"

    stands: Hash
    """Id of the packet that is counted; `case_hash` and `rubric` are that packet's own."""
    over: Annotated[tuple[Hash, ...], Field(min_length=1, max_length=20)]
    """Ids of the packets that are not."""
    reason: LongText

    @model_validator(mode="after")
    def _one_stands_over_others(self) -> Self:
        _require_each_once((self.stands, *self.over))
        return self


class ConfirmationPacket(Packet):
    """Packets that were held for a revoked key: which are the signer's own, and which are not."""

    kind: ClassVar[str] = "confirmation"

    packets: HeldPackets
    """Mine: to be judged again as of their own arrival."""
    denied: HeldPackets
    """Not mine: somebody else had the device."""

    @model_validator(mode="after")
    def _each_is_told_once(self) -> Self:
        if not self.packets and not self.denied:
            raise ValueError("a confirmation names a packet")
        _require_each_once((*self.packets, *self.denied))
        return self


class RotationPacket(Packet):
    """A device's new keys, signed by its old one; the old key signs nothing after this.

    That the new key belongs to who asks, `review_protocol.rotation.rotated_key` checks.
    """

    kind: ClassVar[str] = "rotation"

    kid: KeyId
    signing_key: Base64
    exchange_key: Base64
    """The 32 raw bytes of each new public key, standard base64."""
    proof: Base64
    """Signature by the new key, see `review_protocol.rotation`."""
    device_name: ShortText

    @model_validator(mode="after")
    def _keys_are_new_and_whole(self) -> Self:
        signing = _key_of("signing_key", self.signing_key)
        _key_of("exchange_key", self.exchange_key)
        if signing.key_id != self.kid:
            raise ValueError("kid is not the id of signing_key")
        if self.kid == self.header.kid:
            raise ValueError("the new key is the old one")
        return self


class ErasurePacket(Packet):
    """A round was closed on this computer: the texts of this many cases were erased."""

    kind: ClassVar[str] = "erasure"

    round: RoundNumber
    manifest: Hash
    cases: Count


class QuestionPacket(Packet):
    """A question to the secretariat, about a case or about the round."""

    kind: ClassVar[str] = "question"

    round: RoundNumber
    case: CaseNumber | None
    text: Annotated[str, StringConstraints(min_length=1, max_length=20_000, pattern=r"\S")]


class ScoreOpeningPacket(Packet):
    """A member of staff asks to see the scores of a round that is still open.

    It waits, as closing a round before its deadline does, until another agrees.
    """

    kind: ClassVar[str] = "score-opening"

    round: RoundNumber
    reason: ShortText


class AgreementPacket(Packet):
    """Another member of staff agrees to what waits for two, or declines it with a reason.

    Who asked may decline too: that takes it back.
    """

    kind: ClassVar[str] = "agreement"

    request: Hash
    """Id of the packet that waits."""
    agrees: bool
    reason: LongText

    @model_validator(mode="after")
    def _declining_has_a_reason(self) -> Self:
        if not self.agrees and not self.reason.strip():
            raise ValueError("who declines says why")
        return self


class RulingPacket(Packet):
    """A member of staff decides about a review that is late, or unfit: with a reason that its
    expert is told."""

    kind: ClassVar[str] = "ruling"

    packet: Hash
    """Id of the score or the amendment."""
    counts: bool
    reason: Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"\S")]


def _require_each_once(packets: tuple[str, ...]) -> None:
    if len(set(packets)) != len(packets):
        raise ValueError("a packet is named twice")


def _key_of(field: str, text: str) -> VerifyKey:
    """Both kinds of key are 32 bytes; only the length and the id matter here."""
    try:
        return VerifyKey(from_base64(text))
    except ProtocolFailure as failure:
        raise ValueError(f"{field} is not a key: {failure}") from failure

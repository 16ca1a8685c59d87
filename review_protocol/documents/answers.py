"""What the server answers: every answer names the asker's nonce and is signed by the server."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from review_protocol.documents.base import (
    Base64,
    CaseNumber,
    Count,
    Document,
    Hash,
    KeyId,
    Nonce,
    PanelCode,
    Part,
    PersonId,
    ShortText,
    Timestamp,
)
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.people import Role
from review_protocol.documents.programme import RoundState


class Answer(Document):
    """What all answers share."""

    nonce: Nonce
    """The nonce of the request that this answers."""


class Hello(Answer):
    """Who the server is; the only answer given to a stranger."""

    kind: ClassVar[str] = "hello"

    deployment: Hash
    trust: Base64
    """The trust document's envelope, base64 of its bytes."""
    root_key: Base64
    time: Timestamp
    request_nonce: ShortText
    """A nonce of the server to sign the next request with."""
    version: ShortText


class RefusalCode(StrEnum):
    """Why a whole request was refused; a closed list, each with its sentence in the app."""

    STALE_NONCE = "stale-nonce"
    UNKNOWN_DEVICE = "unknown-device"
    REVOKED_DEVICE = "revoked-device"
    BAD_SIGNATURE = "bad-signature"
    UNKNOWN_INVITATION = "unknown-invitation"
    USED_INVITATION = "used-invitation"
    EXPIRED_INVITATION = "expired-invitation"
    DECLINED_INVITATION = "declined-invitation"
    TOO_MANY_TRIES = "too-many-tries"
    NOT_PERMITTED = "not-permitted"
    MALFORMED = "malformed"
    TOO_LARGE = "too-large"
    NO_BATCH = "no-batch"
    ROUND_OPEN = "round-open"
    NOT_FOUND = "not-found"
    BUSY = "busy"


class Refusal(Answer):
    """A request refused; nothing was changed by it."""

    kind: ClassVar[str] = "refusal"

    code: RefusalCode
    detail: str
    request_nonce: ShortText
    """A fresh nonce of the server, so that a stale one costs one more round trip only."""


class Declined(Answer):
    """The invitation is closed at the invited person's own word."""

    kind: ClassVar[str] = "declined"


class Invited(Answer):
    """The invitation is open: a device that holds it would be certified now."""

    kind: ClassVar[str] = "invited"


class Arrived(Part):
    """One packet's arrival: its receipt proves it by itself."""

    packet: Hash
    disposition: Disposition
    receipt: str


class Rejected(Part):
    """An upload that was no validly signed packet; it left no trace. `position` counts from 0."""

    position: Count
    reason: ShortText


class DeliveryAnswer(Answer):
    """What became of the packets of one delivery, in their order."""

    kind: ClassVar[str] = "delivery"

    arrived: tuple[Arrived, ...]
    rejected: tuple[Rejected, ...]
    request_nonce: ShortText


class LogView(Part):
    """The log's newest checkpoint, and the proof that it extends the one that the asker knew."""

    checkpoint: str
    """The signed note as text."""
    consistency: tuple[Hash, ...]


class DeviceRow(Part):
    """A device of the asker's own, as the log has it."""

    kid: KeyId
    name: ShortText
    issued: Timestamp


class Change(Part):
    """A packet of the asker's whose disposition changed after its receipt."""

    packet: Hash
    disposition: Disposition
    receipt: str


class StateAnswer(Answer):
    """Everything a desk asks at a sync besides delivering."""

    kind: ClassVar[str] = "state"

    time: Timestamp
    log: LogView
    round: RoundState | None
    manifest: Hash | None
    """Id of the newest manifest for the asker, None where nothing is assigned."""
    devices: tuple[DeviceRow, ...]
    """The asker's devices in use; none for a device that was revoked, which is told no more."""
    changes: tuple[Change, ...]
    request_nonce: ShortText


class DeviceStanding(Answer):
    """What holds for the asking device alone."""

    kind: ClassVar[str] = "device"

    awaits_words: bool
    """Whether releases and packets are withheld until its six words were read to staff."""
    request_nonce: ShortText


class BatchAnswer(Answer):
    """The asker's manifest and releases: envelopes, base64 of their bytes."""

    kind: ClassVar[str] = "batch"

    manifest: Base64
    releases: tuple[Base64, ...]
    request_nonce: ShortText


class Expert(Part):
    """A device whose packet is shown, and the pseudonym of its person: "Expert 07" is number 7."""

    kid: KeyId
    pseudonym: Annotated[int, Field(ge=1)] | None
    """None for who reviews nothing: a chair, the head, staff."""
    certificate: Base64
    """The certificate's envelope, base64 of its bytes."""
    receipt: str
    """The certificate's own receipt: a key that is not in the log signs for nobody."""


class CollectedPacket(Part):
    """A packet as it arrived, with its receipt and the disposition that stands now."""

    envelope: Base64
    receipt: str
    disposition: Disposition
    change: str | None
    """Receipt of the leaf that changed the disposition; None where the packet's own stands."""
    leaf: Count


class PanelAssignment(Part):
    """Who was asked to review a case, by pseudonym, and what they declared."""

    case: CaseNumber
    pseudonym: Annotated[int, Field(ge=1)]
    declared: ShortText | None
    """none, disclosed, conflict; None while not declared."""


class PacketsAnswer(Answer):
    """Packets that the asker may see: a chair's panel; for staff all, once the round is closed.

    Each stands at its own leaf, or at the one that last changed its disposition.
    """

    kind: ClassVar[str] = "packets"

    packets: tuple[CollectedPacket, ...]
    experts: tuple[Expert, ...]
    assignments: tuple[PanelAssignment, ...]
    scope: Hash
    """Changes when earlier packets have become visible, or are no more: then all is asked anew."""
    next_leaf: Count
    """Where to go on; equal to the log's size when there is no more."""
    log: LogView
    request_nonce: ShortText


class ReviewerProgress(Part):
    """One person's progress, counts only; names and pseudonyms are never told together."""

    person: PersonId
    name: ShortText
    role: Role
    panel: PanelCode | None
    invited: Timestamp
    enrolled: Timestamp | None
    declined: Timestamp | None
    assigned: Count
    declared: Count
    conflicts: Count
    recused: Count
    received: Count
    """Cases with a counted score."""
    held: Count
    last_seen: Timestamp | None


class CaseProgress(Part):
    """One case's progress, counts only."""

    case: CaseNumber
    assigned: Count
    conflicts: Count
    recused: Count
    received: Count
    held: Count


class ProgressAnswer(Answer):
    """Who has delivered how much; never a score."""

    kind: ClassVar[str] = "progress"

    time: Timestamp
    round: RoundState | None
    people: tuple[ReviewerProgress, ...]
    cases: tuple[CaseProgress, ...]
    packets: Count
    log: LogView
    request_nonce: ShortText

"""Hand-over by file: what a desk hands in without a connection, and what it is given back."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from review_protocol.documents.answers import Arrived, Change, DeviceRow, Rejected
from review_protocol.documents.base import (
    Base64,
    Base64ToRead,
    Count,
    Document,
    Hash,
    KeyId,
    PersonId,
    Timestamp,
)
from review_protocol.documents.packet import KnownCheckpoint
from review_protocol.documents.programme import RoundState
from review_protocol.exchange import HANDOVER_COUNT


class Handover(Document):
    """Everything that a device has no receipt for; sealed to the intake key, not signed itself.

    Each packet is signed, and the reply is sealed to the device that `kid` names: who else makes
    such a file hands in nothing and can read nothing.
    """

    kind: ClassVar[str] = "handover"

    deployment: Hash
    kid: KeyId
    known: KnownCheckpoint | None
    """The checkpoint that the reply's is to be proved to extend."""
    notices: Count
    """Number of the last notice that this desk has; 0 for none."""
    packets: Annotated[tuple[Base64ToRead, ...], Field(max_length=HANDOVER_COUNT)]
    """Envelopes, base64 of their bytes; none where a desk only asks for what is new."""


class HandoverReply(Document):
    """What a sync would have told, for one device: signed by the server key, sealed to the device.

    A reply that comes after a newer one is not a fault: its receipts are good by themselves, and
    what it says of the log, the manifest and the keys is older than what the desk knows.
    """

    kind: ClassVar[str] = "handover-reply"

    deployment: Hash
    person: PersonId
    kid: KeyId
    arrived: tuple[Arrived, ...]
    rejected: tuple[Rejected, ...]
    changes: tuple[Change, ...]
    devices: tuple[DeviceRow, ...]
    """The person's devices in use, as in the answer to `state`."""
    round: RoundState | None
    releases: tuple[Base64, ...]
    notices: tuple[Base64, ...]
    manifest: Base64 | None
    trust: Base64
    """Envelopes, base64 of their bytes."""
    log: str
    """The newest checkpoint, a signed note as text."""
    known_size: Count
    """The size that `consistency` starts from: the one that the desk told; 0 for none."""
    consistency: tuple[Hash, ...]
    issued: Timestamp

"""The changes of keys that were signed on this computer, and how each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.acts import RotationPacket
from review_protocol.documents.leaf import Disposition
from reviewer_app.models.outbox import StoredPacket, packets_of_kind


@dataclass(frozen=True, slots=True)
class Rotation:
    """From one key of this device to the next; `disposition` is None until the server took it."""

    packet: str
    old: str
    new: str
    signed_at: str
    disposition: Disposition | None

    @property
    def counts(self) -> bool:
        return self.disposition is not None and self.disposition.counts

    @property
    def is_refused(self) -> bool:
        return self.disposition is not None and not self.disposition.counts


def rotations(connection: Connection) -> Sequence[Rotation]:
    """All of them, in the order of signing."""
    return [_rotation(each) for each in packets_of_kind(connection, RotationPacket.kind)]


def _rotation(stored: StoredPacket) -> Rotation:
    document = stored.document()
    assert isinstance(document, RotationPacket)
    return Rotation(
        stored.id, document.header.kid, document.kid, stored.signed_at, stored.disposition
    )

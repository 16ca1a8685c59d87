"""What this desk believes of its deployment: the trust, and the checkpoint it verified last."""

from __future__ import annotations

from sqlalchemy import Connection

from review_protocol.documents.packet import KnownCheckpoint
from review_protocol.keys import VerifyKey
from review_protocol.translog import Checkpoint, parse_note
from reviewer_app.models.facts import FactName, fact_of, text_of
from reviewer_app.sync.trust import TrustState


def trust_of(connection: Connection) -> TrustState:
    """The trust that stands; its signature is checked again."""
    root, envelope = fact_of(connection, FactName.ROOT_KEY), fact_of(connection, FactName.TRUST)
    if root is None or envelope is None:
        raise ValueError("this desk is not enrolled")
    return TrustState.first(VerifyKey(root), envelope)


def known_checkpoint(connection: Connection) -> KnownCheckpoint | None:
    """The last checkpoint that this device verified, as packets quote it."""
    note = text_of(connection, FactName.CHECKPOINT)
    if note is None:
        return None
    checkpoint = Checkpoint.parse(parse_note(note).text)
    return KnownCheckpoint(
        origin=checkpoint.origin, size=checkpoint.size, root=checkpoint.root.hex()
    )

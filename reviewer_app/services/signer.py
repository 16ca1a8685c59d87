"""The one way by which this device signs: into the outbox, with nonce, time and checkpoint."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypedDict

from sqlalchemy import Connection

from review_protocol.documents.base import Nonce, Timestamp
from review_protocol.documents.packet import ChainHeader, KnownCheckpoint, Packet
from review_protocol.keys import Randomness
from reviewer_app.models import outbox
from reviewer_app.models.chain_tips import ChainTips
from reviewer_app.models.keys import Keys
from reviewer_app.services.believed import known_checkpoint
from reviewer_app.sync.clock import Clock, timestamp

_NONCE_BYTES = 16


class Stem(TypedDict):
    """What every packet begins with, to be spread into its model."""

    header: ChainHeader
    nonce: Nonce
    checkpoint: KnownCheckpoint | None
    claimed: Timestamp


class Signer:
    """Signs packets in the transaction of the caller: all of it stands or falls together."""

    def __init__(self, keys: Keys, tips: ChainTips, clock: Clock, randomness: Randomness) -> None:
        """`tips` knows how far the desk had come, should its database be an earlier one now."""
        self._keys = keys
        self._tips = tips
        self._clock = clock
        self._randomness = randomness

    def now(self) -> str:
        """The present moment as a timestamp."""
        return timestamp(self._clock())

    def require_keys(self) -> None:
        """Raises PassphraseNeeded while the keys are sealed."""
        self._keys.unsealed()

    def require_place(self, connection: Connection) -> None:
        """Raises RolledBackDesk where a number of the chain would be given away twice."""
        self._tips.require(connection)

    def sign(self, connection: Connection, build: Callable[[Stem], Packet]) -> str:
        """Sign the packet that `build` makes of its stem; answers its id.

        Raises PassphraseNeeded while the keys are sealed, RolledBackDesk where a number of the
        chain would be given away twice.
        """
        signing_key = self._keys.unsealed().signing_key
        self._tips.require(connection)
        now = self.now()
        nonce = self._randomness(_NONCE_BYTES).hex()
        checkpoint = known_checkpoint(connection)
        signed = outbox.append(
            connection,
            lambda header: build(
                Stem(header=header, nonce=nonce, checkpoint=checkpoint, claimed=now)
            ),
            signing_key,
            now,
            randomness=self._randomness,
        )
        self._tips.note_signed(connection)
        return signed.id

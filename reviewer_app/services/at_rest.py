"""What keeps an opened desk at rest: backups, passphrase, escrow, new keys, the end of a round."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from review_protocol.keys import Randomness
    from reviewer_app.models.keys import Keys
    from reviewer_app.models.store import Store
    from reviewer_app.services.backups import Backups
    from reviewer_app.services.closing_here import ClosingHere
    from reviewer_app.services.escrow import Escrow
    from reviewer_app.services.new_keys import NewKeys
    from reviewer_app.services.passphrase import Passphrase
    from reviewer_app.services.recovering import EnrollingAgain
    from reviewer_app.services.restoring import PutBack, Restoring
    from reviewer_app.services.signer import Signer
    from reviewer_app.sync.clock import Clock


class AtRest:
    """Each is imported and made when it is first wanted; that opens, asks and computes nothing."""

    def __init__(
        self,
        store: Store,
        keys: Keys,
        signer: Callable[[], Signer],
        clock: Clock,
        randomness: Randomness,
    ) -> None:
        self._store = store
        self._keys = keys
        self._signer = signer
        self._clock = clock
        self._randomness = randomness

    @cached_property
    def backups(self) -> Backups:
        from reviewer_app.services.backups import Backups

        return Backups(self._store, self._clock)

    @cached_property
    def put_back(self) -> PutBack:
        from reviewer_app.services.restoring import PutBack

        return PutBack(self._store, self._randomness)

    @cached_property
    def restoring(self) -> Restoring:
        """For previews now; what it restores is restored once the desk is closed."""
        from reviewer_app.services.restoring import Restoring

        return Restoring(self._store.folder, self._store.key, self._clock, self._randomness)

    @cached_property
    def passphrase(self) -> Passphrase:
        from reviewer_app.services.passphrase import Passphrase

        return Passphrase(self._keys)

    @cached_property
    def new_keys(self) -> NewKeys:
        from reviewer_app.services.new_keys import NewKeys

        return NewKeys(self._store, self._keys, self._signer(), self._randomness)

    @cached_property
    def escrow(self) -> Escrow:
        from reviewer_app.services.escrow import Escrow

        return Escrow(self._store, self._clock)

    @cached_property
    def enrolling_again(self) -> EnrollingAgain:
        from reviewer_app.services.recovering import EnrollingAgain

        return EnrollingAgain(
            self._store, self._keys, clock=self._clock, randomness=self._randomness
        )

    @cached_property
    def closing_here(self) -> ClosingHere:
        from reviewer_app.services.closing_here import ClosingHere

        return ClosingHere(self._store, self._signer())

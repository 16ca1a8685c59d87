"""What the services of an opened profile stand on, made when the first of them is wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from review_protocol.keys import Randomness
    from reviewer_app.models.keys import Keys
    from reviewer_app.models.store import Store
    from reviewer_app.services.devices import Devices
    from reviewer_app.services.network import Network
    from reviewer_app.services.open_cases import OpenCases
    from reviewer_app.services.preparing import Preparing
    from reviewer_app.services.search import Search
    from reviewer_app.services.signer import Signer
    from reviewer_app.services.tables import BatchTables
    from reviewer_app.sync.clock import Clock


class Ground:
    """Collaborators of all services, and the services that others need."""

    def __init__(
        self,
        store: Store,
        keys: Keys,
        network: Callable[[Preparing], Network],
        *,
        clock: Clock,
        randomness: Randomness,
    ) -> None:
        self._store = store
        self.keys = keys
        self._connect = network
        self._clock = clock
        self._randomness = randomness

    @cached_property
    def open_cases(self) -> OpenCases:
        from reviewer_app.services.open_cases import OpenCases

        return OpenCases(self._store, self._preparing)

    @cached_property
    def search(self) -> Search:
        from reviewer_app.services.search import Search

        return Search(self._store)

    @cached_property
    def devices(self) -> Devices:
        from reviewer_app.services.devices import Devices

        return Devices(self._store, self._signer)

    @cached_property
    def _preparing(self) -> Preparing:
        from reviewer_app.services.preparing import Preparing

        return Preparing(self.tables)

    @cached_property
    def tables(self) -> BatchTables:
        from reviewer_app.services.tables import BatchTables

        return BatchTables(self._store)

    @cached_property
    def _signer(self) -> Signer:
        from reviewer_app.models.chain_tips import ChainTips
        from reviewer_app.services.signer import Signer

        tips = ChainTips(self._store.folder, self._store.key)
        return Signer(self.keys, tips, self._clock, self._randomness)

    @cached_property
    def _network(self) -> Network:
        return self._connect(self._preparing)

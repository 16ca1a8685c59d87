"""Opens the desk of a profile with its passphrase: keys, database, services; no window needed.

Importing this loads all that a start needs below Qt; `__main__` does so before it loads Qt.
"""

from __future__ import annotations

import secrets
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from review_protocol.late_dataclasses import dataclass
from reviewer_app.models.keys import Keys
from reviewer_app.models.store import Store, open_store
from reviewer_app.models.vault import open_vault
from reviewer_app.services.assembly import Services
from reviewer_app.services.desk_rows import DeskLook
from reviewer_app.sync.clock import Clock, utc_now
from reviewer_app.sync.lines import Lines

if TYPE_CHECKING:
    from reviewer_app.services.network import Network
    from reviewer_app.services.preparing import Preparing


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """An opened profile: what can be done, how it stood at the opening, and what is to close."""

    services: Services
    store: Store
    look: DeskLook


def open_desk(
    folder: Path, passphrase: str, clock: Clock = utc_now, lines: Lines | None = None
) -> OpenDesk:
    """Open the profile in `folder`; takes the fifth of a second that its passphrase costs.

    Its connections are held by `lines`, so that they can be ended from outside.
    Raises WrongPassphrase, DamagedProfile, NewerDatabase, DiskFull, FolderReadOnly, StorageFault.
    """
    vault = open_vault(folder, passphrase)
    return _opened(folder, Keys(folder, vault), vault.database_key, clock, lines or Lines())


def open_remembered(
    folder: Path, database_key: bytes, clock: Clock = utc_now, lines: Lines | None = None
) -> OpenDesk:
    """Open the profile in `folder` for reading and drafts; its keys stay sealed.

    Raises DamagedProfile (also for another key), and the rest as `open_desk`.
    """
    return _opened(folder, Keys(folder), database_key, clock, lines or Lines())


def _opened(folder: Path, keys: Keys, database_key: bytes, clock: Clock, lines: Lines) -> OpenDesk:
    store = open_store(folder, database_key)
    with ExitStack() as undone:
        undone.callback(store.close)
        services = Services(
            store,
            keys,
            partial(_network, store, keys, clock, lines),
            clock=clock,
            randomness=secrets.token_bytes,
        )
        opened = OpenDesk(services, store, services.desk.look())
        undone.pop_all()
    return opened


def _network(store: Store, keys: Keys, clock: Clock, lines: Lines, preparing: Preparing) -> Network:
    # the list of cases needs no network: this is loaded for the first sync
    from reviewer_app.sync.client import ServerClient
    from reviewer_app.sync.engine import SyncEngine
    from reviewer_app.sync.proxies import kept_proxy

    def connect(server: str) -> ServerClient:
        return ServerClient(server, lines=lines, proxy=kept_proxy(store))

    return SyncEngine(store, keys, preparing, connect=connect, clock=clock)

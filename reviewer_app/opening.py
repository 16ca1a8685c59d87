"""Opens the desk of a profile with its passphrase: keys, database, services; no window needed.

Importing this loads all that a start needs below Qt. PySide6 replaces `__import__`, which makes
every later import slower and larger, so `__main__` imports this first.
"""

from __future__ import annotations

import secrets
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from reviewer_app.models.store import Store, open_store
from reviewer_app.models.vault import open_vault
from reviewer_app.reading.lexicon import NO_LEXICON
from reviewer_app.services.assembly import Services, assemble
from reviewer_app.services.preparing import Preparing, bundled_countries
from reviewer_app.services.rows import DeskOverview
from reviewer_app.sync.clock import Clock, utc_now
from reviewer_app.sync.engine import SyncEngine


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """An opened profile: what can be done, how it stood at the opening, and what is to close."""

    services: Services
    store: Store
    overview: DeskOverview
    accepted: bool
    """Whether the person has accepted the undertaking on this device."""


def open_desk(folder: Path, passphrase: str, clock: Clock = utc_now) -> OpenDesk:
    """Open the profile in `folder`; takes the fifth of a second that its passphrase costs.

    Raises WrongPassphrase, DamagedProfile, NewerDatabase, DiskFull, FolderReadOnly, StorageFault.
    """
    vault = open_vault(folder, passphrase)
    store = open_store(folder, vault.database_key)
    with ExitStack() as undone:
        undone.callback(store.close)
        preparing = Preparing(bundled_countries(), NO_LEXICON)
        services = assemble(
            store,
            vault,
            SyncEngine(store, vault, preparing, clock=clock),
            preparing,
            clock=clock,
            randomness=secrets.token_bytes,
        )
        overview = services.desk.overview()
        opened = OpenDesk(services, store, overview, services.accepting.accepted())
        undone.pop_all()
    return opened

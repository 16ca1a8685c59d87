"""One run of a command: the server's folder opened without serving, the language, the time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from central_server.batches import Issuer
from central_server.cli.words import say
from central_server.clock import Clock, moment, timestamp
from central_server.facts import Fact, read_fact
from central_server.home import Home, ServerKeys
from central_server.log import Log, last_time
from central_server.server import trust_in
from central_server.store.store import Store, open_store
from review_protocol.documents.text import Bilingual, Language


@dataclass(frozen=True, slots=True)
class Session:
    """Where and how the operator works."""

    path: Path
    language: Language
    clock: Clock

    def now(self) -> str:
        """The system's time as a timestamp; what is in a log has its home's time."""
        return timestamp(self.clock())

    def tell(self, key: str, **facts: object) -> None:
        """Print a sentence."""
        print(say(self.language, key, **facts))

    def best(self, text: Bilingual) -> str:
        """A text in the operator's language, or the other one."""
        return text.best(self.language)

    @property
    def comma(self) -> str:
        return "、" if self.language is Language.ZH else ", "


@dataclass(frozen=True, slots=True)
class OpenHome:
    """A server's parts as commands need them."""

    home: Home
    keys: ServerKeys
    store: Store
    log: Log
    issuer: Issuer
    """In whose name the operator's commands sign."""
    system: Clock

    def clock(self) -> datetime:
        """The system's time, or that of the newest leaf where the system is behind it: as of the
        server itself, no leaf is older than the one before."""
        with self.store.read() as connection:
            last = last_time(connection)
        return self.system() if last is None else max(self.system(), moment(last))

    def now(self) -> str:
        """The same as a timestamp."""
        return timestamp(self.clock())


@contextmanager
def open_home(session: Session) -> Iterator[OpenHome]:
    """The server in the session's folder; raises NoHome, DamagedKeyFile, NewerDatabase."""
    home = Home(session.path)
    home.require()
    keys = home.load_keys()
    store = open_store(home.database_url)
    try:
        with store.read() as connection:
            trust = trust_in(read_fact(connection, Fact.TRUST))
        log = Log(trust.origin, keys.log, home.checkpoint)
        issuer = Issuer(trust.deployment, keys.server)
        yield OpenHome(home, keys, store, log, issuer, session.clock)
    finally:
        store.close()

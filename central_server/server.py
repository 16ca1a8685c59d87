"""The composition root: a running server's parts, opened together and closed together."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotInTime
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from central_server.batches import Issuer
from central_server.clock import Clock, MonotoneClock, moment, timestamp, utc_now
from central_server.facts import Fact, read_fact
from central_server.failures import Refused
from central_server.files import forget_parts
from central_server.home import Home, ServerKeys
from central_server.limits import USUAL, Limiter, Limits
from central_server.log import Log, last_time
from central_server.nonces import Nonces
from central_server.slowing import Slowing
from central_server.spent_codes import forget_spent
from central_server.store.store import Store, open_store
from central_server.writer import Work, Writer
from review_protocol.canonical import parse_canonical
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.people import Trust
from review_protocol.envelope import read_envelope

_T = TypeVar("_T")
_LOGGER = logging.getLogger(__name__)
_PATIENCE_SECONDS = 60
_RETRY_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Server:
    """Everything that answering needs; made by `open_server` alone."""

    home: Home
    keys: ServerKeys
    store: Store
    log: Log
    writer: Writer
    issuer: Issuer
    trust: bytes
    root_key: bytes
    clock: Clock
    nonces: Nonces
    slowing: Slowing
    limiter: Limiter
    verifying: Executor
    """A thread that verifies signatures beside the one that asks it to."""

    def now(self) -> str:
        """The time as a timestamp."""
        return timestamp(self.clock())

    def commit(self, work: Work[_T], *, weight: int = 1) -> _T:
        """Have the writer do a unit of work, and wait until it is committed.

        Raises what the work raises, and Refused (busy).
        """
        return self.committed(self.writer.submit(work, weight=weight))

    def committed(self, unit: Future[_T]) -> _T:
        """What a unit of work that the writer was given answers, when it is committed.

        Raises what the work raises, and Refused (busy).
        """
        try:
            return unit.result(_PATIENCE_SECONDS)
        except NotInTime as error:
            raise Refused(RefusalCode.BUSY, "the writer is slow", _RETRY_SECONDS) from error


@contextmanager
def open_server(path: Path, *, clock: Clock = utc_now, limits: Limits = USUAL) -> Iterator[Server]:
    """Open the server in a folder, and close all of it on leaving.

    Raises NoHome, DamagedKeyFile, NewerDatabase, NotFounded, LogNotTrusted.
    """
    home = Home(path)
    home.require()
    keys = home.load_keys()
    forget_parts(home.checkpoint)
    with ExitStack() as closing:
        store = open_store(home.database_url)
        closing.callback(store.close)
        with store.read() as connection:
            trust = read_fact(connection, Fact.TRUST)
            root_key = read_fact(connection, Fact.ROOT_KEY)
            log = Log(trust_in(trust).origin, keys.log, home.checkpoint)
            log.check(connection)
            steady = _steady(clock, last_time(connection))
        with store.write() as connection:
            forgotten = forget_spent(connection, timestamp(steady()))
        if forgotten:
            store.wipe_log()
        writer = Writer(store, log)
        closing.callback(writer.close)
        verifying = closing.enter_context(ThreadPoolExecutor(1, "verifying"))
        yield Server(
            home=home,
            keys=keys,
            store=store,
            log=log,
            writer=writer,
            issuer=Issuer(deployment_of(root_key), keys.server),
            trust=trust,
            root_key=root_key,
            clock=steady,
            nonces=Nonces(keys.server, steady),
            slowing=Slowing(),
            limiter=Limiter(limits, store),
            verifying=verifying,
        )


def _steady(clock: Clock, last: str | None) -> MonotoneClock:
    """A clock that is not behind the newest leaf: its times are in receipts. The operator is told
    where the system's clock was set back; what arrives meanwhile has the old time."""
    after = None if last is None else moment(last)
    now = clock()
    if after is not None and now < after:
        fields = {"now": timestamp(now), "log": last}
        _LOGGER.warning("the clock is behind the log", extra={"fields": fields})
    return MonotoneClock(clock, after=after)


def deployment_of(root_key: bytes) -> str:
    """The name of a deployment: SHA-256 of the root key's DER, lowercase hex."""
    return hashlib.sha256(root_key).hexdigest()


def trust_in(envelope: bytes) -> Trust:
    """The trust document in its envelope, which founding has signed and checked."""
    body = read_envelope(envelope).body
    parse_canonical(body)
    return Trust.from_body(body)

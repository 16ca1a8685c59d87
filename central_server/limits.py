"""How much one device, and one address, may ask and store: generous for people, not for a flood."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Lock

from sqlalchemy import Connection, func, select

from central_server.failures import Refused
from central_server.known import Incoming
from central_server.store import schema
from central_server.store.listed import among, listed
from central_server.store.store import Store
from review_protocol.documents.answers import RefusalCode

_MOST_KEYS = 10_000
_FULL_RETRY_SECONDS = 3600
_MINUTE, _HOUR = 60.0, 3600.0
_ENDLESS = 1 << 60
_NEARLY = 0.9


@dataclass(frozen=True, slots=True)
class Limits:
    """What `serve` was told; 0 is no limit. Bytes are of envelopes, as they are kept."""

    requests_per_minute: int = 600
    """Signed requests of one device."""
    packets_per_hour: int = 20_000
    """Packets delivered by one device, known ones too."""
    address_requests_per_minute: int = 6_000
    """All requests of one address (of an IPv6 /64): a whole organisation may share one."""
    stored_packets: int = 20_000
    """Packets kept of one device, for good."""
    stored_bytes: int = 2 << 30


USUAL = Limits()


class Buckets:
    """A token bucket for each key: full at first, `most` in `seconds`, memory for the newest."""

    def __init__(
        self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = most
        self._rate = most / seconds
        self._clock = clock
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def take(self, key: str, amount: int = 1) -> int:
        """Take from a key's bucket; seconds to wait where there is not enough, and 0 if taken.

        More than a bucket ever holds empties it: nothing waits for ever.
        """
        if not self._most:
            return 0
        wanted = min(amount, self._most)
        with self._lock:
            now = self._clock()
            level, then = self._levels.pop(key, (float(self._most), now))
            level = min(self._most, level + (now - then) * self._rate)
            enough = level >= wanted
            self._levels[key] = (level - wanted if enough else level, now)
            while len(self._levels) > _MOST_KEYS:
                self._levels.popitem(last=False)
        return 0 if enough else 1 + int((wanted - level) / self._rate)


@dataclass(frozen=True, slots=True)
class Stored:
    """What is kept of one device."""

    packets: int
    size: int
    """In bytes."""

    def plus(self, envelopes: Iterable[bytes]) -> Stored:
        """With these too."""
        lengths = [len(each) for each in envelopes]
        return Stored(self.packets + len(lengths), self.size + sum(lengths))

    def within(self, limits: Limits) -> bool:
        """Whether a device may have this much."""
        few = not limits.stored_packets or self.packets <= limits.stored_packets
        return few and (not limits.stored_bytes or self.size <= limits.stored_bytes)


class Limiter:
    """Counts what devices and addresses ask while the server runs."""

    def __init__(
        self, limits: Limits, store: Store, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limits = limits
        self._store = store
        self._requests = Buckets(limits.requests_per_minute, _MINUTE, clock)
        self._packets = Buckets(limits.packets_per_hour, _HOUR, clock)
        self._addresses = Buckets(limits.address_requests_per_minute, _MINUTE, clock)
        self._stored: OrderedDict[str, Stored] = OrderedDict()
        self._lock = Lock()

    def require_address(self, address: str) -> None:
        """Raises Refused (too many tries) for an address that asks too often."""
        _require(self._addresses.take(network_of(address)), "too many requests from this address")

    def require_request(self, kid: str) -> None:
        """Raises Refused (too many tries) for a device that asks too often.

        Only after its signature has been verified: else anybody could use up another's.
        """
        _require(self._requests.take(kid), "too many requests of this device")

    def require_packets(self, kid: str, count: int) -> None:
        """Raises Refused (too many tries) for a device that delivers too much in an hour."""
        _require(self._packets.take(kid, count), "too many packets of this device")

    def require_room(self, packets: Iterable[Incoming]) -> None:
        """Raises Refused (busy) where the signer of new packets has stored all that it may.

        Packets that are known are always answered again. What is stored is counted once and then
        added up; only where it seems too much the database is asked again.
        """
        by_kid: dict[str, dict[str, bytes]] = {}
        for packet in packets:
            by_kid.setdefault(packet.header.kid, {})[packet.id] = packet.envelope
        for kid, envelopes in by_kid.items():
            with self._lock:
                before = self._stored.get(kid)
            after = before and before.plus(envelopes.values())
            if after is None or not after.within(self._limits):
                after = self._counted(kid, envelopes)
            with self._lock:
                self._stored[kid] = after
                self._stored.move_to_end(kid)
                while len(self._stored) > _MOST_KEYS:
                    self._stored.popitem(last=False)

    def _counted(self, kid: str, envelopes: dict[str, bytes]) -> Stored:
        table = schema.packet
        with self._store.read() as connection:
            count, size = connection.execute(
                select(
                    func.count(), func.coalesce(func.sum(func.length(table.c.envelope)), 0)
                ).where(table.c.kid == kid)
            ).one()
            known = set(
                connection.execute(
                    select(table.c.id).where(among(table.c.id, "ids")), {"ids": listed(envelopes)}
                ).scalars()
            )
        new = [envelope for id, envelope in envelopes.items() if id not in known]
        after = Stored(count, size).plus(new)
        if new and not after.within(self._limits):
            raise Refused(
                RefusalCode.BUSY, "this device has stored all that it may", _FULL_RETRY_SECONDS
            )
        return after


def nearly_full(connection: Connection, limits: Limits) -> tuple[tuple[str, int, int], ...]:
    """Devices that have stored nine tenths of what they may: key id, packets, bytes."""
    table = schema.packet
    count, size = func.count(), func.sum(func.length(table.c.envelope))
    rows = connection.execute(
        select(table.c.kid, count, size)
        .group_by(table.c.kid)
        .having(
            (count >= (limits.stored_packets or _ENDLESS) * _NEARLY)
            | (size >= (limits.stored_bytes or _ENDLESS) * _NEARLY)
        )
        .order_by(table.c.kid)
    )
    return tuple((row[0], row[1], row[2]) for row in rows)


def network_of(address: str) -> str:
    """The address itself, or of IPv6 its /64, which one subscriber has to choose from."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return address
    return str(ipaddress.ip_network((parsed, 64), strict=False))


def _require(wait: int, detail: str) -> None:
    if wait:
        raise Refused(RefusalCode.TOO_MANY_TRIES, detail, wait)

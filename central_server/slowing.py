"""Slows down whoever tries invitations at random: by address, doubling, and never for good.

Of IPv6 it is the /64: one subscriber has that many addresses, and each would be a new one.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from central_server.limits import network_of

FREE_TRIES = 5
LONGEST_WAIT = timedelta(minutes=5)
_FORGOTTEN_AFTER = timedelta(hours=1)
_MOST_ADDRESSES = 10_000


@dataclass(frozen=True, slots=True)
class _Tries:
    count: int
    last: datetime


class Slowing:
    """Counts wrong tries by address, for the most recent addresses only."""

    def __init__(self) -> None:
        self._tries: OrderedDict[str, _Tries] = OrderedDict()
        self._lock = Lock()

    def wait(self, address: str, now: datetime) -> int:
        """Seconds for which this address has still to wait, 0 for most."""
        with self._lock:
            tries = self._tries.get(network_of(address))
        if tries is None or tries.count < FREE_TRIES or now - tries.last > _FORGOTTEN_AFTER:
            return 0
        pause = min(timedelta(seconds=2 ** min(tries.count - FREE_TRIES, 20)), LONGEST_WAIT)
        left = (tries.last + pause - now).total_seconds()
        return max(0, -int(-left // 1))

    def count(self, address: str, now: datetime) -> None:
        """A wrong try came from this address."""
        network = network_of(address)
        with self._lock:
            tries = self._tries.pop(network, None)
            fresh = tries is None or now - tries.last > _FORGOTTEN_AFTER
            count = 1 if fresh or tries is None else tries.count + 1
            self._tries[network] = _Tries(count, now)
            while len(self._tries) > _MOST_ADDRESSES:
                self._tries.popitem(last=False)

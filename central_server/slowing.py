"""Slows down whoever tries invitations at random: by address, doubling, and never for good."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

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
            tries = self._tries.get(address)
        if tries is None or tries.count < FREE_TRIES or now - tries.last > _FORGOTTEN_AFTER:
            return 0
        pause = min(timedelta(seconds=2 ** min(tries.count - FREE_TRIES, 20)), LONGEST_WAIT)
        left = (tries.last + pause - now).total_seconds()
        return max(0, -int(-left // 1))

    def count(self, address: str, now: datetime) -> None:
        """A wrong try came from this address."""
        with self._lock:
            tries = self._tries.pop(address, None)
            fresh = tries is None or now - tries.last > _FORGOTTEN_AFTER
            self._tries[address] = _Tries(1 if fresh or tries is None else tries.count + 1, now)
            while len(self._tries) > _MOST_ADDRESSES:
                self._tries.popitem(last=False)

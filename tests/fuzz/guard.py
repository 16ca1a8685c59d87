"""Bounds on one input: processor time, and memory of the whole process."""

import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

SECONDS_EACH = 5.0
"""Processor time that one input may take."""
MEMORY_MORE = 1 << 30
"""Bytes of address space that fuzzing may take beyond what its start took."""

_Result = TypeVar("_Result")


class TookTooLong(BaseException):
    """An input went on beyond its time; no `except Exception` stops it."""


def bound_memory() -> None:
    """Of this process, from now on: more is a MemoryError."""
    with open("/proc/self/statm", encoding="ascii") as file:
        pages = int(file.read().split()[0])
    bytes_now = pages * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (bytes_now + MEMORY_MORE, hard))


def peak_mib() -> int:
    """The most that this process ever held in memory."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@contextmanager
def watching() -> Iterator[None]:
    """Turns the alarm of `timed` into TookTooLong, until the end of the block."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGPROF, ring)
    try:
        yield
    finally:
        signal.signal(signal.SIGPROF, before)


def timed(act: Callable[[], _Result], limit: float = SECONDS_EACH) -> tuple[_Result, float]:
    """What `act` gives, and the milliseconds of processor time that it took."""
    signal.setitimer(signal.ITIMER_PROF, limit)
    started = time.process_time()
    try:
        result = act()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return result, (time.process_time() - started) * 1000

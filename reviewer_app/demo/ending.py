"""How a demonstration is ended from outside: nothing that it started is left running."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType

INTERRUPTED = 130
"""The exit code of what was interrupted."""
ENDS_WITHIN = 30.0
"""Seconds that a group may take to end before it is killed."""
_ASKS_TO_END = ("SIGTERM", "SIGHUP")
"""Besides Ctrl+C; the second is unknown to Windows."""


def end_as_by_a_key() -> None:
    """From now on a request to end is Ctrl+C: what was begun is put away on the way out."""
    for name in _ASKS_TO_END:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _interrupt)


def begin_group(command: Sequence[str], log: Path) -> subprocess.Popen[bytes]:
    """Start a process that can be ended with all that it starts; what they say goes into `log`."""
    with log.open("wb") as words:
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=words, stderr=words, start_new_session=True
        )


def end_group(first: subprocess.Popen[bytes], *, within: float = ENDS_WITHIN) -> None:
    """End a process of `begin_group`, and what it has left running, as after a crash; it is
    killed after that many seconds."""
    _ask_group(first, "SIGTERM")
    try:
        first.wait(within)
    except subprocess.TimeoutExpired:
        _ask_group(first, "SIGKILL")
        first.wait()


def _ask_group(first: subprocess.Popen[bytes], name: str) -> None:
    if not hasattr(os, "killpg"):  # Windows
        first.terminate()
        return
    with suppress(ProcessLookupError):  # nobody of it is left
        os.killpg(first.pid, getattr(signal, name))


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt

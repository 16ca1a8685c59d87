"""A display of our own: Xvfb on a number that is free, ended with the test."""

import os
import select
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

STARTS_WITHIN = 20  # seconds
SCREEN = "1440x900x24"


@contextmanager
def a_display() -> Iterator[str]:
    """The display's name, such as ":99"; everything on it ends with it."""
    number, told = os.pipe()
    command = ("Xvfb", "-displayfd", str(told), "-screen", "0", SCREEN, "-nolisten", "tcp")
    with subprocess.Popen(command, pass_fds=(told,), stderr=subprocess.DEVNULL) as server:
        os.close(told)
        try:
            yield f":{_read(number)}"
        finally:
            os.close(number)
            server.terminate()


def _read(number: int) -> int:
    ready, _, _ = select.select([number], [], [], STARTS_WITHIN)
    assert ready, "Xvfb did not start"
    return int(os.read(number, 16))

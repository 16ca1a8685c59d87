"""A process of its own that is killed (-9) as it reaches a named step; nothing is caught by it."""

import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds

_KILLED_AT = """
import os, pkgutil, signal
module, _, name = {step!r}.rpartition(".")
holder = pkgutil.resolve_name(module)
inner, turns = getattr(holder, name), [0]
def step(*args, **kwargs):
    turns[0] += 1
    if turns[0] == {turn} and {before}:
        os.kill(os.getpid(), signal.SIGKILL)
    answer = inner(*args, **kwargs)
    if turns[0] == {turn}:
        os.kill(os.getpid(), signal.SIGKILL)
    return answer
setattr(holder, name, step)
"""


def killed_at(step: str, script: str, *, before: bool = False, turn: int = 1) -> None:
    """Run `script` in a process that dies after the `turn`th call of a function, or before it.

    `step` is the name under which the code that calls it knows it: `package.module.function`.
    """
    prelude = _KILLED_AT.format(step=step, before=before, turn=turn)
    ran = subprocess.run(
        [sys.executable, "-c", prelude + script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ran.returncode == -signal.SIGKILL, f"it never came to {step}: {ran.stderr}"

"""What a demonstration started is ended with it, also where it crashed."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reviewer_app.demo.ending import begin_group, end_group

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="there are no groups here")
CRASHES = """
import os, subprocess, sys
left = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print(left.pid, flush=True)
os.abort()
"""
STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("deaf", flush=True)
time.sleep(600)
"""


def until(holds) -> None:
    limit = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < limit
        time.sleep(0.01)


def runs(pid: int) -> bool:
    said = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True)
    return said.stdout.strip()[:1] not in ("", "Z")


def test_what_a_crash_left_running_is_ended(tmp_path: Path):
    log = tmp_path / "log"
    first = begin_group((sys.executable, "-c", CRASHES), log)
    first.wait(20)
    left = int(log.read_text("utf-8").split()[0])
    assert runs(left)
    end_group(first)
    until(lambda: not runs(left))
    end_group(first)  # nobody is left: nothing happens


def test_what_does_not_listen_is_killed(tmp_path: Path):
    log = tmp_path / "log"
    first = begin_group((sys.executable, "-c", STUBBORN), log)
    until(lambda: log.read_text("utf-8") != "")
    end_group(first, within=0.2)
    assert first.returncode is not None
    assert first.returncode < 0

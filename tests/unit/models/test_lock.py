"""One app on one profile; a lock dies with its process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer_app.errors import ProfileInUse
from reviewer_app.models.lock import LOCK_FILE, profile_lock

HOLD = """
import pathlib, sys
from reviewer_app.models.lock import profile_lock
with profile_lock(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_second_says_so_and_the_first_names_itself(tmp_path: Path):
    with profile_lock(tmp_path):
        assert (tmp_path / LOCK_FILE).read_text() == f"{os.getpid()}\n"
        with pytest.raises(ProfileInUse), profile_lock(tmp_path):
            pass
    with profile_lock(tmp_path):
        pass


def test_a_killed_app_leaves_no_lock(tmp_path: Path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(ProfileInUse), profile_lock(tmp_path):
            pass
        other.kill()
        other.wait()
        with profile_lock(tmp_path):
            pass

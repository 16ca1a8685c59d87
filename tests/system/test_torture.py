"""The torture in its short form: two devices, a server, a bad network, and `kill -9` all the while.

The whole of it is `make torture`; its figures are in docs/reliability.md.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHORT = {"packets": 60, "client-kills": 12, "server-kills": 12, "cases": 10, "seconds": 150}
NAMED = {
    "packets",
    "log_leaves",
    "lost",
    "doubled",
    "receipts_verified",
    "client_kills",
    "server_kills",
    "damaged_exchanges",
    "edits_acknowledged",
    "edits_lost",
    "seconds",
}


@pytest.mark.timeout(300)
def test_nothing_is_lost_and_nothing_counts_twice(tmp_path: Path):
    done = tortured(tmp_path, SHORT)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout.splitlines()[-1])
    assert figures.keys() == NAMED
    assert figures["lost"] == figures["doubled"] == figures["edits_lost"] == 0
    assert figures["packets"] == figures["log_leaves"] == figures["receipts_verified"] >= 60
    assert min(figures["client_kills"], figures["server_kills"]) >= 12
    assert figures["damaged_exchanges"] > 50
    assert figures["edits_acknowledged"] > 60
    assert list(tmp_path.iterdir()) == []


@pytest.mark.campaign
@pytest.mark.timeout(300)
def test_receipts_that_leave_before_their_commit_are_seen(tmp_path: Path):
    done = tortured(tmp_path, SHORT | {"sabotage": "receipts-before-commit", "seconds": 120})
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["lost"] > 0, done.stderr


def tortured(place: Path, asked: Mapping[str, int | str]) -> subprocess.CompletedProcess[str]:
    words = [word for name, given in asked.items() for word in (f"--{name}", str(given))]
    return subprocess.run(
        [sys.executable, "-m", "tests.torture", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "TMPDIR": str(place)},
        check=False,
    )

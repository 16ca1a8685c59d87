"""The torture in its short form: two devices, a server, a bad network, and `kill -9` all the while.

The whole of it is `make torture`; its figures are in docs/reliability.md.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHORT = {"packets": 60, "client-kills": 12, "server-kills": 12, "cases": 10, "seconds": 90}
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


@pytest.mark.timeout(240)
def test_nothing_is_lost_and_nothing_counts_twice(tmp_path: Path):
    words = [word for name, most in SHORT.items() for word in (f"--{name}", str(most))]
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout.splitlines()[-1])
    assert figures.keys() == NAMED
    assert figures["lost"] == figures["doubled"] == figures["edits_lost"] == 0
    assert figures["packets"] == figures["log_leaves"] == figures["receipts_verified"] >= 60
    assert min(figures["client_kills"], figures["server_kills"]) >= 12
    assert figures["damaged_exchanges"] > 50
    assert figures["edits_acknowledged"] > 60
    assert list(tmp_path.iterdir()) == []

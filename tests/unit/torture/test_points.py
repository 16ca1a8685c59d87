"""The points at which the torture kills are in the code, and are the end of a process."""

import signal
import subprocess
import sys

import pytest

from tests.torture.points import DEVICE, POINTS, SERVING, Point, owner_of

DYING = """
import sys
from pathlib import Path
from reviewer_app.models.disk import write_atomically
from tests.torture import points

points.die_at(points.Point("here", "reviewer_app.models.disk:os.fsync", "after"), int(sys.argv[1]))
import reviewer_app.models.disk as disk
for content in (b"one", b"two", b"three"):
    disk.write_atomically(Path(sys.argv[2]), content)
"""


@pytest.mark.parametrize("point", POINTS.values(), ids=lambda point: point.name)
def test_a_point_is_in_the_code(point: Point) -> None:
    owner, name = owner_of(point.target)
    assert callable(getattr(owner, name))


def test_there_are_at_least_25_and_no_two_have_one_name() -> None:
    assert len(POINTS) == len(DEVICE) + len(SERVING) >= 25


@pytest.mark.parametrize(("times", "left"), [(1, None), (3, b"one"), (5, b"two"), (7, b"three")])
def test_the_end_comes_at_the_right_time(tmp_path, times: int, left: bytes | None) -> None:
    """Two flushes a file: of its content, then of its folder."""
    path = tmp_path / "file"
    died = subprocess.run([sys.executable, "-c", DYING, str(times), str(path)], check=False)
    assert died.returncode == (0 if left == b"three" else -signal.SIGKILL)
    assert (path.read_bytes() if path.exists() else None) == left

"""What the system tests stand on: a folder that others may enter, other users, small disks."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.e2e.conftest import founded, new_world, told, world
from tests.system.displays import a_display
from tests.system.people import Person, a_person

__all__ = ["founded", "new_world", "told", "world"]

REVIEWER, OPERATOR = 65534, 65533

Disk = Callable[[str], Path]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter; pytest's own are for one user alone."""
    with tempfile.TemporaryDirectory(prefix="system-test-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def _somebody(uid: int, home: Path) -> Person:
    person = a_person(uid, home)
    if person is None:
        pytest.skip("only root can become another user here, with setpriv")
    return person


@pytest.fixture
def reviewer(open_folder: Path) -> Person:
    """A user without privileges, at whose desk the app runs."""
    return _somebody(REVIEWER, open_folder / "reviewer")


@pytest.fixture
def operator(open_folder: Path) -> Person:
    """Another one, who runs the server."""
    return _somebody(OPERATOR, open_folder / "operator")


@pytest.fixture
def on_a_display(tmp_path: Path) -> Iterator[Person]:
    """Somebody at a display."""
    if shutil.which("Xvfb") is None:
        pytest.skip("there is no Xvfb: scripts/bootstrap.sh system installs it")
    home = tmp_path / "home"
    home.mkdir()
    with a_display() as display:
        surroundings = {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_FATAL_WARNINGS": "0",
            "XDG_RUNTIME_DIR": str(home),
        }
        yield Person(os.getuid(), home, (), surroundings)


@pytest.fixture
def disk(open_folder: Path) -> Iterator[Disk]:
    """Mounts small disks of a size such as "8m"; only root may."""
    with ExitStack() as mounted:
        yield lambda size: mounted.enter_context(_mounted(open_folder / "disk", size))


@contextmanager
def _mounted(folder: Path, size: str) -> Iterator[Path]:
    folder.mkdir()
    mount = shutil.which("mount")
    words = [mount, "-t", "tmpfs", "-o", f"size={size},mode=755", "tmpfs", str(folder)]
    if mount is None or subprocess.run(words, capture_output=True, check=False).returncode != 0:
        pytest.skip("a small disk cannot be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)

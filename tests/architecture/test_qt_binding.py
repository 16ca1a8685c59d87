"""What is known of the Qt binding: what it may lose, and the `import` that it puts in."""

import subprocess
import sys

VOID_CALLS = """
import sys
from PySide6.QtCore import QObject
thing = QObject()
before = sys.getrefcount(None)
for _ in range(6_000):
    thing.setObjectName("x")
print(sys.getrefcount(None) - before)
"""


def test_void_calls_leave_none_alone():
    """In a process of its own: it would abort in the middle of the loop."""
    ran = subprocess.run(
        [sys.executable, "-c", VOID_CALLS], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert abs(int(ran.stdout)) < 60


IMPORTS = """
import builtins
own = builtins.__import__
from reviewer_app.__main__ import load_windows
load_windows()
from PySide6.QtSvg import QSvgRenderer
from reviewer_app.ui.kit.labels import Label
assert builtins.__import__ is own
import linecache
print(sum(name.endswith("labels.py") for name in linecache.cache))
"""


def test_modules_after_qt_are_imported_by_python_itself():
    """PySide6's own `import` reads the source of each, which the start has no use for."""
    ran = subprocess.run(
        [sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (0, "0\n"), ran.stderr

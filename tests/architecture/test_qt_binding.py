"""The Qt binding does not lose references to None, as PySide6 6.12.0 did on Python 3.11."""

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

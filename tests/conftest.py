"""What holds for every test: an offscreen Qt, repeatable examples, and nothing left behind."""

import gc
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from PySide6.QtCore import QThread

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 2.0  # seconds that a thread may take to end after its test

settings.register_profile(
    "ci",
    derandomize=True,
    max_examples=60,
    deadline=None,  # two busy cores make honest code slow at times
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("deep", parent=settings.get_profile("ci"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with published vectors beside the repository; skips where there is none."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder ../shared with published vectors is not beside the repository")
    return folder


@pytest.fixture(autouse=True)
def _nothing_left_behind(_already_told: set[str]) -> Iterator[None]:
    """Set up first and therefore torn down last: fails a test that leaves something running."""
    threads = set(threading.enumerate())
    windows = _windows()
    yield
    left = {f"thread {thread.name}" for thread in _still_running(threads)}
    if _application() is not None:
        left |= _left_in_qt(windows)
    left -= _already_told
    _already_told |= left
    if left:
        pytest.fail("left behind: " + ", ".join(sorted(left)), pytrace=False)


@pytest.fixture(scope="session")
def qapp(qapp: object) -> object:
    """From here on garbage is looked for between tests only: also where a module is set up."""
    gc.disable()
    return qapp


@pytest.fixture(autouse=True)
def _garbage_on_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """In a process with Qt, garbage is looked for here and between tests alone, as in the app.

    A lane's thread that came upon a dead widget in a cycle would end the process.
    """
    if "qapp" not in request.fixturenames:
        yield  # it is off already where there was Qt before
        return
    gc.disable()
    yield
    gc.disable()  # also where the test had it on
    _let_go()  # what is dead by now is found among the young, in no time
    counts, thresholds = gc.get_count(), gc.get_threshold()
    gc.collect(max((age for age in range(3) if counts[age] > thresholds[age]), default=0))


def _still_running(before: set[threading.Thread]) -> list[threading.Thread]:
    """The threads that started since and do not end by themselves in time."""
    deadline = time.monotonic() + PATIENCE
    started = [thread for thread in threading.enumerate() if thread not in before]
    for thread in started:
        # a dummy stands for a thread of Qt's pools that once ran Python; it cannot be joined
        if not isinstance(thread, threading._DummyThread):
            thread.join(max(0.0, deadline - time.monotonic()))
    return [
        thread
        for thread in started
        if thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]


def _application() -> object | None:
    """The running QApplication, if a test made one; never imports Qt."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets.QApplication.instance() if widgets else None


def _windows() -> list[object]:
    application = _application()
    return application.topLevelWidgets() if application is not None else []


def _left_in_qt(windows: list[object]) -> set[str]:
    """Windows, active timers and running threads of Qt that outlive the test."""
    _let_go()
    left = _look_around(windows)
    for age in range(3):  # perhaps only garbage in a cycle; a search among the old takes a second
        if not left:
            break
        gc.collect(age)
        _let_go()
        left = _look_around(windows)
    return left


def _let_go() -> None:
    """Carry out what deleteLater() has promised."""
    from PySide6.QtCore import QCoreApplication, QEvent

    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _look_around(windows: list[object]) -> set[str]:
    from PySide6.QtCore import QThread, QTimer
    from shiboken6 import getAllValidWrappers, isValid

    left = {f"window {window!r}" for window in _windows() if window not in windows}
    for thing in getAllValidWrappers():  # of all objects of Python it would take 40 ms a test
        kind = type(thing)
        if issubclass(kind, QTimer) and isValid(thing) and thing.isActive():
            left.add(f"active {thing!r}")
        elif issubclass(kind, QThread) and isValid(thing) and not _ends(thing):
            left.add(f"running {thing!r}")
    return left


def _ends(thread: "QThread") -> bool:
    """Whether one of Qt's threads is over, or comes to its end in time."""
    return thread is thread.currentThread() or thread.wait(int(PATIENCE * 1000))


@pytest.fixture(scope="session")
def _already_told() -> set[str]:
    """What an earlier test left, and was blamed for. What is loaded before the tests is no leak."""
    gc.collect()
    gc.freeze()  # collecting garbage passes over it
    return set()

"""What a test leaves behind is found: tests/conftest.py, tried on careless tests."""

from tests.architecture.source import ROOT

CARELESS = """
import threading
import pytest
from PySide6.QtCore import QThread, QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []
finished = threading.Event()

def test_careful(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    QTimer(window).start(1000)
    window.show()

def test_forgets_a_window(qapp):
    kept.append(QWidget())

def test_forgets_a_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(1000)

def test_forgets_a_thread():
    threading.Thread(target=finished.wait, name="forgotten").start()

def test_forgets_a_thread_of_qt(qapp):
    kept.append(QThread())
    kept[-1].start()

def test_ignores_what_qt_says(qapp):
    qWarning("something is wrong")

def test_tidies_up():
    finished.set()
    kept[-1].quit()
    kept[-1].wait()
"""


def test_careless_tests_fail_and_careful_ones_do_not(pytester):
    conftest = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    assert "PATIENCE = 2.0" in conftest
    pytester.makeconftest(conftest.replace("PATIENCE = 2.0", "PATIENCE = 0.1"))
    pytester.makeini("[pytest]\nqt_log_level_fail = WARNING\nfilterwarnings = error\n")
    pytester.makepyfile(test_careless=CARELESS)
    outcome = pytester.runpytest_subprocess("-q", "-p", "no:cacheprovider")
    outcome.assert_outcomes(passed=6, failed=1, errors=4)
    outcome.stdout.re_match_lines_random(
        [
            r"left behind: window <PySide6.QtWidgets.QWidget.*",
            r"left behind: active <PySide6.QtCore.QTimer.*",
            r"left behind: thread forgotten",
            r"left behind: running <PySide6.QtCore.QThread.*",
            r".*Qt messages with level WARNING or above emitted",
        ]
    )

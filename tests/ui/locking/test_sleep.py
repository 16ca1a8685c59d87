"""A sleep locks: told by the system's bus where there is one, and by the clocks everywhere."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from reviewer_app.ui.kit.remember import KeepsInMemory
from reviewer_app.ui.lock_choice import LOCK_AFTER, LockAfter, chosen
from reviewer_app.ui.locking.sleep import SleepingClocks

LISTENS = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from reviewer_app.ui.locking.sleep import SleepWord
app = QCoreApplication([])
word = SleepWord()
word.said.connect(lambda _: app.exit(7))
assert word.listen()
print("listens", flush=True)
QTimer.singleShot(20_000, app.quit)
sys.exit(app.exec())
"""

SAYS = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from reviewer_app.ui.locking.sleep import INTERFACE, PATH, SERVICE
app = QCoreApplication([])
bus = QDBusConnection.systemBus()
assert bus.registerService(SERVICE)
word = QDBusMessage.createSignal(PATH, INTERFACE, "PrepareForSleep")
word.setArguments([True])
assert bus.send(word)
bus.interface()
"""


class Clocks:
    """The clock of the day and the steady one, set by hand."""

    def __init__(self) -> None:
        self.day, self.steady = 1e9, 5e3
        self.watched = SleepingClocks(lambda: self.day, lambda: self.steady)

    def pass_by(self, seconds: float, *, asleep: float = 0, counted: bool = False) -> bool:
        self.day += seconds + asleep
        self.steady += seconds + (asleep if counted else 0)
        return self.watched.slept(5)


@pytest.mark.parametrize("counted", [False, True])
def test_a_sleep_is_seen_whether_the_steady_clock_goes_on_in_it_or_not(counted: bool):
    clocks = Clocks()
    assert not clocks.pass_by(5)
    assert clocks.pass_by(5, asleep=600, counted=counted)
    assert not clocks.pass_by(5)


def test_a_clock_that_is_set_back_is_no_sleep():
    clocks = Clocks()
    assert not clocks.pass_by(5, asleep=-7200)


def test_ten_minutes_where_nothing_or_nonsense_was_chosen():
    keeps = KeepsInMemory()
    assert chosen(keeps) is LockAfter.TEN
    keeps.set(LOCK_AFTER, "soon")
    assert chosen(keeps) is LockAfter.TEN
    keeps.set(LOCK_AFTER, "never")
    assert chosen(keeps).limit is None


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a bus of one's own, in the system bus's place."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon here")
    words = ("dbus-daemon", "--session", "--nofork", "--print-address")
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


def test_the_systems_word_is_heard(bus: str):
    place = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": bus}
    words = (sys.executable, "-c", LISTENS)
    with subprocess.Popen(words, env=place, stdout=subprocess.PIPE, text=True) as listener:
        assert listener.stdout is not None
        assert listener.stdout.readline() == "listens\n"
        subprocess.run((sys.executable, "-c", SAYS), env=place, check=True, timeout=20)
        assert listener.wait(20) == 7


def test_without_a_bus_nobody_is_waited_for():
    place = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere/at/all"}
    code = (
        "from reviewer_app.ui.locking.sleep import SleepWord\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "app = QCoreApplication([])\n"
        "assert not SleepWord().listen()\n"
    )
    subprocess.run((sys.executable, "-c", code), env=place, check=True, timeout=20)

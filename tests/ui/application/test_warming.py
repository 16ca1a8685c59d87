"""Once the list can be used, what opens a case is loaded: its windows on the GUI thread."""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reviewer_app.app import application
from reviewer_app.command_line import Options
from reviewer_app.ui.rooms import ROOMS, Room
from reviewer_app.ui.screen import ScreenModule
from tests.builders.desk import PASSPHRASE, a_desk
from tests.ui.application.test_application import accept

LATE = (
    "reviewer_app.reading.align",
    "reviewer_app.services.open_cases",
    "reviewer_app.sync.engine",
    "reviewer_app.ui.reading",
    "requests",
)


def test_the_first_services_need_neither_network_nor_reading():
    script = (
        "import sys\n"
        "import reviewer_app.opening\n"
        f"found = [name for name in {LATE!r} if name in sys.modules]\n"
        "sys.exit(', '.join(found) or 0)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_first_services_make_no_models_but_those_of_the_list():
    script = (
        "import sys\n"
        "import reviewer_app.opening\n"
        "print(*sorted(name for name in sys.modules if '.documents.' in name))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    names = [name.rpartition(".")[2] for name in ran.stdout.split()]
    assert names == ["base", "text", "words"]


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.place)
def test_each_room_has_a_screen(room: Room):
    module = import_module(f"reviewer_app.ui.{room.place}.screen")
    assert isinstance(module, ScreenModule)


def test_what_opens_a_case_is_made_by_itself(tmp_path: Path, qapp: QApplication, qtbot: QtBot):
    with a_desk(tmp_path, cases=1) as desk:
        accept(desk)
    with application(qapp, Options(tmp_path / "profile", language="en")) as running:
        entry = running.window.findChild(QLineEdit)
        entry.setText(PASSPHRASE)
        qtbot.keyClick(entry, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: running.inside is not None)
        made = vars(running.inside._supplies.services)
        qtbot.waitUntil(lambda: {"scoring", "signing", "open_cases"} <= made.keys())
        assert running.lanes.network.wait_idle()


LOADING = """
import json, sys
from pathlib import Path
from threading import current_thread
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from reviewer_app.opening import open_desk
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.warming import Warming

loaded = {}
class Noting:
    def find_spec(self, name, path, target=None):
        loaded.setdefault(name, set()).add(current_thread().name)
sys.meta_path.insert(0, Noting())
app, loop, turns = QApplication([]), QEventLoop(), []
desk = open_desk(Path(sys.argv[1]), sys.argv[2])
lane = Lane("network", 2)
warming = Warming(desk.services, sys.argv[3:], lane)
warming.loaded.connect(lambda _: loop.quit())
turning = QTimer()
turning.timeout.connect(lambda: turns.append(len(sys.modules)))
turning.start(0)
warming.start()
loop.exec()
lane.close()
desk.store.close()
print(json.dumps([{name: sorted(threads) for name, threads in loaded.items()}, len(set(turns))]))
"""


def test_windows_are_loaded_on_the_gui_thread_bit_by_bit_and_the_rest_is_not(tmp_path: Path):
    """A class of Qt's that is made on another thread while the GUI thread draws may end the
    process: tests/system/test_by_ear.py met that."""
    with a_desk(tmp_path, cases=1):
        pass
    screens = ("reviewer_app.ui.reading.screen", "reviewer_app.ui.signing.screen")
    command = (sys.executable, "-c", LOADING, tmp_path / "profile", PASSPHRASE, *screens)
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr
    loaded, slices = json.loads(ran.stdout)
    assert loaded.keys() > {*screens, "reviewer_app.ui.reading.pane", "reviewer_app.reading.align"}
    for name, threads in loaded.items():
        if name.startswith(("reviewer_app.ui.", "PySide6", "shiboken6")):
            assert threads == ["MainThread"], name
    assert loaded["reviewer_app.reading.align"] == ["lane-network_0"]
    assert slices > 10  # events had their turn between them

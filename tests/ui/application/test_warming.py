"""Once the list can be used, what opens a case is loaded, off the GUI thread."""

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

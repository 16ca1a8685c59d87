"""Closing the window ends the application, whatever its server does."""

import socket
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reviewer_app.app import PATIENCE, application
from reviewer_app.command_line import Options
from reviewer_app.models.facts import FactName, keep_fact
from tests.builders.desk import PASSPHRASE, a_desk
from tests.ui.application.test_application import accept


def test_a_server_that_never_answers_holds_nothing_up(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
):
    with socket.create_server(("127.0.0.1", 0)) as silent, a_desk(tmp_path, cases=1) as desk:
        accept(desk)
        with desk.store.write() as connection:
            address = f"http://127.0.0.1:{silent.getsockname()[1]}"
            keep_fact(connection, FactName.SERVER, address)
        desk.store.close()
        with application(qapp, Options(tmp_path / "profile", language="en")) as running:
            entry = running.window.findChild(QLineEdit)
            entry.setText(PASSPHRASE)
            qtbot.keyClick(entry, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: running.inside is not None)
            running.window.frame.strip.acted.emit(None)
            silent.settimeout(0)
            line = until_it_calls(silent, qtbot)
            began = time.monotonic()
        assert time.monotonic() - began < PATIENCE
        line.close()


def until_it_calls(silent: socket.socket, qtbot: QtBot) -> socket.socket:
    lines: list[socket.socket] = []

    def called() -> bool:
        try:
            lines.append(silent.accept()[0])
        except BlockingIOError:
            return False
        return True

    qtbot.waitUntil(called, timeout=20_000)
    return lines[0]

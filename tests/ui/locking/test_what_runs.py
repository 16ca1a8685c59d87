"""What runs when the desk is locked: a file that is open, a long act, and a sync."""

import multiprocessing
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.models.backups import all_backups
from reviewer_app.sync.reports import Cancelled, Report
from reviewer_app.ui.locked import Why
from reviewer_app.ui.reading.state import Leaf
from reviewer_app.ui.reading.view import ReadingView
from reviewer_app.ui.screen import Place, Visit
from tests.builders.desk import a_desk
from tests.ui.application.test_application import accept, opened
from tests.ui.locking.hands import unlock, wait_for_lock
from tests.ui.screens import words_of

pytestmark = pytest.mark.campaign


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with a_desk(tmp_path, cases=2) as desk:
        accept(desk)
    return tmp_path / "profile"


def test_a_long_act_is_stopped_and_named(folder: Path, qapp: QApplication, qtbot: QtBot):
    ended: list[bool] = []

    def write(_report: Report, cancelled: Cancelled) -> None:
        while not cancelled():
            time.sleep(0.001)
        ended.append(True)

    with opened(folder, qapp, qtbot) as app:
        unlock(app)
        inside = app.running.inside
        inside._supplies.syncing.act(
            "report", write, owner=inside, done=ended.append, failed=ended.append
        )
        del inside
        app.running.guard.lock(Why.ASKED)
        wait_for_lock(app)
        assert ended == [True]
        assert "Stopped by the lock, and to be started again: Writing reports…" in words_of(
            app.window
        )


def test_a_sync_is_ended_at_once_and_begins_again(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        unlock(app)
        app.running.inside._supplies.syncing.sync()
        app.running.guard.lock(Why.ASKED)
        wait_for_lock(app)
        assert "Stopped by the lock" not in words_of(app.window)
        unlock(app)
        qtbot.waitUntil(lambda: any(part.startswith("Offline") for part in app.strip()))


def test_an_open_file_is_closed_with_its_process(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        unlock(app)
        number = min(row.number for row in app.running.inside._supplies.services.desk.cases())
        app.running.inside.routes.go(Visit(Place.READING, number))
        app.settle()
        reading = app.window.findChild(ReadingView)._reading
        (file,) = reading.state.opened.view.case.attachments
        reading.show_leaf(Leaf.FILE, file.sha256)
        del reading
        qtbot.waitUntil(lambda: bool(multiprocessing.active_children()), timeout=20_000)
        app.running.guard.lock(Why.ASKED)
        wait_for_lock(app)
        assert multiprocessing.active_children() == []


def test_what_was_signed_is_backed_up_by_itself(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        before = len(all_backups(folder))
        unlock(app)
        app.running.inside._backing_up.look()
        app.settle()
        assert len(all_backups(folder)) == before + 1  # the acceptance was signed since
        app.running.inside._backing_up.look()
        app.settle()
        assert len(all_backups(folder)) == before + 1

"""The lock: opens with the passphrase, and says each thing that keeps it shut in its own words."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reviewer_app.errors import FolderReadOnly, NewerDatabase, ProfileInUse
from reviewer_app.models.vault import PROFILE_FILE
from reviewer_app.opening import OpenDesk, open_desk, open_remembered
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.unlock.screen import UnlockScreen
from tests.builders.desk import PASSPHRASE, a_desk
from tests.ui.screens import press, words_of


class Lock:
    """The screen before a profile on the disk."""

    def __init__(self, folder: Path, qtbot: QtBot, *, has_help: bool = False) -> None:
        self.folder, self.qtbot = folder, qtbot
        self.lane = Lane("desk")
        where = folder if has_help else None
        self.screen = UnlockScreen(partial(open_desk, folder), self.lane, where)
        self.opened: list[OpenDesk] = []
        self.screen.opened.connect(self.opened.append)
        self.view = self.screen.view
        qtbot.addWidget(self.view)
        self.view.resize(1024, 640)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.screen.enter(None)

    @property
    def entry(self) -> QLineEdit:
        return self.view.findChild(QLineEdit)

    def type(self, passphrase: str) -> None:
        self.entry.setText(passphrase)
        self.qtbot.keyClick(self.entry, Qt.Key.Key_Return)
        assert self.lane.wait_idle()


@contextmanager
def a_lock(folder: Path, qtbot: QtBot) -> Iterator[Lock]:
    lock = Lock(folder, qtbot)
    try:
        yield lock
    finally:
        for desk in lock.opened:
            desk.store.close()
        lock.lane.close()


@pytest.fixture
def lock(tmp_path: Path, qtbot: QtBot) -> Iterator[Lock]:
    with a_desk(tmp_path, cases=1):
        pass
    with a_lock(tmp_path / "profile", qtbot) as lock:
        yield lock


def test_the_passphrase_opens_the_desk_and_is_not_kept_in_the_field(lock: Lock):
    lock.type(PASSPHRASE)
    assert [desk.look.overview.person_name for desk in lock.opened] == ["Amina Diallo"]
    assert lock.entry.text() == ""


def test_a_wrong_passphrase_is_said_at_the_field_and_the_next_try_counts(lock: Lock):
    lock.type("correct horse battery!")
    assert "This is not the passphrase." in words_of(lock.view)
    assert lock.opened == []
    lock.type(PASSPHRASE)
    assert len(lock.opened) == 1
    assert "This is not the passphrase." not in words_of(lock.view)


def test_a_damaged_profile_says_that_no_passphrase_would_help(lock: Lock):
    path = lock.folder / PROFILE_FILE
    path.write_bytes(path.read_bytes()[:-20])
    lock.type(PASSPHRASE)
    assert "The desk's files are damaged." in words_of(lock.view)
    assert "no passphrase would help" in words_of(lock.view)


@pytest.mark.parametrize(
    ("failure", "title"),
    [
        (ProfileInUse(Path("desk")), "The app is open already."),
        (FolderReadOnly(Path("desk")), "This folder cannot be written to."),
    ],
)
def test_a_profile_that_is_refused_offers_no_field(lock: Lock, failure: Exception, title: str):
    lock.screen.refuse(failure)
    assert title in words_of(lock.view)
    assert not lock.entry.isVisible()


def test_a_newer_desk_is_left_alone(tmp_path: Path, qtbot: QtBot):
    def opens_newer(_passphrase: str) -> OpenDesk:
        raise NewerDatabase("0009", "0001")

    lane = Lane("desk")
    screen = UnlockScreen(opens_newer, lane)
    qtbot.addWidget(screen.view)
    screen.view.show()
    screen.view.findChild(QLineEdit).setText(PASSPHRASE)
    press(qtbot, screen.view, "Open")
    assert lane.wait_idle()
    assert "This desk was used with a newer version of the app." in words_of(screen.view)
    lane.close()


def test_while_the_keyring_is_asked_nothing_is_to_be_typed(lock: Lock, qtbot: QtBot):
    asked, answers = Event(), Event()
    ask = Lane("network")

    def silent() -> None:
        asked.set()
        answers.wait()

    lock.screen.recall(silent, partial(open_remembered, lock.folder), ask)
    qtbot.waitUntil(asked.is_set)
    assert "This computer's keyring is asked" in words_of(lock.view)
    assert not lock.entry.isVisible()
    answers.set()
    assert ask.wait_idle()
    assert lock.entry.isVisible()
    assert "locked with your passphrase" in words_of(lock.view)
    lock.type(PASSPHRASE)
    assert len(lock.opened) == 1
    ask.close()

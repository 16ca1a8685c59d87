"""Opening without the passphrase: off at first, proved, read back, and forgotten again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from reviewer_app.models.keyring import RememberedKey
from reviewer_app.services.settings import REMEMBERED
from reviewer_app.ui.kit.dialogs import PassphrasePrompt
from reviewer_app.ui.preferences.screen import PreferencesScreen
from tests.builders.desk import PASSPHRASE, ADesk, a_desk
from tests.builders.keyrings import MemoryKeyring, a_system_keyring, no_system_keyring
from tests.ui.screens import Supplied, press, supplied, words_of


class Room:
    def __init__(self, desk: ADesk, given: Supplied, keyring: MemoryKeyring, qtbot: QtBot):
        self.desk, self.given, self.keyring, self.qtbot = desk, given, keyring, qtbot
        self.screen = PreferencesScreen(given.supplies)
        self.view = given.show(self.screen, qtbot)

    @property
    def choice(self) -> QCheckBox:
        return self.view.findChild(QCheckBox)

    @property
    def prompt(self) -> PassphrasePrompt | None:
        return self.view.findChild(PassphrasePrompt)

    @property
    def wish(self) -> str | None:
        return self.given.supplies.keeps.get(REMEMBERED)

    @property
    def remembered(self) -> bytes | None:
        return RememberedKey(self.desk.vault.profile).recall()

    def click(self) -> None:
        self.choice.click()
        self.given.settle()

    def give(self, passphrase: str) -> None:
        self.prompt.findChild(QLineEdit).setText(passphrase)
        press(self.qtbot, self.prompt, "Remember on this computer")
        self.given.settle()

    def turn_on(self) -> None:
        self.click()
        self.give(PASSPHRASE)
        self.qtbot.waitUntil(lambda: self.prompt is None)


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    with a_system_keyring() as keyring, a_desk(tmp_path, cases=1) as desk, supplied(desk) as given:
        yield Room(desk, given, keyring, qtbot)


def test_it_is_off_at_first_and_says_what_it_would_mean(room: Room):
    assert room.choice.text() == "Open without passphrase on this computer"
    assert room.choice.isEnabled()
    assert not room.choice.isChecked()
    assert "Signing and syncing still ask for it" in words_of(room.view)
    assert room.keyring.kept == {}


def test_the_right_passphrase_lets_the_keyring_hold_the_database_key_alone(room: Room):
    room.turn_on()
    assert room.choice.isChecked()
    assert room.wish == "yes"
    assert list(room.keyring.kept.values()) == [room.desk.vault.database_key.hex()]
    assert "The next start needs no passphrase." in words_of(room.view)


def test_a_wrong_passphrase_is_said_in_its_place_and_keeps_nothing(room: Room):
    room.click()
    room.give("correct horse battery!")
    assert "This is not the passphrase." in words_of(room.prompt)
    assert room.keyring.kept == {}
    assert not room.choice.isChecked()
    room.give(PASSPHRASE)
    assert room.choice.isChecked()


def test_going_back_changes_nothing(room: Room):
    room.click()
    assert not room.choice.isChecked()  # it was clicked, and nothing is proved
    room.qtbot.keyClick(room.prompt, Qt.Key.Key_Escape)
    room.given.settle()
    assert not room.choice.isChecked()
    assert room.keyring.kept == {}
    assert room.wish is None


def test_turned_off_the_key_is_erased(room: Room):
    room.turn_on()
    room.click()
    assert not room.choice.isChecked()
    assert room.wish == "no"
    assert room.remembered is None
    assert "The key is erased from the keyring." in words_of(room.view)


def test_a_locked_keyring_keeps_nothing_and_it_is_said(room: Room):
    room.keyring.locked = True
    room.turn_on()
    assert not room.choice.isChecked()
    assert room.wish == "no"
    assert "The keyring did not keep the key" in words_of(room.view)


def test_what_a_locked_keyring_may_still_hold_is_said_but_no_longer_used(room: Room):
    room.turn_on()
    room.keyring.locked = True
    room.click()
    assert room.wish == "no"
    assert "did not confirm that the key is erased" in words_of(room.view)


def test_a_copy_that_somebody_else_deleted_is_told(room: Room):
    room.turn_on()
    room.keyring.kept.clear()
    room.screen.enter(None)
    room.given.settle()
    assert "the start asks for the passphrase" in words_of(room.view)


def test_without_a_usable_keyring_it_is_not_offered_and_why(tmp_path: Path, qtbot: QtBot):
    with no_system_keyring(), a_desk(tmp_path, cases=1) as desk, supplied(desk) as given:
        view = given.show(PreferencesScreen(given.supplies), qtbot)
        assert not view.findChild(QCheckBox).isVisible()
        assert "this computer has no keyring that keeps a key safely" in words_of(view)

"""A desk that opens without its passphrase: reading at once, the passphrase when it is due."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from review_protocol.documents.score import LanguageRead
from review_protocol.documents.text import Bilingual, Language
from reviewer_app.app import SETTINGS_FILE, application
from reviewer_app.command_line import Options
from reviewer_app.models.keys import Keys
from reviewer_app.services.remembering import Remembering
from reviewer_app.services.rows import CaseState
from reviewer_app.services.settings import REMEMBERED, YES, Settings
from reviewer_app.ui.kit.dialogs import PassphrasePrompt
from reviewer_app.ui.screen import Place, Visit
from reviewer_app.ui.signing.view import SigningView
from tests.builders.desk import PASSPHRASE, a_desk, some_answers
from tests.builders.keyrings import MemoryKeyring, a_system_keyring
from tests.ui.application.opened import Opened
from tests.ui.screens import press, words_of

pytestmark = pytest.mark.campaign

NEEDED = "Passphrase needed to sync"


@pytest.fixture
def keyring() -> Iterator[MemoryKeyring]:
    with a_system_keyring() as found:
        yield found


@pytest.fixture
def folder(tmp_path: Path, keyring: MemoryKeyring) -> Path:
    """A profile that this computer remembers, with two cases; one is scored and not signed."""
    with a_desk(tmp_path, cases=2) as desk:
        desk.services.accepting.confirm(
            Bilingual(zh=None, en="Amina Diallo"), ("A house",), (Language.EN,), ""
        )
        desk.services.scoring.keep(desk.numbers[0], some_answers())
    folder = tmp_path / "profile"
    assert Remembering(Keys(folder), folder).remember(PASSPHRASE)
    Settings(folder / SETTINGS_FILE).set(REMEMBERED, YES)
    return folder


class Hands(Opened):
    def wait_for_lock(self) -> None:
        self.qtbot.waitUntil(lambda: self.entry.isVisible())

    @property
    def prompt(self) -> PassphrasePrompt | None:
        return self.window.findChild(PassphrasePrompt)

    def wait_for_strip(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: any(part.startswith(words) for part in self.strip()))

    def wait_for_prompt(self) -> None:
        self.qtbot.waitUntil(lambda: self.prompt is not None and self.prompt.isVisible())

    def give(self, passphrase: str) -> None:
        self.prompt.findChild(QLineEdit).setText(passphrase)
        press(self.qtbot, self.prompt, "Continue")

    def go_back(self) -> None:
        self.qtbot.keyClick(self.prompt, Qt.Key.Key_Escape)
        self.qtbot.waitUntil(lambda: self.prompt is None)

    def state_of(self, number: str) -> CaseState:
        assert self.running.inside is not None
        return self.running.inside._supplies.services.desk.row(number).state

    def sign(self) -> str:
        """Read the scored case back and press *Sign*; answers its number."""
        assert self.running.inside is not None
        services = self.running.inside._supplies.services
        (number,) = [row.number for row in services.desk.cases() if row.state is CaseState.ANSWERED]
        self.running.inside.routes.go(Visit(Place.SIGNING, number))
        self.settle()
        view = self.window.findChild(SigningView)
        view.language_chosen.emit(LanguageRead.BOTH)
        press(self.qtbot, view, "Sign")
        return number


@contextmanager
def opened(folder: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Hands]:
    with application(qapp, Options(folder, language="en", theme="light")) as app:
        yield Hands(app, qtbot)


def test_the_desk_is_there_without_anything_typed(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        app.wait_for_desk()
        assert app.frame.current == Place.DESK
        assert app.prompt is None


def test_syncs_by_themselves_wait_and_the_strip_says_for_what(
    folder: Path, qapp: QApplication, qtbot: QtBot
):
    with opened(folder, qapp, qtbot) as app:
        app.wait_for_desk()
        app.wait_for_strip(NEEDED)
        assert app.frame.strip.state.action == "Sync now"
        assert app.prompt is None
        assert not app.running.inside._supplies.syncing.state.running


def test_a_sync_by_hand_asks_once_and_goes_on(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        app.wait_for_desk()
        app.wait_for_strip(NEEDED)
        press(qtbot, app.frame.strip, "Sync now")
        app.wait_for_prompt()
        app.go_back()
        app.wait_for_strip(NEEDED)
        press(qtbot, app.frame.strip, "Sync now")
        app.wait_for_prompt()
        app.give(PASSPHRASE)
        app.wait_for_strip("Offline since")  # the server of this desk is nowhere
        press(qtbot, app.frame.strip, "Sync now")
        app.settle()
        assert app.prompt is None


def test_signing_asks_for_the_passphrase_and_then_signs(
    folder: Path, qapp: QApplication, qtbot: QtBot
):
    with opened(folder, qapp, qtbot) as app:
        app.wait_for_desk()
        number = app.sign()
        app.wait_for_prompt()
        assert app.state_of(number) is CaseState.ANSWERED
        app.give("correct horse battery!")
        qtbot.waitUntil(lambda: "This is not the passphrase." in words_of(app.prompt))
        app.give(PASSPHRASE)
        qtbot.waitUntil(lambda: app.prompt is None)
        app.settle()
        assert app.state_of(number) is CaseState.SIGNED
        app.wait_for_strip("Offline since")  # what waited for the passphrase was tried


def test_going_back_loses_nothing_of_what_was_to_be_signed(
    folder: Path, qapp: QApplication, qtbot: QtBot
):
    with opened(folder, qapp, qtbot) as app:
        app.wait_for_desk()
        number = app.sign()
        app.wait_for_prompt()
        app.go_back()
        app.settle()
        view = app.window.findChild(SigningView)
        assert "Your passphrase is needed." in words_of(view)
        assert app.state_of(number) is CaseState.ANSWERED
        press(qtbot, view, "Sign")  # the language is still chosen
        app.wait_for_prompt()
        app.give(PASSPHRASE)
        qtbot.waitUntil(lambda: app.prompt is None)
        app.settle()
        assert app.state_of(number) is CaseState.SIGNED


@pytest.mark.parametrize("kept", [None, "not a key", "00" * 32])
def test_a_lost_or_stale_key_leads_to_the_passphrase(
    kept: str | None, folder: Path, keyring: MemoryKeyring, qapp: QApplication, qtbot: QtBot
):
    for place in tuple(keyring.kept):
        if kept is None:
            del keyring.kept[place]
        else:
            keyring.kept[place] = kept
    with opened(folder, qapp, qtbot) as app:
        app.wait_for_lock()
        assert app.frame.current == "unlock"
        app.entry.setText(PASSPHRASE)
        qtbot.keyClick(app.entry, Qt.Key.Key_Return)
        app.wait_for_desk()
        assert app.frame.current == Place.DESK


def test_a_locked_keyring_leads_to_the_passphrase(
    folder: Path, keyring: MemoryKeyring, qapp: QApplication, qtbot: QtBot
):
    keyring.locked = True
    with opened(folder, qapp, qtbot) as app:
        app.wait_for_lock()
        assert app.running.inside is None


def test_who_never_chose_it_is_asked_though_a_copy_is_left(
    folder: Path, qapp: QApplication, qtbot: QtBot
):
    (folder / SETTINGS_FILE).unlink()
    with opened(folder, qapp, qtbot) as app:
        assert app.entry.isVisible()
        app.settle()
        assert app.running.inside is None

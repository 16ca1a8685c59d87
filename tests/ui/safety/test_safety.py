"""The safety page: passphrase, backups, escrow, and the end of a round, on a real desk."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.models.backups import all_backups
from reviewer_app.models.vault import open_vault
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.kit.dialogs import Confirm, TypedConfirm
from reviewer_app.ui.safety.backups_card import BackupsCard
from reviewer_app.ui.safety.closing_card import ClosingCard
from reviewer_app.ui.safety.passphrase_card import PassphraseCard
from reviewer_app.ui.screen import Place, Visit
from tests.builders.desk import PASSPHRASE, a_desk
from tests.ui.application.opened import Opened
from tests.ui.application.test_application import accept, opened
from tests.ui.locking.hands import unlock, wait_for_lock
from tests.ui.screens import press, words_of

pytestmark = pytest.mark.campaign

T = TypeVar("T", bound=QWidget)
NEW = "another bridge of ten arches"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with a_desk(tmp_path, cases=2) as desk:
        accept(desk)
        desk.score(desk.numbers[0])
    return tmp_path / "profile"


@pytest.fixture
def app(folder: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Opened]:
    """The application, with the safety page in sight."""
    with opened(folder, qapp, qtbot) as running:
        unlock(running)
        running.running.inside.routes.go(Visit(Place.SAFETY))
        running.settle()
        yield running


def card(app: Opened, kind: type[T]) -> T:
    found = app.window.findChild(kind)
    assert found is not None
    return found


def fill(app: Opened, old: str, new: str, again: str) -> None:
    entries = card(app, PassphraseCard).findChildren(QLineEdit)
    for entry, text in zip(entries, (old, new, again), strict=True):
        entry.setText(text)


def answer(app: Opened, kind: type[QDialog], act: str, word: str = "", *, tick: bool = False):
    """Answer the dialog that comes up, as a person does."""

    def look() -> None:
        dialog = app.window.findChild(kind)
        if dialog is None or not dialog.isVisible():
            return
        timer.stop()
        if word:
            dialog.findChild(QLineEdit).setText(word)
        dialog.findChild(QCheckBox) and dialog.findChild(QCheckBox).setChecked(tick)
        (button,) = [each for each in dialog.findChildren(Button) if each.text() == act]
        seen.append(words_of(dialog))
        enabled.append(button.isEnabled())
        button.click() if button.isEnabled() else dialog.done(0)

    seen: list[str] = []
    enabled: list[bool] = []
    timer = QTimer(app.window)
    timer.timeout.connect(look)
    timer.start(10)
    return seen, enabled


def test_the_way_leads_through_the_preferences(app: Opened, qtbot: QtBot):
    app.running.inside.routes.go(Visit(Place.PREFERENCES))
    app.settle()
    press(qtbot, app.frame.screen_of(Place.PREFERENCES), "Lock, passphrase, backups…")
    assert app.frame.current == Place.SAFETY


def test_the_passphrase_is_changed(app: Opened, qtbot: QtBot):
    fill(app, PASSPHRASE, NEW, NEW)
    press(qtbot, card(app, PassphraseCard), "Change the passphrase")
    app.settle()
    assert "The new passphrase opens the desk" in words_of(card(app, PassphraseCard))
    assert open_vault(app.running.folder, NEW)
    assert [each.text() for each in card(app, PassphraseCard).findChildren(QLineEdit)] == [""] * 3


@pytest.mark.parametrize(
    ("old", "new", "again", "words"),
    [
        ("not this", NEW, NEW, "This is not the passphrase."),
        (PASSPHRASE, "short", "short", "10"),
        (PASSPHRASE, NEW, NEW + "x", "The two are different."),
    ],
)
def test_another_passphrase_is_refused_at_its_field(
    app: Opened, qtbot: QtBot, old: str, new: str, again: str, words: str
):
    fill(app, old, new, again)
    press(qtbot, card(app, PassphraseCard), "Change the passphrase")
    app.settle()
    assert words in words_of(card(app, PassphraseCard))
    assert open_vault(app.running.folder, PASSPHRASE)


def test_a_backup_is_made_when_asked(app: Opened, qtbot: QtBot):
    before = len(all_backups(app.running.folder))
    press(qtbot, card(app, BackupsCard), "Back up now")
    app.settle()
    assert "Backed up, and read back." in words_of(card(app, BackupsCard))
    assert len(all_backups(app.running.folder)) == before + 1


def test_a_backup_is_restored_while_the_desk_is_locked(app: Opened, qtbot: QtBot):
    backups = card(app, BackupsCard)
    press(qtbot, backups, "Back up now")
    app.settle()
    app.running.inside._supplies.services.scoring  # noqa: B018
    backups._table.choose(backups._table.rows[0].path)
    backups._look(backups._table.rows[0])
    seen, _ = answer(app, Confirm, "Restore")
    press(qtbot, backups, "Restore…")
    wait_for_lock(app)
    assert "set aside, not deleted" in seen[0]
    assert "The backup is in place" in words_of(app.window)
    unlock(app)
    assert app.frame.current == Place.SAFETY


def test_a_round_is_closed_with_the_word_typed_and_the_box_ticked(app: Opened, qtbot: QtBot):
    closing = card(app, ClosingCard)
    seen, enabled = answer(app, TypedConfirm, "Erase and close", "erase", tick=False)
    press(qtbot, closing, "Close this round here…")
    assert enabled == [False]
    assert "Without a receipt: 2" in seen[0]
    seen, enabled = answer(app, TypedConfirm, "Erase and close", "erase", tick=True)
    press(qtbot, closing, "Close this round here…")
    wait_for_lock(app)
    assert enabled == [True]
    assert "Round 1 is closed on this computer." in words_of(app.window)
    unlock(app)
    assert "your receipts are here" in words_of(card(app, ClosingCard))

"""A desk that comes back from an earlier day, or with new keys, asks before one goes on."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from review_protocol.keys import SigningKey
from reviewer_app.models.database import DATABASE_FILE
from reviewer_app.models.vault import Vault, change_passphrase, open_vault
from reviewer_app.services.restoring import PutBack
from reviewer_app.ui.returning.again_card import AgainCard
from reviewer_app.ui.returning.put_back_card import PutBackCard
from reviewer_app.ui.screen import Place
from tests.builders.desk import CHEAP, PASSPHRASE, ADesk, a_desk
from tests.ui.application.opened import Opened
from tests.ui.application.test_application import accept, opened
from tests.ui.locking.hands import unlock
from tests.ui.screens import press, words_of


@pytest.fixture
def desk(tmp_path: Path) -> ADesk:
    with a_desk(tmp_path, cases=2) as desk:
        accept(desk)
        desk.score(desk.numbers[0])
        desk.store.close()
        return desk


@pytest.fixture
def put_back(desk: ADesk) -> Path:
    """The folder of a desk that was put back to before its last signature."""
    path = desk.store.folder / DATABASE_FILE
    yesterday = path.read_bytes()
    desk.score(desk.numbers[1])
    desk.store.close()
    path.write_bytes(yesterday)
    return desk.store.folder


def come_back(app: Opened) -> None:
    """Open the desk, and have it look at once for what is to be answered."""
    unlock(app)
    app.running.guard._doorstep._timer.start(0)


def test_an_earlier_copy_is_told_and_one_may_go_on(
    put_back: Path, desk: ADesk, qapp: QApplication, qtbot: QtBot
):
    with opened(put_back, qapp, qtbot) as app:
        come_back(app)
        qtbot.waitUntil(lambda: app.frame.current == Place.RETURNING)
        app.settle()
        card = app.window.findChild(PutBackCard)
        assert "This desk is an earlier copy of itself." in words_of(card)
        assert "Signed since then and not in it: 1" in words_of(card)
        press(qtbot, card, "Go on from here")
        app.settle()
        assert app.frame.current == Place.DESK
    assert PutBack(desk.store, bytes).lost() is None
    desk.store.close()


def test_an_earlier_copy_leads_to_the_backups(put_back: Path, qapp: QApplication, qtbot: QtBot):
    with opened(put_back, qapp, qtbot) as app:
        come_back(app)
        qtbot.waitUntil(lambda: app.frame.current == Place.RETURNING)
        app.settle()
        press(qtbot, app.window.findChild(PutBackCard), "Restore a backup…")
        assert app.frame.current == Place.SAFETY


def test_a_desk_with_new_keys_asks_for_a_code(desk: ADesk, qapp: QApplication, qtbot: QtBot):
    folder = desk.store.folder
    old = open_vault(folder, PASSPHRASE)
    key = SigningKey.generate(lambda length: b"\7" * length)
    new = Vault(old.profile, old.database_key, key, old.exchange_key)
    change_passphrase(folder, new, PASSPHRASE, CHEAP)
    with opened(folder, qapp, qtbot) as app:
        come_back(app)
        qtbot.waitUntil(lambda: app.frame.current == Place.RETURNING)
        app.settle()
        card = app.window.findChild(AgainCard)
        assert "This desk needs a code to sync" in words_of(card)
        code, server = card.findChildren(QLineEdit)
        assert server.text().startswith("http")
        code.setText("not a code")
        press(qtbot, card, "Enrol this computer again")
        app.settle()
        assert card._fields[0]._error.text()


def test_a_desk_as_it_should_be_is_not_asked(desk: ADesk, qapp: QApplication, qtbot: QtBot):
    with opened(desk.store.folder, qapp, qtbot) as app:
        come_back(app)
        qtbot.waitUntil(lambda: not app.running.guard._doorstep._timer.isActive())
        app.settle()
        assert app.frame.current == Place.DESK

"""A desk that does not open: a backup at the lock, a forgotten passphrase, or plain words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from review_protocol.keys import ExchangeKey
from review_protocol.recovery import RecoveryRequest, answered, escrowed, read_file
from reviewer_app.models.backups import Reason
from reviewer_app.models.database import DATABASE_FILE
from reviewer_app.models.escrow import keep_escrow
from reviewer_app.models.vault import PROFILE_FILE, open_vault, profile_name
from reviewer_app.services.recovering import Recovering
from reviewer_app.services.standing import certificate_of
from reviewer_app.ui.kit.dialogs import Confirm
from reviewer_app.ui.unlock.recovery_model import RecoveryModel
from reviewer_app.ui.unlock.recovery_page import RecoveryPage
from reviewer_app.ui.unlock.restoring_page import RestoringPage
from tests.builders.desk import CHEAP, PASSPHRASE, ADesk, a_desk
from tests.ui.screens import press, words_of
from tests.ui.unlock.test_unlock import Lock, a_lock

NEW = "another bridge of ten arches"
ESCROW_KEY = ExchangeKey.generate(lambda length: bytes(range(length)))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ADesk]:
    with a_desk(tmp_path, cases=2) as desk:
        desk.score(desk.numbers[0])
        desk.services.at_rest.backups.keep(Reason.SIGNED)
        desk.score(desk.numbers[1])
        yield desk


@pytest.fixture
def lock(desk: ADesk, qtbot: QtBot) -> Iterator[Lock]:
    desk.store.close()
    lock = Lock(desk.store.folder, qtbot, has_help=True)
    yield lock
    for opened in lock.opened:
        opened.store.close()
    lock.lane.close()


def settle(lock: Lock) -> None:
    for _ in range(4):
        assert lock.lane.wait_idle()


def answer_yes(view: QWidget, qtbot: QtBot) -> list[str]:
    seen: list[str] = []

    def look() -> None:
        dialog = view.findChild(Confirm)
        if dialog is not None and dialog.isVisible():
            timer.stop()
            seen.append(words_of(dialog))
            press(qtbot, dialog, "Restore")

    timer = QTimer(view)
    timer.timeout.connect(look)
    timer.start(10)
    return seen


def test_a_damaged_database_is_replaced_by_a_backup_at_the_lock(lock: Lock, qtbot: QtBot):
    database = lock.folder / DATABASE_FILE
    database.write_bytes(b"\0" * 4096 + database.read_bytes()[4096:])
    lock.type(PASSPHRASE)
    assert "The desk's files are damaged." in words_of(lock.view)
    press(qtbot, lock.view, "Restore a backup…")
    settle(lock)
    page = lock.view.findChild(RestoringPage)
    seen = answer_yes(lock.view, qtbot)
    press(qtbot, page, "Restore…")
    qtbot.waitUntil(lambda: bool(seen))
    settle(lock)
    assert "set aside, not deleted" in seen[0]
    assert "The backup is in place" in words_of(lock.view)
    lock.type(PASSPHRASE)
    assert len(lock.opened) == 1
    assert lock.opened[0].services.desk.overview().waiting == 1


def test_without_a_backup_it_is_said_what_is_left(tmp_path: Path, qtbot: QtBot):
    with a_desk(tmp_path, cases=1) as bare:
        bare.store.close()
        lock = Lock(bare.store.folder, qtbot, has_help=True)
        (lock.folder / DATABASE_FILE).write_bytes(b"\0" * 8192)
        lock.type(PASSPHRASE)
        press(qtbot, lock.view, "Restore a backup…")
        settle(lock)
        assert "There is no backup here." in words_of(lock.view)
        lock.lane.close()


def test_damaged_keys_lead_to_the_key_left_with_the_programme(lock: Lock, qtbot: QtBot):
    path = lock.folder / PROFILE_FILE
    path.write_bytes(path.read_bytes()[:-20])
    lock.type(PASSPHRASE)
    press(qtbot, lock.view, "Ask for help…")
    settle(lock)
    assert "Only your passphrase opens this desk." in words_of(lock.view)


def test_who_did_not_agree_is_told_plainly_and_may_go_back(lock: Lock, qtbot: QtBot):
    press(qtbot, lock.view, "Passphrase forgotten?")
    settle(lock)
    assert "nobody can open it for you" in words_of(lock.view)
    lock.view.findChild(RecoveryPage).give_up(None)
    qtbot.waitUntil(lambda: lock.view.findChild(RecoveryPage) is None)
    assert lock.entry.isVisible()
    lock.type(PASSPHRASE)
    assert len(lock.opened) == 1


def leave_key(desk: ADesk) -> None:
    """As who agreed has left it."""
    folder = desk.store.folder
    with desk.store.read() as connection:
        certificate = certificate_of(connection)
    left = escrowed(
        desk.store.key,
        ESCROW_KEY.public,
        deployment=certificate.deployment,
        kid=certificate.kid,
        profile=profile_name(folder),
        now="2026-07-20T09:00:00Z",
    )
    keep_escrow(folder, left)


def test_who_agreed_gets_the_desk_back_with_a_new_passphrase(
    desk: ADesk, tmp_path: Path, qtbot: QtBot
):
    leave_key(desk)
    desk.store.close()
    folder, request, reply = desk.store.folder, tmp_path / "request", tmp_path / "answer"
    with a_lock(folder, qtbot) as lock:
        model = RecoveryModel(Recovering(folder, cost=CHEAP), lock.lane)
        page = RecoveryPage(model, target=lambda *_: request, choose=lambda *_: (reply,))
        told: list[str] = []
        page.left.connect(told.append)
        qtbot.addWidget(page)
        page.show()
        settle(lock)
        new, again = [e for e in page.findChildren(QLineEdit) if e.isVisible()]
        new.setText(NEW)
        again.setText(NEW + "x")
        press(qtbot, page, "Save the request…")
        assert "The two are different." in words_of(page)
        again.setText(NEW)
        press(qtbot, page, "Save the request…")
        settle(lock)
        asked = read_file(RecoveryRequest, request.read_bytes())
        assert asked.code in words_of(page)
        reply.write_bytes(answered(asked, ESCROW_KEY).body())
        (entry,) = [e for e in page.findChildren(QLineEdit) if e.isVisible()]
        entry.setText("not the one")
        press(qtbot, page, "Open the answer…")
        settle(lock)
        assert "This is not the passphrase." in words_of(page)
        entry.setText(NEW)
        press(qtbot, page, "Open the answer…")
        settle(lock)
        assert ["The desk opens with the new passphrase" in each for each in told] == [True]
        assert open_vault(folder, NEW).database_key == desk.store.key

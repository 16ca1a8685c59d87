"""The lock: it covers everything at once, loses no keystroke, and leads back to where one was."""

import gc
import weakref
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from review_protocol.documents.packet import ConflictKind
from review_protocol.documents.text import Language
from reviewer_app.errors import DiskFull
from reviewer_app.models.database import DATABASE_FILE
from reviewer_app.ui.desk.view import DeskView
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.lock_choice import LOCK_AFTER, LockAfter
from reviewer_app.ui.locked import Why
from reviewer_app.ui.reading.recuse_dialog import RecuseDialog
from reviewer_app.ui.reading.spans import Pointed
from reviewer_app.ui.reading.state import Leaf
from reviewer_app.ui.reading.view import ReadingView
from reviewer_app.ui.screen import Place, Visit
from tests.builders.desk import PASSPHRASE, a_desk
from tests.ui.application.opened import Opened
from tests.ui.application.test_application import accept, opened
from tests.ui.locking.hands import unlock, wait_for_lock
from tests.ui.screens import words_of

pytestmark = pytest.mark.campaign

TYPED = "Second paragraph is stronger than the first."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with a_desk(tmp_path, cases=2) as desk:
        accept(desk)
    return tmp_path / "profile"


def read(app: Opened) -> str:
    """Open a case; answers its number."""
    number = app.running.inside._supplies.services.desk.cases()[0].number
    app.running.inside.routes.go(Visit(Place.READING, number))
    app.settle()
    return number


def again(app: Opened) -> None:
    """Type the passphrase, and let everything come to rest."""
    unlock(app)
    app.qtbot.waitUntil(lambda: not app.running.guard._resuming._timer.isActive())


def test_the_button_in_the_strip_locks_at_once(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        unlock(app)
        (button,) = [b for b in app.frame.strip.findChildren(IconButton) if b.isVisible()]
        assert button.toolTip() == "Lock the desk (Ctrl+L)"
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert app.frame.current == "unlock"  # before anything else has come to its end
        assert app.frame.rail.isHidden()
        assert app.strip() == []
        wait_for_lock(app)
        assert "nothing is sent until you open the desk" in words_of(app.window)
        again(app)
        assert app.frame.current == Place.DESK
        assert app.frame.rail.isVisible()


def test_keys_lock_whatever_has_the_focus(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        unlock(app)
        number = read(app)
        comment = app.window.findChild(ReadingView).panel.findChildren(QPlainTextEdit)[0]
        comment.setFocus()
        keys = Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(app.window.windowHandle(), *keys)
        wait_for_lock(app)
        again(app)
        assert app.frame.current == Place.READING
        assert app.running.inside.routes.standing() == Visit(Place.READING, number)


def test_no_keystroke_is_lost(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        unlock(app)
        read(app)
        comment = app.window.findChild(ReadingView).panel.findChildren(QPlainTextEdit)[0]
        comment.setPlainText(TYPED)
        app.running.guard.lock(Why.ASKED)  # in the same breath
        wait_for_lock(app)
        again(app)
        comments = app.window.findChild(ReadingView).panel.findChildren(QPlainTextEdit)
        assert comments[0].toPlainText() == TYPED


def test_nothing_of_the_desk_stays_in_memory(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        unlock(app)
        read(app)
        services = app.running.inside._supplies.services
        keys, gone = services.keys, [weakref.ref(services), weakref.ref(app.running.inside)]
        gone += [weakref.ref(services.desk), weakref.ref(services.open_cases)]
        del services
        app.running.guard.lock(Why.ASKED)
        wait_for_lock(app)
        assert keys.is_sealed()
        del keys
        assert not app.window.findChildren(ReadingView)
        assert not app.window.findChildren(DeskView)
        gc.collect()
        assert [each() for each in gone] == [None, None, None, None]


def test_the_database_is_closed(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        unlock(app)
        assert folder.joinpath(DATABASE_FILE + "-wal").exists()
        app.running.guard.lock(Why.ASKED)
        wait_for_lock(app)
        assert not folder.joinpath(DATABASE_FILE + "-wal").exists()


def test_an_open_dialog_is_put_aside_and_comes_back(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        unlock(app)
        read(app)
        view = app.window.findChild(ReadingView)

        def write_and_lock() -> None:
            dialog = view.findChild(RecuseDialog)
            dialog.conflict.setChecked(True)
            dialog.kinds[ConflictKind.MONEY].setChecked(True)
            dialog.comment.setPlainText(TYPED)
            app.running.guard.lock(Why.IDLE)
            assert not dialog.isVisible()

        QTimer.singleShot(0, view, write_and_lock)
        view.ask_recusal(None)
        wait_for_lock(app)
        assert TYPED.encode() not in app.running._left.sealed
        found: list[tuple[bool, list[ConflictKind], str]] = []

        def look() -> None:
            dialog = app.window.findChild(RecuseDialog)
            if dialog is None or not dialog.isVisible():
                return
            found.append(
                (
                    dialog.conflict.isChecked(),
                    [k for k, button in dialog.kinds.items() if button.isChecked()],
                    dialog.comment.toPlainText(),
                )
            )
            dialog.done(QDialog.DialogCode.Rejected.value)

        timer = QTimer(app.window)
        timer.timeout.connect(look)
        timer.start(10)
        unlock(app)
        qtbot.waitUntil(lambda: bool(found))
        timer.stop()
        assert found == [(True, [ConflictKind.MONEY], TYPED)]


def test_what_was_searched_for_stands_there_again(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        unlock(app)
        app.window.findChild(DeskView).findChild(QLineEdit).setText("water")
        app.running.guard.lock(Why.ASKED)
        wait_for_lock(app)
        again(app)
        assert app.window.findChild(DeskView).findChild(QLineEdit).text() == "water"


def test_the_page_of_the_case_that_was_in_front_is_in_front_again(
    folder: Path, qapp: QApplication, qtbot: QtBot
):
    with opened(folder, qapp, qtbot) as app:
        unlock(app)
        number = read(app)
        app.running.inside.routes.here.reading.show_leaf(Leaf.FACTS)
        app.running.guard.lock(Why.ASKED)
        wait_for_lock(app)
        again(app)
        state = app.running.inside.routes.here.reading.state
        assert (state.number, state.leaf) == (number, Leaf.FACTS)


def test_another_passphrase_does_not_open_it_again(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        unlock(app)
        app.running.guard.lock(Why.ASKED)
        wait_for_lock(app)
        entry = app.window.findChild(QLineEdit)
        entry.setText("not " + PASSPHRASE)
        qtbot.keyClick(entry, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "This is not the passphrase." in words_of(app.window))
        assert app.running.inside is None


def test_nobody_there_for_as_long_as_was_chosen(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        unlock(app)
        watch = app.running.guard.watch
        app.running._keeps.set(LOCK_AFTER, LockAfter.FIVE)
        watch._alive_at -= timedelta(minutes=4, seconds=58).total_seconds()
        watch.look()
        assert app.running.inside is not None
        QTest.keyClick(app.window.windowHandle(), Qt.Key.Key_Shift)  # somebody is there
        watch._alive_at -= timedelta(minutes=5).total_seconds()
        watch.look()
        wait_for_lock(app)
        assert "Locked after 5 minutes" in words_of(app.window)


def test_the_window_may_be_closed_while_it_is_locked(
    folder: Path, qapp: QApplication, qtbot: QtBot
):
    with opened(folder, qapp, qtbot) as app:
        unlock(app)
        app.running.guard.lock(Why.ASKED)


def test_a_note_that_is_being_typed_stands_open_again(
    folder: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    with opened(folder, qapp, qtbot) as app:
        unlock(app)
        number = read(app)
        view = app.window.findChild(ReadingView)
        pane = view.middle.texts.pair.in_sight[0]
        pane.put_caret(Pointed(Language.ZH, 2, 0))
        pane.setFocus()
        qtbot.keyClick(pane, Qt.Key.Key_N)
        view.note.words.setPlainText(TYPED)
        app.settle()
        services = app.running.inside._supplies.services
        monkeypatch.setattr(services.highlighting, "add", _full)  # the very last words are not kept
        view.note.words.insertPlainText("Because: ")
        app.running.guard.lock(Why.ASKED)
        wait_for_lock(app)
        again(app)
        note = app.window.findChild(ReadingView).note
        assert note.isVisible()
        assert note.words.toPlainText() == "Because: " + TYPED
        assert note.window().focusWidget() is note.words
        marks = app.running.inside._supplies.services.highlighting
        qtbot.waitUntil(lambda: [each.note for each in marks.of(number)] == ["Because: " + TYPED])


def _full(*_asked: object) -> None:
    raise DiskFull(Path("/desk"))

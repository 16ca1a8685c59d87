"""Files opened by a double-click, dropped on the window, or chosen: each leads to the hand-in."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.demo.stage import Stage
from tests.e2e.conftest import OpenApp
from tests.e2e.test_files import Courier, courier_of
from tests.e2e.world import PASSPHRASE, World

pytestmark = pytest.mark.campaign


def unlock(stage: Stage) -> None:
    stage.hands.write("Passphrase", PASSPHRASE)
    stage.hands.press("Open")
    stage.hands.await_words("Preferences")


def drop(window: QWidget, *paths: Path) -> None:
    """As the system's file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    asked = (
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entered = QDragEnterEvent(window.rect().center(), *asked)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(window.rect().center()), *asked))


def closed(courier: Courier) -> Path:
    courier.world.close_desk(courier.name)
    return courier.world.profile(courier.name)


def test_a_batch_opened_by_double_click_waits_for_the_passphrase(
    world: World, open_app: OpenApp, tmp_path: Path
) -> None:
    ada = courier_of(world, "Ada", tmp_path)
    batch = ada.batch()
    with open_app(world, closed(ada), batch) as stage:
        unlock(stage)
        stage.hands.await_words("New cases: 6")
        stage.settle()
    assert len(world.desk("Ada").services.desk.cases()) == 6


def test_a_reply_dropped_on_the_window_opens_the_texts(
    world: World, open_app: OpenApp, tmp_path: Path
) -> None:
    ben = courier_of(world, "Ben", tmp_path)
    ben.take(ben.batch())
    ben.declare()
    reply = ben.answer(ben.hand_in())
    letter = tmp_path / "notes.txt"
    letter.write_text("See you in Nairobi.\n")
    with open_app(world, closed(ben)) as stage:
        drop(stage.window, letter)  # before there is a desk
        unlock(stage)
        stage.hands.await_words("notes.txt cannot be used.")
        drop(stage.window, reply)
        stage.hands.await_words("Cases that can be read now: 6")
        stage.settle()
    assert len(world.desk("Ben").numbers) == 6

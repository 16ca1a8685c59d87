"""A reviewer's first start, from the letter to the first open case, in the real window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QScrollArea
from pytestqt.qtbot import QtBot

from reviewer_app.app import Application, application
from reviewer_app.command_line import Options
from reviewer_app.services.rows import CaseState
from reviewer_app.ui.declare.view import DeclareView
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.screen import Place
from tests.e2e.world import NUMBERS, PASSPHRASE, World, opened_desk
from tests.ui.screens import words_of

PATIENCE = 30_000
"""Milliseconds that an answer of the server may take on a busy machine."""


class Hands:
    """What a person does in the window."""

    def __init__(self, running: Application, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.frame = running.window, qtbot, running.window.frame

    def until(self, comes: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(comes, timeout=PATIENCE)

    def button(self, words: str) -> Button | None:
        found = [
            button
            for button in self.window.findChildren(Button)
            if button.text().startswith(words) and button.isVisible() and button.isEnabled()
        ]
        return found[0] if found else None

    def press(self, words: str) -> None:
        self.until(lambda: self.button(words) is not None)
        self.qtbot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def reads(self, words: str) -> None:
        self.until(lambda: words in words_of(self.window))

    def visible(self, kind: type) -> list:
        return [each for each in self.window.findChildren(kind) if each.isVisible()]


@pytest.fixture
def letter(world: World) -> Path:
    return world.letter_file("Ada")


def test_from_the_letter_to_the_first_case(
    world: World, letter: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
):
    options = Options(tmp_path / "profile", "en", "light", files=(letter,))
    with application(qapp, options) as running:
        hands = Hands(running, qtbot)
        hands.press("Continue")
        hands.reads("You are invited to review")
        hands.press("Accept")
        hands.reads("Choose a passphrase")
        for entry in hands.visible(QLineEdit):
            entry.setText(PASSPHRASE)
        hands.press("Enrol this computer")
        hands.reads("What you undertake")
        hands.visible(QCheckBox)[0].click()
        hands.press("Continue")
        hands.reads("Who you are")
        hands.visible(QPlainTextEdit)[0].setPlainText("An Institute")
        for box in hands.visible(QCheckBox):
            box.click()
        hands.press("Sign and continue")
        hands.reads(f"Cases on this computer: {len(NUMBERS)}")
        hands.press("Continue")
        hands.until(lambda: hands.frame.current == Place.DECLARE)
        look_at_everything(hands)
        hands.press("No conflict for the rest")
        hands.press("Sign (")
        hands.until(lambda: hands.frame.current == Place.DESK)
        hands.press("Begin with WIC-2026-")
        hands.until(lambda: hands.frame.current == Place.READING)
        settle(running)
    with opened_desk(tmp_path / "profile") as desk:
        assert {row.state for row in desk.services.desk.cases()} <= {
            CaseState.UNREAD,
            CaseState.STARTED,
        }
        assert all(row.leaf is not None for row in desk.services.handin.outbox())
        assert {row.packet for row in desk.services.handin.outbox()} <= set(world.packets())


def test_a_used_code_is_refused_in_its_words(
    world: World, tmp_path: Path, qapp: QApplication, qtbot: QtBot
):
    world.enrol("Ben")
    options = Options(tmp_path / "second", "en", "light", files=(world.letter_file("Ben"),))
    with application(qapp, options) as running:
        hands = Hands(running, qtbot)
        hands.press("Continue")
        hands.reads("This code has been used on another computer.")
        assert hands.button("Accept") is None  # it is told where the code can be corrected
        settle(running)
    assert not (tmp_path / "second").exists()


def look_at_everything(hands: Hands) -> None:
    """Scroll through the rows, as soon as they are laid out."""
    view = hands.window.findChild(DeclareView)
    bar = view.findChild(QScrollArea).verticalScrollBar()

    def scrolled() -> bool:
        for value in range(0, bar.maximum() + 100, 100):
            bar.setValue(value)
        return hands.button("No conflict for the rest") is not None

    hands.until(scrolled)


def settle(running: Application) -> None:
    for _ in range(4):
        assert running.lanes.database.wait_idle(10)
        assert running.lanes.network.wait_idle(10)

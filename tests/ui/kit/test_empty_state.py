"""Where there is nothing: what will come, in whole sentences, and one or two ways on."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.kit.card import EmptyState
from tests.ui.screens import press

SENTENCE = "They come with a sync, and can then be read without a network. " * 3


def an_empty_state(qtbot: QtBot) -> EmptyState:
    empty = EmptyState()
    qtbot.addWidget(empty)
    empty.resize(900, 600)
    empty.show()
    qtbot.waitExposed(empty)
    return empty


def test_a_long_sentence_is_seen_to_its_end(qtbot: QtBot) -> None:
    empty = an_empty_state(qtbot)
    empty.set_words("Your cases will be here", SENTENCE)
    (label,) = [each for each in empty.findChildren(QLabel) if each.text() == SENTENCE]
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))


def test_each_way_on_is_its_own_button(qtbot: QtBot) -> None:
    empty = an_empty_state(qtbot)
    acted: list[str] = []
    empty.acted.connect(lambda _: acted.append("sync"))
    empty.acted_otherwise.connect(lambda _: acted.append("file"))
    empty.set_words("Nothing", "Soon", "Sync now", "Open a file…")
    press(qtbot, empty, "Open a file…")
    press(qtbot, empty, "Sync now")
    assert acted == ["file", "sync"]
    empty.set_words("Nothing", "Soon")
    assert [b.text() for b in empty.findChildren(Button) if b.isVisible()] == []

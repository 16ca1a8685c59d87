"""The comment field: it takes what has room, and says so where nothing has."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from reviewer_app.ui.kit import hearing
from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.stylesheet import apply_theme
from reviewer_app.ui.reading.fields import LONGEST, CommentField

FULL = "No room left: 20,000 characters at most"


@pytest.fixture
def said(monkeypatch):
    words = []
    monkeypatch.setattr(hearing, "send", lambda event: words.append(event.message()))
    return words


@pytest.fixture
def field(qtbot, said):
    made = CommentField()
    qtbot.addWidget(made)
    made.turn_to("one", "字" * LONGEST)
    made.show_text("字" * LONGEST)
    return made


def put(field, at, *, selected=0):
    cursor = QTextCursor(field.document())
    cursor.setPosition(at)
    cursor.setPosition(at + selected, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


@pytest.mark.parametrize("at", [0, 700, LONGEST])
def test_a_key_without_room_changes_nothing_and_is_told(field, qtbot, said, at):
    put(field, at)
    told = []
    field.typed.connect(told.append)
    qtbot.keyClicks(field, "y")
    assert field.toPlainText() == "字" * LONGEST
    assert field.textCursor().position() == at
    assert (told, said) == ([], [FULL])


def test_a_paste_without_room_is_refused_whole(field, said):
    put(field, 300, selected=2)
    pasted = QMimeData()
    pasted.setText("too much")
    field.insertFromMimeData(pasted)
    assert field.toPlainText() == "字" * LONGEST
    assert field.textCursor().position() == 300
    assert said == [FULL]


def test_what_has_room_again_comes_in(field, qtbot, said):
    put(field, 5, selected=3)
    qtbot.keyClicks(field, "new")
    assert field.toPlainText()[5:8] == "new"
    assert len(field.toPlainText()) == LONGEST
    assert said == []


@pytest.mark.parametrize("px", [13, 26])
@pytest.mark.parametrize(
    "text", ["", "one", "one\ntwo", "一\n二", "three\n三\nlines", "word " * 18, "字" * 60]
)
def test_a_short_comment_is_seen_whole(qtbot, said, px, text):
    apply_theme(QApplication.instance(), LIGHT, px)
    field = CommentField()
    qtbot.addWidget(field)
    field.setFixedWidth(300)
    field.show()
    field.show_text(text)
    assert field.document().lineCount() <= 8
    bar = field.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    lines = max(2, field.document().lineCount())
    assert field.viewport().height() < (lines + 1) * field.fontMetrics().lineSpacing() + 8
    apply_theme(QApplication.instance(), LIGHT)

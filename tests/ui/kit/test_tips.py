"""Words of applicants and of the secretariat are shown letter by letter, in tips and labels too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

import reviewer_app.ui
from reviewer_app.ui.kit.labels import ElidedLabel
from reviewer_app.ui.kit.state import StateLabel
from reviewer_app.ui.kit.tips import plain_tip
from reviewer_app.ui.reading.quote_chip import _Words

UI = Path(reviewer_app.ui.__file__).parent
SHARE = '<img src="//files.example.org/who/reads.png"> a <b>bold</b> case'
OUR_OWN_WORDS = {"bar.py", "buttons.py", "chips.py", "choice.py", "criterion_card.py", "rail.py"}
"""Their tips are words of the program and its key names."""
PICTURES = {"_picture", "_figure", "_sample", "_rows"}
"""Labels of pictures, figures and words of the program alone."""


@pytest.mark.parametrize(
    "text", [SHARE, "<html>", "<b>\n</b>", "&lt;", "3 < 4 and 5 > 4", "two\nlines", ""]
)
def test_a_tip_is_shown_letter_by_letter(text: str):
    shown = plain_tip(text)
    document = QTextDocument()
    document.setHtml(shown) if Qt.mightBeRichText(shown) else document.setPlainText(shown)
    assert document.toPlainText() == text


def test_a_name_that_is_cut_has_a_harmless_tip(qtbot: QtBot):
    label = ElidedLabel(SHARE)
    qtbot.addWidget(label)
    label.resize(40, 20)
    label.show()
    assert "&lt;img" in label.toolTip()


def test_a_quote_has_a_harmless_tip(qtbot: QtBot):
    words = _Words()
    qtbot.addWidget(words)
    words.set_words(SHARE, "Background, paragraph 1")
    assert "&lt;img" in words.toolTip()


def test_a_state_is_no_html(qtbot: QtBot):
    state = StateLabel(text=SHARE)
    qtbot.addWidget(state)
    assert {each.textFormat() for each in state.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_every_tip_is_made_plain():
    raw = re.compile(r"(?:setToolTip\(|QToolTip\.showText\([^,]*, )(?!plain_tip\(|tip, |\"\")")
    found = {path.name for path in UI.rglob("*.py") if raw.search(path.read_text("utf-8"))}
    assert found == OUR_OWN_WORDS


def test_every_label_is_told_to_be_plain():
    """A bare QLabel guesses; ours say it where they are made, but for pictures."""
    made = re.compile(r"(\w+) = \[?\(?QLabel\(")
    for path in UI.rglob("*.py"):
        if path.name.startswith("gallery"):
            continue
        source = path.read_text("utf-8")
        for name in set(made.findall(source)) - PICTURES:
            told = f"{name}.setTextFormat(Qt.TextFormat.PlainText)"
            assert told in source, f"{path.name}: {name}"

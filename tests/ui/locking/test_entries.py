"""What is put aside while the desk is locked: what was typed, and never a passphrase."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.entries import entries_of
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.fields import PassphraseField


def a_form(qtbot: QtBot) -> tuple[QWidget, QLineEdit, QPlainTextEdit, PassphraseField]:
    form = QWidget()
    line, text, passphrase = QLineEdit(), QPlainTextEdit(), PassphraseField()
    column = QVBoxLayout(form)
    for widget in (line, text, passphrase):
        column.addWidget(widget)
    qtbot.addWidget(form)
    return form, line, text, passphrase


def test_a_passphrase_is_not_put_aside_even_while_its_letters_are_shown(qtbot: QtBot):
    form, line, text, passphrase = a_form(qtbot)
    line.setText("water")
    text.setPlainText("two lines\nof reason")
    passphrase.findChild(QLineEdit).setText("correct horse battery")
    passphrase.findChild(IconButton).click()
    assert passphrase.findChild(QLineEdit).echoMode() == QLineEdit.EchoMode.Normal
    assert entries_of(form).texts == ("water", "two lines\nof reason")


def test_what_stands_in_a_field_already_is_not_written_over(qtbot: QtBot):
    form, line, text, _ = a_form(qtbot)
    line.setText("water")
    text.setPlainText("older")
    aside = entries_of(form)
    other, other_line, other_text, _ = a_form(qtbot)
    other_text.setPlainText("kept meanwhile")
    aside.texts_into(other)
    assert (other_line.text(), other_text.toPlainText()) == ("water", "kept meanwhile")

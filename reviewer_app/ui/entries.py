"""What stands in the fields of a screen or dialog, put aside while the desk is locked."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from review_protocol.late_dataclasses import dataclass
from reviewer_app.ui.kit.fields import PassphraseField


@dataclass(frozen=True, slots=True)
class Entries:
    """Texts of fields, marks of buttons, and places in lists of choices, each in its order."""

    texts: tuple[str, ...] = ()
    marks: tuple[bool, ...] = ()
    picks: tuple[int, ...] = ()

    def into(self, widget: QWidget) -> None:
        """Fill a dialog as it was; one that has other fields now is left as it is."""
        marks, picks = _buttons(widget), widget.findChildren(QComboBox)
        if len(marks) == len(self.marks) and len(picks) == len(self.picks):
            for button, mark in zip(marks, self.marks, strict=True):
                button.setChecked(mark)
            for box, pick in zip(picks, self.picks, strict=True):
                box.setCurrentIndex(pick)
        self.texts_into(widget)

    def texts_into(self, widget: QWidget) -> None:
        """Fill the fields that are empty: what was kept meanwhile stands in them already."""
        fields = _fields(widget)
        if len(fields) != len(self.texts):
            return
        for field, text in zip(fields, self.texts, strict=True):
            if text and not _text(field):
                _fill(field, text)


@dataclass(frozen=True, slots=True)
class Aside:
    """An open dialog by its object's name, and what stood in it."""

    name: str
    entries: Entries


def entries_of(widget: QWidget) -> Entries:
    """What stands in it now; passphrases are never among it."""
    return Entries(
        tuple(_text(field) for field in _fields(widget)),
        tuple(button.isChecked() for button in _buttons(widget)),
        tuple(box.currentIndex() for box in widget.findChildren(QComboBox)),
    )


Typed = QLineEdit | QPlainTextEdit | QTextEdit


def _fields(widget: QWidget) -> list[Typed]:
    lines = widget.findChildren(QLineEdit)
    plain, rich = widget.findChildren(QPlainTextEdit), widget.findChildren(QTextEdit)
    found: list[Typed] = [line for line in lines if not _is_secret(line)]
    found += plain
    found += rich
    return [field for field in found if not field.isReadOnly()]


def _is_secret(line: QLineEdit) -> bool:
    """Also where the letters of a passphrase are shown just now."""
    hidden = line.echoMode() != QLineEdit.EchoMode.Normal
    return hidden or isinstance(line.parentWidget(), PassphraseField)


def _buttons(widget: QWidget) -> list[QAbstractButton]:
    return [each for each in widget.findChildren(QAbstractButton) if each.isCheckable()]


def _text(field: Typed) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _fill(field: Typed, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setFocus()
        field.insert(text)  # as if it were typed: whoever listens to that hears of it
    else:
        field.setPlainText(text)

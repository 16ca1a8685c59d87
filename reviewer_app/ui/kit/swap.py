"""Puts one widget in another's place, as tables are when they get other columns."""

from PySide6.QtWidgets import QBoxLayout, QWidget


def swap(column: QBoxLayout, old: QWidget | None, new: QWidget) -> None:
    """Where `old` stood, or first where none did; the keyboard that was in it comes along."""
    place, had_keys = 0, False
    if old is not None:
        place, had_keys = column.indexOf(old), old.hasFocus()
        column.removeWidget(old)
        old.hide()
        old.deleteLater()
    column.insertWidget(place, new, 1)
    if had_keys:
        new.show()  # the layout would show it a moment later
        new.setFocus()

"""Small things that the cards of one's computers share."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout; it is drawn anew."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def spaced(layout: QLayout, gap: int) -> None:
    """No margins, and this gap."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)


def row_of(*widgets: QWidget) -> QWidget:
    """These side by side; the first takes the room."""
    box = QWidget()
    row = QHBoxLayout(box)
    spaced(row, 12)
    for place, widget in enumerate(widgets):
        row.addWidget(widget, 0 if place else 1)
    return box

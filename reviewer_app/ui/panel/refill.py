"""Puts other widgets into a layout, in sight at once."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QBoxLayout, QWidget


def refill(layout: QBoxLayout, widgets: Iterable[QWidget]) -> None:
    """What was in it is gone."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for each in widgets:
        layout.addWidget(each)
        each.show()  # the layout would show it a moment later

"""Finishes all layouts at once, where Qt would take a turn of its event loop for each level."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget


def lay_out_now(app: QApplication) -> None:
    """Let new words reach every widget, and give every visible one the room they need.

    A label tells its parent's layout that it wants another height, that one tells the next at its
    next turn, and so on: until the outermost has heard of it, windows are painted with cut words.
    """
    app.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
    for window in app.topLevelWidgets():
        if window.isVisible():
            _activate(window)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def lay_out_inside(widget: QWidget) -> None:
    """Give what was just put into a widget its room, and the widget its own in a scrolled area."""
    _activate(widget)
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest.value)


def _activate(widget: QWidget) -> None:
    """The innermost layouts first, so that each knows what its content wants."""
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible():
            _activate(child)
    layout = widget.layout()
    if layout is not None:
        layout.activate()

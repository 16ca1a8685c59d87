"""Tips: what is meant by what the pointer rests on or the keyboard has come to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent
from PySide6.QtWidgets import QWidget

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_OWN = Qt.FindChildOption.FindDirectChildrenOnly


def give_tip(widget: QWidget, words: str) -> None:
    """Show words while the pointer rests on a widget, and when Tab has come to it; "" for none.

    They are shown letter by letter, whatever they are, and told to screen readers as the widget's
    description.
    """
    widget.setToolTip(words)
    if words and widget.findChild(_Asked, options=_OWN) is None:
        _Asked(widget)


def show_tip(
    of: QWidget, words: str, *, area: QRect | None = None, at: QPoint | None = None
) -> None:
    """Show words that belong to an area of a widget, all of it where none is named; "" for none.

    `at` is where the pointer is on the screen; without it a key has asked.
    """
    # a start explains nothing: what draws a tip is loaded with the first
    from reviewer_app.ui.kit.tip_window import show

    show(of, words, area or of.rect(), at)


class _Asked(QObject):
    """Answers what Qt asks of its widget, before Qt does by a tip that cannot be hovered over."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only what is asked of a widget that has words now."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            show_tip(self._widget, self._widget.toolTip(), at=event.globalPos())
            return bool(self._widget.toolTip())
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _BY_TAB:
            show_tip(self._widget, self._widget.toolTip())
        return False

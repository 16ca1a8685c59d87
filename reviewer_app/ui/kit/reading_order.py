"""Tab follows the order in which a window is read, whenever its parts were made.

Qt's own chain has widgets in the order of their making: rows that come later would come last.
"""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget

MARGIN_PX = 24


def stops(window: QWidget) -> list[QWidget]:
    """What Tab stops at, in reading order."""
    return [each for each in in_reading_order(window) if _is_stop(each)]


def in_reading_order(parent: QWidget) -> Iterator[QWidget]:
    """All that is shown below, as layouts have it; what is in none from the top and the left."""
    layout = parent.layout()
    placed = list(_widgets_of(layout)) if layout is not None else []
    others = [each for each in parent.children() if isinstance(each, QWidget)]
    others = [each for each in others if each not in placed and not each.isWindow()]
    others.sort(key=lambda each: (each.y(), each.x()))
    for child in (*placed, *others):
        if child.isVisibleTo(parent):
            yield child
            yield from in_reading_order(child)


def go_on(window: QWidget, *, forward: bool) -> bool:
    """Put the focus on the next stop, or the one before, and bring that into sight."""
    order = list(in_reading_order(window))
    here = window.focusWidget()
    at = order.index(here) if here in order else -1
    ring = [*order[at + 1 :], *order[: max(at, 0)]]
    for each in ring if forward else reversed(ring):
        if _is_stop(each):
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            each.setFocus(reason)
            _bring_into_sight(each)
            return True
    return False


def _is_stop(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return takes and widget.isEnabled() and widget.focusProxy() is None


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    items = [item for at in range(layout.count()) if (item := layout.itemAt(at)) is not None]
    if isinstance(layout, QGridLayout):  # its items come in the order of their making
        items.sort(key=lambda item: (item.geometry().y(), item.geometry().x()))
    for item in items:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets_of(inner)


def _bring_into_sight(widget: QWidget) -> None:
    """All of it where there is room; of a field Qt would show the line with the caret only."""
    above = widget.parentWidget()
    while above is not None:
        content = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and content is not None:
            middle = widget.mapTo(content, widget.rect().center())
            around = widget.size() / 2 + QSize(MARGIN_PX, MARGIN_PX)
            around = around.boundedTo(above.maximumViewportSize() / 2)
            above.ensureVisible(middle.x(), middle.y(), around.width(), around.height())
        above = above.parentWidget()

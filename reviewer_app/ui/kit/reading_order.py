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
    children = [each for each in parent.children() if isinstance(each, QWidget)]
    placed = list(_widgets_of(layout, children)) if layout is not None else []
    others = [each for each in children if each not in placed and not each.isWindow()]
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


def _widgets_of(layout: QLayout, children: list[QWidget]) -> Iterator[QWidget]:
    """Those children that stand in a layout, or in one inside it, in its order.

    Never by `itemAt`: PySide6 makes an object of its own for a layout that it hands out as an item,
    and the process may end when that layout goes.
    """
    widgets = [(layout.indexOf(each), each) for each in children]
    layouts = [each for each in layout.children() if isinstance(each, QLayout)]
    found: dict[int, QWidget | QLayout] = {**dict(widgets)}
    found |= {layout.indexOf(each): each for each in layouts}
    for at in sorted((at for at in found if at >= 0), key=lambda at: _place(layout, at)):
        each = found[at]
        if isinstance(each, QLayout):
            yield from _widgets_of(each, children)
        else:
            yield each


def _place(layout: QLayout, at: int) -> tuple[int, int]:
    """Row and column in a grid, whose items come in the order of their making."""
    if not isinstance(layout, QGridLayout):
        return at, 0
    found = layout.getItemPosition(at)
    assert isinstance(found, tuple)  # the stubs say object
    return found[0], found[1]


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

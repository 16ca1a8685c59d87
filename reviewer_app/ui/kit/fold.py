"""A row that folds: what stands at its end goes below where the width does not hold both."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from reviewer_app.ui.kit.item_layout import ItemLayout, height_of, held
from reviewer_app.ui.kit.stylesheet import scaled

LEAST_PX = 280
"""What the first keeps beside the second, for the usual text; fewer where it wants fewer."""


class FoldLayout(ItemLayout):
    """Of the two one takes what the other leaves: the first, or with ``second_takes`` the second.

    Both begin at the top, or with ``middle`` share their middle.
    """

    def __init__(
        self, parent: QWidget, *, least: int, gap: int, middle: bool, second_takes: bool
    ) -> None:
        super().__init__(parent)
        self._least, self._gap, self._middle = least, gap, middle
        self._taker = 1 if second_takes else 0

    def expandingDirections(self) -> Qt.Orientation:
        """It takes the width that is there."""
        return Qt.Orientation.Horizontal

    def heightForWidth(self, width: int) -> int:
        """The height of one line, or of both."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put both in their places."""
        super().setGeometry(rect)
        self._lay(rect, move=True)
        shown = self._shown()
        for item in self._items:
            if item not in shown:
                item.setGeometry(QRect(rect.topLeft(), QSize()))

    def sizeHint(self) -> QSize:
        """Both in one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def _shown(self) -> list[QLayoutItem]:
        """What holds nothing in sight has no width."""
        return [item for item in super()._shown() if item.sizeHint().width() > 0]

    def _lay(self, rect: QRect, *, move: bool) -> int:
        shown = self._shown()
        if len(shown) < 2:
            return sum(self._place(item, rect, move=move) for item in shown)
        taker, keeper = shown[self._taker], shown[1 - self._taker]
        kept = keeper.sizeHint().width()
        left = rect.width() - kept - self._gap
        if left < min(taker.sizeHint().width(), scaled(self._least)):
            above = self._place(shown[0], rect, move=move) + self._gap
            return above + self._place(shown[1], rect.translated(0, above), move=move)
        widths = (kept, left) if self._taker else (left, kept)
        highs = [height_of(item, width) for item, width in zip(shown, widths, strict=True)]
        if move:
            x = rect.x()
            for item, width, high in zip(shown, widths, highs, strict=True):
                down = (max(highs) - high) // 2 if self._middle else 0
                size = QSize(_width(item, width), high)
                item.setGeometry(QRect(QPoint(x, rect.y() + down), size))
                x += width + self._gap
        return max(highs)

    def _place(self, item: QLayoutItem, rect: QRect, *, move: bool) -> int:
        width = _width(item, rect.width())
        height = height_of(item, width)
        if move:
            item.setGeometry(QRect(rect.topLeft(), QSize(width, height)))
        return height


def _width(item: QLayoutItem, room: int) -> int:
    if item.expandingDirections() & Qt.Orientation.Horizontal:
        return room
    return min(item.sizeHint().width(), room)


class Fold(QWidget):
    """Two parts in a `FoldLayout`, to be put into any layout."""

    def __init__(
        self,
        first: QWidget | QLayout,
        second: QWidget | QLayout,
        *,
        least: int = LEAST_PX,
        gap: int = 12,
        middle: bool = False,
        second_takes: bool = False,
    ) -> None:
        super().__init__()
        fold = FoldLayout(self, least=least, gap=gap, middle=middle, second_takes=second_takes)
        fold.addWidget(held(first))
        fold.addWidget(held(second))

"""A layout that breaks into lines, for chips and tags."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from reviewer_app.ui.kit.item_layout import ItemLayout, height_of
from reviewer_app.ui.kit.stylesheet import scaled


class FlowLayout(ItemLayout):
    """Lays widgets out like words; the height follows the width."""

    def __init__(
        self,
        parent: QWidget,
        *,
        gap: int = 8,
        line_gap: int | None = None,
        at_end: bool = False,
    ) -> None:
        """`gap` is between neighbours, and between lines unless `line_gap` is another.

        With `at_end` lines end at the right, where buttons of a dialog stand.
        """
        super().__init__(parent)
        self._gap = gap
        self._line_gap = gap if line_gap is None else line_gap
        self._at_end = at_end

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:
        """The height of its lines."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._lay(QRect(0, 0, inner, 0), move=False) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        self._lay(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        widths = [item.sizeHint().width() for item in self._shown()]
        margins = self.contentsMargins()
        total = sum(widths) + self._gap * max(0, len(widths) - 1)
        return QSize(total + margins.left() + margins.right(), self.minimumSize().height())

    def _lay(self, rect: QRect, *, move: bool) -> int:
        top = rect.y()
        for line in self._lines(rect.width()):
            height = max(size.height() for _, size in line)
            x = rect.x()
            if self._at_end:
                long = sum(size.width() + self._gap for _, size in line) - self._gap
                x += max(0, rect.width() - long)
            for item, size in line:
                if move:
                    y = top + (height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, y), size))
                x += size.width() + self._gap
            top += height + self._line_gap
        return max(0, top - self._line_gap - rect.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._shown():
            hint = item.sizeHint()
            size = QSize(max(min(hint.width(), width), item.minimumSize().width()), hint.height())
            if not lines or size.width() > left:
                lines.append([])
                left = width
            lines[-1].append((item, size))
            left -= size.width() + self._gap
        return lines


class EvenLayout(FlowLayout):
    """As many columns of one width as have room, and then lines.

    A column has `least` pixels, for the usual text, and what its widest item needs.
    """

    def __init__(self, parent: QWidget, *, least: int, gap: int = 8) -> None:
        super().__init__(parent, gap=gap)
        self._least = least

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        items = self._shown()
        if not items:
            return []
        widest = max(item.minimumSize().width() for item in items)
        fitting = (width + self._gap) // (max(scaled(self._least), widest) + self._gap)
        in_line = max(1, min(fitting, len(items)))
        lines = -(-len(items) // in_line)
        in_line = -(-len(items) // lines)  # as even as can be: 4 and 3, not 6 and 1
        wide = (width - self._gap * (in_line - 1)) // in_line
        return [
            [(item, QSize(wide, max(map(partial(height_of, width=wide), line)))) for item in line]
            for at in range(0, len(items), in_line)
            if (line := items[at : at + in_line])
        ]


class Flow(QWidget):
    """A widget whose parts flow, to be put into any layout."""

    def __init__(self, *parts: QWidget, gap: int = 8, at_end: bool = False) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=gap, at_end=at_end)
        for part in parts:
            self.add(part)

    def add(self, part: QWidget) -> None:
        """Put this behind the others."""
        self._flow.addWidget(part)

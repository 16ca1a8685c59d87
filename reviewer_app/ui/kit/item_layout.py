"""What layouts of our own have in common: they hold items, and their height follows the width."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class ItemLayout(QLayout):
    """Holds its items in their order; who derives from it says where they stand.

    It is always a widget's own and holds widgets only. Inside another layout it would be deleted
    by that one, after PySide6 has let its Python half go: the process would end.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in."""
        self._items.append(item)

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let an item go."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Yes."""
        return True

    def minimumSize(self) -> QSize:
        """The largest single item: all can stand below each other."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


def held(part: QWidget | QLayout) -> QWidget:
    """The part itself, or a widget without edges around a layout."""
    if isinstance(part, QWidget):
        return part
    holder = QWidget()
    part.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(part)
    return holder


def height_of(item: QLayoutItem, width: int) -> int:
    """What an item takes in this width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()

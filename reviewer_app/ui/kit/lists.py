"""A plain list whose rows keep the height that the stylesheet gives them."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QListWidget, QWidget


class ListBox(QListWidget):
    """Qt keeps the places of rows from before the stylesheet; this lays them out again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.ensurePolished()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew with a new style."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.scheduleDelayedItemsLayout()

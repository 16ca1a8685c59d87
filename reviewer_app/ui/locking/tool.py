"""The button in the status strip that locks the desk."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating


class LockTool(Retranslating, QWidget):
    """In sight while there is something to lock."""

    pressed: Event[None] = Event()

    def __init__(self) -> None:
        super().__init__()
        self._button = IconButton("lock", px=16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        self._button.clicked.connect(self._tell)
        self.built()

    def retranslate(self) -> None:
        """Name the button that has no word."""
        self._button.set_word(self.tr("Lock the desk"), "Ctrl+L")

    def _tell(self) -> None:
        self.pressed.emit(None)

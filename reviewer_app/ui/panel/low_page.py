"""A page with the way between the panel's faces; where it is low, the list keeps the room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.kit.flow import Flow
from reviewer_app.ui.kit.page import Page
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.panel.faces import FaceChoice

TIGHT_PX = 620
"""Lower than this, for the usual text, the head gives its room to the list."""


class LowPage(Page):
    """Faces stand in a row, or in a menu; tools then come when they are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._faces, self._tools = FaceChoice(), Toggle("chip")
        self._tools.hide()
        self.content.setSpacing(12)
        self.stand_instead(Flow(self._faces.menu, self._tools))
        self.content.addWidget(self._faces.row)
        self._tools.clicked.connect(self.draw_again)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height may have room for other things."""
        super().resizeEvent(event)
        tight = self.height() < scaled(TIGHT_PX)
        if tight != self.is_tight:
            self.set_tight(tight=tight)

    def set_tight(self, *, tight: bool) -> None:
        """Arrange it, and draw anew what depends on it."""
        super().set_tight(tight=tight)
        self.content.setSpacing(8 if tight else 12)
        self._faces.row.setVisible(not tight)
        self.draw_again()

    @property
    def shows_tools(self) -> bool:
        """Whether there is room for what narrows or questions the list, or it was asked for."""
        return not self.is_tight or self._tools.isChecked()

    def focus_faces(self) -> None:
        """Put the keyboard where another face is chosen."""
        self._faces.focus()

    def focus_table(self) -> None:
        """Put the keyboard into what the page shows."""
        raise NotImplementedError

    def draw_again(self) -> None:
        """Draw what is known once more."""
        raise NotImplementedError

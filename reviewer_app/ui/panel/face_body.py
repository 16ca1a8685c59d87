"""What a face of the comparison is made of, below the heading that all faces share."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reviewer_app.services.compared_rows import PanelComparison
from reviewer_app.services.panel_rows import PanelTable
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating


class FaceBody(Retranslating, QWidget):
    """Draws a comparison; `opened` carries the number of a case that the person wants to see."""

    opened = Event(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def heading(self) -> str:
        """The face's name."""
        raise NotImplementedError

    def said(self, found: PanelComparison) -> str:
        """The picture in a sentence or two."""
        raise NotImplementedError

    def show_comparison(self, found: PanelComparison, table: PanelTable) -> None:
        """Draw it."""
        raise NotImplementedError

    def copied(self) -> str:
        """All of it as a table for a spreadsheet, tab-separated."""
        raise NotImplementedError

    def focus_body(self) -> None:
        """Put the keyboard where it begins."""
        raise NotImplementedError

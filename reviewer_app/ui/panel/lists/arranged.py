"""A list with its consequences beside it; where there is no room for both, they take turns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.services.panel.proposed_rows import ProposedList
from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import UprightScroll
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.panel.lists.consequences import Consequences
from reviewer_app.ui.panel.lists.places import PlacesTable
from reviewer_app.ui.panel.lists.rows import ListRow
from reviewer_app.ui.panel.lists.state import ListsState

SIDE_PX = 312
LEAST_PX = 940
"""Narrower than this, for the usual text, list and consequences take turns."""

LOW_PX = 250
"""Lower than this, nothing is told below the list; hovering tells it."""


class Arranged(Retranslating, QWidget):
    """`places` with what is told of the chosen one in `told`, and `side`; `turn` stands wherever
    the page has room for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places, self.side = PlacesTable(), Consequences()
        self.told = Label(Kind.BODY)
        self._has_side = False
        self.turn = Toggle("chip")
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.places, 1)
        column.addWidget(self.told)
        self._scroll = UprightScroll(self.side)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._list, 1)
        row.addWidget(self._scroll)
        self.turn.toggled.connect(self._arrange)
        self.built()

    def retranslate(self) -> None:
        """The word of the turn."""
        self.turn.setText(self.tr("Areas, countries (regions) and minima"))

    def show_list(self, rows: Sequence[ListRow], shown: ProposedList, state: ListsState) -> None:
        """Draw a list and what follows from it."""
        self.places.show_rows(rows, shown.target, is_long=False)
        self.side.show_list(shown, state)
        self._has_side = True
        self._arrange()

    def show_long_list(self, rows: Sequence[ListRow], target: int) -> None:
        """Draw the long list, which has no consequences yet."""
        self.places.show_rows(rows, target, is_long=True)
        self._has_side = False
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another arrangement."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < scaled(LEAST_PX)
        turned = narrow and self._has_side and self.turn.isChecked()
        self.turn.setVisible(narrow and self._has_side)
        self.told.setVisible(self.height() >= scaled(LOW_PX))
        self._list.setVisible(not turned)
        self._scroll.setVisible(self._has_side and (turned or not narrow))
        if narrow:
            self._scroll.setMinimumWidth(0)
            self._scroll.setMaximumWidth(16_777_215)
        else:
            self._scroll.setFixedWidth(scaled(SIDE_PX))

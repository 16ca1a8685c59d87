"""What a face of the comparison is made of, below the heading that all faces share."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reviewer_app.services.panel.compared_rows import PanelComparison, WhatIf
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.panel.charts.chart import Chart
from reviewer_app.ui.panel.state import Compared

LOW_PX = 250
"""Lower than this, for the usual text, nothing is told below the picture; hovering tells it."""


class FaceBody(Retranslating, QWidget):
    """Draws a comparison; `chosen` carries the number of the case that is meant, "" for none,
    `opened` that of one whose every opinion the person wants to see, `asked` a question to be put
    beside the list, `expert_wanted` the case for which another expert is to be asked for; `redrawn`
    says that another part of it is shown now."""

    chosen = Event(str)
    asked = Event(WhatIf)
    redrawn: Event[None] = Event()
    opened = Event(str)
    expert_wanted = Event(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def is_low(self) -> bool:
        """Whether all the height is wanted for the picture itself."""
        return self.height() < scaled(LOW_PX)

    def heading(self) -> str:
        """The face's name."""
        raise NotImplementedError

    def said(self, found: PanelComparison) -> str:
        """The picture in a sentence or two."""
        raise NotImplementedError

    def show_comparison(self, compared: Compared, table: PanelTable) -> None:
        """Draw what answers the question, with a mark at what moved."""
        raise NotImplementedError

    def chart(self) -> Chart:
        """All that it shows, to be drawn, copied, saved and read as a table."""
        raise NotImplementedError

    def make_room(self, *, beside: bool) -> None:
        """A case is shown beside it now, or is no more."""

    def current(self) -> str:
        """The case that is meant; "" for none."""
        return ""

    def focus_body(self) -> None:
        """Put the keyboard where it begins."""
        raise NotImplementedError

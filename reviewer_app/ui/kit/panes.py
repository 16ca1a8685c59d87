"""Two panes side by side, with a line to drag; where it is narrow, one below the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from reviewer_app.ui.kit.stylesheet import scaled

NARROW_PX = 640
"""Narrower than this, for the usual text, there is no room for two."""


class Panes(QSplitter):
    """`shares` says in which ratio both begin, `stretch` which share each has of further room.

    Where one stands below the other the first stays at least `least` high, for the usual text: the
    page scrolls before it is too low to be read.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        shares: tuple[int, int],
        stretch: tuple[int, int] = (1, 0),
        least: int = 0,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._first, self._shares, self._least = first, shares, least
        self.setChildrenCollapsible(False)
        for place, pane in enumerate((first, second)):
            self.addWidget(pane)
            self.setStretchFactor(place, stretch[place])
        self.setSizes(shares)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another arrangement."""
        super().resizeEvent(event)
        narrow = event.size().width() < scaled(NARROW_PX)
        way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if way != self.orientation():
            self.setOrientation(way)
            self._first.setMinimumHeight(scaled(self._least) if narrow else 0)
            self.setSizes((1, 1) if narrow else self._shares)

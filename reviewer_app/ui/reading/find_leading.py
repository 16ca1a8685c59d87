"""Scrolls the texts to what a search shows, and back to where it began."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reviewer_app.ui.reading.anchoring import Anchor, anchor_of, go_back
from reviewer_app.ui.reading.pair import PanePair
from reviewer_app.ui.reading.pane import ReadingPane
from reviewer_app.ui.reading.state import Hit
from reviewer_app.ui.reading.view_model import ReadingViewModel

_ABOVE_PX = 80.0


class FindLeading(QObject):
    """Lives with the panes; remembers of each where it stood when the words were typed."""

    def __init__(self, reading: ReadingViewModel, pair: PanePair) -> None:
        super().__init__(pair)
        self._reading, self._pair = reading, pair
        self._since: Anchor | None = None
        self._stood: dict[ReadingPane, Anchor | None] = {}
        reading.led.connect(self._lead)

    def _lead(self, to: Hit | Anchor) -> None:
        opened, since = self._reading.state.opened, self._reading.state.find.since
        if opened is None:
            return
        if since is not None and since != self._since:
            self._stood = {pane: anchor_of(pane) for pane in self._pair.in_sight}
        self._since = since
        if isinstance(to, Hit):
            self._pair.go_to(to.language, to.block, above=_ABOVE_PX)
            return
        for pane in self._pair.in_sight:
            go_back(opened.prepared, pane, self._stood.get(pane) or to)

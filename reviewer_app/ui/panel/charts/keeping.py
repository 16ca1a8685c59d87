"""Writes the files of charts off the GUI thread, and knows where the last one is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from reviewer_app.services.panel.chart import keep_chart
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane


class ChartFiles(QObject):
    """`saved` carries where a chart is now, `failed` why it is not; `put_away` says that nothing is
    told of it any more."""

    saved = Event(Path)
    put_away: Event[None] = Event()
    failed = Event(Exception)

    def __init__(self, lane: Lane) -> None:
        super().__init__()
        self._lane = lane
        self.saved_in: Path | None = None

    def save(self, content: Callable[[], bytes], target: Path) -> None:
        """Write a file whose content is made on the lane's thread."""
        self.saved_in = None
        self._lane.run(
            lambda: keep_chart(target, content()),
            owner=self,
            done=self._saved,
            failed=self.failed.emit,
        )

    def dismiss(self) -> None:
        """Tell of it no more: it was read, or something else is done by now."""
        if self.saved_in is not None:
            self.saved_in = None
            self.put_away.emit(None)

    def _saved(self, target: Path) -> None:
        self.saved_in = target
        self.saved.emit(target)

"""The main window: the frame inside, its place remembered, and a last word before it closes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.ui.kit.choice import Option
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.frame import Frame
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.reading_order import go_on
from reviewer_app.ui.kit.remember import Keeps, keep_geometry, restore_geometry

GEOMETRY = "window.geometry"
SMALLEST = QSize(1024, 640)
FIRST = QSize(1280, 760)


class Window(Retranslating, QWidget):
    """Holds the frame; `closing` comes before it goes, while everything still works.

    `dropped` carries the paths of files that were dropped where nothing else wants them.
    """

    closing: Event[None] = Event()
    dropped = Event(tuple)

    def __init__(self, keeps: Keeps, languages: Sequence[Option[str]]) -> None:
        super().__init__()
        self._keeps = keeps
        self._programme = ""
        self.frame = Frame((), languages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        if not restore_geometry(keeps, GEOMETRY, self):
            self.resize(FIRST)
        self.retranslate()

    def set_programme(self, name: str) -> None:
        """Name the programme in the title."""
        self._programme = name
        self.retranslate()

    def retranslate(self) -> None:
        """Words of the title bar."""
        own = self.tr("Reviewer Workstation")
        self.setWindowTitle(f"{self._programme} – {own}" if self._programme else own)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab and Shift+Tab go by the order of reading."""
        return go_on(self, forward=next_)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may come."""
        if _paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files came."""
        paths = _paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place, let the screens keep what is being typed, and go."""
        keep_geometry(self._keeps, GEOMETRY, self)
        self.closing.emit(None)
        super().closeEvent(event)


def _paths(mime: QMimeData) -> tuple[Path, ...]:
    """The files of this computer in what is being dragged."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())

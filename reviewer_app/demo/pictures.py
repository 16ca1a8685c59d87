"""Pictures of every screen, numbered in the order of the story, or by name alone for an album."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.demo.thinning import thinned

_WITHOUT_LOSS = 100
_OVER = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class Pictures:
    """Saves what a window shows as files into one folder."""

    def __init__(self, folder: Path, form: str = "png", *, numbered: bool = True) -> None:
        """`form` is one that Qt writes, by its ending; all are written without loss."""
        self._folder = folder
        self._form = form
        self._numbered = numbered
        self._taken: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, window: QWidget, name: str, look: str = "") -> None:
        """Save the window as it looks now, by its name in the folder of the look."""
        if name not in self._taken:
            self._taken.append(name)
        number = f"{self._taken.index(name) + 1:02d}-" if self._numbered else ""
        path = self._folder / look / f"{number}{name}.{self._form}"
        path.parent.mkdir(exist_ok=True)
        thinned(seen(window)).save(str(path), quality=_WITHOUT_LOSS)


def seen(window: QWidget) -> QImage:
    """The window, and over it the menu or the tip that is open."""
    picture = window.grab().toImage()
    painter = QPainter(picture)
    for over in QApplication.topLevelWidgets():
        if over is not window and over.isVisible() and over.windowType() in _OVER:
            painter.drawPixmap(window.mapFromGlobal(over.pos()), over.grab())
    painter.end()
    return picture

"""Pictures of every screen, numbered in the order of the story or of an album."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.demo.thinning import thinned

_WITHOUT_LOSS = 100
_OVER = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class Pictures:
    """Saves what a window shows as files into one folder."""

    def __init__(self, folder: Path, form: str = "png", *, names: Sequence[str] = ()) -> None:
        """`form` is one that Qt writes, by its ending; all are written without loss.

        What is among `names` is numbered in their order, all else in the order of the story.
        """
        self._folder = folder
        self._form = form
        self._order = list(names)
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, window: QWidget, name: str, look: str = "") -> None:
        """Save the window as it looks now, as NN-name in the folder of the look."""
        if name not in self._order:
            self._order.append(name)
        path = self._folder / look / file_name(name, self._order, self._form)
        path.parent.mkdir(exist_ok=True)
        thinned(seen(window)).save(str(path), quality=_WITHOUT_LOSS)


def file_name(name: str, order: Sequence[str], form: str) -> str:
    """The picture's file in the folder of each look."""
    return f"{order.index(name) + 1:02d}-{name}.{form}"


def seen(window: QWidget) -> QImage:
    """The window, and over it the menu or the tip that is open."""
    picture = window.grab().toImage()
    painter = QPainter(picture)
    for over in QApplication.topLevelWidgets():
        if over is not window and over.isVisible() and over.windowType() in _OVER:
            painter.drawPixmap(window.mapFromGlobal(over.pos()), over.grab())
    painter.end()
    return picture

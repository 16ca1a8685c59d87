"""Pictures of every screen, numbered in the order of the story."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

_WITHOUT_LOSS = 100


class Pictures:
    """Saves what a window shows as PNG files into one folder."""

    def __init__(self, folder: Path, form: str = "png") -> None:
        """`form` is one that Qt writes, by its ending; all are written without loss."""
        self._folder = folder
        self._form = form
        self.taken: list[str] = []
        """The names, in the order of the story."""
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, window: QWidget, name: str, look: str = "") -> None:
        """Save the window as it looks now, as NN-name in the folder of the look."""
        if name not in self.taken:
            self.taken.append(name)
        path = self._folder / look / self.file_name(name)
        path.parent.mkdir(exist_ok=True)
        window.grab().save(str(path), quality=_WITHOUT_LOSS)

    def file_name(self, name: str) -> str:
        """The picture's file in the folder of each look."""
        return f"{self.taken.index(name) + 1:02d}-{name}.{self._form}"

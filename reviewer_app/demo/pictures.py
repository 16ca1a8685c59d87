"""Pictures of every screen, numbered in the order of the story."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget


class Pictures:
    """Saves what a window shows as PNG files into one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.taken: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, window: QWidget, name: str) -> None:
        """Save the window as it looks now, as NN-name.png."""
        self.taken.append(f"{len(self.taken) + 1:02d}-{name}.png")
        window.grab().save(str(self._folder / self.taken[-1]))

"""Choosing a folder and opening one; both are given to screens, so that a test can answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

FolderChooser = Callable[[QWidget, str], Path | None]
FolderOpener = Callable[[Path], None]


def choose_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder, starting with the person's documents; None when they go back."""
    start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen = QFileDialog.getExistingDirectory(parent, title, start)
    return Path(chosen) if chosen else None


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

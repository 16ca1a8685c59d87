"""Choosing folders and files, and opening a folder; a screen is given these, a test its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

FolderChooser = Callable[[QWidget, str], Path | None]
FolderOpener = Callable[[Path], None]
FileChooser = Callable[[QWidget, str], tuple[Path, ...]]
TargetChooser = Callable[[QWidget, str, str], Path | None]


def choose_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder, starting with the person's documents; None when they go back."""
    start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen = QFileDialog.getExistingDirectory(parent, title, start)
    return Path(chosen) if chosen else None


def choose_files(parent: QWidget, title: str) -> tuple[Path, ...]:
    """Ask for files to open; none when they go back."""
    names, _ = QFileDialog.getOpenFileNames(parent, title)
    return tuple(Path(name) for name in names)


def choose_target(parent: QWidget, title: str, name: str) -> Path | None:
    """Ask where to write a file, proposing this name; None when they go back."""
    start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path(start) / name))
    return Path(chosen) if chosen else None


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

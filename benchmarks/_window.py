"""The application in which windows are measured, and Qt's promises carried out between goes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.stylesheet import apply_theme


@contextmanager
def an_application() -> Iterator[None]:
    """Off the screen unless the environment names a platform, in the light theme."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([Path(__file__).name])
    if isinstance(app, QApplication):
        apply_theme(app, LIGHT)
    yield  # Qt needs the application as long as there are windows


def deliver() -> None:
    """Let Qt carry out what it has promised: layouts, painting, and what is to be deleted."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

"""The application in which windows are measured, and Qt's promises carried out between goes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.stylesheet import apply_theme

_NOTCH = -120


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


def turn_wheel(viewport: QWidget) -> None:
    """One notch downwards, with the pointer in the middle."""
    middle = QPointF(viewport.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(viewport.mapToGlobal(middle.toPoint())),
        QPoint(0, 0),
        QPoint(0, _NOTCH),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # Qt's own order of arguments
    )
    QApplication.sendEvent(viewport, event)

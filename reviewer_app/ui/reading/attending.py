"""Tells whether the text is before somebody: shown, and in the window in use."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.event import Event

_TURNS: Final = frozenset(
    {
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.WindowActivate,
        QEvent.Type.WindowDeactivate,
    }
)


class Attending(QObject):
    """Watches one widget, which another leaf, another screen or another window may take away."""

    changed = Event(bool)

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._watched = watched
        watched.installEventFilter(self)

    @property
    def there(self) -> bool:
        """Whether somebody can be reading now."""
        return self._watched.isVisible() and self._watched.isActiveWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of each turn; it goes on its way."""
        kind = event.type()
        if kind in _TURNS:
            gone = kind in (QEvent.Type.Hide, QEvent.Type.WindowDeactivate)
            self.changed.emit(self.there and not gone)
        return False

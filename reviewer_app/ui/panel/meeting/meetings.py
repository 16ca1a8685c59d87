"""Opens the meeting view over the panel's room, and keeps its figures those that count."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.meeting.model import MeetingModel
from reviewer_app.ui.panel.meeting.window import MeetingWindow
from reviewer_app.ui.panel.view_model import PanelViewModel


class Meetings(QObject):
    """F11 begins a meeting at the case in front; the window is made with the first."""

    def __init__(self, panel: PanelViewModel, room: QWidget) -> None:
        super().__init__(room)
        self._panel, self._room = panel, room
        self.model = MeetingModel()
        self.window: MeetingWindow | None = None
        keys = QShortcut(QKeySequence(Qt.Key.Key_F11), room)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.begin)
        panel.changed.connect(self._take)
        panel.official.changed.connect(self._take)

    def begin(self, _: None = None) -> None:
        """Show it, and have compared what nobody compared yet."""
        if self._panel.state.face is Face.SCORES:
            self._panel.turn(Face.LADDER)
        if self.window is None:
            self.window = MeetingWindow(self.model, self._room)
        opened = self._panel.case.state.opened
        self._show(None if opened is None else opened.row.number)
        self.window.begin()

    def _take(self, _: object) -> None:
        if self.window is not None and self.window.isVisible():
            self._show()

    def _show(self, number: str | None = None) -> None:
        state = self._panel.state
        if state.table is not None:
            self.model.take(state, self._panel.official.of(state.table), number)

"""The rail of rooms at the left: icon and word, the current one marked, arrows and Ctrl+digit."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from review_protocol.late_dataclasses import dataclass
from reviewer_app.ui.kit.buttons import ARROWS
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.icons import icon_size, two_state_icon
from reviewer_app.ui.kit.labels import Panel, line
from reviewer_app.ui.kit.stylesheet import palette_in_use
from reviewer_app.ui.kit.ticks import Turned


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A room: its key, its icon, its word (asked again for each language), its place."""

    key: str
    icon: str
    title: Callable[[], str]
    below: bool = False  # under the line, with what every role has


class Rail(Retranslating, Panel):
    """Buttons for the rooms; ``chosen`` carries the key of the one pressed."""

    chosen = Event(str)

    def __init__(self, entries: Sequence[RailEntry] = (), parent: QWidget | None = None) -> None:
        super().__init__("rail", parent)
        self._entries: tuple[RailEntry, ...] = ()
        self._buttons: dict[str, QToolButton] = {}
        self._notes: dict[str, str] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 8, 6, 8)
        self._column.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.set_entries(entries)
        self.built()

    def set_entries(self, entries: Sequence[RailEntry]) -> None:
        """Offer these rooms."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._entries = tuple(entries)
        self._buttons = {entry.key: self._button(entry) for entry in self._entries}
        for entry in self._entries:
            if not entry.below:
                self._column.addWidget(self._buttons[entry.key])
        below = [entry for entry in self._entries if entry.below]
        self._column.addStretch(1)
        if below and len(below) < len(self._entries):
            self._column.addWidget(line())
        for entry in below:
            self._column.addWidget(self._buttons[entry.key])
        self.retranslate()
        self.restyle()

    def mark(self, key: str) -> None:
        """Show where one is; a key that has no entry leaves no mark."""
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == key)
        self._group.setExclusive(True)

    def set_note(self, key: str, note: str) -> None:
        """Put a short figure beside a room's word ("3"); "" takes it away."""
        self._notes[key] = note
        self.retranslate()

    def retranslate(self) -> None:
        """Ask the rooms' words again."""
        for place, entry in enumerate(self._entries, 1):
            button, note = self._buttons[entry.key], self._notes.get(entry.key, "")
            button.setText(f"{entry.title()} {note}".rstrip())
            button.setAccessibleName(button.text())
            button.setToolTip(f"{entry.title()} (Ctrl+{place})")
            button.setShortcut(f"Ctrl+{place}")  # setting the text takes it away

    def restyle(self) -> None:
        """Draw the icons in the palette's colours."""
        palette = palette_in_use()
        for entry in self._entries:
            drawn = two_state_icon(entry.icon, palette.muted, palette.accent)
            self._buttons[entry.key].setIconSize(icon_size())
            self._buttons[entry.key].setIcon(drawn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from room to room."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        keys = [entry.key for entry in self._entries]
        here = [key for key in keys if self._buttons[key].hasFocus()]
        if step is None or not here:
            super().keyPressEvent(event)
            return
        there = keys[(keys.index(here[0]) + step) % len(keys)]
        self._buttons[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, entry: RailEntry) -> QToolButton:
        button = _RailButton(self)
        button.setProperty("kit", "rail")
        button.setObjectName(entry.key)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(68)
        button.clicked.connect(self._tell)
        self._group.addButton(button)
        button.heed_turns()
        return button

    def _tell(self) -> None:
        sender = self._group.checkedButton()
        if sender is not None:
            self.chosen.emit(sender.objectName())


class _RailButton(Turned, QToolButton):
    """Leaves the arrows to the rail; Qt's own way would press as it moves."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

"""The rail of rooms at the left: icon and word, the current one marked, arrows and Ctrl+digit."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from review_protocol.late_dataclasses import dataclass
from reviewer_app.ui.kit.buttons import ARROWS
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.hearing import Heard, hear_as
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.icons import icon_size, two_state_icon
from reviewer_app.ui.kit.labels import Panel, line
from reviewer_app.ui.kit.stylesheet import palette_in_use, scaled
from reviewer_app.ui.kit.ticks import Turned
from reviewer_app.ui.kit.tips import give_tip

LEAST_PX = 68
"""The width of a room's button with its word."""
NARROW_PX = 560
"""A frame narrower than this, for the usual text, has no room for words in its rail."""
LOW_PX = 64
"""What the rail does not have of the frame's height: the strip, and its own edges."""


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
        hear_as(self, Heard.GROUP)
        self._entries: tuple[RailEntry, ...] = ()
        self._buttons: dict[str, QToolButton] = {}
        self._notes: dict[str, str] = {}
        self._room = QSize(10**6, 10**6)
        self._is_folded = False
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

    def fit(self, room: QSize) -> None:
        """Leave out the words in a frame of this size where they would crowd it: a tool tip has
        them, and a screen reader says them."""
        self._room = room
        full = len(self._entries) * (icon_size().height() + self.fontMetrics().height() + 24)
        is_folded = room.width() < scaled(NARROW_PX) or room.height() < full + scaled(LOW_PX)
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self.retranslate()

    def retranslate(self) -> None:
        """Ask the rooms' words again."""
        self.setAccessibleName(self.tr("Rooms"))
        for place, entry in enumerate(self._entries, 1):
            button, note = self._buttons[entry.key], self._notes.get(entry.key, "")
            words = f"{entry.title()} {note}".rstrip()
            button.setText(note if self._is_folded else words)
            button.setAccessibleName(words)
            button.setMinimumWidth(0 if self._is_folded else LEAST_PX)
            give_tip(button, f"{entry.title()} (Ctrl+{place})")
            button.setShortcut(f"Ctrl+{place}")  # setting the text takes it away

    def restyle(self) -> None:
        """Draw the icons in the palette's colours."""
        palette = palette_in_use()
        for entry in self._entries:
            drawn = two_state_icon(entry.icon, palette.muted, palette.accent)
            self._buttons[entry.key].setIconSize(icon_size())
            self._buttons[entry.key].setIcon(drawn)
        self.fit(self._room)

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
        button.clicked.connect(self._tell)
        self._group.addButton(button)
        button.setAutoExclusive(True)  # told as one of several
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

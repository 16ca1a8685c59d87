"""The frame of the main window: rail, stack of screens, status strip; it knows no screen."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import delete

from reviewer_app.ui.kit.banner import Banner
from reviewer_app.ui.kit.choice import Option
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.labels import Ground
from reviewer_app.ui.kit.rail import Rail, RailEntry
from reviewer_app.ui.kit.screens import ScrollingStack
from reviewer_app.ui.kit.strip import StatusStrip


class Frame(Ground):
    """Shows one screen at a time; ``shown`` carries the key of each screen that comes up.

    ``wanted`` asks for a screen whose rail entry was pressed before it was added: add it, show it.
    ``notice`` stands over all screens while it has a message.
    A screen without a rail entry of its own is added ``under`` the entry to be marked.
    """

    shown = Event(str)
    wanted = Event(str)

    def __init__(
        self,
        entries: Sequence[RailEntry] = (),
        languages: Sequence[Option[str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("window", parent)
        self._screens: dict[str, QWidget] = {}
        self._under: dict[str, str] = {}
        self._current = ""
        self.rail = Rail(entries)
        self.strip = StatusStrip(languages)
        self.notice = Banner()
        self._stack = ScrollingStack()
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addLayout(middle, 1)
        column.addWidget(self.strip)
        self.rail.chosen.connect(self._go)

    @property
    def current(self) -> str:
        """The key of the screen in sight, "" before the first."""
        return self._current

    def screen_of(self, key: str) -> QWidget | None:
        """The screen of that key."""
        return self._screens.get(key)

    def add_screen(self, key: str, screen: QWidget, *, under: str = "") -> None:
        """Take a screen in; one of the same key is replaced and deleted."""
        before = self._screens.get(key)
        self._screens[key] = screen
        self._under[key] = under or key
        self._stack.pages.add(screen)
        if before is not None:
            if self._stack.pages.page() is before:
                self._stack.show_page(screen)
            self._stack.pages.remove(before)
            before.deleteLater()

    def show_screen(self, key: str) -> None:
        """Bring a screen up; raises KeyError for one that was never added."""
        screen = self._screens[key]
        self._stack.show_page(screen)
        self.rail.mark(self._under[key])
        if key != self._current:
            self._current = key
            self.shown.emit(key)

    def drop_others(self) -> None:
        """Let go of every screen but the one in sight; they and what they show are gone at once."""
        for key in [key for key in self._screens if key != self._current]:
            screen = self._screens.pop(key)
            self._under.pop(key)
            self._stack.pages.remove(screen)
            delete(screen)

    def show_rail(self, *, visible: bool) -> None:
        """Hide the rail where there is nothing to choose yet (welcome, unlocking)."""
        self.rail.setVisible(visible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the rail its words where there is room for them."""
        super().resizeEvent(event)
        self.rail.fit(event.size())

    def _go(self, key: str) -> None:
        if key in self._screens:
            self.show_screen(key)
        else:
            self.rail.mark(self._under.get(self._current, self._current))
            self.wanted.emit(key)

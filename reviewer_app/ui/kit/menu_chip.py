"""A chip for a filter of many values: they are in its menu, and it says which are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.kit.chips import Chip
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.icons import icon, icon_size
from reviewer_app.ui.kit.stylesheet import palette_in_use
from reviewer_app.ui.kit.tips import give_tip

_ARROW_PX = 14
_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MenuChip(Retranslating, Toggle):
    """``changed`` carries the keys chosen, in the menu's order; ``wanted`` comes before the menu
    is shown: then its values may be set. Setting anything tells nobody."""

    changed = Event(tuple[str, ...])
    wanted: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chip", parent=parent)
        self._title = ""
        self._chips: tuple[Chip, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._menu: _OpenMenu | None = None
        self._is_awaited = False
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands at the end
        self.clicked.connect(self._open)
        self.built()

    def set_title(self, title: str) -> None:
        """What is chosen here, in a word."""
        self._title = title
        self._say()

    def set_chips(self, chips: Sequence[Chip], chosen: Sequence[str]) -> None:
        """Offer these values, of which these are chosen."""
        self._chips, self._chosen = tuple(chips), tuple(chosen)
        self._say()
        if self._menu is not None and self._menu.isVisible():
            self._fill(self._menu)
        elif self._is_awaited and chips:
            self._pop_up()

    def restyle(self) -> None:
        """Draw the arrow."""
        self.setIconSize(icon_size(_ARROW_PX))
        self.setIcon(icon("down", palette_in_use().muted, _ARROW_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow down opens the menu too."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        words = [chip.text for chip in self._chips if chip.key in self._chosen]
        first = words[0] if words else self._title
        more = f" +{len(words) - 1}" if len(words) > 1 else ""
        self.setText(f"{first}{more}")
        self.setChecked(bool(self._chosen))
        give_tip(self, "\n".join((self._title, *words)) if words else "")
        self.setAccessibleName(", ".join((self._title, *words)))

    def _open(self) -> None:
        self.setChecked(bool(self._chosen))  # pressed means chosen, not open
        self._is_awaited = True
        self.wanted.emit(None)
        if self._chips and self._is_awaited:
            self._pop_up()

    def _pop_up(self) -> None:
        self._is_awaited = False
        if self._menu is None:
            self._menu = _OpenMenu(self)
            self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._fill(self._menu)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _fill(self, menu: "_OpenMenu") -> None:
        keys = [chip.key for chip in self._chips]
        if [action.data() for action in menu.actions()] != keys:
            menu.clear()
            for chip in self._chips:
                action = menu.addAction("")
                action.setData(chip.key)
                action.setCheckable(True)
                action.triggered.connect(self._choose)
        for action, chip in zip(menu.actions(), self._chips, strict=True):
            count = "" if chip.count is None else f"\t{chip.count}"
            action.setText(chip.text.replace("&", "&&") + count)
            action.setChecked(chip.key in self._chosen)

    def _choose(self) -> None:
        if self._menu is not None:
            chosen = [action for action in self._menu.actions() if action.isChecked()]
            self._chosen = tuple(str(action.data()) for action in chosen)
            self._say()
            self.changed.emit(self._chosen)


class _OpenMenu(QMenu):
    """Stays open while values are chosen; Escape or a click beside closes it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer."""
        action = self.actionAt(event.position().toPoint())
        if action is not None:
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose what the keyboard is on."""
        action = self.activeAction()
        if action is not None and event.key() in _KEYS:
            action.trigger()
        else:
            super().keyPressEvent(event)

"""One of a few where a row has no room: a button that names the choice, the others in its menu."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.choice import Option
from reviewer_app.ui.kit.event import Event

V = TypeVar("V")


class ChoiceMenu(Button, Generic[V]):
    """``chosen`` carries the value, as a ``ChoiceRow``'s does; setting the value tells nobody."""

    chosen: Event[V] = Event()

    def __init__(
        self, options: Sequence[Option[V]], *, value: V, parent: QWidget | None = None
    ) -> None:
        self._options, self._value, self._name = tuple(options), value, ""
        super().__init__(Role.DEFAULT, "down", parent)
        self._menu = QMenu(self)
        for place in range(len(self._options)):
            action = self._menu.addAction("")
            action.setCheckable(True)
            action.setData(place)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands at the end
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._menu.triggered.connect(self._choose)
        self.clicked.connect(self._open)
        self.retranslate()

    @property
    def value(self) -> V:
        """What is chosen."""
        return self._value

    def set_value(self, value: V) -> None:
        """Show a choice."""
        self._value = value
        self._say()

    def set_name(self, name: str) -> None:
        """What is chosen here, for screen readers."""
        self._name = name
        self._say()

    def retranslate(self) -> None:
        """Ask the words again."""
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow down opens the menu too."""
        if Qt.Key(event.key()) == Qt.Key.Key_Down:
            self._open()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        here = next(option.title() for option in self._options if option.value == self._value)
        self.setText(here)
        self.setAccessibleName(", ".join(part for part in (self._name, here) if part))

    def _open(self) -> None:
        for action, option in zip(self._menu.actions(), self._options, strict=True):
            action.setText(option.title())
            action.setChecked(option.value == self._value)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))
        here = [action for action in self._menu.actions() if action.isChecked()]
        for action in here:
            self._menu.setActiveAction(action)

    def _choose(self, action: QAction) -> None:
        value = self._options[action.data()].value
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)

"""One of a few: a segmented row whose buttons are all in sight."""

from collections.abc import Callable, Collection, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from review_protocol.late_dataclasses import dataclass
from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import FlowLayout
from reviewer_app.ui.kit.hearing import Heard, hear_as, one_of
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Panel
from reviewer_app.ui.kit.tips import give_tip

V = TypeVar("V")


@dataclass(frozen=True)  # with slots, Python 3.11 cannot subscript a frozen generic
class Option(Generic[V]):
    """A value and its word, asked again for each language."""

    value: V
    title: Callable[[], str]
    tooltip: Callable[[], str] | None = None


class ChoiceRow(Retranslating, Panel, Generic[V]):
    """Buttons side by side, at most one pressed; ``chosen`` carries the value.

    One stop of the Tab key; arrows move the choice. Setting the value tells nobody.
    """

    chosen: Event[V] = Event()

    def __init__(
        self,
        options: Sequence[Option[V]],
        *,
        value: V | None = None,
        quiet: bool = False,
        folds: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """With `folds` the buttons take more lines where one has no room for all."""
        super().__init__("plain" if quiet else "segments", parent)
        hear_as(self, Heard.GROUP)
        self._options = tuple(options)
        self._value: V | None = None
        self._buttons = [Toggle("segment", parent=self) for _ in self._options]
        row = FlowLayout(self, gap=2) if folds else QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(2)
        for button in self._buttons:
            button.clicked.connect(self._press)
            row.addWidget(button)
        one_of(self._buttons, self)
        up = QSizePolicy.Policy.Minimum if folds else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, up)
        policy.setHeightForWidth(folds)
        self.setSizePolicy(policy)
        self.set_value(value)
        self.built()

    @property
    def value(self) -> V | None:
        """What is chosen."""
        return self._value

    def set_value(self, value: V | None) -> None:
        """Show a choice."""
        self._value = value
        marked = [option.value == value for option in self._options]
        stop = marked.index(True) if any(marked) else 0
        for place, button in enumerate(self._buttons):
            button.setChecked(marked[place])
            tab = Qt.FocusPolicy.StrongFocus if place == stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)

    def offer(self, values: Collection[V]) -> None:
        """Show only the buttons of these values."""
        for option, button in zip(self._options, self._buttons, strict=True):
            button.setVisible(option.value in values)

    def focus_choice(self) -> None:
        """Put the keyboard on what is chosen, or on the first button."""
        marked = [button for button in self._buttons if button.isChecked()]
        for button in (marked or self._buttons)[:1]:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Ask the words again."""
        for option, button in zip(self._options, self._buttons, strict=True):
            button.setText(option.title())
            give_tip(button, option.tooltip() if option.tooltip else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the choice."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        here = [place for place, button in enumerate(self._buttons) if button.hasFocus()]
        if step is None or not here:
            super().keyPressEvent(event)
            return
        there = min(max(here[0] + step, 0), len(self._buttons) - 1)
        if self._buttons[there].isHidden():
            return
        self._buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(there)

    def _press(self) -> None:
        self._choose(self._buttons.index(self._sender()))

    def _sender(self) -> Toggle:
        pressed = self.sender()
        return next(button for button in self._buttons if button is pressed)

    def _choose(self, place: int) -> None:
        value = self._options[place].value
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.chosen.emit(value)

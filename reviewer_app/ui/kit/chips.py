"""Filters in sight: chips that are pressed or not, with a count where one helps."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from review_protocol.late_dataclasses import dataclass
from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import FlowLayout
from reviewer_app.ui.kit.hearing import Heard, hear_as, one_of
from reviewer_app.ui.kit.ticks import beside, give_stop
from reviewer_app.ui.kit.tips import give_tip


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter: its key, its word, and how many it would show (None: not said)."""

    key: str
    text: str
    count: int | None = None
    tooltip: str = ""


class ChipRow(QWidget):
    """Chips that wrap; ``changed`` carries the keys pressed, in the row's order.

    ``exclusive`` keeps exactly one pressed: one stop of the Tab key, arrows move the choice.
    Setting chips or keys tells nobody.
    """

    changed = Event(tuple[str, ...])

    def __init__(self, *, exclusive: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hear_as(self, Heard.GROUP)
        self._exclusive = exclusive
        self._buttons: dict[str, Toggle] = {}
        self._behind: list[QWidget] = []
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def stand_behind(self, widget: QWidget) -> None:
        """Let this stand behind the chips, on the same lines."""
        self._behind.append(widget)
        self._flow.addWidget(widget)

    @property
    def pressed(self) -> tuple[str, ...]:
        """The keys of the chips pressed."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Offer these; those of the same key stay pressed."""
        pressed = self.pressed
        if [chip.key for chip in chips] != list(self._buttons):
            self._make([chip.key for chip in chips])
        for chip in chips:
            button = self._buttons[chip.key]
            count = "" if chip.count is None else f"  {chip.count}"
            button.setText(f"{chip.text}{count}")
            give_tip(button, chip.tooltip)
        if self.isVisible():
            self._flow.activate()  # at once: Qt would paint longer words cut for a moment
        self.set_pressed(pressed)

    def set_pressed(self, keys: Sequence[str]) -> None:
        """Show these pressed."""
        for key, button in self._buttons.items():
            button.setChecked(key in keys)
        if self._exclusive:
            give_stop(list(self._buttons.values()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the choice, where there is one."""
        there = beside(list(self._buttons.values()), event) if self._exclusive else None
        if there is None:
            super().keyPressEvent(event)
        else:
            there.setFocus(Qt.FocusReason.TabFocusReason)
            if not there.isChecked():
                there.click()

    def _make(self, keys: Sequence[str]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in self._behind:
                widget.hide()
                widget.deleteLater()
        self._buttons = {key: Toggle("chip", parent=self) for key in keys}
        for key, button in self._buttons.items():
            button.setObjectName(key)
            button.clicked.connect(self._press)
            self._flow.addWidget(button)
        for widget in self._behind:
            self._flow.addWidget(widget)
        if self._exclusive:
            one_of(self._buttons.values(), self)

    def _press(self) -> None:
        if self._exclusive:
            pressed = self.sender()
            self.set_pressed([key for key, b in self._buttons.items() if b is pressed])
        self.changed.emit(self.pressed)

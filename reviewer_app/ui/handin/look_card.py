"""Before more is handed in: whether one's marks are worth a second look, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.handin import look_words
from reviewer_app.ui.handin.state import HandInState, Part
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label


class LookCard(Retranslating, Card):
    """Hidden where there is nothing to compare; `asked` when the person wants to look."""

    asked: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = HandInState()
        self._found = Label(Kind.BODY)
        self._ask = Button(Role.DEFAULT, "columns")
        self.content.addWidget(self._found)
        self.content.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)
        self._ask.clicked.connect(self._tell)
        self.built()

    def show_state(self, state: HandInState) -> None:
        """Draw what was found."""
        self._state = state
        self.setVisible(state.comparable is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Words of the card."""
        waiting = self._state.count(Part.HERE)
        self.set_heading(self.tr("Before you hand in") if waiting else self.tr("Your marks"))
        self._ask.setText(self.tr("Look over your marks"))
        look = self._state.comparable
        if look is not None:
            self._found.setText("\n".join(look_words.found(look)))

    def _tell(self) -> None:
        self.asked.emit(None)

"""After signing: where the packet is, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import Flow
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.state import StateLabel
from reviewer_app.ui.signing.state import SigningState


class DoneCard(Retranslating, Card):
    """Says that it is signed; *Next case* is the one accent."""

    next_asked = Event(str)
    sync_asked: Event[None] = Event()
    desk_asked: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = SigningState()
        self._where = StateLabel(Shape.SENT, "")
        self.next = Button(Role.ACCENT, "forward")
        self.sync = Button(Role.DEFAULT, "sync")
        self._desk = Button(Role.QUIET)
        buttons = Flow()
        for button in (self.next, self.sync, self._desk):
            buttons.add(button)
        self.content.addWidget(self._where)
        self.content.addWidget(buttons)
        self.next.clicked.connect(self._ask_next)
        self.sync.clicked.connect(self._ask_sync)
        self._desk.clicked.connect(self._ask_desk)
        self.built()

    def show_state(self, state: SigningState) -> None:
        """Draw what comes next; hidden until it is signed."""
        self._state = state
        self.setVisible(state.packet is not None)
        self.next.setVisible(state.next_case is not None)
        self.retranslate()

    def begin(self) -> None:
        """Put the keyboard on what comes next."""
        following = self.next if self.next.isVisible() else self.sync
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Words of the card."""
        self.set_heading(
            self.tr("Signed and safe on this computer"),
            self.tr("It is delivered with the next sync. In time means received by the server."),
        )
        self._where.show_state(Shape.SENT, self.tr("Signed, on this computer"))
        self.next.setText(self.tr("Next case"))
        self.sync.setText(self.tr("Sync now"))
        self._desk.setText(self.tr("To the desk"))

    def _ask_next(self) -> None:
        if self._state.next_case is not None:
            self.next_asked.emit(self._state.next_case)

    def _ask_sync(self) -> None:
        self.sync_asked.emit(None)

    def _ask_desk(self) -> None:
        self.desk_asked.emit(None)

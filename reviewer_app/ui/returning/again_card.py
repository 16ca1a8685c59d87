"""The card of a desk with new keys: the code with which the secretariat lets it in again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit

from reviewer_app.errors import InvitationMistyped, InvitationRefused, RecoveryRefused
from reviewer_app.ui.act_card import ActCard
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.fields import Field
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.matter import Matter, Standing
from reviewer_app.ui.wording import sentence_of


@dataclass(frozen=True, slots=True)
class Let:
    """The code and the server's address, as typed."""

    code: str
    server: str


class AgainCard(Retranslating, ActCard):
    """In sight while the certificate is of other keys."""

    wanted = Event(Let)

    def __init__(self, model: Matter[bool]) -> None:
        self._act = Button(Role.ACCENT, "key")
        super().__init__(self._act)
        self._model = model
        self._code, self._server = QLineEdit(), QLineEdit()
        self._fields = (Field(self._code), Field(self._server))
        for field in self._fields:
            self.content.addWidget(field)
        for entry in (self._code, self._server):
            entry.textChanged.connect(self._look)
            entry.returnPressed.connect(self._enter)
        self._act.clicked.connect(self._enter)
        model.changed.connect(self._draw)
        self.built()

    def propose(self, server: str) -> None:
        """The server that the desk was enrolled with, where nothing was typed."""
        if not self._server.text():
            self._server.setText(server)

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            self.tr("This desk needs a code to sync"),
            self.tr(
                "It has new keys, so the server does not know it yet. Ask the secretariat for an "
                "invitation for another computer, and enter its code. You can go on reading and "
                "signing; what you sign is sent after this."
            ),
        )
        code, server = self._fields
        code.set_label(self.tr("Invitation code"))
        server.set_label(self.tr("Server address"))
        self._act.setText(self.tr("Enrol this computer again"))
        self._draw(self._model.state)

    def _look(self, _text: str) -> None:
        typed = bool(self._code.text().strip() and self._server.text().strip())
        self._act.setEnabled(typed and not self._model.state.busy)

    def _enter(self) -> None:
        if self._act.isEnabled():
            self.wanted.emit(Let(self._code.text(), self._server.text()))

    def _draw(self, state: Standing[bool]) -> None:
        self.setVisible(bool(state.value))
        failure = state.failure
        on_code = isinstance(failure, InvitationMistyped | InvitationRefused | RecoveryRefused)
        self._fields[0].set_error(
            sentence_of(failure).whole if failure is not None and on_code else ""
        )
        self.tell(None if on_code else failure)
        self._look("")

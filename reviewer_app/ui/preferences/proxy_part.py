"""Draws the way through a proxy: three choices, and the fields of one's own address."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer_app.sync.proxies import ProxyMode
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.fields import Field
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.preferences.proxy_model import ProxyModel
from reviewer_app.ui.preferences.proxy_state import ProxyEntry, ProxyState

LONGEST_PORT = 5


class ProxyPart(Retranslating, QWidget):
    """The fields are shown for an address of one's own alone."""

    def __init__(self, model: ProxyModel) -> None:
        super().__init__()
        self._model = model
        self._filled: ProxyState | None = None
        self._modes = ChoiceRow[ProxyMode](
            [
                Option(ProxyMode.SYSTEM, lambda: self.tr("As the system says")),
                Option(ProxyMode.NONE, lambda: self.tr("No proxy")),
                Option(ProxyMode.ADDRESS, lambda: self.tr("This address")),
            ]
        )
        self._mode = Field(self._modes)
        self._host, self._port = QLineEdit(), QLineEdit()
        self._user, self._password = QLineEdit(), QLineEdit()
        self._port.setMaxLength(LONGEST_PORT)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        entries = (self._host, self._port, self._user, self._password)
        self._fields = [Field(entry) for entry in entries]
        self._use = Button(Role.DEFAULT)
        self._told = Label(Kind.BODY)
        self._own = QWidget()
        self._lay_out()
        self._modes.chosen.connect(model.choose)
        self._use.clicked.connect(self._enter)
        for entry in entries:
            entry.returnPressed.connect(self._enter)
        model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self._mode.set_label(
            self.tr("Proxy"),
            self.tr(
                "Automatic configuration (PAC files, WPAD) and SOCKS are not used: enter the "
                "address that they would give."
            ),
        )
        host, port, user, password = self._fields
        host.set_label(self.tr("Address"))
        port.set_label(self.tr("Port"))
        user.set_label(self.tr("User name, if the proxy wants one"))
        password.set_label(self.tr("Its password"))
        self._use.setText(self.tr("Use this address"))
        self._draw(self._model.state)

    def _lay_out(self) -> None:
        grid = QGridLayout(self._own)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        host, port, user, password = self._fields
        grid.addWidget(host, 0, 0)
        grid.addWidget(port, 0, 1)
        grid.addWidget(user, 1, 0)
        grid.addWidget(password, 1, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._use, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        grid.addLayout(row, 2, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._mode, self._own, self._told):
            column.addWidget(widget)

    def _draw(self, state: ProxyState) -> None:
        self._modes.set_value(state.mode)
        self._own.setVisible(state.mode is ProxyMode.ADDRESS)
        if self._filled is None or self._filled.kept != state.kept:
            self._fill(state)
        self._filled = state
        there = state.kept.mode is ProxyMode.ADDRESS and bool(state.kept.password)
        self._password.setPlaceholderText(self.tr("kept; empty means the same") if there else "")
        self._fields[1].set_error(
            self.tr("An address and a port from 1 to 65535 are needed.") if state.wrong_port else ""
        )
        self._tell(state)

    def _fill(self, state: ProxyState) -> None:
        self._host.setText(state.kept.host)
        self._port.setText(str(state.kept.port) if state.kept.port else "")
        self._user.setText(state.kept.user)
        self._password.clear()

    def _tell(self, state: ProxyState) -> None:
        text, tone = "", Tone.GOOD
        if state.failure is not None:
            # the words for failures are loaded with the first one
            from reviewer_app.ui.wording import sentence_of

            text, tone = sentence_of(state.failure).whole, Tone.BAD
        elif state.done:
            text = self.tr("Kept, encrypted, on this computer. The next sync goes this way.")
        self._told.setText(text)
        self._told.set_tone(tone)
        self._told.setVisible(bool(text))

    def _enter(self) -> None:
        typed = self._password.text()
        same = not typed and self._user.text().strip() == self._model.state.kept.user
        self._model.enter(
            ProxyEntry(
                self._host.text(), self._port.text(), self._user.text(), None if same else typed
            )
        )

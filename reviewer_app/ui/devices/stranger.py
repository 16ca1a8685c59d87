"""A computer that this desk has never acknowledged: a sentence and two buttons."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.services.device_rows import DeviceAnswer, DeviceLine
from reviewer_app.ui.device_words import named
from reviewer_app.ui.devices import words
from reviewer_app.ui.devices.parts import row_of, spaced
from reviewer_app.ui.devices.state import DevicesState
from reviewer_app.ui.devices.view_model import DevicesModel
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.labels import Kind, Label


class StrangerBox(QWidget):
    """Once it was denied: what to tell the secretariat, to copy or to send."""

    def __init__(self, model: DevicesModel, device: DeviceLine, state: DevicesState) -> None:
        super().__init__()
        self._model = model
        self._device = device
        column = QVBoxLayout(self)
        spaced(column, 8)
        name = Label(Kind.STRONG, named(device))
        about = Label(Kind.MUTED, words.about(device))
        for label in (name, about):
            column.addWidget(label)
        if device.is_stranger:
            self._ask(column, state)
        else:
            self._report(column, state)

    def _ask(self, column: QVBoxLayout, state: DevicesState) -> None:
        sentence = Label(
            Kind.BODY,
            self.tr(
                "It may sign scores in your name. If you did not enrol it yourself, say so now."
            ),
        )
        mine, denied = Button(Role.DEFAULT), Button(Role.DANGER)
        mine.setText(self.tr("It is mine"))
        denied.setText(self.tr("Not mine"))
        for button in (mine, denied):
            button.setEnabled(not state.busy)
        mine.clicked.connect(self._is_mine)
        denied.clicked.connect(self._is_not_mine)
        column.addWidget(row_of(sentence, mine, denied))

    def _report(self, column: QVBoxLayout, state: DevicesState) -> None:
        column.addWidget(Label(Kind.BODY, words.report(self._device)))
        copy, send = Button(Role.DEFAULT, "copy"), Button(Role.ACCENT)
        copy.setText(self.tr("Copy as text"))
        send.setText(self.tr("Tell the secretariat"))
        send.setEnabled(not (state.busy or state.asked))
        copy.clicked.connect(self._copy)
        send.clicked.connect(self._send)
        hint = self.tr("Signed, and on its way to the secretariat.") if state.asked else ""
        column.addWidget(row_of(Label(Kind.MUTED, hint), copy, send))

    def _is_mine(self) -> None:
        self._model.answer(self._device.kid, DeviceAnswer.MINE)

    def _is_not_mine(self) -> None:
        self._model.answer(self._device.kid, DeviceAnswer.NOT_MINE)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(words.report(self._device))

    def _send(self) -> None:
        self._model.tell_secretariat(words.report(self._device))

"""What a lost computer sent, held until its person says of each packet whose it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.services.device_rows import SignedOnce
from reviewer_app.ui.devices import words
from reviewer_app.ui.devices.parts import emptied, row_of, spaced
from reviewer_app.ui.devices.state import DevicesState
from reviewer_app.ui.devices.view_model import DevicesModel
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label


class HeldCard(Retranslating, Card):
    """A line for each packet with its two words, and one button that signs what was said."""

    def __init__(self, model: DevicesModel) -> None:
        super().__init__()
        self._model = model
        self._all = Button(Role.DEFAULT)
        self._sign = Button(Role.ACCENT)
        self.add_action(self._all)
        self.add_action(self._sign)
        self._all.clicked.connect(self._all_mine)
        self._sign.clicked.connect(self._confirm)
        self.retranslate()

    def retranslate(self) -> None:
        """Words of the head."""
        self.set_heading(
            self.tr("Sent by a computer that was revoked"),
            self.tr(
                "Say of each whether you signed it. What is yours counts as of the day it came; "
                "what is not never counts."
            ),
        )
        self._all.setText(self.tr("All are mine"))
        self._sign.setText(self.tr("Sign and send"))

    def show_held(self, state: DevicesState) -> None:
        """Draw the packets that wait for a word."""
        held = () if state.look is None else state.look.held
        self.setVisible(bool(held))
        self._all.setEnabled(not state.busy)
        self._sign.setEnabled(not state.busy and bool(state.mine or state.denied))
        emptied(self.content)
        for each in held:
            self.content.addWidget(self._line(each, state.answers.get(each.packet)))

    def _line(self, signed: SignedOnce, mine: bool | None) -> QWidget:
        said = QWidget()
        column = QVBoxLayout(said)
        spaced(column, 2)
        column.addWidget(Label(Kind.STRONG, words.what(signed)))
        column.addWidget(Label(Kind.MUTED, words.where(signed)))
        if signed.answers is not None:
            column.addWidget(Label(Kind.BODY, " · ".join(words.says(signed))))
        choice = ChoiceRow[bool](
            [
                Option(True, lambda: self.tr("Mine")),
                Option(False, lambda: self.tr("Not mine")),
            ],
            value=mine,
        )
        choice.setAccessibleName(words.what(signed))
        choice.chosen.connect(partial(self._say, signed.packet))
        return row_of(said, choice)

    def _say(self, packet: str, mine: bool) -> None:
        self._model.say(packet, mine=mine)

    def _all_mine(self) -> None:
        self._model.say_all_mine()

    def _confirm(self) -> None:
        self._model.confirm()

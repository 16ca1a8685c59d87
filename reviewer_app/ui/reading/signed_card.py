"""What stands signed: when, how far it has come, and the ways to amend, withdraw or recuse."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.ui import dates, states, terms
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import Flow
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label, Panel
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.state import StateLabel
from reviewer_app.ui.kit.tips import give_tip
from reviewer_app.ui.reading.scoring_state import ScoringState


class SignedCard(Retranslating, Panel):
    """Above the sheet once something is signed."""

    amend_asked: Event[None] = Event()
    withdraw_asked: Event[None] = Event()
    recuse_asked: Event[None] = Event()
    discuss_asked: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("criterion", parent)
        self._state = ScoringState()
        self._head = StateLabel(Shape.SENT, "")
        self._words = Label(Kind.BODY)
        self._amend = Button(Role.DEFAULT)
        self._withdraw = Button(Role.QUIET)
        self._recuse = Button(Role.QUIET)
        self._discuss = Button(Role.DEFAULT, "people")
        self._ways = (self._amend, self._withdraw, self._recuse)
        buttons = Flow()
        for button in (self._discuss, *self._ways):
            buttons.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self._words)
        column.addWidget(buttons)
        self._amend.clicked.connect(self._ask_amend)
        self._withdraw.clicked.connect(self._ask_withdraw)
        self._recuse.clicked.connect(self._ask_recuse)
        self._discuss.clicked.connect(self._ask_discuss)
        self.built()

    def show_state(self, state: ScoringState) -> None:
        """Draw what stands; hidden where nothing was ever signed."""
        self._state = state
        signed = state.standing is not None or state.recused or state.withdrawn
        self.setVisible(signed)
        for button in self._ways:
            button.setVisible(state.standing is not None and not state.amending)
        self._discuss.setVisible(state.discussable)
        self._say()

    def retranslate(self) -> None:
        """Words of the card."""
        self._amend.setText(self.tr("Amend…"))
        self._withdraw.setText(self.tr("Withdraw…"))
        self._recuse.setText(self.tr("Recuse…"))
        self._discuss.setText(self.tr("Discussion"))
        words = self.tr("What the panel says of this case; open to you as your own score counts")
        give_tip(self._discuss, words)
        self._say()

    def _say(self) -> None:
        state = self._state
        if state.case_state is not None:
            shape = states.case_shape(state.case_state)
            self._head.show_state(shape, states.case_state(state.case_state))
        self._words.setText(self._sentence())

    def _sentence(self) -> str:
        state, standing = self._state, self._state.standing
        if state.recused:
            return self.tr("You stepped back from this case. Nothing more is needed.")
        if standing is None:
            return self.tr("Your score was withdrawn. You can fill in the sheet and sign again.")
        when = dates.day_and_time(standing.signed_at)
        if state.amending:
            return self.tr(
                "You are changing what you signed on {when}. "
                "It stands until you sign the amendment."
            ).format(when=when)
        read = terms.language_read(standing.language_read)
        return self.tr("Signed on {when}. Language read: {language}.").format(
            when=when, language=read
        )

    def _ask_amend(self) -> None:
        self.amend_asked.emit(None)

    def _ask_withdraw(self) -> None:
        self.withdraw_asked.emit(None)

    def _ask_recuse(self) -> None:
        self.recuse_asked.emit(None)

    def _ask_discuss(self) -> None:
        self.discuss_asked.emit(None)

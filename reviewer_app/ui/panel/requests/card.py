"""Asking for another expert beside a case, and what became of earlier requests."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.panel.remarks import Suggestion
from reviewer_app.reading.unseen import spelled_out
from reviewer_app.services.panel.expert_requests import RequestsLook
from reviewer_app.ui.act_card import ActCard
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.state import StateLabel
from reviewer_app.ui.panel.refill import refill
from reviewer_app.ui.panel.requests import words
from reviewer_app.ui.panel.requests.view_model import MOST, BesideModel, BesideState
from reviewer_app.ui.panel.writing import Writing


class RequestCard(Retranslating, ActCard):
    """Draws a `BesideState`; the field opens when somebody wants to ask."""

    def __init__(self, view_model: BesideModel, parent: QWidget | None = None) -> None:
        self._ask = Button(Role.DEFAULT, "people")
        super().__init__(self._ask)
        self._model = view_model
        self._why: Suggestion | None = None
        self._drawn: RequestsLook | None = None
        self._open = False
        self._suggested = Label(Kind.BODY)
        self._suggested.set_tone(Tone.CARE)
        self._requests = QVBoxLayout()
        self._requests.setSpacing(8)
        self._reason = Writing(most=MOST, px=64)
        self.content.addWidget(self._suggested)
        self.content.addLayout(self._requests)
        self.content.addWidget(self._reason)
        self._reason.typed.connect(self._model.write)
        self._reason.ready.connect(self._sign)
        self._ask.clicked.connect(self._press)
        self._model.changed.connect(self._draw)
        self.built()

    def suggest(self, why: Suggestion | None) -> None:
        """Whether the comparison suggests another review of this case."""
        self._why = why
        self._draw(self._model.state)

    def begin(self) -> None:
        """Open the field for the reason, now or once the case is here."""
        self._open = True
        self._draw(self._model.state)

    def retranslate(self) -> None:
        """Words that depend on nothing, then the state again."""
        self.set_heading(self.tr("Another expert"))
        self._reason.set_label(self.tr("Why another review is needed"))
        self._drawn = None
        self._draw(self._model.state)

    def _draw(self, state: BesideState) -> None:
        self.setVisible(state.look is not None)
        suggested = words.suggested(self._why)
        self._suggested.setText(suggested)
        self._suggested.setVisible(bool(suggested))
        writing = self._open or bool(state.draft)
        self._reason.setVisible(writing)
        self._reason.show_text(state.draft)
        self._ask.setText(
            self.tr("Sign the request") if writing else self.tr("Ask for another expert…")
        )
        self._ask.setEnabled(state.may_ask if writing else state.look is not None)
        self.tell(state.failure)
        if state.look != self._drawn:
            self._show_requests(state.look)

    def _show_requests(self, look: RequestsLook | None) -> None:
        before, self._drawn = self._drawn, look
        if before is not None and look is not None and len(look.requests) > len(before.requests):
            self._open = False
        told: list[QWidget] = []
        for request in () if look is None else look.requests:
            told.append(Label(Kind.BODY, spelled_out(words.asked(request))))
            told.append(StateLabel(*words.standing(request)))
        refill(self._requests, told)

    def _press(self) -> None:
        if self._reason.isHidden():
            self._open = True
            self._draw(self._model.state)
            self._reason.setFocus()
        else:
            self._model.ask()

    def _sign(self, _nothing: None) -> None:
        self._model.ask()

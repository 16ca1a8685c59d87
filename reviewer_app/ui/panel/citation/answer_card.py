"""What one says of somebody else's citation: approve it, or object with words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from review_protocol.suspicious import legible
from reviewer_app.ui.act_card import ActCard
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.panel.citation.view_model import MOST, CitationModel, CitationState
from reviewer_app.ui.panel.writing import Writing


class AnswerCard(Retranslating, ActCard):
    """Draws a `CitationState`; there is nothing to answer of one's own text."""

    def __init__(self, view_model: CitationModel, parent: QWidget | None = None) -> None:
        self._approve, self._object = Button(Role.ACCENT, "check"), Button(Role.DEFAULT)
        super().__init__(self._approve, self._object)
        self._model = view_model
        self._comment = Writing(most=MOST, px=64)
        self.content.addWidget(self._comment)
        self._comment.typed.connect(self._model.object_with)
        self._approve.clicked.connect(self._do_approve)
        self._object.clicked.connect(self._do_object)
        self._model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """Words that depend on nothing, then the state again."""
        self._comment.set_label(self.tr("What is wrong with it, if anything"))
        self._approve.setText(self.tr("Approve"))
        self._object.setText(self.tr("Object"))
        self._draw(self._model.state)

    def _draw(self, state: CitationState) -> None:
        standing = None if state.look is None else state.look.standing
        self.setVisible(standing is not None and not standing.voice.is_own)
        if standing is None:
            return
        own = standing.own_answer
        signed = self.tr("Your answer is signed; your last one stands.")
        self.set_heading(self.tr("Do you approve this text?"), signed)
        self._comment.show_text(state.objection)
        approved = own is not None and own.approves
        self._approve.setEnabled(state.may_answer and not approved)
        self._object.setEnabled(state.may_answer and bool(legible(state.objection)))
        self.tell(None if state.is_writing else state.failure)

    def _do_approve(self) -> None:
        self._model.answer(approves=True)

    def _do_object(self) -> None:
        self._model.answer(approves=False)

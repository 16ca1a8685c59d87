"""A case's citation: the text that stands and who approves it, and the fields for a new one."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_protocol.documents.text import Language
from reviewer_app.services.panel.citations import MOST_EN, MOST_ZH, CitationDraft, CitationLook
from reviewer_app.ui import terms
from reviewer_app.ui.act_card import ActCard
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.dialogs import confirmed
from reviewer_app.ui.kit.flow import EvenLayout
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label, line
from reviewer_app.ui.kit.page import UprightScroll
from reviewer_app.ui.kit.state import StateLabel
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.panel.citation import words
from reviewer_app.ui.panel.citation.answer_card import AnswerCard
from reviewer_app.ui.panel.citation.text_view import SIDE_PX, TextView
from reviewer_app.ui.panel.citation.view_model import MOST, CitationModel, CitationState
from reviewer_app.ui.panel.decision_box import Asks
from reviewer_app.ui.panel.refill import refill
from reviewer_app.ui.panel.writing import Writing


class CitationBody(Retranslating, QWidget):
    """Draws a `CitationState`."""

    def __init__(
        self, view_model: CitationModel, *, ask: Asks = confirmed, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._ask = view_model, ask
        self._drawn: CitationLook | None = None
        self._state, self._rule = StateLabel(), Label(Kind.MUTED)
        self._standing, self._passed_over = Card(), Label(Kind.BODY)
        self._text = QVBoxLayout()
        self._answer = AnswerCard(view_model)
        self._begin = Button(Role.DEFAULT, "pen")
        self._zh = Writing(most=MOST, room=MOST_ZH, px=140)
        self._en = Writing(most=MOST, room=MOST_EN, px=140)
        self._sign, self._give_up = Button(Role.ACCENT, "pen"), Button(Role.QUIET)
        self._writing = ActCard(self._sign, self._give_up)
        self._earlier, self._texts = Card(), QVBoxLayout()
        self._lay_out()
        for field in (self._zh, self._en):
            field.typed.connect(self._write)
            field.ready.connect(self._read_back)
        self._begin.clicked.connect(self._model.begin)
        self._sign.clicked.connect(self._read_back)
        self._give_up.clicked.connect(self._model.give_up)
        self._model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """Words that depend on nothing, then the state again."""
        self._rule.setText(words.rule())
        self._standing.set_heading(self.tr("The text that stands"))
        self._passed_over.setText(
            self.tr("Another text came before yours, which stands below and does not count.")
        )
        self._writing.set_heading(
            self.tr("A new text"), self.tr("Both languages are needed; what you type is kept.")
        )
        self._zh.set_label(terms.language(Language.ZH))
        self._en.set_label(terms.language(Language.EN))
        self._sign.setText(self.tr("Read back and sign…"))
        self._give_up.setText(self.tr("Throw it away"))
        self._earlier.set_heading(self.tr("Earlier texts"))
        self._draw(self._model.state)

    def focus_field(self) -> None:
        """Put the keyboard where one begins."""
        (self._zh if self._model.state.is_writing else self._begin).setFocus()

    def _lay_out(self) -> None:
        fields = QWidget()
        row = EvenLayout(fields, least=scaled(SIDE_PX), gap=16)
        for field in (self._zh, self._en):
            row.addWidget(field)
        self._writing.content.addWidget(fields)
        self._standing.content.addLayout(self._text)
        self._texts.setSpacing(12)
        self._earlier.content.addLayout(self._texts)
        inner = QWidget()
        inner.setProperty("kit", "content")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for part in (self._state, self._rule, self._passed_over, self._standing, self._answer):
            column.addWidget(part)
        column.addWidget(self._begin)
        for card in (self._writing, self._earlier):
            column.addWidget(card)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(UprightScroll(inner))

    def _draw(self, state: CitationState) -> None:
        look = state.look
        standing = None if look is None else look.standing
        self._state.show_state(*words.standing(standing))
        self._standing.setVisible(standing is not None)
        self._begin.setVisible(look is not None and not state.is_writing)
        first = self.tr("Write the citation")
        self._begin.setText(first if standing is None else self.tr("Write another text"))
        self._writing.setVisible(state.is_writing)
        self._zh.show_text(state.draft.zh)
        self._en.show_text(state.draft.en)
        self._sign.setEnabled(state.may_sign)
        self._give_up.setEnabled(not state.is_signing)
        self._writing.tell(state.failure if state.is_writing else None)
        if look != self._drawn:
            self._drawn = look
            self._show_texts(look)

    def _show_texts(self, look: CitationLook | None) -> None:
        standing = None if look is None else look.standing
        passed_over = None if look is None else look.passed_over
        earlier = () if look is None else look.earlier
        refill(self._text, [] if standing is None else [TextView(standing)])
        self._passed_over.setVisible(passed_over is not None)
        others = (*((passed_over,) if passed_over else ()), *earlier)
        self._earlier.setVisible(bool(others))
        views = [(line(), TextView(text)) for text in others]
        refill(self._texts, [part for pair in views for part in pair][1:])

    def _write(self, _text: str) -> None:
        self._model.write(CitationDraft(self._zh.text(), self._en.text()))

    def _read_back(self, _nothing: object = None) -> None:
        state = self._model.state
        if state.may_sign and self._ask(words.read_back(state), self):
            self._model.sign()

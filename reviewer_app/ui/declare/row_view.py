"""One case to declare on: what its headers say in both languages, and the choice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout

from review_protocol.documents.case import CaseHeaders
from review_protocol.documents.packet import ConflictAnswer, ConflictKind
from review_protocol.documents.text import Language, Organisation
from reviewer_app.reading.countries import CountryTable
from reviewer_app.services.rows import DeclareRow
from reviewer_app.ui import states, terms
from reviewer_app.ui.declare.state import is_complete
from reviewer_app.ui.declare.view_model import DeclareViewModel
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.flow import EvenLayout
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.item_layout import held
from reviewer_app.ui.kit.labels import Kind, Label, Panel, set_property
from reviewer_app.ui.kit.stylesheet import scaled

CAPTION_PX = 128
HALF_PX = 340
"""Narrower than two of these, the facts stand below the choice."""


class DeclareRowView(Retranslating, Panel):
    """Facts right, the choice left below the name; kind and comment where there is a tie."""

    def __init__(self, model: DeclareViewModel, row: DeclareRow) -> None:
        super().__init__("card")
        self._model = model
        self._row = row
        self.number = row.headers.number
        self._name, self._other = Label(Kind.STRONG), Label(Kind.MUTED)
        self._choice = ChoiceRow[ConflictAnswer](
            [Option(answer, _word_of(answer)) for answer in ConflictAnswer], folds=True
        )
        self._kind, self._comment = QComboBox(), QLineEdit()
        self._kind.addItem("", None)
        for kind in ConflictKind:
            self._kind.addItem("", kind)
        self._captions = [Label(Kind.MUTED) for _ in range(4)]
        self._facts = [Label(Kind.BODY) for _ in range(4)]
        self._lay_out()
        self._choice.chosen.connect(self._answer)
        self._kind.activated.connect(self._explain)
        self._comment.editingFinished.connect(self._explain)
        self.built()

    def draw(self, row: DeclareRow) -> None:
        """Show this answer."""
        self._row = row
        self._choice.set_value(row.answer)
        tie = row.answer is not None and row.answer is not ConflictAnswer.NONE
        self._kind.setVisible(tie)
        self._comment.setVisible(tie)
        self._kind.setCurrentIndex(self._kind.findData(row.conflict))
        if self._comment.text() != row.comment and not self._comment.hasFocus():
            self._comment.setText(row.comment)
        wrong = tie and not is_complete(row) and row.conflict is not None
        set_property(self._comment, "wrong", "true" if wrong else "false")
        self._comment.setPlaceholderText(
            self.tr("Please say in a sentence what it is")
            if row.conflict is ConflictKind.OTHER
            else self.tr("A sentence on it, if you like")
        )

    def focus_choice(self) -> None:
        """Put the keyboard on the choice."""
        self._choice.focus_choice()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        headers = self._row.headers
        self._name.setText(f"{headers.number}  {terms.own(headers.name)}")
        self._other.setText(terms.other(headers.name) or "")
        self.setAccessibleName(self._name.text())
        self._choice.setAccessibleName(self._name.text())
        self._kind.setItemText(0, self.tr("What kind of tie?"))
        self._kind.setAccessibleName(self.tr("Kind of tie"))
        self._comment.setAccessibleName(self.tr("Comment on the tie"))
        for place, kind in enumerate(ConflictKind, 1):
            self._kind.setItemText(place, states.conflict_kind(kind))
        words = (
            self.tr("Applicant"),
            self.tr("Partners"),
            self.tr("Recommended by"),
            self.tr("Countries (regions)"),
        )
        for caption, word in zip(self._captions, words, strict=True):
            caption.setText(word)
        facts = _facts(headers, self._model.tables.in_sight.countries)
        for fact, text in zip(self._facts, facts, strict=True):
            fact.setText(text or "–")
        self.draw(self._row)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._name)
        left.addWidget(self._other)
        left.addSpacing(8)
        left.addWidget(self._choice)
        left.addSpacing(4)
        left.addWidget(self._kind)
        left.addWidget(self._comment)
        left.addStretch(1)
        facts = QGridLayout()
        facts.setHorizontalSpacing(16)
        facts.setVerticalSpacing(4)
        facts.setColumnStretch(1, 1)
        for place, (caption, fact) in enumerate(zip(self._captions, self._facts, strict=True)):
            caption.setFixedWidth(scaled(CAPTION_PX))
            facts.addWidget(caption, place, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(fact, place, 1, Qt.AlignmentFlag.AlignTop)
        facts.setRowStretch(4, 1)
        halves = EvenLayout(self, least=HALF_PX, gap=24)
        halves.setContentsMargins(16, 12, 16, 12)
        halves.addWidget(held(left))
        halves.addWidget(held(facts))

    def _answer(self, answer: ConflictAnswer) -> None:
        self._model.answer(self.number, answer)

    def _explain(self) -> None:
        chosen, comment = self._kind.currentData(), self._comment.text()
        kind = ConflictKind(chosen) if chosen else None  # Qt hands back a plain text
        if (kind, comment) != (self._row.conflict, self._row.comment):
            self._model.explain(self.number, kind, comment)


def _word_of(answer: ConflictAnswer) -> Callable[[], str]:
    return partial(states.conflict_answer, answer)


def _facts(headers: CaseHeaders, countries: CountryTable) -> tuple[str, str, str, str]:
    recommender = headers.recommender
    return (
        _organisation(headers.applicant, countries),
        "\n".join(_organisation(partner, countries) for partner in headers.partners),
        "" if recommender is None else _organisation(recommender, countries),
        _both("、".join(headers.countries.zh), ", ".join(headers.countries.en)),
    )


def _organisation(organisation: Organisation, countries: CountryTable) -> str:
    """Both names, and the country (region) in the interface's language."""
    country = countries.name(organisation.country, terms.interface_language().value)
    both = _both(organisation.name.zh or "", organisation.name.en or "")
    return f"{both} · {country}"


def _both(zh: str, en: str) -> str:
    first, second = (zh, en) if terms.interface_language() is Language.ZH else (en, zh)
    return " / ".join(text for text in (first, second) if text)

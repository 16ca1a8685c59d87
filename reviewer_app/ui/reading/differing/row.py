"""One difference on the page: what differs, both excerpts, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from review_protocol.documents.score import CriterionCode, Quote
from reviewer_app.reading.case_comparison import Difference, Spot
from reviewer_app.reading.quotes import paragraph_number
from reviewer_app.reading.unseen import spelled_out
from reviewer_app.ui import quote_words, terms
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import EvenLayout, Flow
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.item_layout import held
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.reading.differing import words
from reviewer_app.ui.reading.differing.places import sentence_quote
from reviewer_app.ui.reading.prepared import Prepared
from reviewer_app.ui.reading.score_panel import KEYS
from reviewer_app.ui.single_keys import KeyChoice

SIDE_PX = 220
"""Narrower than two of these, the two versions stand one below the other."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Quotes of a difference for a criterion."""

    criterion: CriterionCode
    quotes: tuple[Quote, ...]


class DifferenceRow(Retranslating, QWidget):
    """Buttons are wishes: to see the place, to quote it, to put the difference away."""

    shown = Event(Quote)
    used = Event(Evidence)
    dismissed = Event(str)
    restored = Event(str)

    def __init__(
        self,
        difference: Difference,
        prepared: Prepared,
        name_of: words.NameOf,
        *,
        away: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.keys = KeyChoice()
        """By which keys quotes are attached."""
        self._difference, self._prepared, self._name_of = difference, prepared, name_of
        self._away, self._editable = away, True
        self._sentence = Label(Kind.STRONG)
        self._excerpts: list[tuple[Spot, Label]] = []
        self.show_place = Button(Role.QUIET, "eye")
        self.use = Button(Role.QUIET, "quote")
        self.put = Button(Role.QUIET, "undo" if away else "close")
        self.buttons = (self.show_place, self.use, self.put)
        self.quotes = tuple(
            quote
            for spot in difference.spots
            if (quote := sentence_quote(prepared, spot)) is not None
        )
        self._lay_out()
        self.show_place.clicked.connect(self._show)
        self.use.clicked.connect(self._ask)
        self.put.clicked.connect(self._put)
        self.built()

    @property
    def key(self) -> str:
        return self._difference.key

    @property
    def kind(self) -> str:
        """Rows that were put away are among themselves."""
        return "away" if self._away else "left"

    def set_editable(self, *, editable: bool) -> None:
        """Whether a quote can be attached now."""
        self.use.setEnabled(editable)

    def retranslate(self) -> None:
        """Words of the row; screen readers hear the sentence with each button."""
        said = words.sentence(self._difference, self._name_of)
        self._sentence.setText(said)
        self.show_place.setText(self.tr("Show in the text"))
        self.use.setText(self.tr("Use as evidence"))
        self.put.setText(self.tr("Show again") if self._away else self.tr("Dismiss"))
        for button in self.buttons:
            button.setAccessibleDescription(said)
        for spot, place in self._excerpts:
            text = self._prepared.texts[spot.element, spot.language]
            quote = sentence_quote(self._prepared, spot)
            paragraph = paragraph_number(quote, text) if quote else None
            where = quote_words.place(spot.element, paragraph)
            place.setText(f"{words.side(spot.language)} · {where}")

    def menu(self) -> QMenu:
        """The criteria that the sentences can be attached to."""
        menu = QMenu(self)
        for code, key in KEYS.items():
            said = self.tr("Attach to {criterion}").format(criterion=terms.criterion(code))
            menu.addAction(f"{said}\t{self.keys.shown(key)}").setData(code)
        return menu

    def _lay_out(self) -> None:
        sides = QWidget()
        even = EvenLayout(sides, least=SIDE_PX, gap=16)
        for spot in self._difference.spots:
            quote = sentence_quote(self._prepared, spot)
            place, body = Label(Kind.SMALL), Label(Kind.BODY)
            body.setText(spelled_out(quote.exact if quote else spot.exact))
            body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._excerpts.append((spot, place))
            side = QVBoxLayout()
            side.setSpacing(2)
            side.addWidget(place)
            side.addWidget(body)
            side.addStretch(1)
            even.addWidget(held(side))
        buttons = Flow(*self.buttons, gap=4)
        self.show_place.setVisible(bool(self.quotes))
        self.use.setVisible(bool(self.quotes))
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(6)
        column_.addWidget(self._sentence)
        column_.addWidget(sides)
        column_.addWidget(buttons)

    def _show(self) -> None:
        self.shown.emit(self.quotes[0])

    def _ask(self) -> None:
        menu = self.menu()
        chosen = menu.exec(self.use.mapToGlobal(QPoint(0, self.use.height())))
        if chosen is not None:
            self.attach(chosen.data())
        menu.deleteLater()

    def attach(self, criterion: CriterionCode) -> None:
        """The sentences of both versions, for a criterion."""
        self.used.emit(Evidence(criterion, self.quotes))

    def _put(self) -> None:
        (self.restored if self._away else self.dismissed).emit(self.key)

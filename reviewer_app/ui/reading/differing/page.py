"""The page of differences between the two languages of a case: by theme, none of it a score."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from review_protocol.documents.score import Quote
from reviewer_app.reading.case_comparison import Difference, Theme
from reviewer_app.reading.countries import CountryTable
from reviewer_app.services.differing import CaseDifferences
from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.focus import Turn, redraw
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.reading.differing import words
from reviewer_app.ui.reading.differing.row import DifferenceRow, Evidence
from reviewer_app.ui.reading.prepared import Prepared
from reviewer_app.ui.single_keys import KeyChoice

WIDEST_PX = 960


class DifferencesPage(Retranslating, QScrollArea):
    """Draws differences; those of one version only and those put away are folded."""

    shown = Event(Quote)
    used = Event(Evidence)
    dismissed = Event(str)
    restored = Event(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = CaseDifferences()
        self._prepared: Prepared | None = None
        self._countries = CountryTable(())
        self._editable, self._keys = True, KeyChoice()
        self._open: set[str] = set()
        self.rows: list[DifferenceRow] = []
        self._cards: list[QWidget] = []
        holder = QWidget()
        holder.setProperty("kit", "content")
        self._head = Label(Kind.MUTED)
        self._head.setMaximumWidth(WIDEST_PX)
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._head)
        self._column.addStretch(1)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.built()

    def show_differences(
        self, state: CaseDifferences, prepared: Prepared, countries: CountryTable
    ) -> None:
        """Draw the differences of a case."""
        if state != self._state or prepared is not self._prepared:
            self._state, self._prepared, self._countries = state, prepared, countries
            redraw(self, self._turns, self._draw)

    def set_editable(self, *, editable: bool) -> None:
        """Whether quotes can be attached now."""
        self._editable = editable
        for row in self.rows:
            row.set_editable(editable=editable)

    def name_keys(self, choice: KeyChoice) -> None:
        """Tell by which keys quotes are attached."""
        self._keys = choice
        for row in self.rows:
            row.keys = choice

    def retranslate(self) -> None:
        """Draw everything in the interface's language."""
        self.setAccessibleName(self.tr("Differences between the languages"))
        self._draw()

    def _turns(self) -> tuple[Turn, ...]:
        return tuple(Turn(row.key, row.buttons, row.kind) for row in self.rows)

    def _draw(self) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards, self.rows = [], []
        self._say()
        if self._prepared is None:
            return
        left = self._state.left
        for theme in Theme:
            its = [each for each in left if each.theme is theme]
            if its:
                title = words.heading(theme)
                self._add(title, its, theme.value if theme is Theme.ONE_SIDED else "")
        away = [each for each in self._state.found if each not in left]
        if away:
            self._add(self.tr("Dismissed"), away, "away", away=True)

    def _say(self) -> None:
        if self._prepared is not None and len(self._prepared.languages) < 2:
            said = self.tr("This case is in one language: there is nothing to compare.")
        elif not self._state.left:
            said = self.tr("No differences were found between the two languages.")
            if self._state.found:
                said = self.tr("You have dismissed every difference that was found.")
        else:
            said = self.tr(
                "Found by comparing the two versions. They say nothing of which one is right, are "
                "seen by you alone, and are no part of any score."
            )
        self._head.setText(said)

    def _add(
        self, title: str, differences: Iterable[Difference], fold: str, *, away: bool = False
    ) -> None:
        """A card of one theme; one that can be folded is, until it is opened."""
        found = list(differences)
        card = Card()
        card.setMaximumWidth(WIDEST_PX)
        counted = self.tr("{title}: {count}").format(title=title, count=len(found))
        card.set_heading(counted)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        for each in found:
            column.addWidget(self._row(each, away=away))
        card.content.addWidget(body)
        if fold:
            self._fold(card, body, fold)
        self._cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)
        card.show()

    def _row(self, difference: Difference, *, away: bool) -> DifferenceRow:
        assert self._prepared is not None
        row = DifferenceRow(difference, self._prepared, self._country, away=away)
        row.set_editable(editable=self._editable)
        row.keys = self._keys
        row.shown.connect(self.shown.emit)
        row.used.connect(self.used.emit)
        row.dismissed.connect(self.dismissed.emit)
        row.restored.connect(self.restored.emit)
        self.rows.append(row)
        return row

    def _country(self, code: str) -> str:
        """A country (region) by the organiser's name in the interface's language."""
        return self._countries.name(code, terms.interface_language().value)

    def _fold(self, card: Card, body: QWidget, name: str) -> None:
        button = Button(Role.QUIET)
        body.setVisible(name in self._open)

        def say() -> None:
            button.setText(self.tr("Hide") if name in self._open else self.tr("Show"))

        def turn() -> None:
            self._open ^= {name}
            body.setVisible(name in self._open)
            say()

        say()
        button.clicked.connect(turn)
        card.add_action(button)

"""What follows from a list: its areas and countries, and the best list under minima beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_protocol.documents.text import Area
from reviewer_app.services.panel.proposed_rows import ProposedList
from reviewer_app.ui import terms
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.panel.lists import words
from reviewer_app.ui.panel.lists.shares import AreaRow, Least, ShareRow, longest_of
from reviewer_app.ui.panel.lists.state import ListsState
from reviewer_app.ui.panel_words import whole

MOST_COUNTRIES = 12


class Consequences(Retranslating, QWidget):
    """Draws them; `wanted` carries a minimum that the person asks about."""

    wanted = Event(Least)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._areas, self._countries = Card(), Card()
        self._rows = {area: AreaRow(area) for area in Area}
        self._beside = Label(Kind.BODY)
        self._beside.set_tone(Tone.CARE)
        self._home: list[ShareRow] = []
        self._others = Label(Kind.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in (self._areas, self._countries):
            column.addWidget(card)
        column.addStretch(1)
        for card in (self._areas, self._countries):
            card.content.setSpacing(4)
        for row in self._rows.values():
            self._areas.content.addWidget(row)
            row.stepped.connect(self.wanted.emit)
        self._areas.content.addWidget(self._beside)
        self._countries.content.addWidget(self._others)
        self.built()

    def retranslate(self) -> None:
        """The cards' headings."""
        self._areas.set_heading(
            self.tr("By area"),
            self.tr(
                "Listed, of all in order. A minimum changes no list: it tells what would change."
            ),
        )
        self._countries.set_heading(
            self.tr("By the applicant’s country (region)"),
            self.tr("What follows, and no more: minima can be asked about by area only."),
        )

    def show_list(self, shown: ProposedList, state: ListsState) -> None:
        """Draw what follows from this list."""
        longest = longest_of(shown.areas)
        for share in shown.areas:
            area = Area(share.group)
            least = state.asked.get(area, 0)
            self._rows[area].setVisible(bool(share.among))
            self._rows[area].show_area(share, longest, least, may_grow=state.may_grow(area))
        beside = state.beside
        self._beside.setText("" if beside is None else "\n".join(words.beside(beside, shown)))
        self._beside.setVisible(beside is not None)
        self._show_countries(shown, state)

    def _show_countries(self, shown: ProposedList, state: ListsState) -> None:
        names = {} if state.lists is None else state.lists.country_names
        first = shown.countries[:MOST_COUNTRIES]
        while len(self._home) < len(first):
            row = ShareRow()
            self._countries.content.insertWidget(len(self._home), row)
            self._home.append(row)
        longest = longest_of(shown.countries)
        for place, row in enumerate(self._home):
            row.setVisible(place < len(first))
            if place < len(first):
                share = first[place]
                name = names.get(share.group)
                row.show_share(share.group if name is None else terms.own(name), share, longest)
        rest = shown.countries[MOST_COUNTRIES:]
        text = self.tr("and {count} more, with {listed} listed cases")
        listed = whole(sum(share.listed for share in rest))
        self._others.setText(text.format(count=whole(len(rest)), listed=listed))
        self._others.setVisible(bool(rest))

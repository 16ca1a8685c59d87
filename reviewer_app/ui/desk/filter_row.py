"""The chips that narrow the list: areas in sight, what has many values in menus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_protocol.documents.text import Area
from review_protocol.documents.words import Recommendation
from reviewer_app.services.desk_rows import CaseFlag
from reviewer_app.ui import states, terms
from reviewer_app.ui.desk.filters import NO_FILTERS, Filters
from reviewer_app.ui.desk.state import DeskState
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.chips import Chip, ChipRow
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.menu_chip import MenuChip

if TYPE_CHECKING:
    from reviewer_app.reading.countries import CountryTable


class FilterRow(Retranslating, QWidget):
    """``changed`` carries all the filters, ``wanted`` comes before a menu is shown."""

    changed = Event(Filters)
    wanted: Event[None] = Event()

    def __init__(self, countries: Callable[[], CountryTable]) -> None:
        super().__init__()
        self._table = countries
        self._shown = DeskState()
        self._areas = ChipRow()
        self._countries = MenuChip()
        self._recommendations = MenuChip()
        self._flags = MenuChip()
        self._clear = Button(Role.LINK)
        for menu in (self._countries, self._recommendations, self._flags):
            self._areas.stand_behind(menu)
            menu.wanted.connect(self.wanted.emit)
        self._areas.stand_behind(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._areas)
        self._areas.changed.connect(self._press_areas)
        self._countries.changed.connect(self._choose_countries)
        self._recommendations.changed.connect(self._choose_recommendations)
        self._flags.changed.connect(self._choose_flags)
        self._clear.clicked.connect(self._clear_all)
        self.retranslate()

    def retranslate(self) -> None:
        """Words of the chips."""
        self._countries.set_title(self.tr("Country (region)"))
        self._recommendations.set_title(self.tr("Your recommendation"))
        self._flags.set_title(self.tr("Particulars"))
        self._clear.setText(self.tr("Clear filters"))
        self.show_filters(self._shown)

    def show_filters(self, state: DeskState) -> None:
        """Draw what can be chosen, and what is."""
        self._shown = state
        filters, counts = state.filters, state.counts
        areas = [area for area in Area if counts.areas.get(area)]
        many = len(areas) > 1
        self._areas.set_chips(
            [Chip(area, terms.area(area), counts.areas[area]) for area in areas] if many else []
        )
        self._areas.set_pressed(sorted(filters.areas))
        self._countries.set_chips(_countries(state, self._table), sorted(filters.countries))
        self._recommendations.set_chips(_recommendations(state), sorted(filters.recommendations))
        self._flags.set_chips(_flags(state), sorted(filters.flags))
        self._clear.setVisible(state.narrowed)
        self.setVisible(bool(counts.states) or state.narrowed)

    def _press_areas(self, keys: tuple[str, ...]) -> None:
        self._narrow(replace(self._shown.filters, areas=frozenset(map(Area, keys))))

    def _choose_countries(self, keys: tuple[str, ...]) -> None:
        self._narrow(replace(self._shown.filters, countries=frozenset(keys)))

    def _choose_recommendations(self, keys: tuple[str, ...]) -> None:
        chosen = frozenset(map(Recommendation, keys))
        self._narrow(replace(self._shown.filters, recommendations=chosen))

    def _choose_flags(self, keys: tuple[str, ...]) -> None:
        self._narrow(replace(self._shown.filters, flags=frozenset(map(CaseFlag, keys))))

    def _clear_all(self) -> None:
        self._narrow(NO_FILTERS)

    def _narrow(self, filters: Filters) -> None:
        self.changed.emit(filters)


def _countries(state: DeskState, countries: Callable[[], CountryTable]) -> list[Chip]:
    """Those of the batch by their names; chosen ones also before they were counted."""
    counts = (
        dict.fromkeys(sorted(state.filters.countries))
        if state.facets is None
        else dict(state.facets.countries)
    )
    if not counts:
        return []
    table, language = countries(), terms.interface_language()  # read when first asked for
    names = {code: table.name(code, language.value) for code in counts}
    return [Chip(code, names[code], count) for code, count in counts.items()]


def _recommendations(state: DeskState) -> list[Chip]:
    counts = {} if state.facets is None else state.facets.recommendations
    return [
        Chip(each, terms.recommendation(each), counts.get(each, 0) if state.facets else None)
        for each in Recommendation
    ]


def _flags(state: DeskState) -> list[Chip]:
    counts = {} if state.facets is None else state.facets.flags
    return [
        Chip(each, states.case_flag(each), counts.get(each, 0) if state.facets else None)
        for each in CaseFlag
    ]

"""The chips that narrow the list: areas in sight, what has many values in menus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cmp_to_key
from typing import TYPE_CHECKING

from PySide6.QtCore import QCollator, QLocale
from PySide6.QtGui import QResizeEvent
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

IN_SIGHT = 60
"""Line heights of width below which the areas are in a menu."""


class FilterRow(Retranslating, QWidget):
    """``changed`` carries all the filters, ``wanted`` comes before a menu is shown."""

    changed = Event(Filters)
    wanted: Event[None] = Event()

    def __init__(self, countries: Callable[[], CountryTable]) -> None:
        super().__init__()
        self._table = countries
        self._shown = DeskState()
        self._is_narrow = False
        self._areas = ChipRow()
        self._areas_menu = MenuChip()
        self._countries = MenuChip()
        self._recommendations = MenuChip()
        self._flags = MenuChip()
        self._clear = Button(Role.LINK)
        self._areas.stand_behind(self._areas_menu)
        for menu in (self._countries, self._recommendations, self._flags):
            self._areas.stand_behind(menu)
            menu.wanted.connect(self.wanted.emit)
        self._areas.stand_behind(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._areas)
        for areas in (self._areas, self._areas_menu):
            areas.changed.connect(self._press_areas)
        self._countries.changed.connect(self._choose_countries)
        self._recommendations.changed.connect(self._choose_recommendations)
        self._flags.changed.connect(self._choose_flags)
        self._clear.clicked.connect(self._clear_all)
        self.retranslate()

    def retranslate(self) -> None:
        """Words of the chips."""
        self._areas_menu.set_title(self.tr("Area"))
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
        chips = [Chip(area, terms.area(area), counts.areas[area]) for area in areas]
        many, pressed = len(areas) > 1, sorted(filters.areas)
        self._areas.set_chips(chips if many and not self._is_narrow else [])
        self._areas.set_pressed(pressed)
        self._areas_menu.set_chips(chips, pressed)
        self._areas_menu.setVisible(many and self._is_narrow)
        self._countries.set_chips(_countries(state, self._table), sorted(filters.countries))
        self._recommendations.set_chips(_recommendations(state), sorted(filters.recommendations))
        self._flags.set_chips(_flags(state), sorted(filters.flags))
        self._clear.setVisible(state.narrowed)
        self.setVisible(bool(counts.states) or state.narrowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has the areas in a menu too: the list needs the lines."""
        super().resizeEvent(event)
        narrow = self.width() < IN_SIGHT * self.fontMetrics().height()
        if narrow is not self._is_narrow:
            self._is_narrow = narrow
            self.show_filters(self._shown)

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
    """Those of the batch, the most frequent first, then by name; chosen ones also before they were
    counted."""
    counts = (
        dict.fromkeys(sorted(state.filters.countries))
        if state.facets is None
        else dict(state.facets.countries)
    )
    if not counts:
        return []
    table, language = countries(), terms.interface_language()  # read when first asked for
    names = {code: table.name(code, language.value) for code in counts}
    by_name = cmp_to_key(QCollator(QLocale()).compare)
    codes = sorted(counts, key=lambda code: (-(counts[code] or 0), by_name(names[code])))
    return [Chip(code, names[code], counts[code]) for code in codes]


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

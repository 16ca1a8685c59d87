"""The row above the panel's list: what is compared, which cases, areas, zones, and the search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_protocol.documents.text import Area
from reviewer_app.panel.selection import Zone
from reviewer_app.services.panel.listed_rows import ListHead, ListPart, ListQuery
from reviewer_app.services.panel.rows import FEWEST
from reviewer_app.ui import panel_words as words
from reviewer_app.ui import terms
from reviewer_app.ui.kit.chips import Chip, ChipRow
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.fields import SearchField
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.menu_chip import MenuChip
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.panel import compared_words
from reviewer_app.ui.panel.listing.state import ListState
from reviewer_app.ui.panel_order import Measure
from reviewer_app.ui.score_words import few_scores
from reviewer_app.ui.selection_bar import MEASURES, MEASURES_PX, SEARCH_PX

translate = QCoreApplication.translate
_BY_NAME = {str(each): each for each in MEASURES}


class ListBar(Retranslating, QWidget):
    """Draws what is asked for; `wanted` carries what the person asks for next."""

    wanted = Event(ListQuery)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ListState()
        self._is_drawn = False
        self._measure = ChoiceRow[Measure](
            [_option(each) for each in MEASURES], value="overall", folds=True
        )
        self._parts = ChipRow(exclusive=True)
        self._areas, self._best, self._listed = MenuChip(), MenuChip(), MenuChip()
        self._search = SearchField()
        self._search.setFixedWidth(scaled(SEARCH_PX))
        for menu in (self._areas, self._best, self._listed):
            self._parts.stand_behind(menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Fold(self._measure, self._search, least=MEASURES_PX))
        column.addWidget(self._parts)
        self._connect()
        self.built()

    def show_state(self, state: ListState) -> None:
        """Draw what is asked for, how many cases each part has, and what can be chosen."""
        before, self._state = self._state, state
        head = _head(state)
        if self._is_drawn and (state.query, head) == (before.query, _head(before)):
            return
        self._is_drawn, query = True, state.query
        self._measure.set_value(measure_of(query))
        self._parts.set_chips(part_chips(head))
        self._parts.set_pressed([query.part])
        self._areas.set_chips([Chip(each, terms.area(each)) for each in Area], sorted(query.areas))
        targets = () if head is None else head.targets
        for menu, chosen, at in ((self._best, query.best, 0), (self._listed, query.listed, 1)):
            menu.setVisible(len(targets) > at)
            if len(targets) > at:
                menu.set_title(_among(targets[at]))
                menu.set_chips(_zones(targets[at]), sorted(chosen))

    def retranslate(self) -> None:
        """Words of the search and the chips."""
        self._search.set_words(self.tr("Search number, title, applicant"))
        self._parts.setAccessibleName(self.tr("Which cases"))
        self._measure.setAccessibleName(self.tr("What is compared"))
        self._areas.set_title(self.tr("Area"))
        self._is_drawn = False
        self.show_state(self._state)

    def focus_search(self) -> None:
        """Put the keyboard into the search."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        self._measure.chosen.connect(self._compare)
        self._parts.changed.connect(self._list_part)
        self._areas.changed.connect(self._choose_areas)
        self._best.changed.connect(self._choose_best)
        self._listed.changed.connect(self._choose_listed)
        self._search.asked.connect(self._look_for)

    def _compare(self, measure: Measure) -> None:
        self._ask(replace(self._state.query, measure=measure))

    def _list_part(self, pressed: tuple[str, ...]) -> None:
        self._ask(replace(self._state.query, part=ListPart(pressed[0])))

    def _choose_areas(self, chosen: tuple[str, ...]) -> None:
        self._ask(replace(self._state.query, areas=frozenset(chosen)))

    def _choose_best(self, chosen: tuple[str, ...]) -> None:
        self._ask(replace(self._state.query, best=frozenset(chosen)))

    def _choose_listed(self, chosen: tuple[str, ...]) -> None:
        self._ask(replace(self._state.query, listed=frozenset(chosen)))

    def _look_for(self, text: str) -> None:
        self._ask(replace(self._state.query, search=text))

    def _ask(self, query: ListQuery) -> None:
        if query != self._state.query:
            self.wanted.emit(query)


def _head(state: ListState) -> ListHead | None:
    return None if state.listing is None else state.listing.head


def part_chips(head: ListHead | None) -> tuple[Chip, ...]:
    """The parts of the list, each with its number; what nothing is hidden in has no chip."""
    counts = {} if head is None else head.counts
    parts = [part for part in ListPart if part is not ListPart.HIDDEN or counts.get(part)]
    fewest = FEWEST if head is None else head.grounds.fewest
    return tuple(Chip(part.value, _part(part, fewest), counts.get(part, 0)) for part in parts)


def _part(part: ListPart, fewest: int) -> str:
    match part:
        case ListPart.ALL:
            return translate("panel", "All cases")
        case ListPart.UNDECIDED:
            return translate("panel", "Undecided")
        case ListPart.DECIDED:
            return translate("panel", "Decided")
        case ListPart.FEW:
            return few_scores(fewest)
        case ListPart.DIVIDED:
            return translate("panel", "Scores far apart")
        case ListPart.HIDDEN:
            return translate("panel", "Hidden from you")
    assert_never(part)


def _among(target: int) -> str:
    return translate("ladder", "Best {target}").format(target=words.whole(target))


def _zones(target: int) -> Sequence[Chip]:
    name = _among(target)
    return [
        Chip(
            zone,
            translate("panel", "{which}: {zone}").format(
                which=name, zone=compared_words.zone(zone)
            ),
        )
        for zone in Zone
    ]


def measure_of(query: ListQuery) -> Measure:
    """What the query compares."""
    return _BY_NAME[query.measure]


def _option(measure: Measure) -> Option[Measure]:
    return Option(measure, lambda: words.measure(measure))

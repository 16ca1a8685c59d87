"""The row above a table of scores: what is compared, which cases, and the search."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_protocol.documents.score import CRITERIA
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.ui import panel_words as words
from reviewer_app.ui.kit.chips import ChipRow
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.fields import SearchField
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.panel_order import Measure, Part, Selection
from reviewer_app.ui.score_words import part_chips

MEASURES: tuple[Measure, ...] = ("overall", *CRITERIA)
SEARCH_PX = 240
MEASURES_PX = 560
"""What the measures keep beside the search."""


class SelectionBar(Retranslating, QWidget):
    """Draws a selection; `wanted` carries the one that the person asks for."""

    wanted = Event(Selection)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = Selection()
        self._table: PanelTable | None = None
        self._measure = ChoiceRow[Measure](
            [_option(each) for each in MEASURES], value="overall", folds=True
        )
        self._parts = ChipRow(exclusive=True)
        self._search = SearchField()
        self._search.setFixedWidth(scaled(SEARCH_PX))
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Fold(self._measure, self._search, least=MEASURES_PX))
        column.addWidget(self._parts)
        find.activated.connect(self._find)
        self._measure.chosen.connect(self._compare)
        self._parts.changed.connect(self._list_part)
        self._search.asked.connect(self._look_for)
        self.built()

    def show_selection(self, selection: Selection, table: PanelTable | None) -> None:
        """Draw what is selected, and how many cases each part has."""
        self._selection, self._table = selection, table
        self._measure.set_value(selection.measure)
        self._parts.set_chips(part_chips(table))
        self._parts.set_pressed([selection.part])

    def retranslate(self) -> None:
        """Words of the search and the chips."""
        self._search.set_words(self.tr("Search cases"))
        self._parts.setAccessibleName(self.tr("Which cases"))
        self._measure.setAccessibleName(self.tr("What is compared"))
        self.show_selection(self._selection, self._table)

    def _find(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _compare(self, measure: Measure) -> None:
        self.wanted.emit(replace(self._selection, measure=measure))

    def _list_part(self, pressed: tuple[str, ...]) -> None:
        self.wanted.emit(replace(self._selection, part=Part(pressed[0])))

    def _look_for(self, text: str) -> None:
        self.wanted.emit(replace(self._selection, search=text))


def _option(measure: Measure) -> Option[Measure]:
    return Option(measure, lambda: words.measure(measure))

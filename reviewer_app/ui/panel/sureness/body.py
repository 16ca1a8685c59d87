"""How sure the list is, and where one more review would change it most."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reviewer_app.panel.remarks import Suggestion
from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.panel.charts.chart import Chart
from reviewer_app.ui.panel.compared_words import expected
from reviewer_app.ui.panel.face_body import FaceBody
from reviewer_app.ui.panel.state import Compared
from reviewer_app.ui.panel.sureness import words
from reviewer_app.ui.panel.sureness.changes import SingleChanges
from reviewer_app.ui.panel.sureness.suggested import Suggested

translate = QCoreApplication.translate
BAR = 8.0


class Part(StrEnum):
    """What stands below the figures of the whole."""

    REVIEWS = "reviews"
    CHANGES = "changes"


class SurenessBody(FaceBody):
    """Figures of the whole, then the cases for which one more opinion is worth most, or what
    single changes would move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_settled = True
        self.suggested = Suggested()
        self._table = self.suggested.table
        self._whole = Label(Kind.BODY)
        self._parts = ChoiceRow[Part](
            [Option(Part.REVIEWS, _helping), Option(Part.CHANGES, _moving)],
            value=Part.REVIEWS,
            folds=True,
        )
        self._none = EmptyState("check")
        self.changes = SingleChanges()
        self._stack = Stack()
        for shown in (self.suggested, self._none, self.changes):
            self._stack.add(shown)
        for part in (self._whole, self._parts):
            self.column.addWidget(part)
        self.column.addWidget(self._stack, 1)
        self._parts.chosen.connect(self._turn)
        self.changes.asked.connect(self.asked.emit)
        self.suggested.wanted.connect(self.expert_wanted.emit)
        self._table.chosen.connect(self._choose)
        self._table.opened.connect(self._open)
        self.built()

    def retranslate(self) -> None:
        """Names for screen readers."""
        self._parts.setAccessibleName(self.tr("What is shown below"))
        self._table.setAccessibleName(_helping())
        self._tell_none()

    def _tell_none(self) -> None:
        why = self.tr(
            "No case lacks a review that nobody was asked for, no two experts who read a case "
            "alone are 3 points apart, and it is nearly settled which cases belong to the list."
        )
        if not self._is_settled:
            why = self.tr(
                "No case lacks a review that nobody was asked for, and no two experts who read a "
                "case alone are 3 points apart. Which cases are nearly open is known once the head "
                "has issued the comparison."
            )
        self._none.set_words(self.tr("No case asks for one more review"), why)

    def heading(self) -> str:
        return self.tr("Sureness")

    def said(self, found: PanelComparison) -> str:
        """How many of each list are expected to belong, or what moves a case over a line."""
        is_first = self._parts.value is Part.REVIEWS
        return expected(found) if is_first else self.changes.sentence()

    def show_comparison(self, compared: Compared, table: PanelTable) -> None:
        found = compared.asked
        if found is None:
            return
        self._is_settled = found.is_whole or found.heads is not None
        self._tell_none()
        waiting = words.waiting(table, found.fewest)
        self._whole.setText("\n".join((*waiting, *words.sureness(found))))
        self.suggested.show_found(found, table)
        self._show_part()
        self.changes.show_found(compared.sensitivity, is_weighed=compared.is_weighed)

    def chart(self) -> Chart:
        if self._parts.value is Part.CHANGES:
            return self.changes.chart()
        return self.suggested.chart()

    def current(self) -> str:
        row = self._table.current() if self._parts.value is Part.REVIEWS else None
        return "" if row is None else row.case

    def focus_body(self) -> None:
        is_first = self._parts.value is Part.REVIEWS
        (self._table if is_first else self.changes.table).setFocus()

    def _turn(self, _part: Part) -> None:
        self._show_part()
        self.redrawn.emit(None)

    def _show_part(self) -> None:
        helping = self.suggested if self._table.rows else self._none
        is_first = self._parts.value is Part.REVIEWS
        self._stack.show_page(helping if is_first else self.changes)

    def _choose(self, row: Suggestion) -> None:
        self.chosen.emit(row.case)

    def _open(self, row: Suggestion) -> None:
        self.opened.emit(row.case)


def _helping() -> str:
    return translate("SurenessBody", "One more review would help most here")


def _moving() -> str:
    return translate("SurenessBody", "What single changes would move")

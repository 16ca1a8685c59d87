"""What single changes would move: raw, robust, each expert and each review left out in turn."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.panel.sensitivity import Crossing
from reviewer_app.services.panel.compared_rows import WhatIf
from reviewer_app.services.panel.sensitivity import Altered, Change, Sensitivity
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.panel.asking.words import asked_words
from reviewer_app.ui.panel.charts.chart import Chart, chart_of
from reviewer_app.ui.panel.compared_words import joined
from reviewer_app.ui.panel_words import whole

translate = QCoreApplication.translate


class SingleChanges(Retranslating, QWidget):
    """A line a change that moves anything; `asked` carries the question of one that is opened."""

    asked = Event(WhatIf)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Sensitivity | None = None
        self._is_weighed = False
        self._columns = _described()
        self.table = Table[Altered](self._columns, _identity, name="changes")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        self.table.opened.connect(self._ask)
        self.built()

    def show_found(self, found: Sensitivity | None, *, is_weighed: bool) -> None:
        """Draw them; None where nothing has a line to cross, or while it is being computed."""
        self._found, self._is_weighed = found, is_weighed
        self.table.set_rows(() if found is None else found.altered)
        if self.table.current() is None and self.table.rows:
            self.table.choose(_identity(self.table.rows[0]))
        self.table.setVisible(found is not None)

    def retranslate(self) -> None:
        """Name the table for screen readers."""
        self.table.setAccessibleName(self.tr("Single changes and what they would move"))

    def sentence(self) -> str:
        """How many changes move anything."""
        found = self._found
        if found is None:
            return (
                self.tr("There is no line that a case could cross.")
                if self._is_weighed
                else self.tr("Leaving each expert and each review out in turn…")
            )
        of: Mapping[Change, int] = {each: found.moving(each) for each in Change}
        if found.least is not None:
            return self._of_places(found, of)
        shown = self.tr(
            "Left out in turn: experts {experts}, reviews {reviews}. A case crosses a line without "
            "{of_experts} of these experts, and without {of_reviews} of these reviews."
        )
        said = shown.format(
            experts=whole(found.experts),
            reviews=whole(found.reviews),
            of_experts=whole(of[Change.EXPERT]),
            of_reviews=whole(of[Change.REVIEW]),
        )
        return joined([said, self.tr("Enter shows what a change would make of the whole list.")])

    def _of_places(self, found: Sensitivity, of: Mapping[Change, int]) -> str:
        """Of a list without lines: how many changes move a case in it."""
        shown = self.tr(
            "Left out in turn: experts {experts}, reviews {reviews}. A case moves by {least} "
            "places or more in this panel without {of_experts} of these experts, and without "
            "{of_reviews} of these reviews."
        )
        said = shown.format(
            experts=whole(found.experts),
            reviews=whole(found.reviews),
            least=whole(found.least or 0),
            of_experts=whole(of[Change.EXPERT]),
            of_reviews=whole(of[Change.REVIEW]),
        )
        return joined([said, self.tr("Enter shows what a change would make of the whole list.")])

    def chart(self) -> Chart:
        """The lines, as a chart of words."""
        return chart_of("sensitivity", self._columns, self.table.rows)

    def _ask(self, row: Altered) -> None:
        self.asked.emit(row.asks)


def _identity(row: Altered) -> tuple[str, str, int]:
    return row.change.value, row.case or "", row.expert or 0


def _described() -> tuple[Column[Altered], ...]:
    return (
        Column[Altered](
            "change",
            lambda: translate("ladder", "Change"),
            lambda row: asked_words(row.asks),
            width=260,
        ),
        Column[Altered](
            "cases",
            lambda: translate("ladder", "Cases that move"),
            lambda row: whole(row.cases),
            Align.RIGHT,
            width=170,
        ),
        Column[Altered](
            "which",
            lambda: translate("ladder", "Which, and their places"),
            _which,
            tooltip=_which,
            width=360,
            stretch=True,
        ),
    )


def _which(row: Altered) -> str:
    if row.moved:
        return _listed(row.moved)
    if not row.crossed:
        return translate("ladder", "none")
    return translate("ladder", "; ").join(_of_line(line, cases) for line, cases in row.crossed)


def _of_line(line: int, cases: tuple[Crossing, ...]) -> str:
    text = translate("ladder", "first {target}: {cases}")
    return text.format(target=whole(line), cases=_listed(cases))


def _listed(cases: tuple[Crossing, ...]) -> str:
    return translate("ladder", ", ").join(
        translate("ladder", "{case} {before} → {after}").format(
            case=each.case, before=whole(each.before), after=whole(each.after)
        )
        for each in cases
    )

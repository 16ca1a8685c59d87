"""Declaring in the window: every row looked at, one conflict, none for the rest, one signature."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QAbstractSlider, QComboBox, QScrollArea

from reviewer_app.demo.hands import choose
from reviewer_app.demo.stage import Stage
from reviewer_app.services.rows import CaseRow, CaseState
from reviewer_app.ui.declare.row_view import DeclareRowView
from reviewer_app.ui.declare.view import DeclareView
from reviewer_app.ui.desk.view import DeskView
from reviewer_app.ui.kit.table import Table

HEADING = "Before you read: do you have a tie?"


def declare(stage: Stage, *, conflict: int | None, pictures: bool) -> None:
    """Declare on all cases; `conflict` is the row of the one that goes to somebody else."""
    hands = stage.hands
    hands.await_words(HEADING)
    hands.the(DeclareRowView)
    stage.settle()
    rows = hands.all(DeclareRowView)
    if pictures:
        stage.pictures("declare")
    if conflict is not None:
        row = rows[conflict]
        hands.press("Conflict of interest", within=row)
        choose(hands.the(QComboBox, within=row), "Recent collaboration")
        hands.write("Comment on the tie", "We wrote a paper together last year.", within=row)
    _look_at_all(stage)
    hands.press("No conflict for the rest")
    if pictures:
        stage.picture("declare-answered", before=partial(_show_row, stage, conflict or 0))
    hands.press("Sign *", within=hands.the(DeclareView))
    conflicts = 0 if conflict is None else 1
    desk = hands.the(Table, within=hands.the(DeskView))
    hands.until(lambda: _released(desk) == len(rows) - conflicts, "the release of the cases")
    stage.settle()
    stage.tell(
        f"declared on {len(rows)} cases ({conflicts} with a conflict); "
        f"the server released {_released(desk)}"
    )


def _show_row(stage: Stage, place: int) -> None:
    """Bring a row into sight, and the one below it."""
    rows = stage.hands.all(DeclareRowView)
    for area in stage.hands.all(QScrollArea, within=stage.hands.the(DeclareView)):
        area.verticalScrollBar().setValue(0)
        area.ensureWidgetVisible(rows[min(place + 1, len(rows) - 1)])
        area.ensureWidgetVisible(rows[place])


def _released(desk: Table[CaseRow]) -> int:
    """How many cases the desk shows as open for reading."""
    return sum(row.state is CaseState.UNREAD for row in desk.rows)


def _look_at_all(stage: Stage) -> None:
    """Scroll through the rows as a reader does, half a page at a time; the page too where it is
    too small for them."""
    for area in stage.hands.all(QScrollArea, within=stage.hands.the(DeclareView)):
        bar = area.verticalScrollBar()
        while bar.value() < bar.maximum():
            bar.setSingleStep(max(1, bar.pageStep() // 2))
            bar.triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)
            stage.settle()

"""The chair's part: the panel's table and a case with every opinion, and after the round a signed
decision."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QRadioButton, QWidget

from reviewer_app.demo.delivering import deliver
from reviewer_app.demo.hands import Hands, click, type_into
from reviewer_app.demo.play_declaring import declare
from reviewer_app.demo.play_enrolment import accept, enrol, unlock
from reviewer_app.demo.show_panel import show_alone, show_faces, show_meeting, show_talk
from reviewer_app.demo.stage import Stage, Story, opened_stage
from reviewer_app.ui.handin.view import HandInView
from reviewer_app.ui.panel.decision_box import DecisionBox
from reviewer_app.ui.panel.listing.table import ListTable
from reviewer_app.ui.panel.opinion_card import OpinionCard
from reviewer_app.ui.panel.table_page import TablePage

PROFILE = "chair"


def play_chair(story: Story) -> None:
    """From the code to a case that is discussed, while the round is open."""
    with opened_stage(story, PROFILE) as stage:
        enrol(stage, story.founded.chair, pictures=False)
        accept(stage, story.founded.chair, pictures=False)
        declare(stage, conflict=None, pictures=False)
        compare(stage)


def play_deciding(story: Story) -> None:
    """After the round, and by the head's comparison: a decision that the server has received."""
    with opened_stage(story, PROFILE) as stage:
        unlock(stage)
        sync(stage)
        stage.go("Panel")
        show_faces(stage)
        show_meeting(stage)
        decide(stage)


def sync(stage: Stage) -> None:
    """Hear that the round is closed, and what the head issued."""
    stage.go("Hand-in")
    stage.hands.press("Sync now", within=stage.hands.the(HandInView))
    stage.settle()


def compare(stage: Stage) -> str:
    """Collect, compare among the panel's own, open the table's first case, and talk about it; its
    number."""
    _collect(stage)
    show_alone(stage)
    number = _open_first_case(stage)
    stage.pictures("panel-case")
    show_talk(stage)
    return number


def decide(stage: Stage) -> str:
    """Open the table's first case, decide on it, and sync; its number."""
    stage.go("Panel")
    number = _open_first_case(stage)
    _decide(stage, number)
    return number


def _collect(stage: Stage) -> None:
    hands = stage.hands
    stage.go("Panel")
    page = hands.the(TablePage)
    hands.press("Collect reviews", within=page)
    scores = hands.the(ListTable)
    hands.until(lambda: scores.table is not None and bool(scores.table.rows), "the panel's table")
    stage.settle()
    stage.pictures("panel")
    table = scores.table
    cases = 0 if table is None else len(table.rows)
    stage.tell(f"the panel's {cases} cases are compared")


def _open_first_case(stage: Stage) -> str:
    """Open the first case of the table with Enter; answers its number."""
    hands = stage.hands
    scores = hands.the(ListTable)
    hands.until(lambda: scores.table is not None and bool(scores.table.rows), "the panel's table")
    table = scores.table
    assert table is not None
    table.selectRow(0)
    number = table.rows[0].number
    QTest.keyClick(table, Qt.Key.Key_Return)
    hands.the(OpinionCard)
    stage.settle()
    stage.tell(f"{number} opened: {len(hands.all(OpinionCard))} opinions side by side")
    return number


def _decide(stage: Stage, number: str) -> None:
    """Choose an outcome, write a reason, read back, sign, and sync."""
    hands = stage.hands
    box = hands.the(DecisionBox)
    outcome = hands.all(QRadioButton, within=box)[1]
    click(outcome)
    type_into(hands.the(QPlainTextEdit, within=box), "Agreed after comparing the reviews.")
    sign = hands.button("Read back and sign…", within=box)
    stage.picture_opened("panel-sign", partial(click, sign))
    hands.press_then("Read back and sign…", _confirm, within=box)
    hands.await_words("Decided by you: ")
    stage.picture("panel-decided")
    stage.go("Hand-in")
    deliver(stage)
    stage.tell(f"decision on {number} signed and received: {outcome.text()}")


def _confirm(dialog: QWidget) -> None:
    Hands(dialog).press("Sign")

"""Two staff apps against a real server: one asks, and nothing changes until the other agrees."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewer_app.demo.hands import Hands, type_into
from reviewer_app.demo.stage import Stage
from reviewer_app.services.staff_acts import How
from reviewer_app.ui.scoretable import ScoreTable
from reviewer_app.ui.staff.requests_part import RequestsPart
from reviewer_app.ui.staff.view import StaffView
from tests.e2e.world import CHAIR, COLLEAGUE, PASSPHRASE, STAFF, World, never, nobody

pytestmark = pytest.mark.campaign

CASE = "WIC-2026-001"
WHY = "A complaint must be answered before the deadline."


def entered(stage: Stage) -> Hands:
    stage.hands.write("Passphrase", PASSPHRASE)
    stage.hands.press("Open")
    stage.hands.await_words("Synced ")
    stage.settle()
    return stage.hands


def give_reason(dialog: QWidget) -> None:
    hands = Hands(dialog)
    type_into(hands.the(QPlainTextEdit), WHY)
    hands.press("Sign the request")


def agree(dialog: QWidget) -> None:
    Hands(dialog).press("Agree and sign")


def test_one_asks_and_nothing_changes_until_another_agrees(world: World, open_app: Callable):
    ada, chair = world.desk("Ada").ready(), world.desk(CHAIR).ready()
    ada.score(CASE, 6)
    ada.sync()
    for name in (STAFF, COLLEAGUE):
        world.enrol(name)
    with open_app(world, world.profile(STAFF)) as stage:
        hands = entered(stage)
        view = hands.the(StaffView)
        hands.press("Refresh", within=view)
        hands.press("Results", within=view)
        hands.press_then("Ask to open the scores…", give_reason, within=view)
        hands.await_words("another member of staff answers")
        assert not hands.all(ScoreTable)
    assert list(world.packets().values()).count("held:second-staff") == 1
    with open_app(world, world.profile(COLLEAGUE)) as stage:
        hands = entered(stage)
        view = hands.the(StaffView)
        hands.press("Refresh", within=view)
        hands.await_words(f"“{WHY}”")
        hands.await_words(f"{STAFF} asked on")
        hands.press_then("Agree…", agree, within=hands.the(RequestsPart))
        hands.until(lambda: not hands.sees("Waits for a second"), "an answer")
        hands.press("Results", within=view)
        hands.until(partial(shows_a_score, hands), "the scores")
        hands.await_words("two members of staff opened the scores")
    assert "held:second-staff" not in world.packets().values()
    assert "Round 1: open" in world.server.run("status")
    later = ada.score("WIC-2026-002", 7)
    assert ada.sync().received == (later,)
    chair.sync()
    chair.services.panel.refresh(nobody, never)
    (told,) = chair.services.panel.table().opened_early
    assert (told.how, told.reason) == (How.OPENED, WHY)
    world.server.stop()
    assert "The log is right" in world.server.run("log", "verify")


def shows_a_score(hands: Hands) -> bool:
    tables = hands.all(ScoreTable)
    return any(
        cell.composite == 6.0
        for each in tables
        if each.table is not None
        for row in each.table.rows
        for cell in row.cells
    )

"""The facts beside the score are confirmed or disputed on their page, and signed with the score."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from review_protocol.documents.score import LanguageRead
from review_protocol.documents.stated_facts import Fact, FactsPacket, Verdict
from reviewer_app.models.outbox import packets_of_case
from reviewer_app.ui.reading.edits import GiveMark
from reviewer_app.ui.reading.keys import Gesture
from reviewer_app.ui.reading.state import Leaf
from reviewer_app.ui.signing.answers_card import AnswersCard
from reviewer_app.ui.signing.state import SigningState
from tests.builders.desk import some_answers
from tests.builders.documents import a_fact

CASE = "WIC-2026-002"
LEFT = Qt.MouseButton.LeftButton


def facts_of(room, number=CASE):
    return room.desk.services.facts_beside.said(number).facts


def stands(room):
    """The mark on the benefits, and the facts on which something is said."""
    room.settle()
    facts = tuple(each.fact for each in facts_of(room))
    return room.answers(CASE).answer("benefits").mark, facts


def page_of(room):
    screen = room.screen(CASE)
    screen.reading.show_leaf(Leaf.FACTS)
    room.settle()
    return screen, screen.view.middle.facts.judging


def press(qtbot, row, verdict):
    at = list(Verdict).index(verdict)
    qtbot.mouseClick(row.verdict._buttons[at], LEFT)


def test_a_fact_is_confirmed_and_taken_back(room, qtbot):
    screen, judging = page_of(room)
    row = judging.rows[Fact.PARTNERS]
    assert not row.comment.isVisible()
    press(qtbot, row, Verdict.CONFIRMED)
    room.settle()
    assert facts_of(room) == (a_fact(Fact.PARTNERS),)
    assert judging._saved.text().startswith("Saved ")
    qtbot.mouseClick(row.clear, LEFT)
    room.settle()
    assert facts_of(room) == ()
    assert screen.scoring.state.missing


def test_the_foot_of_the_sheet_says_what_is_saved_of_the_facts(room, qtbot):
    screen, judging = page_of(room)
    saved = screen.view.panel.foot._saved
    row = judging.rows[Fact.PARTNERS]
    assert saved.text == "Nothing to save yet"
    press(qtbot, row, Verdict.DISPUTED)
    assert saved.text == "The dispute is saved once it says why"
    press(qtbot, row, Verdict.CONFIRMED)
    assert saved.text == "Saving…"
    room.settle()
    assert saved.text.startswith("Saved ")


def test_verdicts_are_undone_among_the_marks_in_the_order_in_which_they_were_given(room, qtbot):
    screen, judging = page_of(room)
    screen.scoring.edit(GiveMark("benefits", 5))
    press(qtbot, judging.rows[Fact.PARTNERS], Verdict.CONFIRMED)
    screen.scoring.edit(GiveMark("benefits", 6))
    told, seen = screen.view.panel.foot.last_act, []
    steps = [Gesture.UNDO] * 4 + [Gesture.REDO] * 4
    for gesture in steps:
        screen.view.pilot.perform(gesture)
        room.settle()
        seen.append((room.answers(CASE).answer("benefits").mark, len(facts_of(room)), told.text))
    assert seen == [
        (5, 1, "Undone: Benefits to humankind, mark 5"),
        (5, 0, "Undone: Partners: nothing said"),
        (None, 0, "Undone: Benefits to humankind, mark –"),
        (None, 0, "Undone: Benefits to humankind, mark –"),
        (5, 0, "Done again: Benefits to humankind, mark 5"),
        (5, 1, "Done again: Partners: confirmed"),
        (6, 1, "Done again: Benefits to humankind, mark 6"),
        (6, 1, "Done again: Benefits to humankind, mark 6"),
    ]


@pytest.mark.parametrize("new", ["mark", "verdict"])
def test_a_new_act_ends_what_could_be_done_again(room, qtbot, new):
    screen, judging = page_of(room)
    press(qtbot, judging.rows[Fact.PARTNERS], Verdict.CONFIRMED)
    screen.scoring.edit(GiveMark("benefits", 5))
    for gesture in (Gesture.UNDO, Gesture.UNDO):
        screen.view.pilot.perform(gesture)
    if new == "mark":
        screen.scoring.edit(GiveMark("benefits", 6))
    else:
        press(qtbot, judging.rows[Fact.COUNTRIES], Verdict.CONFIRMED)
    before = stands(room)
    for _ in range(2):
        screen.view.pilot.perform(Gesture.REDO)
    assert stands(room) == before == ((6, ()) if new == "mark" else (None, (Fact.COUNTRIES,)))


def test_a_verdict_can_be_undone_after_another_case_was_read(room, qtbot):
    screen, judging = page_of(room)
    press(qtbot, judging.rows[Fact.PARTNERS], Verdict.CONFIRMED)
    room.settle()
    for number in ("WIC-2026-001", CASE):
        screen.enter(number)
        room.settle()
    undo = screen.view.panel.foot._undo
    assert undo.isEnabled()
    qtbot.mouseClick(undo, LEFT)
    room.settle()
    assert (facts_of(room), undo.isEnabled()) == ((), False)


def test_a_dispute_is_kept_once_it_says_why(room, qtbot):
    screen, judging = page_of(room)
    row = judging.rows[Fact.COUNTRIES]
    press(qtbot, row, Verdict.DISPUTED)
    room.settle()
    assert (facts_of(room), row._lacks.isVisible()) == ((), True)
    assert screen.view.focusWidget() is row.comment
    qtbot.keyClicks(row.comment, "Two of them are one.")
    screen.leave()
    room.settle()
    assert facts_of(room) == (a_fact(Fact.COUNTRIES, "Two of them are one."),)
    screen.enter("WIC-2026-001")
    room.settle()
    assert not row.comment.isVisible()
    screen.enter(CASE)
    room.settle()
    assert row.comment.toPlainText() == "Two of them are one."


def test_beside_a_signed_score_the_facts_are_signed_alone(room, qtbot):
    room.desk.score(CASE)
    screen, judging = page_of(room)
    press(qtbot, judging.rows[Fact.JOINT], Verdict.CONFIRMED)
    room.settle()
    qtbot.mouseClick(judging.sign, LEFT)
    room.settle()
    with room.desk.store.read() as connection:
        newest = packets_of_case(connection, CASE)[-1].document()
    assert isinstance(newest, FactsPacket)
    assert newest.facts == (a_fact(Fact.JOINT),)
    assert not judging.sign.isEnabled()
    assert not screen.scoring.state.amending


def test_the_facts_are_read_back(room, qtbot):
    room.desk.services.facts_beside.keep(CASE, (a_fact(Fact.PARTNERS, "A supplier."),))
    room.desk.services.scoring.keep(CASE, some_answers(6))
    card = AnswersCard()
    qtbot.addWidget(card)
    card.show_state(SigningState(number=CASE, read_back=room.desk.services.signing.read_back(CASE)))
    texts = [label.text() for label in card.findChildren(QLabel)]
    assert "Partners: disputed. A supplier." in texts
    room.desk.services.signing.sign(CASE, LanguageRead.BOTH)


def test_a_sync_takes_no_begun_dispute_away(room, qtbot):
    screen, judging = page_of(room)
    row = judging.rows[Fact.JOINT]
    press(qtbot, judging.rows[Fact.PARTNERS], Verdict.CONFIRMED)
    press(qtbot, row, Verdict.DISPUTED)
    screen.refresh()
    room.settle()
    assert row.verdict.value is Verdict.DISPUTED
    assert row.comment.isVisible()
    assert facts_of(room) == (a_fact(Fact.PARTNERS),)

"""Reading back and signing: the answers as sentences, the language asked, one button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from review_protocol.documents.score import CRITERIA, Gap, LanguageRead, Missing
from reviewer_app.services.rows import CaseState
from reviewer_app.ui import terms
from reviewer_app.ui.screen import Place, Visit
from reviewer_app.ui.signing.screen import make_screen
from tests.builders.desk import a_desk, some_answers
from tests.ui.reading.room import Room, a_room

CASE = "WIC-2026-002"
LEFT = Qt.MouseButton.LeftButton


class Syncs:
    """Counts how often somebody wanted to sync."""

    def __init__(self) -> None:
        self.asked = 0

    def sync(self) -> None:
        self.asked += 1


@pytest.fixture
def room(qtbot, tmp_path):
    with a_room(qtbot, tmp_path) as made:
        made.syncing = Syncs()
        yield made


def a_screen(room):
    screen = make_screen(room.supplies(syncing=room.syncing))
    room.qtbot.addWidget(screen.view)
    screen.view.resize(1280, 720)
    screen.view.show()
    screen.enter(CASE)
    room.settle()
    return screen


def words(screen):
    labels = screen.view.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisibleTo(screen.view)]


def state_of(room):
    return room.desk.services.desk.row(CASE).state


def choose(screen, room, language=LanguageRead.BOTH):
    place = list(LanguageRead).index(language)
    room.qtbot.mouseClick(screen.view.language._buttons[place], LEFT)


def test_the_answers_are_read_back_as_sentences(room):
    room.desk.services.scoring.keep(CASE, some_answers(8))
    shown = words(a_screen(room))
    for sentence in (
        "Conceptual fit: 8 of 10",
        "International cooperativeness: 8 of 10",
        "Benefits to humankind: 8 of 10",
        "Overall recommendation: Casebook",
        "The figures agree.",
    ):
        assert sentence in shown


def test_answers_are_read_back_in_the_order_of_the_sheet(qtbot, tmp_path):
    with a_desk(tmp_path, cases=2, person="p-two") as desk:
        room = Room(qtbot, desk)
        room.syncing = Syncs()
        desk.services.scoring.keep(CASE, some_answers(8))
        said = [line for line in words(a_screen(room)) if line.endswith(": 8 of 10")]
        order = desk.services.desk.criteria_order()
        assert order != CRITERIA
        assert said == [f"{terms.criterion(code)}: 8 of 10" for code in order]
        room.close()


def test_cannot_judge_is_read_back_as_such(room):
    room.desk.services.scoring.keep(CASE, some_answers(None))
    assert "Conceptual fit: cannot judge" in words(a_screen(room))


def test_the_language_has_no_default_and_is_needed(room):
    room.desk.services.scoring.keep(CASE, some_answers())
    screen = a_screen(room)
    assert screen.view.language.value is None
    assert not screen.view.sign.isEnabled()
    choose(screen, room)
    assert screen.view.sign.isEnabled()


def test_signing_signs_and_says_what_comes_next(room):
    room.desk.services.scoring.keep(CASE, some_answers())
    screen = a_screen(room)
    choose(screen, room, LanguageRead.EN)
    with room.qtbot.waitSignal(screen._event_wrote, timeout=5000):
        room.qtbot.mouseClick(screen.view.sign, LEFT)
    assert state_of(room) is CaseState.SIGNED
    standing = room.desk.services.desk.open(CASE).standing
    assert standing.language_read is LanguageRead.EN
    assert screen.view.done.isVisible()
    assert not screen.view.sign.isVisible()


def test_next_case_and_sync_now_are_offered(room):
    room.desk.services.scoring.keep(CASE, some_answers())
    screen = a_screen(room)
    choose(screen, room)
    room.qtbot.mouseClick(screen.view.sign, LEFT)
    room.settle()
    room.qtbot.mouseClick(screen.view.done.sync, LEFT)
    assert room.syncing.asked == 1
    with room.qtbot.waitSignal(screen._event_left) as left:
        room.qtbot.mouseClick(screen.view.done.next, LEFT)
    expected = room.desk.services.desk.overview().next_case
    assert (left.args[0].place, left.args[0].case) == ("reading", expected)


def test_what_is_missing_is_listed_and_leads_back(room):
    screen = a_screen(room)
    assert not screen.view.sign.isVisible()
    first = screen.view._links.itemAt(0).widget()
    assert first.text() == "Conceptual fit: a mark"
    with room.qtbot.waitSignal(screen._event_left) as left:
        room.qtbot.mouseClick(first, LEFT)
    lack = Missing(criterion="conceptual_fit", gap=Gap.MARK)
    assert left.args[0] == Visit(Place.READING, CASE, lack)


@pytest.mark.parametrize("size", [(1286, 728), (930, 600)])
def test_the_button_is_in_sight_beside_the_answers(room, size):
    long = some_answers(8).model_copy(update={"comment": "A long comment. " * 200})
    room.desk.services.scoring.keep(CASE, long)
    screen = a_screen(room)
    screen.view.resize(*size)
    room.settle()
    bottom = screen.view.sign.mapTo(screen.view, screen.view.sign.rect().bottomRight())
    assert screen.view.rect().contains(bottom)
    assert not screen.view._columns.is_narrow


def test_where_there_is_no_room_one_column_holds_all(room):
    room.desk.services.scoring.keep(CASE, some_answers())
    screen = a_screen(room)
    screen.view.resize(700, 600)
    room.settle()
    ask, answers = screen.view.sign, screen.view.answers
    assert screen.view._columns.is_narrow
    assert ask.mapTo(screen.view, ask.rect().topLeft()).y() > answers.height()
    screen.view.resize(1286, 728)
    room.settle()
    assert screen.view.sign.isVisible()
    assert not screen.view._columns.is_narrow


def test_an_amendment_shows_old_and_new_and_needs_a_reason(room):
    first = room.desk.score(CASE, 7)
    room.desk.services.scoring.keep(CASE, some_answers(9))
    screen = a_screen(room)
    shown = words(screen)
    assert "Conceptual fit: 7 of 10 → 9 of 10" in shown
    assert shown.count("Changed") == 3
    choose(screen, room)
    assert not screen.view.sign.isEnabled()
    room.qtbot.keyClicks(screen.view._entry, "I had missed the annex.")
    room.qtbot.mouseClick(screen.view.sign, LEFT)
    room.settle()
    standing = room.desk.services.desk.open(CASE).standing
    assert standing.packet != first
    assert standing.answers == some_answers(9)


def test_nothing_is_amended_where_nothing_differs(room):
    room.desk.score(CASE, 7)
    screen = a_screen(room)
    choose(screen, room, LanguageRead.BOTH)
    room.qtbot.keyClicks(screen.view._entry, "No reason.")
    assert not screen.view.sign.isEnabled()
    choose(screen, room, LanguageRead.EN)
    assert screen.view.sign.isEnabled()


def test_after_a_withdrawal_a_new_score_can_be_signed(room):
    room.desk.score(CASE, 7)
    room.desk.services.signing.withdraw(CASE, "Another look is needed.")
    screen = a_screen(room)
    choose(screen, room)
    room.qtbot.keyClicks(screen.view._entry, "Read again.")
    room.qtbot.mouseClick(screen.view.sign, LEFT)
    room.settle()
    assert screen.signing.state.failure is None
    assert state_of(room) is CaseState.SIGNED


def test_a_failure_is_told_and_the_button_comes_back(room):
    room.desk.services.scoring.keep(CASE, some_answers())
    screen = a_screen(room)
    choose(screen, room)
    room.desk.services.signing.sign(CASE, LanguageRead.BOTH)  # from elsewhere, meanwhile
    room.qtbot.mouseClick(screen.view.sign, LEFT)
    room.settle()
    assert screen.view.banner.isVisible()
    assert screen.view.sign.isEnabled()


def test_the_keyboard_begins_where_the_person_goes_on(room):
    screen = a_screen(room)
    assert screen.view.focusWidget().text() == "Conceptual fit: a mark"
    room.desk.services.scoring.keep(CASE, some_answers())
    screen.enter(CASE)
    room.settle()
    room.qtbot.keyClick(screen.view.focusWidget(), Qt.Key.Key_Tab)
    assert screen.view.focusWidget() is screen.view.language._buttons[0]
    choose(screen, room)
    room.qtbot.mouseClick(screen.view.sign, LEFT)
    room.settle()
    assert screen.view.focusWidget() is screen.view.done.next

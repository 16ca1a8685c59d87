"""The messages screen: what the secretariat told, threads of questions, what is missing."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from review_protocol.documents.notice import Notice, NoticeKind, Words
from review_protocol.opening import sealed
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.messages.ask_dialog import AskDialog
from reviewer_app.ui.messages.screen import MessagesScreen
from reviewer_app.ui.screen import Place, Visit
from tests.builders.desk import ADesk
from tests.builders.world import NOW
from tests.ui.screens import Supplied, press, words_of

OUTSIDE = "a\u202eb"


def a_notice(desk: ADesk, number: int, **fields: object) -> bytes:
    """A notice to the desk's person, signed by its server; a message where nothing else is said."""
    usual: dict[str, object] = dict.fromkeys(
        ("case", "version", "case_hash", "round", "closes", "text", "in_reply_to")
    )
    usual |= {"about": NoticeKind.MESSAGE, "text": Words(zh=None, en=f"Message {number}")}
    notice = Notice(
        deployment=desk.world.deployment,
        number=number,
        person=desk.person,
        issued=NOW,
        **(usual | fields),
    )
    return sealed(notice, desk.world.server).to_bytes()


def given(desk: ADesk, *notices: bytes) -> None:
    assert desk.services.notices.take(notices).refused == 0


def table(view) -> Table:
    return view.findChild(Table, "messages")


def test_an_empty_screen_says_what_will_come(desk: ADesk, room: Supplied, qtbot: QtBot):
    view = room.show(MessagesScreen(room.supplies), qtbot)
    assert "No messages yet" in words_of(view)


def test_a_message_is_new_until_it_is_seen_and_shows_both_languages(
    desk: ADesk, room: Supplied, qtbot: QtBot
):
    given(desk, a_notice(desk, 1, text=Words(zh="今晚维护", en="Maintenance tonight")))
    assert desk.services.desk.overview().unread == 1
    view = room.show(MessagesScreen(room.supplies), qtbot)
    said = words_of(view)
    assert "Maintenance tonight" in said
    assert "今晚维护" in said
    room.settle()
    assert desk.services.desk.overview().unread == 0
    press(qtbot, view, "Copy text")
    assert "Maintenance tonight" in QGuiApplication.clipboard().text()


def test_what_each_kind_of_notice_says(desk: ADesk, room: Supplied, qtbot: QtBot):
    case, nothing = desk.numbers[0], {"text": None}
    given(
        desk,
        a_notice(desk, 1, about=NoticeKind.CASE_WITHDRAWN, case=case, **nothing),
        a_notice(
            desk,
            2,
            about=NoticeKind.ROUND_EXTENDED,
            round=1,
            closes="2026-08-07T15:00:00Z",
            **nothing,
        ),
        a_notice(
            desk,
            3,
            about=NoticeKind.CASE_CORRECTED,
            case=case,
            version=2,
            case_hash="a" * 64,
            **nothing,
        ),
    )
    view = room.show(MessagesScreen(room.supplies), qtbot)
    said = []
    for row in table(view).rows:
        view._model.choose(row.key)
        room.settle()
        said.append(words_of(view))
    corrected, extended, withdrawn = said
    assert f"corrected case {case}: it is version 2 now" in corrected
    assert "It now closes" in extended
    assert "Beijing" in extended
    assert f"The applicant of case {case} withdrew it" in withdrawn
    view._model.choose(table(view).rows[0].key)
    room.settle()
    press(qtbot, view, "See what changed")
    assert room.visits == [Visit(Place.CORRECTION, case)]


def test_a_missing_number_and_a_second_notice_under_one_are_told(
    desk: ADesk, room: Supplied, qtbot: QtBot
):
    given(desk, a_notice(desk, 1), a_notice(desk, 3))
    screen = MessagesScreen(room.supplies)
    view = room.show(screen, qtbot)
    assert "Notices that did not arrive: 2" in words_of(view)
    given(desk, a_notice(desk, 2))
    screen.refresh()
    room.settle()
    assert "did not arrive" not in words_of(view)
    taken = desk.services.notices.take([a_notice(desk, 2, text=Words(zh=None, en="Another"))])
    assert taken.contradicted == (2,)
    screen.refresh()
    room.settle()
    assert "two different notices under one number: 2" in words_of(view)


def test_characters_that_are_not_seen_are_told(desk: ADesk, room: Supplied, qtbot: QtBot):
    given(desk, a_notice(desk, 1, text=Words(zh=None, en=OUTSIDE)))
    view = room.show(MessagesScreen(room.supplies), qtbot)
    assert "1 characters that are not seen" in words_of(view)


def test_a_question_is_asked_about_a_case_and_its_answer_is_below_it(
    desk: ADesk, room: Supplied, qtbot: QtBot
):
    case = desk.numbers[0]
    screen = MessagesScreen(room.supplies)
    view = room.show(screen, qtbot, case)  # somebody asks from the case
    dialog = view.findChild(AskDialog)
    dialog.findChild(QPlainTextEdit).setPlainText("Which figure holds?")
    press(qtbot, dialog, "Sign and send")
    room.settle()
    (asked,) = desk.services.asking.asked()
    assert (asked.case, asked.text) == (case, "Which figure holds?")
    qtbot.waitUntil(lambda: "No answer yet" in words_of(view))
    assert "on this computer" in words_of(view)
    answer = Words(zh=None, en="The one in the annex.")
    given(desk, a_notice(desk, 1, about=NoticeKind.ANSWER, in_reply_to=asked.packet, text=answer))
    screen.refresh()
    room.settle()
    (thread,) = table(view).rows
    assert thread.question == asked
    qtbot.waitUntil(lambda: "The one in the annex." in words_of(view))
    assert "No answer yet" not in words_of(view)


def test_a_question_that_comes_half_written_is_there_to_be_finished(
    desk: ADesk, room: Supplied, qtbot: QtBot
):
    screen = MessagesScreen(room.supplies)
    view = room.show(screen, qtbot)
    screen.expect(Visit(Place.MESSAGES, desk.cases[0].number, words="Please let me have it"))
    screen.enter(desk.cases[0].number)
    dialog = view.findChild(AskDialog)
    entry = dialog.findChild(QPlainTextEdit)
    assert (entry.toPlainText(), entry.textCursor().atEnd()) == ("Please let me have it", True)
    dialog.reject()

"""A corrected case: what changed is shown by sign, line and colour, and a score is confirmed."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from review_protocol.documents.case import Case
from reviewer_app.services.rows import CaseFlag
from reviewer_app.ui.correction.marked_text import ADDED, REMOVED, MarkedText
from reviewer_app.ui.correction.screen import CorrectionScreen
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.screen import Place, Visit
from tests.builders.desk import ADesk
from tests.ui.screens import Supplied, press, words_of


def corrected(case: Case, added: str = "In 2031 ") -> Case:
    """The next version: more words at the head of the first English paragraph."""
    headers = case.headers.model_copy(update={"version": case.headers.version + 1})
    text = case.elements.background
    first = text.en[0]
    paragraphs = (f"{added}{first.paragraphs[0]}", *first.paragraphs[1:])
    section = first.model_copy(update={"paragraphs": paragraphs})
    background = text.model_copy(update={"en": (section, *text.en[1:])})
    elements = case.elements.model_copy(update={"background": background})
    return case.model_copy(update={"headers": headers, "elements": elements})


def test_what_changed_is_marked_by_sign_line_and_colour(desk: ADesk, room: Supplied, qtbot: QtBot):
    case = desk.cases[0]
    desk.correct(corrected(case))
    row = next(row for row in desk.services.desk.cases() if row.number == case.number)
    assert CaseFlag.CORRECTED in row.flags
    view = room.show(CorrectionScreen(room.supplies), qtbot, case.number)
    text = view.findChild(MarkedText)
    plain = text.toPlainText()
    assert f"{ADDED}In 2031 " in plain
    assert REMOVED not in plain
    cursor = text.document().find("In 2031 ")
    assert cursor.charFormat().fontUnderline()
    assert cursor.charFormat().foreground().color() != text.palette().text().color()
    assert "from version 1 to version 2" in words_of(view)
    confirm = next(b for b in view.findChildren(Button) if b.text().startswith("Confirm"))
    assert not confirm.isVisible()


def test_a_score_is_confirmed_for_the_new_text(desk: ADesk, room: Supplied, qtbot: QtBot):
    case = desk.cases[0]
    desk.receive(desk.score(case.number, 8))
    desk.correct(corrected(case))
    view = room.show(CorrectionScreen(room.supplies), qtbot, case.number)
    assert "Your score was signed for version 1." in words_of(view)

    def agree() -> None:
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog))
        press(qtbot, dialog, "Sign")

    QTimer.singleShot(50, agree)
    press(qtbot, view, "Confirm for the new text…")
    room.settle()
    assert "Your score is signed for the new text." in words_of(view)
    standing = desk.services.desk.open(case.number).standing
    assert standing is not None
    assert not standing.other_version
    assert standing.answers.criteria[0].mark == 8


def test_reading_and_changing_lead_to_the_case(desk: ADesk, room: Supplied, qtbot: QtBot):
    case = desk.cases[0]
    desk.correct(corrected(case))
    view = room.show(CorrectionScreen(room.supplies), qtbot, case.number)
    press(qtbot, view, "Read the case")
    assert room.visits == [Visit(Place.READING, case.number)]


def test_a_case_that_was_never_corrected_says_so(desk: ADesk, room: Supplied, qtbot: QtBot):
    view = room.show(CorrectionScreen(room.supplies), qtbot, desk.numbers[0])
    assert "was not corrected" in words_of(view)


def test_marks_that_nobody_sees_are_written_out(desk: ADesk, room: Supplied, qtbot: QtBot):
    case = desk.cases[0]
    desk.correct(corrected(case, "In \u202e1302\u202c "))
    view = room.show(CorrectionScreen(room.supplies), qtbot, case.number)
    plain = view.findChild(MarkedText).toPlainText()
    assert "[U+202E]1302[U+202C]" in plain
    assert "\u202e" not in plain

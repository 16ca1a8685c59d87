"""The sheet: every change is kept at once, keys act only where nobody is typing."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from review_protocol.documents.packet import ConflictKind, RecusalReason
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import CANNOT_JUDGE, Gap, LanguageRead, Missing
from reviewer_app.services.rows import CaseState
from reviewer_app.ui import terms
from reviewer_app.ui.kit import hearing
from reviewer_app.ui.reading.recuse_dialog import Recusal, RecuseDialog
from reviewer_app.ui.reading.state import Leaf
from reviewer_app.ui.screen import Place, Visit
from tests.builders.desk import some_answers
from tests.ui.reading.room import ZH, pane

CASE = "WIC-2026-002"
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def card(screen, place=0):
    """A card by its place in the reviewer's own order."""
    return screen.view.panel.cards[screen.scoring.state.order[place]]


def test_criteria_stand_in_the_reviewers_own_order(room):
    screen = room.screen(CASE)
    tops = [each.y() for each in (card(screen, 0), card(screen, 1), card(screen, 2))]
    assert screen.scoring.state.order == room.desk.services.desk.criteria_order()
    assert tops == sorted(tops)


def test_a_mark_is_kept_at_once_and_the_time_shown(room, qtbot):
    screen = room.screen(CASE)
    with qtbot.waitSignal(screen._event_wrote, timeout=5000):
        qtbot.mouseClick(card(screen).score._buttons[7], LEFT)
    assert room.answers(CASE).answer(card(screen).code).mark == 8
    assert screen.view.panel.foot._saved.text.startswith("Saved ")


def test_digits_and_enter_go_through_the_criteria(room, qtbot):
    screen = room.screen(CASE)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_G)
    for digit in (Qt.Key.Key_9, Qt.Key.Key_0, Qt.Key.Key_4):
        focused = screen.view.focusWidget()
        qtbot.keyClick(focused, digit)
        qtbot.keyClick(screen.view.focusWidget(), Qt.Key.Key_Return)
    room.settle()
    marks = [room.answers(CASE).answer(code).mark for code in screen.scoring.state.order]
    assert marks == [9, 10, 4]
    assert screen.view.focusWidget() is screen.view.panel.last.levels[0]


def test_cannot_judge_is_an_answer_of_its_own(room, qtbot):
    screen = room.screen(CASE)
    qtbot.mouseClick(card(screen).score._cannot, LEFT)
    room.settle()
    assert room.answers(CASE).answer(card(screen).code).mark == CANNOT_JUDGE


def test_the_chosen_band_is_emphasised(room, qtbot):
    screen = room.screen(CASE)
    qtbot.mouseClick(card(screen).score._buttons[8], LEFT)
    chosen = [row.property("chosen") for row in card(screen)._bands._rows]
    assert chosen == ["false", "false", "false", "true"]


def test_single_keys_do_nothing_while_somebody_types(room, qtbot):
    screen = room.screen(CASE)
    how = screen.reading.state.how
    field = card(screen).comment
    field.setFocus()
    qtbot.keyClicks(field, "sl1gju?/")
    assert field.toPlainText() == "sl1gju?/"
    assert screen.reading.state.how == how
    assert not screen.reading.state.find.open


def test_what_is_typed_is_kept_after_a_pause(room, qtbot):
    screen = room.screen(CASE)
    card(screen).comment.insertPlainText("数字一致。")
    with qtbot.waitSignal(screen.scoring._event_kept, timeout=5000):
        pass
    assert room.answers(CASE).answer(card(screen).code).comment == "数字一致。"


def test_leaving_keeps_the_last_keystroke(room):
    screen = room.screen(CASE)
    card(screen).comment.insertPlainText("half a sent")
    screen.leave()
    room.settle()
    assert room.answers(CASE).answer(card(screen).code).comment == "half a sent"


def test_typing_does_not_move_the_text(room):
    screen = room.screen(CASE)
    before = list(pane(screen, ZH).setting().tops), pane(screen, ZH).width()
    card(screen).comment.insertPlainText("line\n" * 30)
    room.settle()
    assert (list(pane(screen, ZH).setting().tops), pane(screen, ZH).width()) == before


def test_one_step_is_undone(room, qtbot):
    screen = room.screen(CASE)
    score = card(screen).score
    qtbot.mouseClick(score._buttons[2], LEFT)
    qtbot.mouseClick(score._buttons[8], LEFT)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_Z, CTRL)
    room.settle()
    assert score.mark.value == 3
    assert room.answers(CASE).answer(card(screen).code).mark == 3


def test_what_was_undone_is_said(room, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(hearing, "send", lambda event: said.append(event.message()))
    screen = room.screen(CASE)
    score = card(screen).score
    for mark in (2, 8):
        qtbot.mouseClick(score._buttons[mark], LEFT)
    said.clear()
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_Z, CTRL)
    name = terms.criterion(card(screen).code)
    assert said == [f"Undone: {name}, mark 3"]
    room.settle()


def test_steps_from_before_the_start_are_undone(room, qtbot):
    for mark in (3, 9):
        room.desk.services.scoring.keep(CASE, some_answers(mark))
    screen = room.screen(CASE)
    score = card(screen).score
    undo = screen.view.panel.foot._undo
    qtbot.mouseClick(undo, LEFT)
    room.settle()
    assert score.mark.value == 3
    assert room.answers(CASE) == some_answers(3)
    qtbot.mouseClick(undo, LEFT)
    room.settle()
    assert score.mark is None
    assert not undo.isEnabled()


def test_nothing_is_undone_where_nothing_was_done(room):
    screen = room.screen(CASE)
    assert not screen.view.panel.foot._undo.isEnabled()
    room.desk.score(CASE)
    screen.refresh()
    room.settle()
    screen.scoring.begin_amendment()
    assert not screen.view.panel.foot._undo.isEnabled()


def test_what_is_missing_leads_to_its_place(room, qtbot):
    screen = room.screen(CASE)
    links = screen.view.panel.foot._links
    assert len(screen.scoring.state.missing) == 8
    qtbot.mouseClick(links.itemAt(1).widget(), LEFT)
    assert screen.view.focusWidget() is card(screen).comment
    qtbot.keyClick(card(screen).comment, Qt.Key.Key_Escape)
    pane(screen, ZH).setFocus()
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_U)
    assert card(screen).score.isAncestorOf(screen.view.focusWidget())


def test_signing_is_offered_once_the_sheet_is_complete(room, qtbot):
    room.desk.services.scoring.keep(
        CASE, some_answers().model_copy(update={"recommendation": None})
    )
    screen = room.screen(CASE)
    assert not screen.view.panel.foot.sign.isEnabled()
    qtbot.mouseClick(screen.view.panel.last.options[0], LEFT)
    room.settle()
    assert room.answers(CASE).recommendation is Recommendation.OUTSTANDING
    with qtbot.waitSignal(screen._event_left) as left:
        qtbot.mouseClick(screen.view.panel.foot.sign, LEFT)
    assert (left.args[0].place, left.args[0].case) == ("signing", CASE)


def test_no_total_is_shown_anywhere(room):
    room.desk.services.scoring.keep(CASE, some_answers(7))
    screen = room.screen(CASE)
    texts = [label.text() for label in screen.view.panel.findChildren(QLabel)]
    assert len(texts) > 20
    assert not [text for text in texts if "21" in text or "total" in text.lower()]


def test_a_signed_sheet_is_shown_and_stays_as_it_is(room, qtbot):
    room.desk.score(CASE)
    screen = room.screen(CASE)
    qtbot.mouseClick(card(screen).score._buttons[0], LEFT)
    room.settle()
    assert screen.view.panel.signed.isVisible()
    assert not screen.view.panel.foot.sign.isVisible()
    assert room.answers(CASE).answer(card(screen).code).mark == 7


def test_an_amendment_is_begun_and_dropped(room, qtbot):
    room.desk.score(CASE)
    screen = room.screen(CASE)
    qtbot.mouseClick(screen.view.panel.signed._amend, LEFT)
    qtbot.mouseClick(card(screen).score._buttons[9], LEFT)
    room.settle()
    view = room.desk.services.desk.open(CASE)
    code = card(screen).code
    assert (view.answers.answer(code).mark, view.standing.answers.answer(code).mark) == (10, 7)
    qtbot.mouseClick(screen.view.panel.foot._drop, LEFT)
    room.settle()
    assert room.answers(CASE).answer(code).mark == 7
    assert not screen.scoring.state.editable


def test_a_score_is_withdrawn(room, qtbot):
    room.desk.score(CASE)
    screen = room.screen(CASE)
    with qtbot.waitSignal(screen._event_wrote, timeout=5000):
        screen.view.withdrawal.emit("I read the wrong file.")
    room.settle()
    assert room.desk.services.desk.row(CASE).state is CaseState.WITHDRAWN
    assert screen.scoring.state.editable


def test_stepping_back_is_signed(room, qtbot):
    screen = room.screen(CASE)
    with qtbot.waitSignal(screen._event_wrote, timeout=5000):
        screen.view.recusal.emit(Recusal(RecusalReason.CONFLICT, ConflictKind.FAMILY, ""))
    room.settle()
    assert room.desk.services.desk.row(CASE).state is CaseState.RECUSED
    assert not screen.scoring.state.editable


def test_a_conflict_found_after_signing_is_a_recusal(room, qtbot):
    room.desk.score(CASE)
    screen = room.screen(CASE)

    def answer():
        dialog = QApplication.activeModalWidget()
        dialog.conflict.setChecked(True)
        dialog.kinds[ConflictKind.FAMILY].setChecked(True)
        qtbot.mouseClick(dialog.act, LEFT)

    QTimer.singleShot(0, screen, answer)
    with qtbot.waitSignal(screen._event_wrote, timeout=5000):
        qtbot.mouseClick(screen.view.panel.signed._recuse, LEFT)
    room.settle()
    kinds = [each.kind for each in room.desk.services.handin.outbox() if each.case == CASE]
    assert room.desk.services.desk.row(CASE).state is CaseState.RECUSED
    assert sorted(kinds) == ["recusal", "score"]
    assert not screen.view.panel.signed._recuse.isVisible()


@pytest.mark.parametrize("lacks", ["everything", "the kind", "the comment"])
def test_a_recusal_needs_its_reason(room, qtbot, lacks):
    dialog = RecuseDialog()
    qtbot.addWidget(dialog)
    if lacks != "everything":
        dialog.conflict.setChecked(True)
    if lacks == "the comment":
        dialog.kinds[ConflictKind.OTHER].setChecked(True)
    assert not dialog.act.isEnabled()
    dialog.comment.setPlainText("My brother works there.")
    dialog.kinds[ConflictKind.FAMILY].setChecked(True)
    dialog.conflict.setChecked(True)
    assert dialog.act.isEnabled()
    assert dialog.recusal.conflict is ConflictKind.FAMILY


def test_a_failing_disk_is_told_and_nothing_is_lost_from_the_screen(room, qtbot):
    screen = room.screen(CASE)
    room.desk.store.close()
    (room.desk.store.folder / "desk.db").unlink()
    (room.desk.store.folder / "desk.db").mkdir()
    qtbot.mouseClick(card(screen).score._buttons[4], LEFT)
    room.settle()
    assert screen.view.banner.isVisible()
    assert card(screen).score.mark.value == 5
    assert not screen.scoring.state.saved


def test_what_could_not_be_kept_is_kept_later(room, qtbot):
    screen = room.screen(CASE)
    folder = room.desk.store.folder
    room.desk.store.close()
    (folder / "desk.db").rename(folder / "away.db")
    (folder / "desk.db").mkdir()
    qtbot.mouseClick(card(screen).score._buttons[4], LEFT)
    room.settle()
    (folder / "desk.db").rmdir()
    (folder / "away.db").rename(folder / "desk.db")
    screen.leave()
    room.settle()
    assert room.answers(CASE).answer(card(screen).code).mark == 5
    assert screen.scoring.state.saved


def test_another_language_was_read(room):
    room.desk.services.scoring.keep(CASE, some_answers())
    room.desk.services.signing.sign(CASE, LanguageRead.ZH)
    screen = room.screen(CASE)
    assert "Chinese" in screen.view.panel.signed._words.text()
    assert screen.reading.state.leaf is Leaf.TEXT


@pytest.mark.parametrize("mark", [2, 4, 7, 9])
def test_nothing_moves_while_a_mark_is_given(room, qtbot, mark):
    screen = room.screen(CASE)
    before = places(card(screen))
    qtbot.mouseClick(card(screen).score._buttons[mark - 1], LEFT)
    room.settle()
    assert places(card(screen)) == before


def places(criterion):
    """Where everything of a card stands."""
    widgets = criterion.findChildren(QWidget)
    return [(w.mapTo(criterion, w.rect().topLeft()), w.size()) for w in widgets]


@pytest.mark.parametrize("gap", [Gap.MARK, Gap.EVIDENCE, Gap.RECOMMENDATION])
def test_a_case_is_opened_where_its_sheet_lacks_something(room, gap):
    if gap is Gap.RECOMMENDATION:
        marked = some_answers().model_copy(update={"recommendation": None})
        room.desk.services.scoring.keep(CASE, marked)
    screen = room.screen()
    code = "benefits" if gap in (Gap.MARK, Gap.EVIDENCE) else None
    screen.expect(Visit(Place.READING, lack=Missing(gap=gap, criterion=code)))
    screen.enter(CASE)
    room.settle()
    panel = screen.view.panel
    there = {
        Gap.MARK: panel.cards["benefits"].score.focusProxy(),
        Gap.EVIDENCE: panel.cards["benefits"].comment,
        Gap.RECOMMENDATION: panel.last.options[0],
    }
    assert screen.view.focusWidget() is there[gap]
    screen.enter(CASE)
    room.settle()
    assert screen.view.focusWidget() is pane(screen, ZH)


def test_the_recommendation_comes_last(room, qtbot):
    screen = room.screen(CASE)
    last = screen.view.panel.last
    assert [button.isEnabled() for button in last.options] == [False, False, False]
    screen.view.panel.jump(Missing(gap=Gap.RECOMMENDATION))
    assert card(screen).score.isAncestorOf(screen.view.focusWidget())
    for place in range(3):
        qtbot.mouseClick(card(screen, place).score._cannot, LEFT)
    qtbot.mouseClick(last.options[1], LEFT)
    room.settle()
    assert room.answers(CASE).recommendation is Recommendation.CASEBOOK


def test_a_comment_is_undone_word_by_word_also_after_another_case(room, qtbot):
    screen = room.screen(CASE)
    field = card(screen).comment
    qtbot.keyClicks(field, "well argued case")
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.toPlainText() == "well argued "
    screen.enter("WIC-2026-001")
    room.settle()
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.toPlainText() == ""
    screen.enter(CASE)
    room.settle()
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.toPlainText() == "well "
    screen.leave()
    room.settle()
    assert room.answers(CASE).answer(card(screen).code).comment == "well "
    assert room.answers("WIC-2026-001").answer(card(screen).code).comment == ""

"""Attachments on the reading screen: words selected, found and quoted, pictures, texts, others."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QDialog

from review_protocol.canonical import sha256_hex
from review_protocol.documents.file_quotes import file_quotes_of, with_file_quotes
from review_protocol.documents.score import LanguageRead
from reviewer_app.ui.kit import hearing
from reviewer_app.ui.reading.attachments import saving
from reviewer_app.ui.reading.attachments.asking import Asking
from reviewer_app.ui.reading.attachments.bar import Wish
from reviewer_app.ui.reading.attachments.finding import FileFind
from reviewer_app.ui.reading.attachments.marks import Look
from reviewer_app.ui.reading.attachments.plan import Fit
from reviewer_app.ui.reading.attachments.process import FileReader
from reviewer_app.ui.reading.attachments.selecting import Selection
from reviewer_app.ui.reading.attachments.sheets import offset_of
from reviewer_app.ui.reading.attachments.wire import Wanted
from reviewer_app.ui.reading.edits import Comment
from reviewer_app.ui.reading.fields import LONGEST
from reviewer_app.ui.reading.state import Leaf
from reviewer_app.ui.screen import Place, Visit
from tests.builders.attachments import HAN, SPLIT, a_file, a_plan, a_vertical_page, with_files
from tests.builders.desk import some_answers
from tests.ui.reading.room import a_room

CASE = "WIC-2026-001"
LEFT = Qt.MouseButton.LeftButton
PLAN, PAGES = a_plan(12, turned=3), 12
NOTES = "第一行：实施方案\nsecond \u202eline\n".encode("gb18030")
SHEET = b"PK\x03\x04"


def a_picture(width: int = 400, height: int = 200) -> bytes:
    """A PNG whose left half is red and whose right half lets light through."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 0, 0))
    for x in range(width // 2, width):
        for y in range(height):
            image.setPixelColor(x, y, QColor(0, 0, 0, 0))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.fixture
def screen(qtbot, tmp_path):
    """The reading screen of a case with a file of each kind; `room` is on it."""
    contents = [PLAN, a_vertical_page(), a_picture(), NOTES, SHEET]
    files = [
        a_file("plan.pdf", contents[0], title="Plan"),
        a_file("columns.pdf", contents[1]),
        a_file("map.png", contents[2], "image/png"),
        a_file("notes.txt", contents[3], "text/plain"),
        a_file("budget.xlsx", contents[4], "application/octet-stream"),
    ]
    with a_room(qtbot, tmp_path, cases=1) as room:
        room.desk.correct(with_files(room.desk.cases[0], files), contents)
        made = room.screen(CASE)
        made.room = room
        yield made
        made.leave()
        room.settle()


def open_file(screen, qtbot, name: str):
    """Open a file by its entry in the outline; answers what shows it."""
    (entry,) = (each for file, each in screen.view.outline._files if file.file == name)
    qtbot.mouseClick(entry, LEFT)
    qtbot.waitUntil(lambda: not screen.file.state.opening, timeout=20_000)
    return screen.view.middle.file.stage


def text_of(stage, qtbot, index: int):
    qtbot.waitUntil(lambda: stage.pages.text_of(index) is not None, timeout=20_000)
    return stage.pages.text_of(index)


def at(pages, index: int, offset: int, *, end: bool = False):
    """The place of a character in the viewport."""
    (box,) = pages.text_of(index).boxes(offset, offset + 1)
    rect = pages.plan.shown(index, box)
    x = rect.right() - 1 if end else rect.left() + 1
    return (QPointF(x, rect.center().y()) - offset_of(pages)).toPoint()


def answers(screen):
    screen.room.settle()
    return screen.room.answers(CASE)


def test_words_dragged_over_are_copied_and_quoted_by_a_key(screen, qtbot):
    stage = open_file(screen, qtbot, "plan.pdf")
    pages, text = stage.pages, text_of(stage, qtbot, 0)
    start, end = text.text.index(SPLIT[0]), text.text.index(SPLIT[1]) + 3
    qtbot.mousePress(pages.viewport(), LEFT, pos=at(pages, 0, start))
    qtbot.mouseMove(pages.viewport(), at(pages, 0, end - 1, end=True))
    qtbot.mouseRelease(pages.viewport(), LEFT, pos=at(pages, 0, end - 1, end=True))
    qtbot.keyClick(pages, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == SPLIT[0] + SPLIT[1][:3]
    qtbot.keyClick(pages, Qt.Key.Key_2)
    (quote,) = file_quotes_of(answers(screen))
    assert (quote.criterion, quote.file, quote.page) == (
        "international_cooperativeness",
        "plan.pdf",
        1,
    )
    assert quote.sha256 == sha256_hex(PLAN)
    assert quote.exact == SPLIT[0] + SPLIT[1][:3]
    assert quote.boxes == text.boxes(start, end)
    assert len(quote.boxes) == 2
    assert pages.selection is None


def test_a_quote_is_painted_only_in_the_very_same_file(screen, qtbot):
    stage = open_file(screen, qtbot, "plan.pdf")
    text_of(stage, qtbot, 0)
    stage.pages.select(Selection(0, 0, 5))
    qtbot.keyClick(stage.pages, Qt.Key.Key_1)
    marks = [mark for mark in stage.pages.marks if mark.look is Look.QUOTE]
    assert [(mark.index, mark.criterion) for mark in marks] == [(0, "conceptual_fit")]
    other = open_file(screen, qtbot, "columns.pdf")
    text_of(other, qtbot, 0)
    assert other.pages.marks == ()


def test_a_file_that_is_left_while_it_opens_does_not_fail_the_next(screen, qtbot):
    entries = {file.file: each for file, each in screen.view.outline._files}
    for left in ("plan.pdf", "notes.txt"):
        qtbot.mouseClick(entries[left], LEFT)
        reader = screen.file._reader
        if reader is not None:
            qtbot.waitUntil(lambda reader=reader: reader.alive, timeout=20_000)
        stage = open_file(screen, qtbot, "map.png")
        qtbot.waitUntil(lambda stage=stage: stage.pages.drawings.bytes > 0, timeout=20_000)
        screen.room.settle()
        state = screen.file.state
        assert (state.file.file, state.failure, state.words) == ("map.png", None, None)


def test_a_closed_file_tells_of_no_failure(screen, qtbot):
    reader, lane, told = FileReader(), screen.room.lanes.network, []
    reader.open(PLAN)
    asking = Asking(reader, lane)
    asking.failed.connect(told.append)
    asking.draw([Wanted(0, 2000, 0)])
    asking.close()
    screen.room.settle()
    assert told == []


def test_a_quotes_chip_names_the_page_and_leads_there(screen, qtbot):
    stage = open_file(screen, qtbot, "plan.pdf")
    stage.pages.go_to(8)
    text_of(stage, qtbot, 8)
    stage.pages.select(Selection(8, 0, 12))
    qtbot.keyClick(stage.pages, Qt.Key.Key_3)
    stage.pages.go_to(0)
    card = screen.view.panel.cards["benefits"]
    chip = card._quotes.itemAt(0).widget()
    assert chip._words.text().endswith("plan.pdf, p. 9")
    screen.reading.show_leaf(Leaf.FACTS)
    qtbot.mouseClick(chip._words, LEFT)
    assert screen.reading.state.leaf is Leaf.FILE
    qtbot.waitUntil(lambda: stage.pages.page == 8, timeout=20_000)
    qtbot.mouseClick(chip.off, LEFT)
    assert file_quotes_of(answers(screen)) == ()


def test_words_are_found_on_every_page_with_a_list_of_hits(screen, qtbot):
    stage = open_file(screen, qtbot, "plan.pdf")
    qtbot.keyClick(stage.pages, Qt.Key.Key_Slash)
    panel = screen.view.middle.file.find_panel
    assert panel.isVisible()
    screen.file.searching.find(FileFind(open=True, text=f"9.30 {HAN[:3]}"))
    qtbot.waitUntil(lambda: screen.file.state.find.done, timeout=20_000)
    (hit,) = screen.file.state.find.hits
    assert (hit.index, hit.exact) == (8, f"9.30 {HAN[:3]}")
    assert panel.hits.words(0).place == "Page 9"
    text_of(stage, qtbot, 8)
    shown = [mark for mark in stage.pages.marks if mark.look is Look.HIT_SHOWN]
    assert [mark.index for mark in shown] == [8]
    assert stage.pages.page == 8
    qtbot.keyClick(panel.words, Qt.Key.Key_Escape)
    assert not panel.isVisible()


@pytest.mark.campaign
def test_a_word_that_two_lines_share_is_found(screen, qtbot):
    open_file(screen, qtbot, "plan.pdf")
    screen.file.searching.find(FileFind(open=True, text="网络空间"))
    qtbot.waitUntil(lambda: screen.file.state.find.done, timeout=20_000)
    assert [hit.exact for hit in screen.file.state.find.hits] == ["网络空间"]


def test_plain_words_of_a_page_are_read_and_quoted_with_the_same_places(screen, qtbot):
    stage = open_file(screen, qtbot, "plan.pdf")
    qtbot.keyClick(stage.pages, Qt.Key.Key_T)
    assert stage.currentWidget() is stage.words
    text = text_of(stage, qtbot, 0)
    qtbot.waitUntil(lambda: stage.words.text.toPlainText() == text.text, timeout=5_000)
    stage.words.reveal(0, len(SPLIT[0]))
    qtbot.keyClick(stage.words.text, Qt.Key.Key_1)
    (quote,) = file_quotes_of(answers(screen))
    assert (quote.exact, quote.boxes) == (SPLIT[0], text.boxes(0, len(SPLIT[0])))
    qtbot.keyClick(stage.words.text, Qt.Key.Key_T)
    assert stage.currentWidget() is stage.pages


@pytest.mark.campaign
def test_a_point_of_a_turned_page_comes_back_to_the_same_character(screen, qtbot):
    stage = open_file(screen, qtbot, "plan.pdf")
    for index, turns in product((0, 3), range(4)):  # the fourth page is turned by the file itself
        text = text_of(stage, qtbot, index)
        stage.pages.zoom_to(Fit.PAGE, turns)
        offset = text.text.index(HAN)
        (box,) = text.boxes(offset, offset + 1)
        middle = stage.pages.plan.shown(index, box).center()
        back = stage.pages.plan.on_page(index, middle)
        assert box.left < back[0] < box.right
        assert box.top < back[1] < box.bottom
        assert text.at(back[0] - 1, back[1] - 1) == offset


@pytest.mark.campaign
def test_vertical_text_is_selected_without_harm(screen, qtbot):
    stage = open_file(screen, qtbot, "columns.pdf")
    text_of(stage, qtbot, 0)
    qtbot.keyClick(stage.pages, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(stage.pages, Qt.Key.Key_1)
    (quote,) = file_quotes_of(answers(screen))
    assert set(HAN) <= set(quote.exact)


@pytest.mark.campaign
def test_page_and_size_are_remembered_by_file(screen, qtbot):
    stage = open_file(screen, qtbot, "plan.pdf")
    bar = screen.view.middle.file.bar
    bar.page.setText("7")
    qtbot.keyClick(bar.page, Qt.Key.Key_Return)
    screen.view.middle.file.perform(Wish.FIT_PAGE)
    screen.view.middle.file.perform(Wish.TURN)
    open_file(screen, qtbot, "map.png")
    screen.room.settle()
    open_file(screen, qtbot, "plan.pdf")
    assert (stage.pages.page, stage.pages.plan.zoom, stage.pages.plan.turns) == (6, Fit.PAGE, 1)


def test_the_file_and_its_page_are_there_again_where_one_left_off(screen, qtbot):
    stage = open_file(screen, qtbot, "plan.pdf")
    bar = screen.view.middle.file.bar
    bar.page.setText("7")
    qtbot.keyClick(bar.page, Qt.Key.Key_Return)
    part = screen.part()
    screen.leave()  # as the lock has it
    screen.room.settle()
    again = screen.room.screen()
    again.expect(Visit(Place.READING, CASE, part=part))
    again.enter(CASE)
    screen.room.settle()
    qtbot.waitUntil(lambda: bool(again.file.state.pages), timeout=20_000)
    assert again.reading.state.leaf is Leaf.FILE
    assert (again.file.state.file.file, again.file.state.start.page) == ("plan.pdf", 6)
    assert stage is not again.view.middle.file.stage
    again.expect(Visit(Place.READING, CASE, part=f"file {'0' * 64}"))
    again.reading.show_leaf(Leaf.TEXT)
    again.enter(CASE)
    screen.room.settle()
    assert again.reading.state.leaf is Leaf.TEXT
    again.leave()


@pytest.mark.campaign
def test_keys_change_the_size(screen, qtbot):
    stage = open_file(screen, qtbot, "plan.pdf")
    fitting = stage.pages.plan.scale
    qtbot.keyClick(stage.pages, Qt.Key.Key_Plus)
    larger = stage.pages.plan.scale
    qtbot.keyClick(stage.pages, Qt.Key.Key_Minus)
    qtbot.keyClick(stage.pages, Qt.Key.Key_0)
    assert larger > fitting
    assert stage.pages.plan.scale == fitting


def test_a_picture_is_shown_on_white_and_has_no_words(screen, qtbot):
    stage = open_file(screen, qtbot, "map.png")
    qtbot.waitUntil(lambda: stage.pages.drawings.bytes > 0, timeout=20_000)
    image = stage.pages.drawings.of(0, 0)
    red, white = (image.pixelColor(round(image.width() * x), 5).name() for x in (0.25, 0.75))
    assert (red, white) == (QColor(255, 0, 0).name(), QColor(255, 255, 255).name())
    assert not screen.view.middle.file.bar.buttons[Wish.PLAIN].isVisible()
    assert screen.view.middle.file.bar.buttons[Wish.LARGER].isVisible()


def test_a_text_is_read_in_its_encoding_with_hidden_marks_written_out(screen, qtbot):
    stage = open_file(screen, qtbot, "notes.txt")
    assert stage.words.text.toPlainText() == "第一行：实施方案\nsecond [U+202E]line\n"
    assert "GB 18030" in stage.words._notes.text()
    screen.file.searching.find(FileFind(open=True, text="line"))
    assert stage.words.text.textCursor().selectedText() == "line"
    assert stage.quote("benefits") is None


def test_words_of_a_text_file_go_into_the_comment_by_the_same_key(screen, qtbot):
    stage = open_file(screen, qtbot, "notes.txt")
    comment = screen.view.panel.cards["benefits"].comment
    comment.insertPlainText("Thin.")
    screen.file.searching.find(FileFind(open=True, text="second"))
    stage.take_focus()
    qtbot.keyClick(stage.words.text, Qt.Key.Key_3)
    screen.scoring.flush()
    kept = answers(screen)
    assert kept.answer("benefits").comment == "Thin.\n“second” (notes.txt, line 2)"
    assert file_quotes_of(kept) == ()
    assert comment.toPlainText() == kept.answer("benefits").comment
    assert stage.passage() is None
    screen.scoring.undo()
    screen.room.settle()
    assert comment.toPlainText() == "Thin."


def test_words_of_a_text_file_without_room_leave_the_comment_and_say_so(screen, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(hearing, "send", lambda event: said.append(event.message()))
    open_file(screen, qtbot, "notes.txt")
    screen.scoring.edit(Comment("benefits", "y" * LONGEST))
    screen.file.searching.find(FileFind(open=True, text="second"))
    said.clear()
    screen.view.pilot.attach("benefits")
    assert screen.view.panel.cards["benefits"].comment.toPlainText() == "y" * LONGEST
    assert said == ["No room left: 20,000 characters at most"]


def test_anything_else_is_saved_out_after_a_warning(screen, qtbot, tmp_path, monkeypatch):
    stage = open_file(screen, qtbot, "budget.xlsx")
    assert stage.currentWidget() is stage.empty
    asked: list[str] = []

    def choose(_parent, _title, name: str) -> Path:
        asked.append(name)
        return tmp_path / "out.xlsx"

    out = screen.view.middle.file.saving
    out._choose = choose
    said = saving.warning(screen.file.state.file)
    assert "budget.xlsx" in said.text
    monkeypatch.setattr(saving.Confirm, "exec", lambda _self: QDialog.DialogCode.Rejected)
    qtbot.mouseClick(stage.empty._action, LEFT)
    assert asked == []
    monkeypatch.setattr(saving.Confirm, "exec", lambda _self: QDialog.DialogCode.Accepted)
    with qtbot.waitSignal(out._event_saved):
        qtbot.mouseClick(stage.empty._action, LEFT)
    assert asked == ["budget.xlsx"]
    assert (tmp_path / "out.xlsx").read_bytes() == SHEET
    assert "out.xlsx" in screen.view.banner._text.text()


def test_a_signed_score_carries_the_quotes_of_files(screen, qtbot):
    stage = open_file(screen, qtbot, "plan.pdf")
    text_of(stage, qtbot, 0)
    stage.pages.select(Selection(0, 0, 5))
    quote = stage.quote("benefits")
    desk = screen.room.desk
    given = with_file_quotes(some_answers(comment=""), [quote])
    desk.services.scoring.keep(CASE, given)
    missing = desk.services.signing.missing(CASE)
    assert [lack.criterion for lack in missing] == [
        "conceptual_fit",
        "international_cooperativeness",
    ]
    full = with_file_quotes(some_answers(), [quote])
    desk.services.scoring.keep(CASE, full)
    desk.services.signing.sign(CASE, LanguageRead.BOTH)
    assert desk.services.desk.open(CASE).standing.answers == full

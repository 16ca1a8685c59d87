"""Highlights and notes of one's own: by key, in either language, listed, undone, private."""

from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication

from review_protocol.documents.text import Element
from reviewer_app.models.highlights import Highlight
from reviewer_app.reading.splitting import sentences_of
from reviewer_app.ui.entries import entries_of
from reviewer_app.ui.kit.tip_window import hide_tip, tip_shown
from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.edits import GiveMark
from reviewer_app.ui.reading.keys import Gesture
from reviewer_app.ui.reading.marking.places import paper_marks
from reviewer_app.ui.reading.prepared import BlockKind
from reviewer_app.ui.reading.spans import Pointed
from reviewer_app.ui.reading.state import Leaf
from tests.ui.correction.test_correction import corrected
from tests.ui.reading.room import EN, ZH, pane, select

TYPICAL, OTHER = "WIC-2026-001", "WIC-2026-003"
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
WORDS = "Ask them about the third year."


@pytest.fixture
def room(one_room):
    """Every test begins without marks."""
    yield one_room
    for number in (TYPICAL, OTHER):
        for each in marks(one_room, number):
            one_room.desk.services.highlighting.remove(each.id)


def marks(room, number=TYPICAL):
    """What the desk keeps."""
    room.settle()
    return room.desk.services.highlighting.of(number)


def painted(there):
    """The words of a pane that have the underline of highlights."""
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    found = [each for each in there.extraSelections() if each.format.underlineStyle() == wave]
    return [each.cursor.selectedText() for each in found]


def page_of(screen):
    return screen.view.middle.marks


@contextmanager
def unchanged_texts(screen):
    before = {each: pane(screen, each).toPlainText().encode() for each in (ZH, EN)}
    yield
    assert {each: pane(screen, each).toPlainText().encode() for each in (ZH, EN)} == before


def paragraph(screen, language, at=0):
    """A paragraph's block on its side, not a title or heading."""
    blocks = screen.reading.state.opened.prepared.sides[language].blocks
    return [each for each in blocks if each.kind is BlockKind.PARAGRAPH][at]


def put_caret(screen, block, offset=0):
    there = pane(screen, block.language)
    there.put_caret(Pointed(block.language, block.index, offset))
    there.setFocus()
    return there


def highlighted(room, qtbot, screen, language=ZH, *, note=""):
    """The first ten characters of a paragraph, by key; with a note, typed and closed."""
    block = paragraph(screen, language)
    select(screen, language, block.index, 0, 10)
    if not note:
        qtbot.keyClick(pane(screen, language), Qt.Key.Key_H)
    else:
        qtbot.keyClick(pane(screen, language), Qt.Key.Key_N)
        screen.view.note.words.setPlainText(note)
        qtbot.keyClick(screen.view.note.words, Qt.Key.Key_Escape)
    room.settle()
    return block.text[:10].strip()


@pytest.mark.parametrize("language", [ZH, EN])
def test_a_key_highlights_the_selection_and_takes_it_away(room, qtbot, language):
    screen = room.screen(TYPICAL)
    there = pane(screen, language)
    with unchanged_texts(screen):
        words = highlighted(room, qtbot, screen, language)
        (kept,) = marks(room)
        assert (kept.place.exact, kept.place.language, kept.note) == (words, language, "")
        assert painted(there) == [words]
        assert [each.text for each in there.setting().painting.decoration.letters] == ["H"]
        assert there.selection() == ()
        highlighted(room, qtbot, screen, language)
    assert marks(room) == ()
    assert painted(there) == []
    qtbot.keyClick(there, Qt.Key.Key_Z, CTRL)
    assert marks(room) == (kept,)
    qtbot.keyClick(there, Qt.Key.Key_Z, CTRL)
    assert marks(room) == ()


def test_the_page_needs_no_more_width_than_its_widest_button(room, qtbot):
    screen = room.screen(TYPICAL)
    highlighted(room, qtbot, screen, note="Ask the applicant.")
    (row,) = page_of(screen).rows
    widest = max(each.sizeHint().width() for each in (row.show_place, row.write, row.remove))
    needed = page_of(screen).widget().minimumSizeHint().width()
    assert needed <= max(widest, page_of(screen).copy.sizeHint().width()) + 100


def test_without_a_selection_it_is_the_sentence_at_the_caret(room, qtbot):
    screen = room.screen(TYPICAL)
    block = paragraph(screen, EN)
    second = sentences_of(block.text)[1]
    there = put_caret(screen, block, second.start + 3)
    qtbot.keyClick(there, Qt.Key.Key_H)
    (kept,) = marks(room)
    assert kept.place.exact == block.text[second.start : second.end]
    put_caret(screen, block, second.start + 8)  # elsewhere in what is highlighted
    qtbot.keyClick(there, Qt.Key.Key_H)
    assert marks(room) == ()


def test_a_note_is_kept_as_it_is_typed_and_without_words_the_highlight_stays(room, qtbot):
    screen = room.screen(TYPICAL)
    block = paragraph(screen, ZH, 1)
    there, note = put_caret(screen, block), screen.view.note
    qtbot.keyClick(there, Qt.Key.Key_N)
    assert note.isVisible()
    assert screen.view.focusWidget() is note.words
    (bare,) = marks(room)
    assert (bare.place.exact, bare.note) == (block.text.strip(), "")
    note.words.setPlainText(WORDS)
    qtbot.waitUntil(lambda: [each.note for each in marks(room)] == [WORDS])
    assert screen.marking.state.saved_at is not None
    note.words.setPlainText("")
    qtbot.keyClick(note.words, Qt.Key.Key_Escape)
    assert [each.note for each in marks(room)] == [""]
    assert not note.isVisible()
    assert screen.view.focusWidget() is there


def test_a_lock_while_a_note_is_typed_loses_nothing(room, qtbot):
    screen = room.screen(TYPICAL)
    qtbot.keyClick(put_caret(screen, paragraph(screen, EN)), Qt.Key.Key_N)
    screen.view.note.words.setPlainText(WORDS)
    aside = entries_of(screen.view)
    screen.leave()
    (kept,) = marks(room)
    assert kept.note == WORDS
    again = room.screen(TYPICAL)
    aside.texts_into(again.view)
    again.leave()
    assert marks(room) == (kept,)


def test_undoing_means_whatever_was_done_last(room, qtbot):
    screen = room.screen(TYPICAL)
    highlighted(room, qtbot, screen)
    screen.scoring.edit(GiveMark("benefits", 7))
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_Z, CTRL)
    assert len(marks(room)) == 1
    assert room.answers(TYPICAL).answer("benefits").mark is None


def test_a_note_that_was_written_anew_is_what_it_was_before(room, qtbot):
    screen = room.screen(TYPICAL)
    note, said = screen.view.note, screen.view.panel.foot.last_act
    there = put_caret(screen, paragraph(screen, ZH, 1))
    qtbot.keyClick(there, Qt.Key.Key_N)
    note.words.setPlainText(WORDS)
    qtbot.keyClick(note.words, Qt.Key.Key_Escape)
    assert [each.note for each in marks(room)] == [WORDS]
    for words in ("Another thought", ""):  # written anew, and emptied
        qtbot.keyClick(there, Qt.Key.Key_N)
        note.words.setPlainText(f"{words}…")
        screen.marking.flush()
        note.words.setPlainText(words)
        qtbot.keyClick(note.words, Qt.Key.Key_Escape)
        assert [each.note for each in marks(room)] == [words]
        qtbot.keyClick(there, Qt.Key.Key_Z, CTRL)
        assert [each.note for each in marks(room)] == [WORDS]
        assert (said.isVisible(), said.text) == (True, "Undone: Note")
    qtbot.keyClick(there, Qt.Key.Key_Y, CTRL)
    assert [each.note for each in marks(room)] == [""]
    assert said.text == "Done again: Note"
    qtbot.keyClick(there, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(there, Qt.Key.Key_H)
    assert marks(room) == ()
    assert not said.isVisible()
    qtbot.keyClick(there, Qt.Key.Key_Z, CTRL)
    assert [each.note for each in marks(room)] == [WORDS]


def test_undoing_beside_an_open_note_closes_it(room, qtbot):
    screen = room.screen(TYPICAL)
    there = put_caret(screen, paragraph(screen, ZH, 1))
    qtbot.keyClick(there, Qt.Key.Key_N)
    assert len(marks(room)) == 1
    screen.view.note.words.setPlainText(WORDS)
    there.setFocus()
    qtbot.keyClick(there, Qt.Key.Key_Z, CTRL)
    assert marks(room) == ()
    assert not screen.view.note.isVisible()
    qtbot.keyClick(there, Qt.Key.Key_Z, CTRL)
    assert [each.note for each in marks(room)] == [WORDS]


def test_the_list_has_both_languages_and_leads_to_the_place(room, qtbot):
    screen = room.screen(TYPICAL)
    chinese = highlighted(room, qtbot, screen, ZH, note=WORDS)
    highlighted(room, qtbot, screen, EN)
    (entry,) = screen.view.outline.entries(Leaf.MARKS)
    assert entry.accessibleName() == "Notes 2"
    qtbot.mouseClick(entry, LEFT)
    page = page_of(screen)
    assert page.isVisible()
    assert "stays on this computer" in page._private.text()
    second, first = page.rows
    assert first._excerpt.text() == f"“{chinese}”"
    assert first._note.text() == WORDS
    assert first._other.text() == paragraph(screen, EN).text
    assert second._where.text() == "1 Case Background, paragraph 1 · English"
    second.copy.click()
    assert QApplication.clipboard().text() == second.text
    page.copy.click()
    assert QApplication.clipboard().text() == f"{second.text}\n\n{first.text}"
    first.show_place.click()
    assert screen.reading.state.leaf is Leaf.TEXT
    assert pane(screen, ZH).setting().painting.decoration.shaded


def test_what_is_taken_away_in_the_list_can_be_brought_back(room, qtbot):
    screen = room.screen(TYPICAL)
    highlighted(room, qtbot, screen, ZH, note=WORDS)
    kept = marks(room)
    screen.reading.show_leaf(Leaf.MARKS)
    page = page_of(screen)
    assert not page.undo.isVisible()
    page.rows[0].remove.click()
    assert marks(room) == ()
    assert page.rows == []
    page.undo.click()
    assert marks(room) == kept
    assert [row.highlight for row in page.rows] == list(kept)
    page.rows[0].write.click()
    assert screen.view.note.words.toPlainText() == WORDS
    qtbot.keyClick(screen.view.note.words, Qt.Key.Key_Escape)
    assert screen.view.focusWidget() is page.rows[0].write


def test_marks_stand_where_both_languages_are_woven(room, qtbot):
    screen = room.screen(TYPICAL)
    words = highlighted(room, qtbot, screen, EN)
    screen.reading.arrange(screen.reading.state.how.in_mode(Mode.STACKED))
    (stack,) = screen.view.middle.texts.pair.in_sight
    assert painted(stack) == [words]


def test_what_a_corrected_case_no_longer_says_is_painted_nowhere(room, qtbot):
    screen = room.screen(OTHER)
    words = highlighted(room, qtbot, screen, EN, note=WORDS)
    kept = highlighted(room, qtbot, screen, ZH)
    case = next(each for each in room.desk.cases if each.number == OTHER)
    room.desk.correct(corrected(case))
    screen.reading.show_leaf(Leaf.MARKS)  # nor does a text out of sight mind
    screen.refresh()
    room.settle()
    screen.reading.show_leaf(Leaf.TEXT)
    room.settle()
    qtbot.waitUntil(lambda: painted(pane(screen, ZH)) == [kept])
    prepared = screen.reading.state.opened.prepared
    assert "In 2031 " in prepared.texts[Element.BACKGROUND, EN].text
    assert (painted(pane(screen, EN)), painted(pane(screen, ZH))) == ([], [kept])
    screen.reading.show_leaf(Leaf.MARKS)
    here, earlier = page_of(screen)._cards
    assert earlier.accessibleName() == "In an earlier text"
    assert page_of(screen).rows[-1]._excerpt.text() == f"“{words}”"
    assert not page_of(screen).rows[-1].show_place.isVisible()
    assert here.accessibleName().startswith("1 ")


def test_a_note_on_a_part_of_a_highlight_belongs_to_that_highlight(room, qtbot):
    screen = room.screen(TYPICAL)
    highlighted(room, qtbot, screen, ZH)
    block = paragraph(screen, ZH)
    select(screen, ZH, block.index, 3, 6)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_N)
    screen.view.note.words.setPlainText(WORDS)
    screen.marking.end_note()
    (only,) = marks(room)
    assert (only.note, len(only.place.exact)) == (WORDS, 10)
    select(screen, ZH, block.index, 3, 14)  # more than the highlight is something else
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_N)
    screen.view.note.words.setPlainText(WORDS)
    screen.marking.end_note()
    assert len(marks(room)) == 2


@pytest.mark.parametrize("language", [ZH, EN])
def test_what_is_noted_stays_in_sight_when_the_note_takes_its_room(room, qtbot, language):
    screen = room.screen(TYPICAL)
    there = pane(screen, language)
    block = paragraph(screen, language, 3)
    top = there.setting().tops[there.held.number(language, block.index)]
    there.verticalScrollBar().setValue(round(top) + 30 - there.viewport().height())
    select(screen, language, block.index, 0, 4)
    height = there.viewport().height()
    qtbot.keyClick(there, Qt.Key.Key_N)
    room.settle()
    assert there.viewport().height() < height - 30
    begun = top - there.verticalScrollBar().value()
    assert begun >= 0
    assert begun + there.setting().styles[block.index].line <= there.viewport().height()
    screen.marking.end_note()


def test_they_are_on_paper_with_the_other_marks(room, qtbot):
    screen = room.screen(TYPICAL)
    highlighted(room, qtbot, screen, ZH, note=WORDS)
    prepared, kept = screen.reading.state.opened.prepared, marks(room)
    (mark,) = paper_marks(prepared, kept)
    assert (mark.letter, mark.tone, mark.about) == ("N", "note", "Note")
    assert mark.where == "1 Case Background, paragraph 1 · Chinese"
    assert WORDS in mark.words
    place = kept[0].place
    assert mark.span is not None
    assert (mark.span.start, mark.span.end) == (place.start, place.end)
    elsewhere = place.model_copy(update={"text_hash": "0" * 64})
    (lost,) = paper_marks(prepared, [Highlight(1, TYPICAL, elsewhere, "", "")])
    assert (lost.span, lost.letter) == (None, "H")


def test_in_a_file_the_keys_say_what_can_be_done_there(room, qtbot):
    screen = room.screen(TYPICAL)
    screen.reading.show_leaf(Leaf.FILE)
    assert screen.view.pilot.perform(Gesture.HIGHLIGHT)
    assert tip_shown().words.startswith("Highlights and notes are kept for the text")
    hide_tip()
    assert marks(room) == ()


def test_what_is_selected_over_elements_is_highlighted_in_each(room, qtbot):
    screen = room.screen(TYPICAL)
    there = pane(screen, EN)
    there.selectAll()
    there.setFocus()
    wanted = [quote.exact for quote in screen.view.middle.texts.quotes()]
    qtbot.keyClick(there, Qt.Key.Key_H)
    room.settle()
    assert sorted(each.place.exact for each in marks(room)) == sorted(wanted)
    assert len(wanted) == len(Element)
    qtbot.keyClick(there, Qt.Key.Key_Z, CTRL)
    assert marks(room) == ()
    there.selectAll()
    qtbot.keyClick(there, Qt.Key.Key_H)
    room.settle()
    there.selectAll()
    qtbot.keyClick(there, Qt.Key.Key_H)
    room.settle()
    assert marks(room) == ()


def test_a_note_after_a_quote_goes_to_the_quoted_words(room, qtbot):
    screen = room.screen(TYPICAL)
    block = paragraph(screen, EN)
    select(screen, EN, block.index, 4, 21)
    there = pane(screen, EN)
    qtbot.keyClick(there, Qt.Key.Key_3)
    assert there.selection() == ()
    qtbot.keyClick(there, Qt.Key.Key_N)
    room.settle()
    (kept,) = marks(room)
    assert kept.place.exact == block.text[4:21]

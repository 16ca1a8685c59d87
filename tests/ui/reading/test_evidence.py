"""Quotes: selected in either language, kept as code points of the document's own text."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor, QTextDocument

from review_protocol.documents.text import Element
from reviewer_app.reading.quotes import found_again
from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.prepared import BlockKind, prepare
from reviewer_app.ui.reading.spans import TextSpan, block_spans, spans_in
from tests.ui.reading.room import EN, ZH, pane, select

TYPICAL = "WIC-2026-001"


def quotes(room, criterion):
    return room.answers(TYPICAL).answer(criterion).quotes


@pytest.mark.parametrize(
    ("key", "criterion"),
    [
        (Qt.Key.Key_1, "conceptual_fit"),
        (Qt.Key.Key_2, "international_cooperativeness"),
        (Qt.Key.Key_3, "benefits"),
    ],
)
def test_a_key_attaches_the_selected_words_to_its_criterion(room, qtbot, key, criterion):
    screen = room.screen(TYPICAL)
    select(screen, ZH, 2, 3, 11)
    qtbot.keyClick(pane(screen, ZH), key)
    room.settle()
    prepared = screen.reading.state.opened.prepared
    words = prepared.sides[ZH].blocks[2].text[3:11]
    (quote,) = quotes(room, criterion)
    text = prepared.texts[Element.BACKGROUND, ZH]
    assert (quote.exact, quote.language) == (words, ZH)
    assert found_again(quote, text) == (quote.start, quote.end)
    assert text.text[quote.start : quote.end] == words


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_H])
def test_marking_moves_nothing_though_the_other_side_was_never_touched(room, qtbot, key):
    screen = room.screen(TYPICAL)
    late = len(screen.reading.state.opened.prepared.sides[ZH].blocks) * 2 // 3
    screen.view.middle.texts.pair.go_to(ZH, late, above=80.0)
    room.settle()
    sides = [pane(screen, language) for language in (ZH, EN)]
    places = [side.verticalScrollBar().value() for side in sides]
    select(screen, ZH, late, 0, 6)
    for side, place in zip(sides, places, strict=True):
        side.verticalScrollBar().setValue(place)
    seen = [side.at(QPoint(80, 200)).block for side in sides]
    qtbot.keyClick(sides[0], key)
    room.settle()
    assert [side.at(QPoint(80, 200)).block for side in sides] == seen
    assert min(places) > 200
    assert not sides[0].textCursor().hasSelection()


def test_all_that_is_selected_becomes_evidence_a_quote_an_element_by_one_step(room, qtbot):
    screen = room.screen(TYPICAL)
    prepared = screen.reading.state.opened.prepared
    pane(screen, ZH).selectAll()
    pane(screen, ZH).setFocus()
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_1)
    room.settle()
    found = [(each.element, each.exact) for each in quotes(room, "conceptual_fit")]
    assert found == [(each, prepared.texts[each, ZH].text.strip()) for each in Element]
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert quotes(room, "conceptual_fit") == ()


def test_woven_texts_give_a_quote_a_language_and_nothing_that_was_not_selected(room, qtbot):
    screen = room.screen(TYPICAL)
    screen.reading.arrange(screen.reading.state.how.in_mode(Mode.STACKED))
    stack = screen.view.middle.texts.pair.shelf.stack
    blocks = stack.held.blocks
    first = next(at for at, each in enumerate(blocks) if each.kind is BlockKind.PARAGRAPH)
    cursor = QTextCursor(stack.document().findBlockByNumber(first))
    cursor.setPosition(cursor.position() + 2)
    last = stack.document().findBlockByNumber(first + 3)
    cursor.setPosition(last.position() + 4, QTextCursor.MoveMode.KeepAnchor)
    stack.setTextCursor(cursor)
    stack.setFocus()
    qtbot.keyClick(stack, Qt.Key.Key_2)
    room.settle()
    pieces = [each.text for each in blocks[first : first + 4]]
    pieces[0], pieces[-1] = pieces[0][2:], pieces[-1][:4]
    joined = {ZH: "", EN: ""}
    for block, piece in zip(blocks[first : first + 4], pieces, strict=True):
        joined[block.language] += piece
    kept = quotes(room, "international_cooperativeness")
    assert [each.language for each in kept] == [ZH, EN]
    assert {each.language: squeezed(each.exact) for each in kept} == {
        language: squeezed(text) for language, text in joined.items()
    }


def squeezed(text):
    return "".join(text.split())


def test_a_quote_is_painted_and_has_its_letter_in_the_margin(room, qtbot):
    screen = room.screen(TYPICAL)
    select(screen, EN, 4, 0, 20)
    qtbot.keyClick(pane(screen, EN), Qt.Key.Key_3)
    (painted,) = pane(screen, EN).extraSelections()
    (letter,) = pane(screen, EN).setting().painting.decoration.letters
    words = screen.reading.state.opened.prepared.sides[EN].blocks[4].text[:20].strip()
    assert painted.cursor.selectedText() == words
    assert (letter.block, letter.text) == (4, "B")
    assert pane(screen, ZH).extraSelections() == []


def test_a_quote_is_taken_off_and_brought_back(room, qtbot):
    screen = room.screen(TYPICAL)
    select(screen, ZH, 2, 0, 5)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_1)
    card = screen.view.panel.cards["conceptual_fit"]
    chip = card._quotes.itemAt(0).widget()
    qtbot.mouseClick(chip.off, Qt.MouseButton.LeftButton)
    room.settle()
    assert quotes(room, "conceptual_fit") == ()
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert len(quotes(room, "conceptual_fit")) == 1


def test_a_quote_names_its_paragraph_as_a_reader_counts(room, qtbot):
    screen = room.screen(TYPICAL)
    blocks = screen.reading.state.opened.prepared.sides[ZH].blocks
    heading = next(at for at, each in enumerate(blocks) if each.kind is BlockKind.HEADING)
    select(screen, ZH, heading + 1, 0, 6)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_1)
    select(screen, ZH, heading, 0, 4)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_1)
    chips = screen.view.panel.cards["conceptual_fit"]._quotes
    places = [chips.itemAt(at).widget()._words.accessibleName() for at in range(chips.count())]
    assert [each.split(", ", 1)[1] for each in places] == [
        "1 Case Background, paragraph 1 · Chinese",
        "1 Case Background · Chinese",
    ]


def test_choosing_a_quote_shows_it_and_its_counterpart(room, qtbot):
    screen = room.screen(TYPICAL)
    prepared = screen.reading.state.opened.prepared
    last = len(prepared.sides[EN].blocks) - 1
    select(screen, EN, last, 0, 20)
    qtbot.keyClick(pane(screen, EN), Qt.Key.Key_1)
    pane(screen, EN).verticalScrollBar().setValue(0)
    chip = screen.view.panel.cards["conceptual_fit"]._quotes.itemAt(0).widget()
    qtbot.mouseClick(chip._words, Qt.MouseButton.LeftButton)
    there = prepared.rows[prepared.row_of(EN, last)].zh
    assert pane(screen, EN).verticalScrollBar().value() > 0
    assert pane(screen, ZH).setting().painting.decoration.shaded == frozenset(there)


def test_nothing_selected_attaches_nothing(room, qtbot):
    screen = room.screen(TYPICAL)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_1)
    room.settle()
    assert quotes(room, "conceptual_fit") == ()


def test_offsets_are_code_points_where_qt_counts_utf_16(room):
    case = room.desk.services.desk.open(TYPICAL).case
    section = case.elements.background.zh[0].model_copy(
        update={"heading": None, "paragraphs": ("𠮷野家🙂在此。", "第二段🙂文字")}
    )
    background = case.elements.background.model_copy(update={"zh": (section,)})
    elements = case.elements.model_copy(update={"background": background})
    prepared = prepare(case.model_copy(update={"elements": elements}), {})
    side = prepared.sides[ZH]
    document = QTextDocument()
    document.setPlainText(side.text)
    cursor = QTextCursor(document.findBlockByNumber(2))
    at = cursor.position()
    cursor.setPosition(at + 3)  # after the surrogate pair of the smiley
    cursor.setPosition(at + 6, QTextCursor.MoveMode.KeepAnchor)
    (span,) = spans_in(document, side.blocks, cursor)
    text = prepared.texts[Element.BACKGROUND, ZH].text
    assert text[span.start : span.end] == "🙂文"
    (block,) = block_spans(prepared, TextSpan(ZH, Element.BACKGROUND, span.start, span.end))
    assert (block.block, block.start, block.end) == (2, 3, 6)

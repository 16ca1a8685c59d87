"""The sentence under the pointer with its counterpart, and chips for what moved or is unsure."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from review_protocol.documents.score import Answers
from review_protocol.documents.text import Element, Language
from reviewer_app.reading.align import Kind
from reviewer_app.reading.alignment import Alignment, Group
from reviewer_app.reading.case_comparison import Difference, Spot, Theme
from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.reading.counterparts import sentences_at
from reviewer_app.ui.reading.decorating import decoration
from reviewer_app.ui.reading.differing.places import by_row
from reviewer_app.ui.reading.margin_words import margin_words, sign_tips
from reviewer_app.ui.reading.pane_text import of_side
from reviewer_app.ui.reading.placing import CHIP_PX, Measured, Placed, place_aligned, place_down
from reviewer_app.ui.reading.prepared import PaneRow, prepare
from reviewer_app.ui.reading.spans import Pointed
from tests.ui.reading.room import EN, ZH, pane

TYPICAL, REORDERED = "WIC-2026-001", "WIC-2026-003"


def point(there, block, offset):
    """Move the pointer over a character."""
    cursor = there.textCursor()
    cursor.setPosition(there.document().findBlockByNumber(block).position() + offset)
    there.setTextCursor(cursor)
    there.ensureCursorVisible()
    at = QPointF(there.cursorRect(cursor).center())
    glob = there.viewport().mapToGlobal(at)
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, at, glob, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(there.viewport(), move)


def backgrounds(there):
    """The words that are painted over, as they are selected."""
    return [each.cursor.selectedText() for each in there.extraSelections()]


def test_the_sentence_under_the_pointer_and_its_counterpart_are_shaded(room):
    screen = room.screen(TYPICAL)
    prepared = screen.reading.state.opened.prepared
    block = prepared.sides[ZH].find(Element.BACKGROUND, 1)
    words = prepared.sides[ZH].blocks[block].text
    before = [pane(screen, each).toPlainText() for each in Language]
    point(pane(screen, ZH), block, words.index("2019年我们实地走访"))
    (here,), (there,) = (backgrounds(pane(screen, each)) for each in (ZH, EN))
    assert here.startswith("2019年我们实地走访的311个自然村")
    assert here.endswith("项目由此得名。")
    assert there.startswith("Of the 311 hamlets")
    assert there.endswith("gave the project its name.")
    assert [pane(screen, each).toPlainText() for each in Language] == before


def test_nothing_is_shaded_at_a_title_and_without_a_pointer(room):
    screen = room.screen(TYPICAL)
    prepared = screen.reading.state.opened.prepared
    assert sentences_at(prepared, Pointed(ZH, 0)) == {}
    assert sentences_at(prepared, Pointed(EN, -1)) == {}
    point(pane(screen, EN), 2, 5)
    assert backgrounds(pane(screen, ZH))
    pane(screen, EN).pointed.emit(Pointed(EN, -1))
    assert backgrounds(pane(screen, ZH)) == []


def test_what_moved_says_so_on_both_sides_and_in_the_outline(room):
    screen = room.screen(REORDERED)
    prepared = screen.reading.state.opened.prepared
    moved = [row for row in prepared.rows if row.kind is Kind.MOVED]
    assert moved
    for language in Language:
        chips = pane(screen, language).setting().painting.decoration.chips
        assert chips == {row.of(language)[0]: "Moved" for row in moved if row.of(language)}
    notes = [entry.text() for entry in screen.view.outline._elements.values()]
    assert sum("Order differs" in each for each in notes) == 1


def test_what_is_uncertain_has_a_chip_and_is_counted(room):
    case = room.desk.services.desk.open(TYPICAL).case
    group = Group(zh=(0,), en=(0,), kind=Kind.UNCERTAIN, sim=0.1)
    prepared = prepare(case, {Element.BENEFITS: Alignment(version=2, groups=(group,))})
    block = prepared.sides[EN].find(Element.BENEFITS, 0)
    held = of_side(prepared, EN)
    made = decoration(prepared, held, Placed(), Answers(), margin_words(), (), LIGHT)
    assert made.chips[block] == "Uncertain"
    assert made.signs[block] == ("uncertain",)


def test_what_differs_has_a_sign_beside_that_of_its_row(room):
    case = room.desk.services.desk.open(TYPICAL).case
    group = Group(zh=(0,), en=(0,), kind=Kind.UNCERTAIN, sim=0.1)
    prepared = prepare(case, {Element.BENEFITS: Alignment(version=2, groups=(group,))})
    text = prepared.texts[Element.BENEFITS, EN].units[0]
    spot = Spot(EN, Element.BENEFITS, text.start, text.end, text.text)
    held = of_side(prepared, EN)
    for theme, signs in (
        (Theme.LENGTH, ("uncertain", "differs")),
        (Theme.MISSING, ("uncertain", "differs")),
        (Theme.COUNTRIES, ("uncertain", "differs")),
        (Theme.ONE_SIDED, ("uncertain",)),
    ):
        rows = by_row(prepared, (Difference(theme, en=spot),))
        made = decoration(prepared, held, Placed(), Answers(), margin_words(), rows, LIGHT)
        block = prepared.sides[EN].find(Element.BENEFITS, 0)
        assert made.signs[block] == signs
        tip = sign_tips(prepared, held, rows, str)[block]
        assert tip.splitlines()[0] == "It is not sure that these paragraphs belong together"
        assert len(tip.splitlines()) == len(signs)


def test_a_chip_has_room_below_its_row(room):
    rows = (PaneRow((0,), (0,), Kind.UNCERTAIN), PaneRow((1,), (1,), Kind.SAME))
    side = Measured([20.0, 20.0], [0.0, 0.0], [5.0, 5.0], [15.0, 15.0])
    for placed in place_aligned(rows, {ZH: side, EN: side}).values():
        assert placed.tops[1] - placed.tops[0] == 20 + 5 + CHIP_PX
    alone = place_down(rows, [((0,),), ((1,),)], side)
    assert alone.tops[1] - alone.tops[0] == 20 + 5 + CHIP_PX

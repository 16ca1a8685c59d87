"""The four modes: woven, in focus, side by side, free; letters of each side; the place kept."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor

from review_protocol.documents.text import Element, Language
from reviewer_app.reading.align import Kind
from reviewer_app.ui.kit.palette import DARK, LIGHT
from reviewer_app.ui.kit.stylesheet import apply_theme
from reviewer_app.ui.kit.tip_window import hide_tip, tip_shown
from reviewer_app.ui.reading.anchoring import first_line
from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.letters_menu import LettersMenu
from reviewer_app.ui.reading.pane_tips import Explained
from reviewer_app.ui.reading.spans import Pointed
from tests.ui.reading.room import EN, ZH, pane

pytestmark = pytest.mark.campaign

TYPICAL, REORDERED, ENGLISH_ONLY = "WIC-2026-001", "WIC-2026-003", "WIC-2026-004"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(one_room):
    return one_room


def pair_of(screen):
    return screen.view.middle.texts.pair


def change(screen, mode):
    """Another mode, as a gesture makes it."""
    screen.reading.arrange(screen.reading.state.how.in_mode(mode))


def prepared_of(screen):
    return screen.reading.state.opened.prepared


def press(qtbot, screen, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(pair_of(screen).in_sight[0], key, modifier)


def top_line(screen, at=0):
    """The words that begin at the top of a pane."""
    there = pair_of(screen).in_sight[at]
    number, offset = first_line(there.setting(), there.verticalScrollBar().value())
    return there.document().findBlockByNumber(number).text()[offset : offset + 12]


def test_stacked_has_each_paragraph_under_its_counterpart_and_every_word_once(room):
    screen = room.screen(TYPICAL)
    change(screen, Mode.STACKED)
    stack = pair_of(screen).shelf.stack
    assert pair_of(screen).in_sight == (stack,)
    prepared, held = prepared_of(screen), stack.held
    expected = [
        prepared.sides[each].blocks[block].text
        for row in prepared.rows
        for each in (ZH, EN)
        for block in row.of(each)
    ]
    assert stack.toPlainText().split("\n") == expected
    setting = stack.setting()
    ends = [top + high for top, high in zip(setting.tops, setting.heights(), strict=True)]
    assert all(end <= top for end, top in zip(ends, setting.tops[1:], strict=False))
    gaps = {number: setting.tops[number + 1] - ends[number] for number in range(len(ends) - 1)}
    inside = [gaps[parts[0][-1]] for parts in held.rows if len(parts) == 2]
    between = [gaps[parts[-1][-1]] for parts in held.rows[:-1] if len(parts) == 2]
    assert max(inside) < min(between)


def test_stacked_has_no_filler(room):
    screen = room.screen(TYPICAL)
    change(screen, Mode.STACKED)
    assert pair_of(screen).shelf.stack.placed.gaps == []


def test_the_upper_language_is_swapped_and_the_place_stays(room, qtbot):
    screen = room.screen(TYPICAL)
    change(screen, Mode.STACKED)
    screen.view.middle.texts.show_element(Element.MODALITIES)
    press(qtbot, screen, Qt.Key.Key_S)
    stack = pair_of(screen).shelf.stack
    assert [block.language for block in stack.held.blocks[:2]] == [EN, ZH]
    assert pair_of(screen).anchor().element is Element.MODALITIES


def test_a_selection_in_the_weave_is_a_quote_of_its_language(room):
    screen = room.screen(TYPICAL)
    change(screen, Mode.STACKED)
    stack, prepared = pair_of(screen).shelf.stack, prepared_of(screen)
    index = prepared.sides[EN].find(Element.BACKGROUND, 1)
    block = stack.document().findBlockByNumber(stack.held.number(EN, index))
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + 20, QTextCursor.MoveMode.KeepAnchor)
    stack.setTextCursor(cursor)
    (quote,) = screen.view.middle.texts.quotes()
    assert (quote.language, quote.element) == (EN, Element.BACKGROUND)
    assert quote.exact == prepared.sides[EN].blocks[index].text[:20].strip()


def test_in_focus_a_key_opens_the_counterpart_below_and_closes_it(room, qtbot):
    screen = room.screen(TYPICAL)
    press(qtbot, screen, Qt.Key.Key_F)
    focus, prepared = pane(screen, ZH), prepared_of(screen)
    alone = focus.toPlainText()
    assert alone == prepared.sides[ZH].text
    at = Pointed(ZH, prepared.sides[ZH].find(Element.BACKGROUND, 1))
    focus.put_caret(at)
    press(qtbot, screen, Qt.Key.Key_Period)
    below = focus.held.blocks[focus.held.number(ZH, at.block) + 1]
    row = prepared.rows[prepared.row_of(ZH, at.block)]
    assert (below.language, below.index) == (EN, row.en[0])
    assert focus.caret() == at
    assert focus.setting().painting.decoration.opened == {at.block + 1}
    press(qtbot, screen, Qt.Key.Key_Period)
    assert focus.toPlainText() == alone


def test_what_moved_opens_where_its_counterpart_is_read(room, qtbot):
    screen = room.screen(REORDERED)
    prepared = prepared_of(screen)
    moved = next(row for row in prepared.rows if row.kind is Kind.MOVED and row.zh)
    press(qtbot, screen, Qt.Key.Key_F)
    focus = pane(screen, ZH)
    focus.put_caret(Pointed(ZH, moved.zh[0]))
    press(qtbot, screen, Qt.Key.Key_Period)
    below = focus.held.blocks[focus.held.number(ZH, moved.zh[0]) + 1]
    other = next(row for row in prepared.rows if row.kind is Kind.MOVED and row.en)
    assert (below.language, below.index) == (EN, other.en[0])


def test_in_focus_a_hit_in_the_other_language_is_opened_and_marked(room):
    screen = room.screen(TYPICAL)
    change(screen, Mode.FOCUS)
    screen.reading.find("hamlets")
    room.settle()
    hit = screen.reading.state.find.hits[0]
    focus = pane(screen, ZH)
    number = focus.held.number(EN, hit.block)
    assert focus.held.blocks[number].language is EN
    assert "hamlets" in {each.cursor.selectedText() for each in focus.extraSelections()}
    y = focus.setting().tops[number] - focus.verticalScrollBar().value()
    assert 0 <= y < focus.viewport().height()


def test_the_whole_counterpart_of_a_moved_paragraph_is_shaded(room):
    screen = room.screen(REORDERED)
    prepared = prepared_of(screen)
    zh = next(row.zh for row in prepared.rows if row.kind is Kind.MOVED and row.zh)
    en = next(row.en for row in prepared.rows if row.kind is Kind.MOVED and row.en)
    pane(screen, ZH).pointed.emit(Pointed(ZH, zh[0], 1))
    shaded = {each: pane(screen, each).setting().painting.decoration.shaded for each in Language}
    assert shaded == {ZH: frozenset(zh), EN: frozenset(en)}


def test_focus_leads_back_to_the_mode_it_came_from(room, qtbot):
    screen = room.screen(TYPICAL)
    change(screen, Mode.STACKED)
    press(qtbot, screen, Qt.Key.Key_F)
    assert screen.reading.state.how.mode is Mode.FOCUS
    press(qtbot, screen, Qt.Key.Key_F)
    assert screen.reading.state.how.mode is Mode.STACKED


def test_locking_means_nothing_where_there_is_one_column(room, qtbot):
    screen = room.screen(TYPICAL)
    for mode in (Mode.STACKED, Mode.FOCUS):
        change(screen, mode)
        press(qtbot, screen, Qt.Key.Key_L)
        assert screen.reading.state.how.mode is mode
        assert not screen.view.toolbar._lock.isEnabled()


@pytest.mark.parametrize("mode", list(Mode))
def test_the_line_at_the_top_stays_through_width_size_spacing_and_mode(room, qtbot, mode):
    screen = room.screen(TYPICAL)
    change(screen, mode)
    pair = pair_of(screen)
    there = pair.in_sight[0]
    number = there.held.find(ZH, Element.BENEFITS, 1)
    there.verticalScrollBar().setValue(round(there.setting().tops[number]))
    words = top_line(screen)
    for width in (1500, 1300, 1280):
        screen.view.resize(width, 720)
        qtbot.waitUntil(lambda: there.viewport().width() == pair.shelf._widths[there])
    press(qtbot, screen, Qt.Key.Key_Plus, CTRL)
    press(qtbot, screen, Qt.Key.Key_0, CTRL)
    for other in Mode:
        change(screen, other)
    change(screen, mode)
    assert top_line(screen) == words
    assert words


def test_free_sides_keep_a_place_each(room, qtbot, qapp, languages):
    screen = room.screen(TYPICAL)
    change(screen, Mode.FREE)
    pair = pair_of(screen)
    for there, unit in zip(
        pair.in_sight, (Element.BENEFITS, Element.INTERNATIONAL_COOPERATION), strict=True
    ):
        number = there.held.find(there.language, unit, 1)
        there.verticalScrollBar().setValue(round(there.setting().tops[number]))
    words = {each.language: top_line(screen, at) for at, each in enumerate(pair.in_sight)}
    assert len({each.verticalScrollBar().value() for each in pair.in_sight}) == 2

    def same():
        now = {each.language: top_line(screen, at) for at, each in enumerate(pair.in_sight)}
        return now == words and all(words.values())

    apply_theme(qapp, DARK)
    languages.use("zh_CN")
    settled(qtbot, pair)
    assert same()
    apply_theme(qapp, LIGHT)
    languages.use("en")
    settled(qtbot, pair)
    assert same()
    press(qtbot, screen, Qt.Key.Key_Plus, CTRL)
    assert same()
    screen.view.resize(1400, 720)
    settled(qtbot, pair)
    assert same()
    press(qtbot, screen, Qt.Key.Key_S)
    assert same()


def settled(qtbot, pair):
    """Wait until what Qt put off is done."""
    pair._soon.start()
    qtbot.waitUntil(lambda: not pair._soon.isActive())


def test_locked_sides_are_scrolled_by_as_much_whatever_happens(room, qtbot):
    screen = room.screen(TYPICAL)
    bars = [pane(screen, each).verticalScrollBar() for each in (ZH, EN)]
    assert bars[0].value() == bars[1].value()
    bars[1].setValue(777)
    for key, modifier in ((Qt.Key.Key_Plus, CTRL), (Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier)):
        press(qtbot, screen, key, modifier)
        assert bars[0].value() == bars[1].value() > 500
    for mode in (Mode.FREE, Mode.ALIGNED, Mode.STACKED, Mode.ALIGNED):
        change(screen, mode)
    assert bars[0].value() == bars[1].value() > 500
    screen.leave()
    room.settle()
    again = room.screen(TYPICAL)
    bars = [pane(again, each).verticalScrollBar() for each in (ZH, EN)]
    assert bars[0].value() == bars[1].value() > 400
    again.view.middle.texts.show_element(Element.BACKGROUND)
    again.leave()
    room.settle()


@pytest.mark.parametrize("mode", list(Mode))
def test_letters_spacing_selecting_and_marks_leave_the_words_as_they_are(room, qtbot, mode):
    screen = room.screen(TYPICAL)
    change(screen, mode)
    panes = pair_of(screen).in_sight
    before = [each.toPlainText().encode() for each in panes]
    press(qtbot, screen, Qt.Key.Key_Plus, CTRL)
    how = screen.reading.state.how
    menu = LettersMenu(how, ZH, screen.view)
    screen.reading.arrange(menu.after(menu.spaced))
    panes[0].selectAll()
    screen.reading.find("LoRaWAN")
    room.settle()
    panes[0].pointed.emit(Pointed(ZH, 2, 3))
    assert [each.toPlainText().encode() for each in panes] == before
    assert not screen.reading.state.how.spaced


def test_room_between_scripts_is_made_by_spacing_alone_and_remembered(room):
    screen = room.screen(TYPICAL)
    zh = pane(screen, ZH)
    number = next(n for n, block in enumerate(zh.held.blocks) if block.seams)
    at = zh.held.blocks[number].seams[0]

    def advance():
        line = zh.document().findBlockByNumber(number).layout().lineForTextPosition(at)
        return line.cursorToX(at + 1)[0] - line.cursorToX(at)[0]

    spaced = advance()
    menu = LettersMenu(screen.reading.state.how, ZH, screen.view)
    screen.reading.arrange(menu.after(menu.spaced))
    em = zh.setting().styles[number].font.pixelSize()
    assert 0.1 * em < spaced - advance() < 0.25 * em
    assert not room.screen(TYPICAL).reading.state.how.spaced


def test_each_language_has_a_family_of_its_own(room):
    screen = room.screen(TYPICAL)
    menu = LettersMenu(screen.reading.state.how, EN, screen.view)
    family = next(name for name in menu._families.values() if name)
    action = next(each for each, name in menu._families.items() if name == family)
    screen.reading.arrange(menu.after(action))
    assert pane(screen, EN).document().defaultFont().families()[0] == family
    again = room.screen(TYPICAL).reading.state.how
    assert (again.en.family, again.zh.family) == (family, "")


def test_the_usual_size_comes_back_by_a_key_for_the_side_in_hand(room, qtbot):
    screen = room.screen(TYPICAL)
    english = pane(screen, EN)
    english.setFocus()
    for key, px in ((Qt.Key.Key_Plus, 17), (Qt.Key.Key_Equal, 18), (Qt.Key.Key_0, 16)):
        qtbot.keyClick(english, key, CTRL)
        how = screen.reading.state.how
        assert (how.zh.px, how.en.px) == (17, px)


def test_a_mode_is_remembered_for_the_desk(room):
    change(room.screen(TYPICAL), Mode.STACKED)
    assert room.screen(REORDERED).reading.state.how.mode is Mode.STACKED


def test_little_width_offers_the_weave_until_something_else_is_chosen(room, qtbot):
    screen = room.screen(TYPICAL, width=960)
    assert screen.reading.state.how.mode is Mode.STACKED
    screen.view.toolbar._panel.click()  # the sheet folded away leaves room for two columns
    qtbot.waitUntil(lambda: screen.reading.state.how.mode is Mode.ALIGNED)
    screen.view.toolbar._panel.click()
    qtbot.waitUntil(lambda: screen.reading.state.how.mode is Mode.STACKED)
    change(screen, Mode.FOCUS)
    assert room.screen(TYPICAL, width=960).reading.state.how.mode is Mode.FOCUS
    assert room.screen(TYPICAL).reading.state.how.mode is Mode.ALIGNED


def test_a_case_in_one_language_has_one_pane_in_every_mode(room):
    screen = room.screen(ENGLISH_ONLY)
    for mode in Mode:
        change(screen, mode)
        assert pair_of(screen).in_sight == (pane(screen, EN),)
        assert pane(screen, EN).setting().painting.decoration.chips == {}


def test_a_pane_asks_what_a_word_means(room):
    screen = room.screen(TYPICAL)
    asked = []
    zh = pane(screen, ZH)
    zh.explain = lambda at: asked.append(at) or Explained("3.5亿 = 350 million", 0, 4)
    number = zh.held.find(ZH, Element.BACKGROUND, 1)
    rect = zh.cursorRect(QTextCursor(zh.document().findBlockByNumber(number)))
    at = rect.center()
    zh.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, at, zh.viewport().mapToGlobal(at)))
    assert asked == [Pointed(ZH, number, 0)]
    tip = tip_shown()
    assert tip.words == "3.5亿 = 350 million"
    assert tip.area.height() == rect.height()
    assert 0 < tip.area.width() < zh.viewport().width() / 2  # of the word, not of its line
    hide_tip()


@pytest.mark.parametrize("further", [0, 2])
def test_a_word_that_ends_a_line_or_goes_on_in_the_next_is_explained(room, further):
    screen = room.screen(TYPICAL)
    zh = pane(screen, ZH)
    block = zh.document().findBlockByNumber(zh.held.find(ZH, Element.BACKGROUND, 1))
    end = block.layout().lineAt(1).textStart() + further
    zh.explain = lambda _at: Explained("3.5亿 = 350 million", end - 6, end)
    inside = QTextCursor(block)
    inside.setPosition(block.position() + end - 4)
    at = zh.cursorRect(inside).center() + QPoint(2, 0)
    zh.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, at, zh.viewport().mapToGlobal(at)))
    assert tip_shown().words == "3.5亿 = 350 million"
    hide_tip()

"""Two languages side by side: counterparts at one height, one offset, the place kept."""

import pytest
from PySide6.QtCore import Qt

from review_protocol.documents.text import Element, Language
from reviewer_app.reading.align import align
from reviewer_app.reading.units import reading_text
from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.prepared import TITLE, Gap, prepare
from reviewer_app.ui.reading.spans import Pointed
from tests.ui.reading.room import EN, ZH, pane

TYPICAL, ENGLISH_ONLY = "WIC-2026-001", "WIC-2026-004"


def alignments_of(case):
    """As they are computed when a case is taken in."""
    found = {}
    for element in Element:
        sections = case.elements.of(element)
        zh, en = (reading_text(sections.of(language)).units for language in Language)
        found[element] = align(zh, en)
    return found


def baselines(screen, language):
    setting = pane(screen, language).setting()
    return [top + style.ascent for top, style in zip(setting.tops, setting.styles, strict=True)]


def test_counterparts_begin_at_one_height(room):
    screen = room.screen(TYPICAL)
    rows = screen.reading.state.opened.prepared.rows
    zh, en = baselines(screen, ZH), baselines(screen, EN)
    both = [(row.zh[0], row.en[0]) for row in rows if row.zh and row.en]
    assert len(both) > 15
    assert [zh[a] - en[b] for a, b in both] == pytest.approx([0.0] * len(both))


def test_nothing_overlaps(room):
    screen = room.screen(TYPICAL)
    for language in Language:
        setting = pane(screen, language).setting()
        ends = [top + high for top, high in zip(setting.tops, setting.heights(), strict=True)]
        assert all(end <= top for end, top in zip(ends, setting.tops[1:], strict=False))


def test_the_panes_hold_exactly_the_applicants_words(room):
    screen = room.screen(TYPICAL)
    opened = screen.reading.state.opened
    for language in Language:
        shown = {}
        for index, block in enumerate(opened.prepared.sides[language].blocks):
            if block.unit != TITLE:
                words = pane(screen, language).document().findBlockByNumber(index).text()
                shown.setdefault(block.element, []).append(words)
        written = {
            element: opened.prepared.texts[element, language].text.split("\n")
            for element in Element
        }
        assert shown == written


def test_both_sides_scroll_as_one_while_locked(room):
    screen = room.screen(TYPICAL)
    pane(screen, EN).verticalScrollBar().setValue(400)
    assert pane(screen, ZH).verticalScrollBar().value() == 400


def test_each_side_scrolls_alone_when_free(room, qtbot):
    screen = room.screen(TYPICAL)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_L)
    assert screen.reading.state.how.mode is Mode.FREE
    pane(screen, EN).verticalScrollBar().setValue(400)
    assert pane(screen, ZH).verticalScrollBar().value() == 0
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_L)
    assert screen.reading.state.how.mode is Mode.ALIGNED


@pytest.mark.parametrize("above", [350, 120, -900], ids=["low", "high", "out of sight"])
def test_the_other_side_is_brought_here_by_a_key(room, qtbot, above):
    screen = room.screen(TYPICAL)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_L)
    zh, en = pane(screen, ZH), pane(screen, EN)
    prepared = screen.reading.state.opened.prepared
    block = prepared.sides[ZH].find(Element.MODALITIES, 3)
    (there, *_) = prepared.rows[prepared.row_of(ZH, block)].en
    zh.verticalScrollBar().setValue(round(zh.setting().tops[block] - above))
    en.verticalScrollBar().setValue(0)
    scrolled = zh.verticalScrollBar().value()
    zh.put_caret(Pointed(ZH, block))
    zh.verticalScrollBar().setValue(scrolled)  # Qt brings a caret into sight
    zh.setFocus()
    qtbot.keyClick(zh, Qt.Key.Key_Period)
    stands = [
        each.setting().tops[number] - each.verticalScrollBar().value()
        for each, number in ((zh, block), (en, there))
    ]
    assert abs(stands[0] - stands[1]) <= 1
    assert 0 <= stands[0] < zh.viewport().height()
    if above > 0:
        assert zh.verticalScrollBar().value() == scrolled


def test_a_case_in_one_language_has_one_wide_pane(room):
    screen = room.screen(ENGLISH_ONLY)
    assert [each.isVisible() for each in (pane(screen, ZH), pane(screen, EN))] == [False, True]
    assert not screen.view.toolbar.modes.isVisible()
    assert screen.view.toolbar._below.text.startswith(f"{ENGLISH_ONLY} · English only · ")
    assert pane(screen, EN).placed.gaps == []


def test_sides_are_swapped_and_one_language_alone_is_shown(room, qtbot):
    screen = room.screen(TYPICAL)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_S)
    assert screen.view.middle.texts.pair.shown == (EN, ZH)
    assert (
        screen.view.middle.texts.pair.shelf.columns[EN].x()
        < screen.view.middle.texts.pair.shelf.columns[ZH].x()
    )
    pane(screen, EN).setFocus()
    qtbot.keyClick(pane(screen, EN), Qt.Key.Key_F)
    assert screen.view.middle.texts.pair.shown == (EN,)
    qtbot.keyClick(pane(screen, EN), Qt.Key.Key_F)
    assert screen.view.middle.texts.pair.shown == (EN, ZH)


@pytest.mark.parametrize("missing", [Language.ZH, Language.EN])
def test_a_missing_element_is_a_gap_with_words(room, missing):
    case = room.desk.services.desk.open(TYPICAL).case
    name = "zh" if missing is ZH else "en"
    element = case.elements.modalities.model_copy(update={name: ()})
    elements = case.elements.model_copy(update={"modalities": element})
    prepared = prepare(case.model_copy(update={"elements": elements}), {})
    gaps = [row for row in prepared.rows if row.gap is Gap.ELEMENT]
    assert len(gaps) == 1
    assert gaps[0].of(missing) == ()
    assert len(gaps[0].of(missing.other)) == len(
        prepared.texts[Element.MODALITIES, missing.other].units
    )


def test_a_missing_paragraph_is_a_gap_and_a_missing_heading_only_that(room):
    case = room.desk.services.desk.open(TYPICAL).case
    first, *rest = case.elements.background.en
    texts = {
        Gap.HEADING: (first.model_copy(update={"heading": None}), *rest),
        Gap.PARAGRAPH: (first, *rest[:-1]),
    }
    for gap, sections in texts.items():
        background = case.elements.background.model_copy(update={"en": sections})
        elements = case.elements.model_copy(update={"background": background})
        changed = case.model_copy(update={"elements": elements})
        found = prepare(changed, alignments_of(changed))
        missing = {row.gap for row in found.rows if row.gap is not None}
        assert gap in missing
        assert all(row.en == () for row in found.rows if row.gap is gap)


def test_the_sample_itself_has_no_such_difference(room):
    screen = room.screen(TYPICAL)
    assert screen.reading.state.differences.found == ()


def test_the_place_is_kept_through_sizes_and_widths(room, qtbot):
    screen = room.screen(TYPICAL)
    pair = screen.view.middle.texts.pair
    screen.view.middle.texts.show_element(Element.MODALITIES)
    before = pair.anchor()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        qtbot.keyClick(pane(screen, ZH), key, Qt.KeyboardModifier.ControlModifier)
    screen.view.resize(1400, 800)
    qtbot.waitUntil(
        lambda: pair.panes[ZH].viewport().width() == pair.shelf._widths[pane(screen, ZH)]
    )
    after = pair.anchor()
    assert (after.element, after.unit) == (before.element, before.unit)


def test_the_place_mode_and_sides_survive_a_restart(room, qtbot):
    first = room.screen(TYPICAL)
    qtbot.keyClick(pane(first, ZH), Qt.Key.Key_S)
    first.view.middle.texts.show_element(Element.BENEFITS)
    first.leave()
    room.settle()
    again = room.screen(TYPICAL)
    anchor = again.view.middle.texts.pair.anchor()
    assert (anchor.element, anchor.language) == (Element.BENEFITS, EN)
    assert again.reading.state.how.left is EN
    marked = [each for each in again.view.outline.findChildren(Toggle) if each.isChecked()]
    assert [each.text().splitlines()[0][:1] for each in marked] == ["4"]


def test_sizes_are_remembered_for_each_language(room, qtbot):
    first = room.screen(TYPICAL)
    pane(first, EN).setFocus()
    qtbot.keyClick(pane(first, EN), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    how = room.screen(TYPICAL).reading.state.how
    assert (how.zh.px, how.en.px) == (17, 17)


def test_the_counterpart_of_the_caret_is_shaded(room, qtbot):
    screen = room.screen(TYPICAL)
    zh = pane(screen, ZH)
    zh.setFocus()
    qtbot.keyClick(zh, Qt.Key.Key_J)
    qtbot.keyClick(zh, Qt.Key.Key_J)
    row = screen.reading.state.opened.prepared.row_of(ZH, zh.caret().block)
    expected = screen.reading.state.opened.prepared.rows[row]
    shaded = {each: pane(screen, each).setting().painting.decoration.shaded for each in Language}
    assert shaded == {ZH: frozenset(expected.zh), EN: frozenset(expected.en)}
    assert expected.en


def test_the_outline_leads_to_an_element_and_says_what_was_read(room, qtbot):
    screen = room.screen(TYPICAL)
    entry = screen.view.outline._elements[Element.BENEFITS]
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert screen.view.middle.texts.pair.anchor().element is Element.BENEFITS
    room.read_on(screen, 300.0)
    assert screen.reading.state.read[Element.BENEFITS] > 0
    assert screen.reading.state.read[Element.MODALITIES] == 0
    assert "Read: " in entry.text()


def test_a_narrow_window_folds_the_outline_to_a_strip_of_signs(room):
    screen = room.screen(TYPICAL, width=960)
    outline = screen.view.outline
    assert outline.isVisible()
    assert outline.width() < 50
    assert outline._facts.text() == "i"
    assert outline._elements[Element.BENEFITS].text().startswith("4")
    assert "Benefits" in outline._elements[Element.BENEFITS].toolTip()
    assert screen.reading.state.how.mode is Mode.STACKED
    assert screen.view.middle.texts.pair.shelf.stack.width() >= 460


def test_the_outline_is_remembered_for_wide_and_narrow_windows_apart(room, qtbot):
    first = room.screen(TYPICAL, width=960)
    first.view.toolbar._outline.click()
    assert first.view.outline.width() > 150
    again = room.screen(TYPICAL, width=960)
    assert again.view.outline.width() > 150
    again.view.toolbar._outline.click()
    again.view.resize(1280, 720)
    qtbot.waitUntil(lambda: again.view.outline.width() > 150)
    again.view.toolbar._panel.click()
    assert not room.screen(TYPICAL).view.panel.isVisible()


def test_the_division_of_the_width_is_remembered(room, qtbot):
    first = room.screen(TYPICAL)
    first.view.middle.texts.pair.moveSplitter(420, 1)
    wider, narrower = (pane(first, each).width() for each in (ZH, EN))
    assert wider > narrower + 100
    again = room.screen(TYPICAL)
    qtbot.waitUntil(lambda: abs(pane(again, ZH).width() - wider) < 8)
    assert abs(pane(again, EN).width() - narrower) < 8


def test_one_language_is_the_one_in_hand_and_both_come_back_where_they_were(room, qtbot):
    screen = room.screen(TYPICAL)
    pair = screen.view.middle.texts.pair
    pane(screen, EN).setFocus()
    qtbot.keyClick(pane(screen, EN), Qt.Key.Key_F)
    assert pair.shown == (EN,)
    qtbot.keyClick(pane(screen, EN), Qt.Key.Key_S)
    assert pair.shown == (ZH,)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_F)
    assert pair.shown == (ZH, EN)

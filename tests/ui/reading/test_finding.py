"""Find in both languages, with a list of hits and the other language beside each."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from review_protocol.documents.text import Language
from reviewer_app.ui.kit.cells import PAD
from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.attachments.find_panel import FileFindPanel
from reviewer_app.ui.reading.attachments.finding import FileFind, FileHit
from reviewer_app.ui.reading.finding import folded, other_words
from reviewer_app.ui.reading.hit_list import _kept
from reviewer_app.ui.reading.prepared import BlockKind
from tests.ui.reading.room import EN, ZH, pane

TYPICAL = "WIC-2026-001"
WIDE = 1440
"""There is room for both columns beside the search."""


def look_for(room, screen, words: str) -> None:
    """Until the case is folded for it, the first time."""
    screen.reading.find(words)
    room.settle()


def test_hits_come_from_both_languages(room, qtbot):
    screen = room.screen(TYPICAL, width=WIDE)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_Slash)
    bar = screen.view.find_bar
    assert bar.isVisible()
    bar.words.setText("lorawan")
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    room.settle()
    hits = screen.reading.state.find.hits
    assert {hit.language for hit in hits} == {ZH, EN}
    assert {hit.exact for hit in hits} == {"LoRaWAN"}
    assert bar.hits.count() == len(hits)


@pytest.mark.parametrize(
    ("width", "panel"), [(1440, True), (1196, False), (1130, False), (950, True)]
)
def test_two_columns_stay_two_while_somebody_searches(room, qtbot, width, panel):
    screen = room.screen(TYPICAL, width=width)
    screen.reading.fold(outline=False)
    how = Mode.ALIGNED if width > 1000 else Mode.STACKED
    qtbot.waitUntil(lambda: screen.reading.state.how.mode is how)
    screen.reading.open_find()
    room.settle()
    view = screen.view
    assert screen.reading.state.how.mode is how
    assert view.panel.isVisible() is panel
    assert view.left.geometry().right() < view.middle.x()
    assert view.middle.width() >= view.middle.minimumSizeHint().width()
    screen.reading.open_find(open_it=False)
    assert view.panel.isVisible()


def test_the_panel_that_stood_aside_comes_back_for_who_asks_for_it(room, qtbot):
    screen = room.screen(TYPICAL, width=1196)
    screen.reading.fold(outline=False)
    screen.reading.open_find()
    assert not screen.view.panel.isVisible()
    screen.view.toolbar.panel.emit(None)
    assert screen.view.panel.isVisible()
    assert not screen.reading.state.find.open


def test_a_hit_is_brought_into_sight_and_marked(room, qtbot):
    screen = room.screen(TYPICAL, width=WIDE)
    look_for(room, screen, "LoRaWAN")
    screen.view.find_bar.hits.choose(len(screen.reading.state.find.hits) - 1)
    hit = screen.reading.state.find.hits[-1]
    there = pane(screen, hit.language)
    top = there.setting().tops[hit.block] - there.verticalScrollBar().value()
    assert 0 <= top <= there.viewport().height()
    marked = [each.cursor.selectedText() for each in there.extraSelections()]
    assert marked == [h.exact for h in screen.reading.state.find.hits if h.language is hit.language]


def test_the_counterpart_stands_beside_a_hit(room):
    screen = room.screen(TYPICAL, width=WIDE)
    look_for(room, screen, "188")
    prepared = screen.reading.state.opened.prepared
    for hit in screen.reading.state.find.hits:
        row = prepared.rows[prepared.row_of(hit.language, hit.block)]
        other = prepared.sides[hit.language.other].blocks[row.of(hit.language.other)[0]]
        said = other_words(prepared, hit)
        assert said.rstrip("…") in other.text
        assert "188" in said
    assert {hit.language for hit in screen.reading.state.find.hits} == set(Language)


def test_what_is_nowhere_is_said_to_be_nowhere(room):
    screen = room.screen(TYPICAL, width=WIDE)
    look_for(room, screen, "zzzz")
    assert screen.reading.state.find.hits == ()
    assert screen.view.find_bar.count.text() == "Not found in either language."


@pytest.mark.parametrize("words", ["Case Background", "实施背景", "International cooperation"])
def test_the_forms_own_titles_are_no_hits(room, words):
    screen = room.screen(TYPICAL, width=WIDE)
    look_for(room, screen, words)
    sides = screen.reading.state.opened.prepared.sides
    kinds = {sides[h.language].blocks[h.block].kind for h in screen.reading.state.find.hits}
    assert BlockKind.TITLE not in kinds
    assert any(words in block.text for side in sides.values() for block in side.blocks)


def test_only_the_rows_in_sight_are_worded(room, qtbot):
    screen = room.screen(TYPICAL, width=WIDE)
    look_for(room, screen, "e")
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_Slash)
    hits = screen.view.find_bar.hits
    hits.grab()
    rows = hits.viewport().height() // hits.visualRect(hits.model().index(0)).height()
    assert hits.count() == 200
    assert 2 < len(hits._rows._known) <= rows + 3


@pytest.mark.parametrize("words", ["LoRaWAN", "村", "the"])
def test_a_hit_is_in_sight_in_its_row(room, qtbot, words):
    """However much stands before it, the words that were looked for are painted and marked."""
    screen = room.screen(TYPICAL, width=WIDE)
    look_for(room, screen, words)
    hits = screen.view.find_bar.hits
    metrics, room_px = hits.fontMetrics(), 240 - 2 * PAD
    for row in range(hits.count()):
        said = hits.words(row)
        told, start = _kept(said, hits.font(), 2 * room_px)
        assert told[start : start + len(said.exact)] == said.exact
        assert metrics.horizontalAdvance(told[: start + len(said.exact)]) < 1.5 * room_px


def test_escape_closes_the_search(room, qtbot):
    screen = room.screen(TYPICAL, width=WIDE)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(screen.view.find_bar.words, Qt.Key.Key_Escape)
    assert not screen.view.find_bar.isVisible()
    assert screen.view.outline.isVisible()


@pytest.mark.parametrize(
    ("asked", "found"),
    [("ｌｏｒａｗａｎ", "LoRaWAN"), ("LORAWAN", "LoRaWAN"), ("１２.５", "12.5"), ("村", "村")],
)
def test_letter_case_and_width_make_no_difference(room, asked, found):
    screen = room.screen(TYPICAL, width=WIDE)
    look_for(room, screen, asked)
    hits = screen.reading.state.find.hits
    assert {hit.exact for hit in hits} == {found}
    for hit in hits:
        block = screen.reading.state.opened.prepared.sides[hit.language].blocks[hit.block].text
        written = block.encode("utf-16-le")[2 * hit.start : 2 * hit.end].decode("utf-16-le")
        assert written == found


@pytest.mark.parametrize(
    ("text", "asked", "written"),
    [
        ("全长５０㎞。", "50km", "５０㎞"),
        ("Die Straße", "STRASSE", "Straße"),
        ("🙂ＡＢ", "ab", "ＡＢ"),
        ("共 3.5 亿元。", "3.5亿", "3.5 亿"),
        ("共3.5亿元。", "3.5 亿", "3.5亿"),
        ("長 50㎞ 的路", "50 km的", "50㎞ 的"),
        ("A road of 5 km", "5km", "5 km"),
        ("长5 km的路", "5 km", "5 km"),
        ("no table", "no table", "no table"),
        ("開展國際合作", "国际合作", "國際合作"),
        ("the “last mile”", '"last mile"', "“last mile”"),
        ("the village’s well", "village's", "village’s"),
    ],
)
def test_a_hit_covers_what_was_written(text, asked, written):
    there, wanted = folded(text), folded(asked).text
    at = there.text.find(wanted)
    start, end = there.written(at, at + len(wanted))
    assert text[start:end] == written


def test_a_space_between_words_is_one():
    assert folded("notable").text not in folded("no table").text


def test_the_list_is_kept_when_the_search_is_closed(room, qtbot):
    screen = room.screen(TYPICAL, width=WIDE)
    look_for(room, screen, "LoRaWAN")
    screen.reading.show_hit(2)
    before = screen.reading.state.find
    screen.view.find_bar.closed.emit(None)
    assert not screen.view.find_bar.isVisible()
    assert [each for side in (ZH, EN) for each in pane(screen, side).extraSelections()] == []
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_Slash)
    assert screen.reading.state.find == before
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_F3)
    assert screen.view.find_bar.count.text() == f"Hit 4 of {len(before.hits)}"
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert screen.reading.state.find.at == 2


def test_the_hits_are_said_in_the_interfaces_language(room, languages):
    screen = room.screen(TYPICAL, width=WIDE)
    look_for(room, screen, "LoRaWAN")
    bar = screen.view.find_bar
    said = [bar.hits.words(row) for row in range(bar.hits.count())]
    names = {"Chinese": "中文", "English": "英文"}
    shown = bar.hits.shown()
    languages.use("zh_CN")
    for row, before in enumerate(said):
        assert bar.hits.words(row) == replace(before, place=names[before.place])
        spoken = bar.hits.model().index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == bar.hits.words(row).spoken
    assert bar.hits.shown() == shown
    languages.use("en")
    assert [bar.hits.words(row) for row in range(bar.hits.count())] == said


def test_the_page_of_a_hit_in_a_file_is_said_in_the_interfaces_language(qtbot, languages):
    panel = FileFindPanel()
    qtbot.addWidget(panel)
    hits = (FileHit(0, 3, 9, "a ", "valley", " b"), FileHit(6, 0, 6, "", "valley", ""))
    for found in (hits[:1], hits):
        panel.show_find(FileFind(open=True, text="valley", hits=found, at=0), paged=True)
    languages.use("zh_CN")
    said = [panel.hits.words(row).spoken for row in (0, 1)]
    assert said == ["第1页\n…a valley b…", "第7页\n…valley…"]
    assert panel.hits.shown() == 0


def test_the_first_hit_shown_is_the_next_one_from_here(room, qtbot):
    screen = room.screen(TYPICAL, width=WIDE)
    there = pane(screen, ZH)
    there.verticalScrollBar().setValue(there.verticalScrollBar().maximum() // 2)
    before = there.verticalScrollBar().value()
    qtbot.keyClick(there, Qt.Key.Key_Slash)
    for typed in ("L", "Lo", "LoRa"):
        look_for(room, screen, typed)
    find = screen.reading.state.find
    prepared = screen.reading.state.opened.prepared
    middle = prepared.row_of(ZH, there.held.blocks[there.setting().block_at(before)].index)
    rows = [prepared.row_of(hit.language, hit.block) for hit in find.hits]
    assert find.at > 0
    assert rows[find.at - 1] <= middle <= rows[find.at]


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("words", ["LoRaWAN", "zzzz"])
def test_who_chooses_no_hit_is_back_where_he_was(room, qtbot, mode, words):
    screen = room.screen(TYPICAL, width=WIDE)
    screen.reading.arrange(screen.reading.state.how.in_mode(mode))
    pair = screen.view.middle.texts.pair
    with qtbot.waitSignal(pair.placed):
        pair._soon.start()
    bars = [each.verticalScrollBar() for each in pair.in_sight]
    for at, bar in enumerate(bars, 2):
        bar.setValue(bar.maximum() // at)
    before = [bar.value() for bar in bars]
    screen.reading.open_find()
    for typed in ("L", words):
        look_for(room, screen, typed)
    assert words == "zzzz" or [bar.value() for bar in bars] != before
    screen.view.find_bar.closed.emit(None)
    line = max(style.line for each in pair.in_sight for style in each.setting().styles)

    def is_back():  # the lines broke otherwise while the search stood beside them
        return all(abs(bar.value() - was) <= line for bar, was in zip(bars, before, strict=True))

    qtbot.waitUntil(is_back)


def test_who_chose_a_hit_or_scrolled_on_stays_there(room):
    screen = room.screen(TYPICAL, width=WIDE)
    pair, bar = screen.view.middle.texts.pair, pane(screen, ZH).verticalScrollBar()
    screen.reading.open_find()
    look_for(room, screen, "LoRaWAN")
    screen.reading.show_hit(screen.reading.state.find.at + 1)
    chosen = pair.anchor()
    screen.reading.open_find(open_it=False)
    assert pair.anchor() == chosen
    screen.reading.open_find()
    assert pair.anchor() == chosen
    look_for(room, screen, "LoRa")
    bar.setValue(bar.maximum())
    gone = pair.anchor()
    screen.reading.open_find(open_it=False)
    assert pair.anchor() == gone

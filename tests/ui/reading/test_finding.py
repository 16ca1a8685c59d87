"""Find in both languages, with a list of hits and the other language beside each."""

from PySide6.QtCore import Qt

from review_protocol.documents.text import Language
from tests.ui.reading.room import EN, ZH, pane

TYPICAL = "WIC-2026-001"


def test_hits_come_from_both_languages(room, qtbot):
    screen = room.screen(TYPICAL)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_Slash)
    bar = screen.view.find_bar
    assert bar.isVisible()
    bar.words.setText("lorawan")
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    hits = screen.reading.state.find.hits
    assert {hit.language for hit in hits} == {ZH, EN}
    assert {hit.exact for hit in hits} == {"LoRaWAN"}
    assert bar.hits.count() == len(hits)


def test_a_hit_is_brought_into_sight_and_marked(room, qtbot):
    screen = room.screen(TYPICAL)
    screen.reading.find("LoRaWAN")
    screen.view.find_bar.hits.setCurrentRow(len(screen.reading.state.find.hits) - 1)
    hit = screen.reading.state.find.hits[-1]
    there = pane(screen, hit.language)
    top = there.setting().tops[hit.block] - there.verticalScrollBar().value()
    assert 0 <= top <= there.viewport().height()
    marked = [each.cursor.selectedText() for each in there.extraSelections()]
    assert marked == [h.exact for h in screen.reading.state.find.hits if h.language is hit.language]


def test_the_counterpart_stands_beside_a_hit(room):
    screen = room.screen(TYPICAL)
    screen.reading.find("188")
    prepared = screen.reading.state.opened.prepared
    for hit in screen.reading.state.find.hits:
        row = prepared.rows[prepared.row_of(hit.language, hit.block)]
        other = prepared.sides[hit.language.other].blocks[row.of(hit.language.other)[0]]
        assert other.text.startswith(hit.other)
    assert {hit.language for hit in screen.reading.state.find.hits} == set(Language)


def test_what_is_nowhere_is_said_to_be_nowhere(room):
    screen = room.screen(TYPICAL)
    screen.reading.find("zzzz")
    assert screen.reading.state.find.hits == ()
    assert screen.view.find_bar._count.text() == "Not found in either language."


def test_escape_closes_the_search(room, qtbot):
    screen = room.screen(TYPICAL)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(screen.view.find_bar.words, Qt.Key.Key_Escape)
    assert not screen.view.find_bar.isVisible()
    assert screen.view.outline.isVisible()

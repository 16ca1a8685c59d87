"""What counts as read: time in proportion to the words, while they are before somebody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from benchmarks.opening import alignments_of, sample_case
from review_protocol.documents.text import Element
from reviewer_app.ui.reading.kept_place import Known, kept_place, place_of
from reviewer_app.ui.reading.outline import READ
from reviewer_app.ui.reading.pace import Pace, Stretch, seconds_for, shares, stretches
from reviewer_app.ui.reading.pair import stretches_in_sight
from reviewer_app.ui.reading.prepared import TITLE, prepare
from reviewer_app.ui.reading.state import Leaf
from tests.ui.reading.room import Clock

TYPICAL, CHINESE_ALONE = "WIC-2026-001", "WIC-2026-018"


def made(number: str):
    case = sample_case(number)
    return prepare(case, alignments_of(case))


def needs(prepared, stretch: Stretch) -> float:
    """Seconds for the language in which there is less to read."""
    blocks = dict(stretches(prepared))[stretch]
    sides = {each.language: 0.0 for each in blocks}
    for each in blocks:
        sides[each.language] += seconds_for(each.text)
    return min(sides.values())


def test_words_and_characters_take_their_time():
    assert seconds_for("一二三四五六七八九十甲乙") == 1
    assert seconds_for("six words take just one second") == 1
    assert seconds_for("") == seconds_for("——！…") == 0


def test_what_is_in_sight_shares_the_time():
    prepared, clock = made(TYPICAL), Clock()
    pace = Pace(prepared, frozenset(), clock)
    pace.attend(there=True)
    pace.see(frozenset({Stretch(1), Stretch(2)}))
    both = needs(prepared, Stretch(1)) + needs(prepared, Stretch(2))
    assert pace.due() == pytest.approx(both)
    clock.now += both - 0.1
    pace.look()
    assert pace.read == frozenset()
    clock.now += 0.2
    pace.look()
    assert pace.read == {Stretch(1), Stretch(2)}
    assert pace.due() is None


def test_what_is_jumped_over_is_not_read_and_what_is_scrolled_keeps_its_time():
    prepared, clock = made(TYPICAL), Clock()
    pace = Pace(prepared, frozenset(), clock)
    pace.attend(there=True)
    for at in range(len(prepared.rows)):
        pace.see(frozenset({Stretch(at)}))
        clock.now += 0.05
    pace.look()
    assert pace.read == frozenset()
    pace.see(frozenset({Stretch(2)}))
    assert pace.due() == pytest.approx(needs(prepared, Stretch(2)) - 0.05)


def test_nobody_there_reads_nothing():
    prepared, clock = made(TYPICAL), Clock()
    pace = Pace(prepared, frozenset(), clock)
    pace.see(frozenset({Stretch(1)}))
    clock.now += 3600
    pace.attend(there=True)
    pace.attend(there=False)
    clock.now += 3600
    pace.look()
    assert pace.read == frozenset()
    assert pace.due() is None


def test_an_element_in_one_language_is_read_paragraph_by_paragraph():
    prepared, clock = made(CHINESE_ALONE), Clock()
    first = next(
        stretch
        for stretch, blocks in stretches(prepared)
        if blocks[0].unit > TITLE and len(blocks[0].text) > 40
    )
    assert len(prepared.rows[first.row].zh) > 1
    pace = Pace(prepared, frozenset(), clock)
    pace.attend(there=True)
    pace.see(frozenset({first}))
    clock.now += needs(prepared, first) + 0.1
    pace.look()
    assert pace.read == {first}
    assert 0 < shares(prepared, pace.read)[Element.BACKGROUND] < READ


@pytest.mark.parametrize("number", [TYPICAL, CHINESE_ALONE])
def test_what_was_read_is_kept_and_known_again(number):
    prepared = made(number)
    read = frozenset(stretch for stretch, blocks in stretches(prepared) if blocks[0].unit % 3 == 1)
    assert kept_place(place_of(Known(read=read), prepared), prepared) == Known(read=read)


@pytest.fixture
def screen(room):
    made = room.screen(TYPICAL)
    room.read_on(made, 0.0)
    yield made
    made.leave()
    room.settle()


def in_sight(screen) -> float:
    """Seconds in which a fast reader has read what is in sight."""
    prepared = screen.reading.state.opened.prepared
    seen = stretches_in_sight(screen.view.middle.texts.pair)
    titles = {s for s, blocks in stretches(prepared) if blocks[0].unit == TITLE}
    return sum(needs(prepared, each) for each in seen - titles)


def test_a_look_at_every_element_reads_nothing(screen, room, qtbot):
    for entry in screen.view.outline._elements.values():
        qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
        room.read_on(screen, 2.0)
    assert set(screen.reading.state.read.values()) == {0.0}
    assert not any("✓" in e.text() for e in screen.view.outline._elements.values())


def test_what_stood_there_long_enough_is_read(screen, room):
    first = screen.view.outline._elements[Element.BACKGROUND]
    seconds = in_sight(screen)
    assert seconds > 5
    room.read_on(screen, seconds - 0.5)
    assert "Read" not in first.text()
    assert 0 < screen.reading.whereabouts._due.remainingTime() <= 600
    room.read_on(screen, 0.6)
    share = screen.reading.state.read[Element.BACKGROUND]
    assert 0 < share < READ
    assert f"Read: {int(share * 100)}%" in first.text()


def test_another_leaf_or_window_before_it_stops_the_clock(screen, room, qtbot):
    seconds = in_sight(screen)
    screen.reading.show_leaf(Leaf.FACTS)
    room.read_on(screen, 2 * seconds)
    screen.reading.show_leaf(Leaf.TEXT)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    room.clock.now += 2 * seconds
    room.read_on(screen, 0.0)
    assert screen.reading.state.read[Element.BACKGROUND] == 0
    room.read_on(screen, seconds + 0.1)
    assert screen.reading.state.read[Element.BACKGROUND] > 0


def test_what_was_read_without_a_scroll_is_there_again(screen, room):
    room.read_on(screen, in_sight(screen) + 0.1)
    read = screen.reading.state.read
    screen.leave()
    screen.enter("WIC-2026-002")
    room.settle()
    screen.enter(TYPICAL)
    room.settle()
    assert screen.reading.state.read == read
    assert read[Element.BACKGROUND] > 0
    assert screen.view.middle.texts.pair.in_sight[0].verticalScrollBar().value() == 0

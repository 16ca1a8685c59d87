"""Where one reads is kept through a restart and a sync, on each side, and the outline says it."""

import pytest

from review_protocol.documents.text import Element
from reviewer_app.services.rows import ReadingPlace
from reviewer_app.ui.reading.anchoring import Anchor
from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.kept_place import kept_place
from tests.ui.reading.room import EN, ZH, a_room, pane
from tests.ui.reading.test_corrected_while_open import line_at_the_top

LAST = Element.BENEFITS


@pytest.fixture(scope="module")
def one_room(tmp_path_factory):
    with a_room(None, tmp_path_factory.mktemp("place"), cases=2) as made:
        made.begin()
        yield made


@pytest.fixture
def room(one_room, qtbot):
    with one_room.afresh(qtbot):
        yield one_room


@pytest.fixture
def screen(room):
    made = room.screen(room.desk.cases[0].number)
    yield made
    made.leave()


def marked(screen) -> list[Element]:
    """The elements that the outline marks as the one in hand."""
    return [each for each, entry in screen.view.outline._elements.items() if entry.isChecked()]


def again(room, screen):
    """The same case after a restart."""
    screen.leave()
    room.settle()
    return room.screen(screen.reading.state.number)


def apart(screen) -> dict:
    """Each side somewhere else, while they are free."""
    screen.reading.arrange(screen.reading.state.how.in_mode(Mode.FREE))
    for language, part in ((ZH, 0.7), (EN, 0.25)):
        bar = pane(screen, language).verticalScrollBar()
        bar.setValue(round(bar.maximum() * part))
    return tops(screen)


def tops(screen) -> dict:
    return {each: line_at_the_top(pane(screen, each)) for each in (ZH, EN)}


def test_the_outline_marks_where_reading_goes_on(room, screen):
    assert marked(screen) == [Element.BACKGROUND]
    screen.view.middle.texts.show_element(LAST)
    assert marked(screen) == [LAST]
    second = again(room, screen)
    assert marked(second) == [LAST]
    second.enter(room.desk.cases[1].number)
    room.settle()
    assert marked(second) == [Element.BACKGROUND]
    second.leave()


def test_a_sync_leaves_the_mark_where_the_reader_has_gone(room, screen):
    screen.view.middle.texts.show_element(LAST)
    screen.refresh()
    room.settle()
    assert marked(screen) == [LAST]


def test_free_sides_keep_their_places_through_a_restart(room, screen):
    stood = apart(screen)
    second = again(room, screen)
    assert tops(second) == stood
    second.leave()


@pytest.mark.parametrize("place", [0.13, 0.77])
def test_not_a_part_of_a_line_is_lost(room, screen, place):
    bar = pane(screen, ZH).verticalScrollBar()
    moved = []
    for more in (0, 7, 13):
        begun = round(bar.maximum() * place) + more
        bar.setValue(begun)
        screen = again(room, screen)
        bar = pane(screen, ZH).verticalScrollBar()
        moved.append(bar.value() - begun)
    assert set(moved) == {0}
    screen.leave()


def test_a_place_that_an_earlier_version_kept_is_gone_to(room, screen):
    prepared = screen.reading.state.opened.prepared
    kept = ReadingPlace(LAST, 0, '["zh",0,{}]')
    assert kept_place(kept, prepared).anchor == Anchor(ZH, LAST, 0)
    aside = ReadingPlace(LAST, 0, '["zh",0,{},[["en","benefits",1,4]]]')
    assert kept_place(aside, prepared).apart == (Anchor(EN, LAST, 1, 4),)

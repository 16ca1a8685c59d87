"""While the next case is opening, nothing of the one before can be read or judged as if it were."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt

from reviewer_app.errors import DiskFull
from reviewer_app.ui.reading.arrangement import Mode
from tests.ui.reading.room import EN, ZH, Room, pane

FIRST, NEXT = "WIC-2026-001", "WIC-2026-002"
WAIT_S = 5.0


@contextmanager
def a_busy_lane(room: Room, screen) -> Iterator[None]:
    """The database's lane has something else to do; afterwards everything is drawn."""
    done = Event()
    room.lanes.database.run(lambda: done.wait(WAIT_S), owner=screen.view, done=bool, failed=str)
    try:
        yield
    finally:
        done.set()
        room.settle()


def test_nothing_is_given_to_the_case_before_while_the_next_one_is_opening(room, qtbot):
    screen = room.screen(FIRST)
    given, kept = screen.scoring.state.answers, room.answers(FIRST)
    cards = screen.view.panel.cards.values()
    sides = [pane(screen, each) for each in (ZH, EN)]
    with a_busy_lane(room, screen):
        screen.enter(NEXT)
        assert not any(card.score.isEnabled() or card.comment.isEnabled() for card in cards)
        assert not any(side.isEnabled() for side in sides)
        for key in (Qt.Key.Key_1, Qt.Key.Key_U, Qt.Key.Key_D, Qt.Key.Key_S, Qt.Key.Key_F):
            qtbot.keyClick(screen.view, key)
        assert screen.scoring.state.answers == given
        assert screen.view.toolbar.isEnabled()  # the way back
    assert room.answers(FIRST) == kept
    assert screen.scoring.state.number == NEXT
    assert all(card.score.isEnabled() for card in screen.view.panel.cards.values())
    assert all(side.isEnabled() for side in sides)
    assert sides[0].hasFocus()


def test_a_failure_that_was_put_away_stays_away(room):
    screen = room.screen(FIRST)
    failure = DiskFull(Path("/desk"))
    for model in (screen.reading, screen.scoring):
        model._fail(failure)
        assert not screen.view.banner.isHidden()
        screen.view.banner.hide()
        screen.reading.fold(outline=False)
        screen.scoring.flush()
        screen.view._draw_sheet(screen.scoring.state)
        assert screen.view.banner.isHidden()
    screen.reading._fail(DiskFull(Path("/desk")))
    assert not screen.view.banner.isHidden()


def test_a_screen_reader_that_came_later_is_heeded_by_the_next_case(room):
    screen = room.screen(FIRST)
    screen.reading.open(FIRST)
    assert screen.reading.state.how.mode is Mode.ALIGNED
    screen.reading.open(NEXT, spoken=True)
    room.settle()
    assert screen.reading.state.how.mode is Mode.STACKED


def test_the_case_before_is_closed_at_once_and_looks_so_where_the_next_is_long_in_coming(
    room, qtbot
):
    screen = room.screen(FIRST)
    view = screen.view
    with a_busy_lane(room, screen):
        screen.enter(NEXT)
        assert not view.panel.isEnabled()
        assert not view.panel.updatesEnabled()  # so soon, painting it would only take time
        qtbot.waitUntil(lambda: view.panel.updatesEnabled())
        assert view.toolbar._below.text == "Opening…"
    assert view.panel.isEnabled()
    assert all(part.updatesEnabled() for part in (view.toolbar, view.middle, view.left))


def test_texts_are_painted_before_what_stands_around_them(room):
    screen = room.screen(FIRST)
    seen = []

    def look(state):
        title = screen.scoring.state.number
        seen.append((state.opening, pane(screen, ZH).toPlainText()[:200], title))

    screen.reading.changed.connect(look)
    before = pane(screen, ZH).toPlainText()[:200]
    screen.enter(NEXT)
    room.settle()
    screen.reading.changed.disconnect(look)
    now = pane(screen, ZH).toPlainText()[:200]
    assert before != now
    assert seen[:3] == [(True, before, FIRST), (True, now, FIRST), (False, now, FIRST)]
    assert screen.scoring.state.number == NEXT

"""What the panes owe in every mode and size: no input method, pages by Space, the bar's place,
marks that are painted, and a case that has no text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from reviewer_app.looks import Theme
from reviewer_app.ui.appearance import Appearance
from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.remember import KeepsInMemory
from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.margin import Decoration, Letter
from reviewer_app.ui.reading.typography import GUTTER_PX
from tests.ui.reading.room import EN, pane, select

CASE = "WIC-2026-002"


@pytest.fixture
def room(one_room):
    return one_room


@pytest.fixture
def twice_the_size(qapp: QApplication) -> Iterator[None]:
    appearance = Appearance(qapp, KeepsInMemory())
    appearance.start("en", Theme.LIGHT, 200)
    yield
    appearance.use_size(100)
    appearance.deleteLater()


def in_mode(screen, mode: Mode):
    """The first pane in sight, with the focus."""
    screen.reading.arrange(screen.reading.state.how.in_mode(mode))
    QApplication.processEvents()
    first = screen.view.middle.texts.pair.in_sight[0]
    first.setFocus()
    return first


def test_no_input_method_stands_between_a_key_and_a_pane(room):
    screen = room.screen(CASE)
    for mode in Mode:
        in_mode(screen, mode)
        for each in screen.view.middle.texts.pair.in_sight:
            assert not each.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
            assert not each.viewport().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


@pytest.mark.parametrize("mode", Mode)
def test_space_goes_a_page_on_and_with_shift_a_page_back(room, qtbot, mode):
    screen = room.screen(CASE)
    reader = in_mode(screen, mode)
    bar = reader.verticalScrollBar()
    bar.setValue(0)
    beside = screen.view.middle.texts.pair.in_sight[-1].verticalScrollBar()
    stood = beside.value()
    qtbot.keyClick(reader, Qt.Key.Key_Space)
    page = bar.value()
    assert 0.5 * reader.viewport().height() < page <= reader.viewport().height()
    qtbot.keyClick(reader, Qt.Key.Key_Space)
    assert bar.value() == 2 * page
    qtbot.keyClick(reader, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == page
    if mode in (Mode.ALIGNED, Mode.FREE):
        assert beside.value() == (page if mode is Mode.ALIGNED else stood)


def test_the_border_stands_where_it_was_put_when_free(room):
    screen = room.screen(CASE)
    in_mode(screen, Mode.FREE)
    pair = screen.view.middle.texts.pair
    pair.moveSplitter(round(pair.width() * 0.6), 1)
    share = screen.reading.state.how.share
    assert share == pytest.approx(0.6, abs=0.02)
    again = room.screen(CASE)
    assert again.reading.state.how.mode is Mode.FREE
    left, right, *_ = again.view.middle.texts.pair.sizes()
    assert left / (left + right) == pytest.approx(share, abs=0.02)


def test_marks_are_painted_over_their_words_at_twice_the_size(room, qtbot, twice_the_size):
    screen = room.screen(CASE)
    in_mode(screen, Mode.FREE)
    block = screen.reading.state.opened.prepared.rows[1].en[0]
    reader = pane(screen, EN)

    def looks():
        screen.view.middle.texts.deselect()
        room.settle()
        QApplication.processEvents()
        return reader.viewport().grab().toImage()

    select(screen, EN, block, 0, 0)
    first = reader.cursorRect()
    select(screen, EN, block, 0, 4)
    words = QRect(first.topLeft(), reader.cursorRect().bottomRight())
    before = looks()
    select(screen, EN, block, 0, 4)
    qtbot.keyClick(reader, Qt.Key.Key_1)
    after = looks()
    assert words.height() > 30
    assert after.copy(words) != before.copy(words)
    next_words = words.translated(2 * words.width(), 0)
    assert after.copy(next_words) == before.copy(next_words)


def test_before_a_case_is_there_nothing_is_quoted_or_scrolled(room, qtbot):
    """A case has text in its original at least; without any there is only the time before."""
    screen = room.screen()
    texts = screen.view.middle.texts
    assert texts.quotes() == ()
    assert not texts.pair.in_sight
    for key in (Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_J):
        qtbot.keyClick(screen.view, key)
    assert texts.quotes() == ()


def test_the_margin_and_its_letters_grow_with_the_interface(room, qtbot, twice_the_size):
    screen = room.screen(CASE, width=2200)
    reader = in_mode(screen, Mode.FREE)
    setting = reader.setting()
    assert setting._gutter == pytest.approx(2 * GUTTER_PX, rel=0.15)
    with_letter = Letter(1, 0, "F", LIGHT.note)
    plain = reader.viewport().grab().toImage()
    setting.decorate(Decoration(letters=(with_letter,)))
    shown = reader.viewport().grab().toImage()
    lit = [
        x
        for x in range(round(setting.left))
        if any(plain.pixel(x, y) != shown.pixel(x, y) for y in range(0, plain.height(), 4))
    ]
    assert 1.6 * 18 < len(lit) <= 2 * 18 + 2

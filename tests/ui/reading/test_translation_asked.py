"""Asking the secretariat for what a case does not have in a language."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest

from review_protocol.documents.text import Element
from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.ask_translation import Untranslated
from reviewer_app.ui.reading.screen import ReadingScreen
from reviewer_app.ui.screen import Place, Visit
from tests.ui.reading.room import EN, Room, a_room, pane

pytestmark = pytest.mark.campaign

TYPICAL, ENGLISH_ONLY = "WIC-2026-001", "WIC-2026-004"


@pytest.fixture(scope="module")
def shared_room(request, tmp_path_factory) -> Iterator[Room]:
    with a_room(None, tmp_path_factory.mktemp("translations"), cases=4) as made:
        case = made.desk.cases[0]
        partners = case.elements.modalities.model_copy(update={"en": ()})
        elements = case.elements.model_copy(update={"modalities": partners})
        headers = case.headers.model_copy(update={"version": case.headers.version + 1})
        made.desk.correct(case.model_copy(update={"elements": elements, "headers": headers}))
        made.begin()
        yield made


@pytest.fixture
def room(shared_room: Room, qtbot) -> Iterator[Room]:
    with shared_room.afresh(qtbot):
        yield shared_room


def asked(screen: ReadingScreen, qtbot, button) -> Visit:
    with qtbot.waitSignal(screen._event_left) as left:
        button.setFocus()
        QTest.keyClick(button, " ")
    return left.args[0]


def test_in_the_head_of_a_case_in_one_language(room, qtbot):
    screen = room.screen(ENGLISH_ONLY)
    head = screen.view.middle.texts.pair.shelf.columns[EN].heads[EN]
    assert head.ask.isVisible()
    assert asked(screen, qtbot, head.ask) == Visit(
        Place.MESSAGES,
        ENGLISH_ONLY,
        words=f"Please let me have case {ENGLISH_ONLY} in Chinese as well: it is here in one "
        "language only.",
    )
    screen.leave()


@pytest.mark.parametrize("mode", list(Mode))
def test_in_the_gap_of_an_element_in_one_language(room, qtbot, mode):
    screen = room.screen(TYPICAL)
    texts = screen.view.middle.texts
    screen.reading.arrange(screen.reading.state.how.in_mode(mode))
    if mode is Mode.FOCUS:
        screen.reading.arrange(screen.reading.state.how.focused(EN).focused(EN))
    texts.show_element(Element.MODALITIES)
    room.settle()
    there = texts.pair.shelf.stack if mode is Mode.STACKED else pane(screen, EN)
    if there not in texts.pair.in_sight:
        there = texts.pair.in_sight[0]
        assert texts.asks.in_gaps(there) == ()
        return
    (button,) = texts.asks.in_gaps(there)
    assert (button.of, button.isVisible()) == (Untranslated(EN, Element.MODALITIES), True)
    (gap,) = (gap for gap in there.placed.gaps if gap.gap.value == "element")
    top = gap.top - there.verticalScrollBar().value()
    assert top + button.fontMetrics().height() < button.y()  # below the words of the gap
    assert button.geometry().bottom() < top + gap.height
    visit = asked(screen, qtbot, button)
    assert (visit.place, visit.case) == (Place.MESSAGES, TYPICAL)
    assert "in English as well: this element" in visit.words
    button.setFocus()
    texts.show_element(Element.BACKGROUND)
    assert (button.isVisible(), screen.view.focusWidget()) == (False, there)
    screen.leave()


def test_nothing_is_asked_for_where_both_languages_have_everything(room):
    screen = room.screen("WIC-2026-003")
    texts = screen.view.middle.texts
    assert [texts.asks.in_gaps(each) for each in texts.pair.in_sight] == [(), ()]
    assert not any(c.heads[each].ask.isVisible() for each, c in texts.pair.shelf.columns.items())
    screen.leave()

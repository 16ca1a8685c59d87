"""A sync brings another version of the case that is being read."""

import pytest

from review_protocol.documents.case import Case
from reviewer_app.ui.reading.anchoring import first_line
from reviewer_app.ui.reading.arrangement import Mode
from tests.ui.reading.room import EN, ZH, pane

TYPICAL = "WIC-2026-001"
MORE = 60
A_SCREENFUL_S = 300.0


def lengthened(case: Case) -> Case:
    """The next version: many paragraphs before the first one, in both languages."""
    headers = case.headers.model_copy(update={"version": case.headers.version + 1})
    text = case.elements.background
    new = {
        "zh": [f"新增的第{at}段说明村里的水渠。" for at in range(MORE)],
        "en": [f"Added paragraph {at} tells of the canals of the village." for at in range(MORE)],
    }
    sides = {}
    for name, added in new.items():
        first, *others = getattr(text, name)
        paragraphs = (*added, *first.paragraphs)
        sides[name] = (first.model_copy(update={"paragraphs": paragraphs}), *others)
    background = text.model_copy(update=sides)
    elements = case.elements.model_copy(update={"background": background})
    return case.model_copy(update={"headers": headers, "elements": elements})


def correct(room, screen, change=lengthened) -> None:
    """The next version comes while the case is open."""
    case = next(each for each in room.desk.cases if each.number == TYPICAL)
    room.desk.correct(change(case))
    screen.refresh()
    room.settle()


def to_the_end(screen) -> None:
    bar = pane(screen, ZH).verticalScrollBar()
    bar.setValue(bar.maximum())


def test_the_end_of_a_longer_text_is_read_like_any_other(room, qtbot):
    screen = room.screen(TYPICAL)
    correct(room, screen)
    with qtbot.waitSignal(screen.reading.whereabouts.read):
        to_the_end(screen)
        room.read_on(screen, A_SCREENFUL_S)
    screen.leave()
    room.settle()
    place = room.desk.services.desk.open(TYPICAL).place
    last = screen.reading.state.opened.prepared
    assert place is not None
    assert place.unit > MORE or place.element is not last.sides[EN].blocks[1].element


def test_what_was_read_of_unchanged_text_stays_read(room, qtbot):
    screen = room.screen(TYPICAL)
    with qtbot.waitSignal(screen.reading.whereabouts.read):
        to_the_end(screen)
        room.read_on(screen, A_SCREENFUL_S)
    before = screen.reading.state.read
    correct(room, screen)
    after = screen.reading.state.read
    elements = list(before)
    assert [after[each] for each in elements[1:]] == [before[each] for each in elements[1:]]
    assert any(before[each] for each in elements[1:])
    assert after[elements[0]] < before[elements[0]] or before[elements[0]] == 0


@pytest.mark.parametrize("mode", list(Mode))
def test_the_line_at_the_top_stays_there(room, qtbot, mode):
    screen = room.screen(TYPICAL)
    screen.reading.arrange(screen.reading.state.how.in_mode(mode))
    pair = screen.view.middle.texts.pair
    with qtbot.waitSignal(pair.placed):
        pair._soon.start()
    there = pair.in_sight[0]
    there.verticalScrollBar().setValue(there.verticalScrollBar().maximum() // 2)
    words = line_at_the_top(there)
    correct(room, screen)
    assert line_at_the_top(there) == words
    assert there.verticalScrollBar().value() > 0
    screen.leave()
    again = room.screen(TYPICAL)
    assert line_at_the_top(again.view.middle.texts.pair.in_sight[0]) == words


def line_at_the_top(there) -> str:
    """What the first line in sight says, to the end of its paragraph."""
    number, offset = first_line(there.setting(), float(there.verticalScrollBar().value()))
    return there.document().findBlockByNumber(number).text()[offset:]


def test_hits_and_signs_are_those_of_the_new_text(room):
    screen = room.screen(TYPICAL)
    screen.reading.find("LoRaWAN")
    room.settle()
    before = screen.reading.state.find.hits
    correct(room, screen)
    after = screen.reading.state.find.hits
    blocks = screen.reading.state.opened.prepared.sides
    assert len(after) == len(before)
    assert after != before
    assert all(hit.exact in blocks[hit.language].blocks[hit.block].text for hit in after)

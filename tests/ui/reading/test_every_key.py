"""Every key of the list, pressed in the window as a person would; and none while somebody types."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from review_protocol.documents.stated_facts import Fact, Verdict
from review_protocol.documents.text import Element
from reviewer_app.ui.reading.key_list import KeyList
from reviewer_app.ui.reading.keys import Gesture
from reviewer_app.ui.reading.screen import ReadingScreen
from reviewer_app.ui.reading.spans import Pointed
from reviewer_app.ui.reading.state import Leaf
from reviewer_app.ui.single_keys import USUAL, KeyChoice, KeyMode, SingleKey, keep_choice
from tests.builders.desk import some_answers
from tests.ui.reading.room import EN, ZH, a_room, pane, select

pytestmark = pytest.mark.campaign

CASE = "WIC-2026-002"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def screen(qtbot, tmp_path: Path) -> Iterator[ReadingScreen]:
    with a_room(qtbot, tmp_path, cases=2) as room:
        made = room.screen(CASE, width=1500)
        made.room = room
        yield made
        made.leave()
        room.settle()


def press(screen: ReadingScreen, key: str, held: Qt.KeyboardModifier = NONE) -> None:
    """Press the key where the focus is; a sign or letter is typed, too."""
    code = {"Space": Qt.Key.Key_Space, "Tab": Qt.Key.Key_Tab, "Enter": Qt.Key.Key_Return}.get(key)
    text = "" if code is not None or held == CTRL else key.lower()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        focused = screen.view.focusWidget()
        QApplication.sendEvent(focused, QKeyEvent(kind, code or ord(key), held, text))
    screen.room.settle()


def looks(screen: ReadingScreen) -> tuple[object, ...]:
    """All that a key could change."""
    panes = [pane(screen, language) for language in (ZH, EN)]
    return (
        screen.reading.state.how,
        screen.reading.state.leaf,
        screen.reading.state.find.open,
        screen.reading.state.folds,
        screen.scoring.state.answers,
        screen.marking.state.highlights,
        screen.marking.state.writing,
        *(each.textCursor().position() for each in panes),
        *(each.verticalScrollBar().value() for each in panes),
        screen.view.focusWidget(),
    )


def selected(screen: ReadingScreen) -> None:
    select(screen, ZH, 4, 2, 8)


def at_the_end(screen: ReadingScreen) -> None:
    screen.view.middle.texts.show_element(list(screen.view.outline._elements)[-1])
    pane(screen, ZH).setFocus()


def apart(screen: ReadingScreen) -> None:
    press(screen, "L")
    pane(screen, EN).verticalScrollBar().setValue(400)
    pane(screen, ZH).setFocus()


def nothing(_screen: ReadingScreen) -> None: ...


ACTS: dict[str, tuple[Callable[[ReadingScreen], None], str]] = {
    "J": (nothing, "caret"),
    "K": (at_the_end, "caret"),
    "Space": (nothing, "scroll"),
    "Tab": (nothing, "focus"),
    "S": (nothing, "how"),
    "L": (nothing, "how"),
    ".": (apart, "scroll"),
    "F": (nothing, "how"),
    "[": (at_the_end, "scroll"),
    "]": (nothing, "scroll"),
    "/": (nothing, "find"),
    "1": (selected, "quote"),
    "2": (selected, "quote"),
    "3": (selected, "quote"),
    "H": (selected, "highlight"),
    "N": (selected, "note"),
    "G": (nothing, "focus"),
    "C": (nothing, "focus"),
    "U": (nothing, "focus"),
    "D": (nothing, "leaf"),
}


def watched(screen: ReadingScreen, what: str) -> object:
    panes = [pane(screen, language) for language in (ZH, EN)]
    state = screen.reading.state
    seen: dict[str, Callable[[], object]] = {
        "caret": lambda: panes[0].textCursor().position(),
        "scroll": lambda: [each.verticalScrollBar().value() for each in panes],
        "focus": screen.view.focusWidget,
        "how": lambda: state.how,
        "find": lambda: state.find.open,
        "leaf": lambda: state.leaf,
        "quote": lambda: [each.quotes for each in screen.scoring.state.answers.criteria],
        "highlight": lambda: screen.marking.state.highlights,
        "note": lambda: screen.marking.state.writing,
    }
    return seen[what]()


@pytest.mark.campaign
def test_every_key_of_the_list_acts_in_the_text(screen: ReadingScreen) -> None:
    silent = []
    for key, (prepare, what) in ACTS.items():
        screen.enter(CASE)
        screen.room.settle()
        if screen.reading.state.leaf is not Leaf.TEXT:
            screen.reading.show_leaf(Leaf.TEXT)
        screen.reading.open_find(open_it=False)
        pane(screen, ZH).setFocus()
        prepare(screen)
        before = watched(screen, what)
        press(screen, key)
        if watched(screen, what) == before:
            silent.append(key)
        if key in "SLF":
            press(screen, key)
    assert silent == []


def test_in_a_score_figures_arrows_and_enter_go_through_the_sheet(screen: ReadingScreen) -> None:
    press(screen, "G")
    first, second, third = screen.scoring.state.order
    for key in ("7", "Enter", "0", "Enter", "3"):
        press(screen, key)
    for arrow, code in ((Qt.Key.Key_Left, third), (Qt.Key.Key_Right, third)):
        QApplication.sendEvent(
            screen.view.focusWidget(), QKeyEvent(QEvent.Type.KeyPress, arrow, NONE)
        )
        screen.room.settle()
        expected = 2 if arrow == Qt.Key.Key_Left else 3
        assert screen.scoring.state.answers.answer(code).mark == expected
    marks = [screen.scoring.state.answers.answer(each).mark for each in (first, second, third)]
    assert marks == [7, 10, 3]
    press(screen, "C")
    assert screen.view.focusWidget() is screen.view.panel.cards[third].comment
    press(screen, "Enter", CTRL)
    assert screen.view.panel.cards[third].score.isAncestorOf(screen.view.focusWidget())
    press(screen, "Enter")
    assert screen.view.focusWidget() in screen.view.panel.last.levels


def test_enter_in_the_text_walks_nowhere_after_a_score_was_in_hand(screen: ReadingScreen) -> None:
    press(screen, "G")
    pane(screen, ZH).setFocus()
    press(screen, "Enter")
    assert screen.view.focusWidget() is pane(screen, ZH)


def test_what_is_missing_is_gone_through_from_where_one_is(screen: ReadingScreen) -> None:
    panel = screen.view.panel
    cards = [panel.cards[code] for code in screen.scoring.state.order]
    press(screen, "U")
    assert cards[0].score.isAncestorOf(screen.view.focusWidget())
    press(screen, "U")
    assert screen.view.focusWidget() is cards[0].comment
    press(screen, "Enter", CTRL)
    press(screen, "Enter")
    press(screen, "8")
    press(screen, "U")
    assert screen.view.focusWidget() is cards[1].comment
    panel.last.levels[0].setFocus()
    press(screen, "U")  # the recommendation comes last: first a criterion without its mark
    assert cards[0].score.isAncestorOf(screen.view.focusWidget())


def test_out_of_the_words_on_the_case_one_comes_by_ctrl_enter(screen: ReadingScreen) -> None:
    last = screen.view.panel.last
    last.comment.setFocus()
    press(screen, "Enter", CTRL)
    assert screen.view.focusWidget() is last.levels[0]
    screen.room.desk.services.scoring.keep(CASE, some_answers(6))
    screen.refresh()
    screen.room.settle()
    last.comment.setFocus()
    press(screen, "Enter", CTRL)
    assert screen.view.focusWidget() is last.options[0]


def test_the_sheet_that_is_complete_is_read_back_by_ctrl_enter(screen, qtbot) -> None:
    screen.room.desk.services.scoring.keep(CASE, some_answers(6))
    screen.refresh()
    screen.room.settle()
    with qtbot.waitSignal(screen._event_left) as left:
        press(screen, "Enter", CTRL)
    assert left.args[0].place == "signing"


def test_the_list_of_keys_is_a_key_away(screen: ReadingScreen) -> None:
    shown: list[QWidget | None] = []

    def close() -> None:
        shown.append(QApplication.activeModalWidget())
        QApplication.activeModalWidget().reject()

    QTimer.singleShot(0, screen, close)
    press(screen, "?", SHIFT)
    assert [type(each) for each in shown] == [KeyList]


def fields(screen: ReadingScreen) -> Iterator[QWidget]:
    """Every field of the screen in which somebody types, brought up."""
    panel = screen.view.panel
    yield from (card.comment for card in panel.cards.values())
    yield panel.last.comment
    screen.reading.open_find()
    screen.room.settle()
    yield screen.view.find_bar.words
    screen.reading.open_find(open_it=False)
    select(screen, ZH, 4, 2, 8)
    screen.view.pilot.perform(Gesture.NOTE)
    screen.room.settle()
    yield screen.view.note.words


@pytest.mark.parametrize(
    "mode",
    [
        KeyMode.ALONE,
        pytest.param(KeyMode.CTRL, marks=pytest.mark.campaign),
        pytest.param(KeyMode.OFF, marks=pytest.mark.campaign),
    ],
)
def test_no_key_acts_while_somebody_types(screen: ReadingScreen, mode: KeyMode) -> None:
    keep_choice(screen.room.keeps, KeyChoice(mode))
    acted = []
    for field in fields(screen):
        field.setFocus()
        before = [*looks(screen)[:4], screen.view.focusWidget()]
        held = CTRL | SHIFT if mode is KeyMode.CTRL else NONE
        for letter in USUAL.values():
            press(screen, letter, held)
            if [*looks(screen)[:4], screen.view.focusWidget()] != before:
                acted.append((field.accessibleName(), letter))
                field.setFocus()
    screen.marking.end_note()
    pane(screen, ZH).setFocus()
    assert acted == []


def test_no_key_acts_while_somebody_says_something_of_the_facts(screen: ReadingScreen) -> None:
    screen.reading.show_leaf(Leaf.FACTS)
    screen.facts.judge(Fact.PARTNERS, Verdict.CONFIRMED)
    screen.room.settle()
    field = screen.view.middle.facts.judging.rows[Fact.PARTNERS].comment
    field.setFocus()
    before = looks(screen)
    for letter in USUAL.values():
        press(screen, letter)
    assert looks(screen) == before
    assert field.toPlainText() == "".join(USUAL.values()).lower()


@pytest.mark.campaign
def test_switched_off_no_single_key_acts_in_the_text(screen: ReadingScreen) -> None:
    keep_choice(screen.room.keeps, KeyChoice(KeyMode.OFF))
    selected(screen)
    before = looks(screen)
    for letter in USUAL.values():
        press(screen, letter)
    assert looks(screen) == before


def test_buttons_tell_of_the_key_that_was_chosen(screen: ReadingScreen) -> None:
    bar, card = screen.view.toolbar, screen.view.panel.cards["benefits"]
    assert (bar._swap.toolTip(), card.attach.toolTip()) == (
        "Swap sides (S)",
        "Press 3 in the text",
    )
    keep_choice(screen.room.keeps, KeyChoice(KeyMode.CTRL).changed(SingleKey.SWAP, "X"))
    screen.refresh()
    screen.room.settle()
    assert bar._swap.toolTip() == "Swap sides (Ctrl+Shift+X)"
    keep_choice(screen.room.keeps, KeyChoice(KeyMode.OFF))
    screen.refresh()
    screen.room.settle()
    assert (bar._swap.toolTip(), card.attach.toolTip()) == ("Swap sides", "")


def row_at_the_caret(screen: ReadingScreen) -> int:
    return screen.reading.state.opened.prepared.row_of(ZH, pane(screen, ZH).caret().block)


def element_at_the_top(screen: ReadingScreen) -> Element:
    return screen.view.middle.texts.pair.anchor().element


def test_keys_of_pairs_go_to_the_very_next_row_and_back(screen: ReadingScreen) -> None:
    rows = screen.reading.state.opened.prepared.rows
    chinese = [at for at, row in enumerate(rows) if row.zh]
    pane(screen, ZH).put_caret(Pointed(ZH, rows[chinese[2]].zh[0]))
    pane(screen, ZH).setFocus()
    seen = []
    for key in "JJKKK":
        press(screen, key)
        seen.append(row_at_the_caret(screen))
    assert seen == [chinese[at] for at in (3, 4, 3, 2, 1)]


def test_brackets_go_to_the_very_next_element_and_back(screen: ReadingScreen) -> None:
    first, second, third, _ = Element
    seen = []
    for key in "]][[[":
        press(screen, key)
        seen.append(element_at_the_top(screen))
    assert seen == [second, third, second, first, first]


def test_space_goes_a_page_on_and_with_shift_back(screen: ReadingScreen) -> None:
    there, other = pane(screen, ZH), pane(screen, EN)
    scroll, page = there.verticalScrollBar(), there.viewport().height()
    begun = scroll.value()
    press(screen, "Space")
    assert 0.7 * page <= scroll.value() - begun <= page  # nothing is passed over
    assert other.verticalScrollBar().value() == scroll.value()
    press(screen, "Space", SHIFT)
    assert scroll.value() == begun

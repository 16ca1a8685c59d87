"""Only buttons give answers: no wheel, no spin box, slider or list of choices, and large enough."""

from contextlib import nullcontext

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollBar,
    QWidget,
)

from review_protocol.documents.score import LanguageRead
from review_protocol.documents.stated_facts import Fact, Verdict
from reviewer_app.ui.overview.screen import make_screen as make_overview
from reviewer_app.ui.reading.edits import GiveMark
from reviewer_app.ui.reading.practice.screen import make_screen as make_practice
from reviewer_app.ui.reading.recuse_dialog import RecuseDialog
from reviewer_app.ui.reading.state import Leaf
from reviewer_app.ui.signing.screen import make_screen
from tests.builders.desk import some_answers
from tests.ui.reading.room import a_room

CASE = "WIC-2026-002"
UP, DOWN, LEFT, RIGHT = QPoint(0, 1), QPoint(0, -1), QPoint(1, 0), QPoint(-1, 0)
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def parts(qapp, tmp_path_factory):
    """Every part of the window in which something is scored, recused or signed."""
    with a_room(Exposed(), tmp_path_factory.mktemp("wheel"), cases=3) as room:
        room.desk.services.scoring.keep(CASE, some_answers(6))
        reading = room.screen(CASE)
        signing = make_screen(room.supplies())
        signing.view.resize(1000, 700)
        signing.view.show()
        signing.enter(CASE)
        room.settle()
        reading.reading.show_leaf(Leaf.FACTS)
        for fact, verdict in zip(Fact, (*Verdict, *Verdict), strict=True):
            reading.facts.judge(fact, verdict)
        dialog = RecuseDialog()
        dialog.show()
        practice = make_practice(room.supplies())
        overview = make_overview(room.supplies())
        for each in (practice, overview):
            each.view.resize(1200, 800)
            each.view.show()
            each.enter(None)
        room.settle()
        practice.scoring.edit(GiveMark("benefits", 7))
        practice.view.reader.middle.hide()  # nobody reads there: its pauses would go on
        practice.leave()
        reading.leave()  # it waits no more for a pause of the reader
        yield (
            room,
            reading,
            {
                "sheet": reading.view.panel,
                "facts": reading.view.middle.facts,
                "read back": signing.view,
                "recusal": dialog,
                "practice": practice.view.reader.panel,
                "overview": overview.view,
            },
        )
        for each in (reading.view, signing.view, dialog, practice.view, overview.view):
            each.close()
            each.deleteLater()
        QApplication.sendPostedEvents(None, 0)


class Exposed:
    """What a room asks of the test's robot, where one room serves a whole module."""

    def addWidget(self, _widget):
        return None

    def waitExposed(self, widget):
        widget.show()
        return nullcontext()


def turned(widget, notches, held):
    """The wheel over the middle of a widget, down and up or (x) sideways."""
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at,
        widget.mapToGlobal(at),
        QPoint(0, 0),
        120 * notches,
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def answered(parts):
    room, reading, widgets = parts
    pressed = [
        (name, at)
        for name, part in widgets.items()
        for at, button in enumerate(part.findChildren(QAbstractButton))
        if button.isChecked()
    ]
    said = reading.facts.state.words
    assert {"facts", "practice"} <= {name for name, _ in pressed}
    return reading.scoring.state.answers, room.answers(CASE), said, pressed


def test_the_wheel_changes_nothing_over_any_widget(parts):
    before = answered(parts)
    widgets = [each for part in parts[2].values() for each in part.findChildren(QWidget)]
    assert len(widgets) > 150
    for widget in widgets:
        if widget.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            for held in (NONE, CTRL, SHIFT):
                for notches in (UP, DOWN, DOWN, LEFT, RIGHT, RIGHT):
                    turned(widget, notches, held)
    parts[0].settle()
    assert answered(parts) == before


def test_nothing_that_turns_or_slides_gives_an_answer(parts):
    turning = (QAbstractSpinBox, QAbstractSlider, QComboBox)
    found = [each for part in parts[2].values() for each in part.findChildren(QWidget)]
    assert {type(each) for each in found if isinstance(each, turning)} <= {QScrollBar}


def test_marks_are_large_enough_for_a_finger(parts):
    cards = parts[1].view.panel.cards.values()
    sizes = {
        (button.width() >= 28, button.height() >= 28)
        for card in cards
        for button in card.score.findChildren(QAbstractButton)
    }
    assert sizes == {(True, True)}


def test_every_anchor_is_in_sight(parts):
    for card in parts[1].view.panel.cards.values():
        rows = card._bands._rows
        assert len(rows) == 4
        assert all(row.isVisible() and row.height() > 0 for row in rows)


def test_no_language_is_read_beforehand(parts):
    language = parts[2]["read back"].language
    assert language.value is None
    assert set(LanguageRead) == {option.value for option in language._options}

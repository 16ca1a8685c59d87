"""The faces of the panel's room, and the parts of a case: what follows from the scores."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer_app.demo.facing import ask_what_if, press_on_page, turn_to
from reviewer_app.demo.stage import Stage
from reviewer_app.ui.panel.case_talk import CaseTalk
from reviewer_app.ui.panel.face_page import FacePage
from reviewer_app.ui.panel.lists.page import ListsPage
from reviewer_app.ui.panel.meeting.window import MeetingWindow
from reviewer_app.ui.panel.table_page import TablePage

SAID = "The reviews agree on the benefits; they differ on who pays after the grant."
CITED_ZH = "以开放共建的方式，把优质网络带到最需要的地方。"
CITED_EN = "It brings good networks, built together and in the open, to where they are needed most."


def show_alone(stage: Stage) -> None:
    """The ladder of the panel's cases before the head has compared all, and back to the scores."""
    _turn_to(stage, "Ladder")
    stage.picture("panel-alone")
    _back(stage)


def show_faces(stage: Stage) -> None:
    """From the scores through all faces, and back to the scores."""
    _turn_to(stage, "Ladder")
    stage.hands.await_words("the comparison that the head issued")
    stage.picture("panel-ladder")
    _press(stage, "Far scores count less")
    stage.picture("panel-what-if")
    _press(stage, "Far scores count less")
    _turn_to(stage, "Experts")
    stage.picture("panel-experts")
    _turn_to(stage, "Disagreements")
    stage.picture("panel-disagreements")
    _turn_to(stage, "Links")
    stage.picture("panel-links")
    _turn_to(stage, "Sureness")
    stage.picture("panel-sureness")
    stage.tell("each case has its place among all, by the head's comparison")
    _back(stage)


def show_lists(stage: Stage) -> None:
    """What the rule file proposes of all panels' cases."""
    turn_to(stage.hands, "Lists")
    stage.hands.the(ListsPage)
    stage.settle()
    stage.picture("panel-lists")


def _back(stage: Stage) -> None:
    turn_to(stage.hands, "Scores")
    stage.hands.the(TablePage)
    stage.settle()


def show_meeting(stage: Stage) -> None:
    """The meeting view over everything, at its first case, and away again."""
    press_on_page(stage.hands, "Meeting view")
    stage.hands.until(lambda: bool(_meetings()), "the meeting view")
    stage.settle()
    (window,) = _meetings()
    stage.picture("panel-meeting", window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    stage.window.activateWindow()
    turn_to(stage.hands, "Scores")
    stage.settle()


def _meetings() -> list[MeetingWindow]:
    windows = QApplication.topLevelWidgets()
    return [each for each in windows if isinstance(each, MeetingWindow) and each.isVisible()]


def show_talk(stage: Stage) -> None:
    """What is said about the case that is open, and its citation; then the opinions again."""
    hands = stage.hands
    talk = hands.the(CaseTalk)
    hands.press("Discussion", within=talk)
    hands.write("What you say", SAID, within=talk)
    hands.press("Sign and add", within=talk)
    hands.await_words(SAID)
    stage.settle()
    stage.picture("panel-discussion")
    hands.press("Citation", within=talk)
    hands.press("Write the citation", within=talk)
    hands.write("Chinese", CITED_ZH, within=talk)
    hands.write("English", CITED_EN, within=talk)
    stage.settle()
    stage.picture("panel-citation")
    hands.press("Throw it away", within=talk)
    hands.press("Opinions", within=talk)
    stage.settle()
    stage.tell("the case is discussed, and a citation is tried")


def _turn_to(stage: Stage, face: str) -> None:
    turn_to(stage.hands, face)
    stage.hands.the(FacePage)
    stage.settle()


def _press(stage: Stage, word: str) -> None:
    ask_what_if(stage.hands, word)
    stage.settle()

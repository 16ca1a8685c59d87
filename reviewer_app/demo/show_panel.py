"""The faces of the panel's room: what follows from the scores that were collected."""

from __future__ import annotations

from reviewer_app.demo.stage import Stage
from reviewer_app.ui.panel.face_page import FacePage
from reviewer_app.ui.panel.panel_page import PanelPage
from reviewer_app.ui.panel.table_page import TablePage


def show_faces(stage: Stage) -> None:
    """From the scores through all faces, and back to the scores."""
    _turn_to(stage, "Ladder")
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
    stage.tell("the list is in order, with how sure each place is")
    stage.hands.press("Scores", within=stage.hands.the(PanelPage))
    stage.hands.the(TablePage)
    stage.settle()


def _turn_to(stage: Stage, face: str) -> None:
    stage.hands.press(face, within=stage.hands.the(PanelPage))
    stage.hands.the(FacePage)
    stage.settle()


def _press(stage: Stage, word: str) -> None:
    stage.hands.press(word, within=stage.hands.the(FacePage))
    stage.settle()

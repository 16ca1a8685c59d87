"""The faces of a panel's room: scores as they are, and what follows from them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import assert_never

from PySide6.QtCore import QCoreApplication, Qt

from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.choice_menu import ChoiceMenu

translate = QCoreApplication.translate


class Face(StrEnum):
    SCORES = "scores"
    LADDER = "ladder"
    LISTS = "lists"
    EXPERTS = "experts"
    DISAGREEMENTS = "disagreements"
    LINKS = "links"
    SURENESS = "sureness"
    FINAL = "final"
    TRUST = "trust"


class FaceChoice:
    """A row in which a face is chosen, and a menu for where that has no room."""

    def __init__(self) -> None:
        options = [Option(face, partial(title, face)) for face in Face]
        self.row = ChoiceRow[Face](options, value=Face.SCORES, folds=True)
        self.menu = ChoiceMenu[Face](options, value=Face.SCORES)

    def set_value(self, face: Face) -> None:
        """Show what is chosen."""
        self.row.set_value(face)
        self.menu.set_value(face)

    def set_name(self, name: str) -> None:
        """For screen readers."""
        self.row.setAccessibleName(name)
        self.menu.set_name(name)

    def focus(self) -> None:
        """Put the keyboard where faces are chosen."""
        if self.row.isVisible():
            self.row.focus_choice()
        else:
            self.menu.setFocus(Qt.FocusReason.TabFocusReason)

    def turned(self, turn: Callable[[Face], None]) -> None:
        """Have this told what a person chose."""
        self.row.chosen.connect(turn)
        self.menu.chosen.connect(turn)


def title(face: Face) -> str:
    match face:
        case Face.SCORES:
            return translate("ladder", "Scores")
        case Face.LADDER:
            return translate("ladder", "Ladder")
        case Face.LISTS:
            return translate("ladder", "Lists")
        case Face.EXPERTS:
            return translate("ladder", "Experts")
        case Face.DISAGREEMENTS:
            return translate("ladder", "Disagreements")
        case Face.LINKS:
            return translate("ladder", "Links")
        case Face.SURENESS:
            return translate("ladder", "Sureness")
        case Face.FINAL:
            return translate("ladder", "Final list")
        case Face.TRUST:
            return translate("ladder", "Checked")
    assert_never(face)

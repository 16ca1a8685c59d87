"""The faces of a panel's room: scores as they are, and what follows from them."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import assert_never

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.choice import ChoiceRow, Option

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


def face_bar(parent: QWidget | None = None) -> ChoiceRow[Face]:
    """The row in which a face is chosen."""
    return ChoiceRow[Face](
        [Option(face, partial(title, face)) for face in Face],
        value=Face.SCORES,
        folds=True,
        parent=parent,
    )


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

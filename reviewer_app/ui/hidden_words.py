"""Why a case is hidden from somebody of its panel, and who decides it, in words."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.dossier import Decider
from reviewer_app.services.panel.dossier import Hidden, Why

translate = QCoreApplication.translate


def hidden(why: Hidden | None) -> str:
    """In a few words, for a list."""
    if why is None:
        return translate("hidden", "Hidden from you")
    match why.why:
        case Why.CONFLICT:
            return translate("hidden", "Conflict – hidden")
        case Why.OWN_SCORE_FIRST:
            return translate("hidden", "Shown after you have signed your own score")
        case Why.NOT_DECLARED:
            return translate("hidden", "Shown once you have declared on it")
    assert_never(why.why)


def hidden_briefly(why: Hidden | None) -> str:
    """The same where there is little room."""
    match None if why is None else why.why:
        case Why.OWN_SCORE_FIRST:
            return translate("hidden", "Your own score first")
        case Why.NOT_DECLARED:
            return translate("hidden", "Not declared yet")
        case _:
            return hidden(why)


def decides(by: Decider | None) -> str:
    """Who decides it, by role; "" where that is not known."""
    match by:
        case None:
            return ""
        case Decider.CHAIR:
            return translate("hidden", "the panel’s chair decides")
        case Decider.CHAIRS_DEPUTY:
            return translate("hidden", "the chair’s deputy decides")
        case Decider.HEAD:
            return translate("hidden", "the head decides")
        case Decider.HEADS_DEPUTY:
            return translate("hidden", "the head’s deputy decides")
    assert_never(by)


def hidden_and_decides(why: Hidden | None) -> str:
    """Both, as far as known."""
    told = hidden(why), decides(None if why is None else why.decided_by)
    return " · ".join(each for each in told if each)


def explained(why: Hidden | None) -> str:
    """A sentence or two above a case whose scores are hidden."""
    match None if why is None else why.why:
        case Why.OWN_SCORE_FIRST:
            return translate(
                "hidden",
                "You review this case yourself: its scores are shown after you have signed your "
                "own. Until then it is in no figure here.",
            )
        case Why.NOT_DECLARED:
            return translate(
                "hidden",
                "You have not declared on this case yet. Until then it is in no figure here.",
            )
        case _:
            return translate(
                "hidden",
                "You declared a conflict of interest on it. It is in no figure here, and somebody "
                "else decides it.",
            )

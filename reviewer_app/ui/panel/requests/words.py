"""Requests for another expert in words, and why one would help."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from reviewer_app.panel.remarks import Suggestion
from reviewer_app.services.panel.decisions import DecisionSaid
from reviewer_app.services.panel.expert_requests import ExpertRequest
from reviewer_app.ui import panel_words, states
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.panel import voice_words

translate = QCoreApplication.translate


def suggested(why: Suggestion | None) -> str:
    """Why one more review would help most here, a line for each reason; "" where it would not
    stand out."""
    if why is None:
        return ""
    reasons = []
    if why.lacking:
        words = translate("requests", "Full scores that it lacks for a place: {count}.")
        reasons.append(words.format(count=QLocale().toString(why.lacking)))
    if why.apart is not None:
        reasons.append(translate("requests", "Its two experts differ by 3 points or more."))
    most = translate("requests", "One more review of this case would change the list most.")
    return "\n".join(reasons) or most


def standing(request: ExpertRequest) -> tuple[Shape, str]:
    """What became of a request."""
    if request.since:
        words = translate("requests", "Answered. Reviews received since: {count}")
        return Shape.DONE, words.format(count=QLocale().toString(request.since))
    shape = Shape.WAITING if request.leaf is None else Shape.SENT
    return shape, voice_words.received(request.leaf)


def asked(request: ExpertRequest) -> str:
    """Who asked, when and why."""
    words = translate("requests", "{who}\n“{reason}”")
    who = voice_words.headed(request.voice, request.at)
    return words.format(who=who, reason=request.reason)


def decided(said: DecisionSaid) -> str:
    """A decision of the history in a few lines."""
    lines = [
        translate("requests", "{outcome} · round {round}").format(
            outcome=panel_words.outcome(said.outcome), round=QLocale().toString(said.round)
        ),
        voice_words.headed(said.voice, said.at),
    ]
    if said.disposition is not None and not said.disposition.counts:
        lines.append(states.disposition(said.disposition))
    else:
        lines.append(voice_words.received(said.leaf))
    if said.reason.strip():
        lines.append(translate("requests", "“{reason}”").format(reason=said.reason.strip()))
    return "\n".join(lines)

"""The steps of the way to the server in words: what was tried, what came of it, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reviewer_app.services.findings import Outcome, Step, StepFound
from reviewer_app.ui.connection.state import ConnectionState
from reviewer_app.ui.connection.step_words import advice, sentence
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.shapes import GLYPHS, Shape

translate = QCoreApplication.translate

_SHAPES = {
    Outcome.GOOD: Shape.DONE,
    Outcome.NOTED: Shape.WARNING,
    Outcome.BAD: Shape.STOPPED,
    Outcome.SKIPPED: Shape.TODO,
}
_TONES = {
    Outcome.GOOD: Tone.GOOD,
    Outcome.NOTED: Tone.CARE,
    Outcome.BAD: Tone.BAD,
    Outcome.SKIPPED: None,
}


@dataclass(frozen=True, slots=True)
class StepWords:
    """One line: its sign, its name, how it ended, what was found, and what to do."""

    shape: Shape
    tone: Tone | None
    name: str
    outcome: str
    sentence: str = ""
    advice: str = ""


def step_words(state: ConnectionState, step: Step) -> StepWords:
    """A step as it is now."""
    found = state.of(step)
    if found is None:
        if state.trying is step and not state.cancelled:
            trying = translate("connection", "trying…")
            return StepWords(Shape.WAITING, None, step_name(step), trying)
        waiting = "" if state.trying is not None else outcome_word(Outcome.SKIPPED)
        return StepWords(Shape.TODO, None, step_name(step), waiting)
    return StepWords(
        _SHAPES[found.outcome],
        _TONES[found.outcome],
        step_name(step),
        outcome_word(found.outcome),
        sentence(found),
        advice(found),
    )


def step_name(step: Step) -> str:
    """What a step is called."""
    match step:
        case Step.NAME:
            return translate("connection", "Name")
        case Step.TCP:
            return translate("connection", "Connection")
        case Step.PROXY:
            return translate("connection", "Proxy")
        case Step.TLS:
            return translate("connection", "Certificate")
        case Step.ANSWER:
            return translate("connection", "Answer")
        case Step.SIGNATURE:
            return translate("connection", "Server's signature")
        case Step.CLOCK:
            return translate("connection", "Clock")
        case Step.LOG:
            return translate("connection", "Server's record")


def outcome_word(outcome: Outcome) -> str:
    """How a step ended, in a word."""
    match outcome:
        case Outcome.GOOD:
            return translate("connection", "in order")
        case Outcome.NOTED:
            return translate("connection", "works, please note")
        case Outcome.BAD:
            return translate("connection", "fails")
        case Outcome.SKIPPED:
            return translate("connection", "not tried")


def verdict(state: ConnectionState) -> tuple[Tone, str, str]:
    """Tone, heading and sentence above the steps."""
    if state.trying is not None and not state.cancelled:
        return Tone.NEUTRAL, translate("connection", "Looking for where the way ends…"), ""
    if state.cancelled:
        return Tone.NEUTRAL, translate("connection", "Stopped. Not every step was tried."), ""
    if state.bad is not None:
        heading = translate("connection", "The way ends at: {step}")
        return Tone.BAD, heading.format(step=step_name(state.bad.step)), _safe(state.bad)
    if not state.found:
        return Tone.NEUTRAL, "", ""
    if state.noted:
        heading = translate("connection", "The server is reached; something is to be noted")
        return Tone.CARE, heading, advice(state.noted[0])
    return Tone.GOOD, translate("connection", "Everything is in order"), ""


def _safe(bad: StepFound) -> str:
    safe = translate("connection", "Your work is safe on this computer.")
    return translate("connection", "{advice} {safe}").format(advice=advice(bad), safe=safe).strip()


def as_text(state: ConnectionState, version: str) -> str:
    """All of it as plain text for the secretariat; it holds no secret and no score."""
    heading = translate("connection", "Connection of Reviewer Workstation {version} to {server}")
    lines = [heading.format(version=version, server=state.server)]
    if state.ended is not None:
        lines.append(state.ended)
    lines.append("")
    for step in Step:
        said = step_words(state, step)
        lines.append(f"{GLYPHS[said.shape]} {said.name}: {said.outcome}")
        lines += [f"   {each}" for each in (said.sentence, said.advice) if each]
    found = [each for each in state.found if each.facts]
    lines += ["", *(_facts(each) for each in found)]
    return "\n".join(lines).strip() + "\n"


def _facts(found: StepFound) -> str:
    facts = "; ".join(f"{name}={text}" for name, text in found.facts.items() if text)
    return f"{found.step.value}: {found.finding.value} ({facts})"

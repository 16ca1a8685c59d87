"""The steps of the way to the server in words: what was tried, what came of it, what it means."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reviewer_app.services.rows import HTTP, LOCAL_HTTP, DiagnosisOutcome, DiagnosisStep
from reviewer_app.ui.kit.shapes import Shape

translate = QCoreApplication.translate

_SHAPES = {
    DiagnosisOutcome.GOOD: Shape.DONE,
    DiagnosisOutcome.BAD: Shape.STOPPED,
    DiagnosisOutcome.SKIPPED: Shape.TODO,
}


@dataclass(frozen=True, slots=True)
class StepWords:
    """One line: its sign, what it says, and a fact below."""

    shape: Shape
    words: str
    detail: str


def step_words(step: DiagnosisStep) -> StepWords:
    """Say a step; without a certificate it is told what that means."""
    if step.detail == LOCAL_HTTP:
        text = translate("connection", "Not encrypted: the server is on this computer")
        return StepWords(Shape.DONE, text, "")
    if step.detail == HTTP:
        return StepWords(
            Shape.WARNING,
            translate("connection", "Not encrypted on the way: the address begins with http"),
            translate(
                "connection",
                "Others on the network can see that you connect; what you send stays sealed.",
            ),
        )
    words = translate("connection", "{name}: {outcome}").format(
        name=_name(step.step), outcome=_outcome(step.outcome)
    )
    return StepWords(_SHAPES[step.outcome], words, _detail(step))


def _name(step: str) -> str:
    match step:
        case "name":
            return translate("connection", "Name found")
        case "tcp":
            return translate("connection", "Server reached")
        case "tls":
            return translate("connection", "Certificate")
        case "signature":
            return translate("connection", "Server's signature")
        case _:
            return step


def _outcome(outcome: DiagnosisOutcome) -> str:
    match outcome:
        case DiagnosisOutcome.GOOD:
            return translate("connection", "good")
        case DiagnosisOutcome.BAD:
            return translate("connection", "fails")
        case DiagnosisOutcome.SKIPPED:
            return translate("connection", "not tried")


def _detail(step: DiagnosisStep) -> str:
    if step.step == "signature" and step.outcome is DiagnosisOutcome.BAD:
        return _stranger(step.detail)
    if step.step == "signature" and step.outcome is DiagnosisOutcome.GOOD:
        version, _, deployment = step.detail.partition("; ")
        text = translate("connection", "Server version {version}, key {deployment}")
        return text.format(version=version, deployment=deployment)
    return step.detail


def _stranger(found: str) -> str:
    match found:
        case "html":
            return translate("connection", "A web page answers, perhaps a sign-in page")
        case "unsigned" | "other-key":
            return translate("connection", "The answer is not signed by your server")
        case _:
            return translate("connection", "No answer that could be used")

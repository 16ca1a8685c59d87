"""The hand-in screen's sentences, from its state alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer_app.services.rows import EvidenceReport
from reviewer_app.ui.handin.state import HandInState, Part
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.chips import Chip
from reviewer_app.ui.kit.palette import Tone

translate = QCoreApplication.translate


def summary(state: HandInState) -> str:
    """What is where: the promise in one line."""
    if not state.rows:
        return ""
    here, received, held = (state.count(part) for part in (Part.HERE, Part.RECEIVED, Part.HELD))
    parts = [
        translate("HandIn", "{count} on this computer only").format(count=here),
        translate("HandIn", "{count} received").format(count=received),
    ]
    if held:
        parts.append(translate("HandIn", "{count} held").format(count=held))
    return " · ".join(parts)


def chips(state: HandInState) -> tuple[Chip, ...]:
    """The parts of the list, each with its number."""
    words = {
        Part.ALL: translate("HandIn", "All"),
        Part.HERE: translate("HandIn", "On this computer"),
        Part.RECEIVED: translate("HandIn", "Received"),
        Part.HELD: translate("HandIn", "Held"),
    }
    return tuple(Chip(part.value, word, state.count(part)) for part, word in words.items())


def nothing(state: HandInState) -> tuple[str, str]:
    """Heading and sentence where the list is empty."""
    if not state.is_loaded:
        return translate("HandIn", "Looking…"), ""
    if not state.rows:
        return (
            translate("HandIn", "Nothing is signed yet"),
            translate(
                "HandIn",
                "What you sign appears here with its way to the server: on this computer, being "
                "sent, received with a receipt.",
            ),
        )
    match state.part:
        case Part.HERE:
            return (
                translate("HandIn", "Nothing waits on this computer"),
                translate("HandIn", "The server has receipted everything that you signed."),
            )
        case Part.HELD:
            return (
                translate("HandIn", "Nothing is held"),
                translate(
                    "HandIn",
                    "A packet that arrives late or does not fit is kept by the server and shown "
                    "here with the reason.",
                ),
            )
        case _:
            return (
                translate("HandIn", "Nothing received yet"),
                translate("HandIn", "Sync while there is a network; signing is not delivery."),
            )


def saved_message(report: EvidenceReport) -> Message:
    """What was saved, where, and how anybody can check it."""
    if not report.verified:
        none = translate("HandIn", "There is nothing to save: no packet of these has a receipt.")
        return Message(none, Tone.CARE)
    saved = translate("HandIn", "Evidence is saved (packets: {count}).")
    text = saved.format(count=report.verified)
    more = translate(
        "HandIn",
        "{folder}: anybody can check it with “sh verify.sh”, which needs openssl and sha256sum "
        "only.",
    ).format(folder=report.folder)
    action = translate("HandIn", "Open folder")
    return Message(text, Tone.GOOD, more=more, action=action, key="evidence")

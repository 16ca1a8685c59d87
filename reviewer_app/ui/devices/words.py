"""Sentences about one's computers and what they signed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from review_protocol.documents.score import CriterionAnswer
from review_protocol.documents.text import Bilingual
from reviewer_app.services.device_rows import (
    DeviceAnswer,
    DeviceLine,
    Listed,
    RecordLook,
    SignedOnce,
)
from reviewer_app.ui import dates, states, terms
from reviewer_app.ui.device_words import named

translate = QCoreApplication.translate


def about(device: DeviceLine) -> str:
    """A computer in a line: since when, and what was said of it."""
    parts = []
    if device.issued is not None:
        since = dates.day_and_time(device.issued)
        parts.append(translate("Devices", "enrolled {time}").format(time=since))
    if device.here:
        parts.append(translate("Devices", "this computer"))
    elif device.listed is Listed.LEFT_OUT:
        parts.append(translate("Devices", "in the server's record, left out of its list"))
    elif device.earlier:
        parts.append(translate("Devices", "earlier keys of this computer, no longer in use"))
    elif device.name is None:
        parts.append(translate("Devices", "no longer in use"))
    elif device.answer is DeviceAnswer.MINE:
        parts.append(translate("Devices", "you said that it is yours"))
    elif device.answer is DeviceAnswer.NOT_MINE:
        parts.append(translate("Devices", "you said that it is not yours"))
    else:
        parts.append(translate("Devices", "not answered yet"))
    if device.listed is Listed.NOT_LOGGED:
        parts.append(translate("Devices", "not in the server's record"))
    elif not device.proved and not device.here:
        parts.append(translate("Devices", "its certificate is not proved"))
    return " · ".join(parts)


def record_read(record: RecordLook) -> str:
    """How far the server's record was read, and how many others' records fit to it."""
    if not record.whole:
        return translate("Devices", "The server's record has not been read to its end yet.")
    words = translate(
        "Devices", "This list was compared with all {count} entries of the server's record."
    )
    said = words.format(count=QLocale().toString(record.leaves))
    if not record.fitting:
        return said
    words = translate("Devices", "{count} packets of others name records that fit to it.")
    return f"{said} {words.format(count=QLocale().toString(record.fitting))}"


def contradicted(record: RecordLook) -> str:
    """What does not fit to the server's record, in one sentence or two."""
    parts = []
    if record.unfit:
        parts.append(
            translate(
                "Devices",
                "The entries that the server lists do not add up to the record that it signed: "
                "something was left out or altered.",
            )
        )
    if record.contradicting:
        words = translate(
            "Devices",
            "Packets of others name another record of the server than the one that this computer "
            "has read ({count}): it may have shown them something else.",
        )
        parts.append(words.format(count=QLocale().toString(record.contradicting)))
    parts.append(
        translate(
            "Devices",
            "What you sign is still sent. Save the evidence and give it to somebody who does not "
            "work for the operator.",
        )
    )
    return " ".join(parts)


def report(device: DeviceLine) -> str:
    """What the secretariat should know of a computer that is not the person's."""
    words = translate(
        "Devices",
        "The computer “{name}” ({key}), enrolled {time}, signs in my name and is not mine. "
        "Please revoke it.",
    )
    issued = "–" if device.issued is None else dates.day_and_time(device.issued)
    return words.format(name=named(device), key=device.kid, time=issued)


def what(signed: SignedOnce) -> str:
    """What a packet is and about which case."""
    kind = states.packet_kind(signed.kind)
    return kind if signed.case is None else f"{kind} · {case_line(signed.case, signed.case_name)}"


def case_line(number: str, name: Bilingual | None) -> str:
    """A case by its number and title."""
    return number if name is None else f"{number} · {terms.own(name)}"


def where(signed: SignedOnce) -> str:
    """On which computer it was signed, and when."""
    device = translate("Devices", "This computer") if signed.here else signed.device
    return f"{device} · {dates.day_and_time(signed.signed_at)}"


def mark_line(answer: CriterionAnswer) -> str:
    """A criterion and its mark."""
    words = translate("Devices", "{criterion}: {mark}")
    return words.format(criterion=terms.criterion(answer.criterion), mark=terms.mark(answer.mark))


def says(signed: SignedOnce) -> tuple[str, ...]:
    """What a score says, a line for each criterion."""
    if signed.answers is None:
        return ()
    lines = [mark_line(each) for each in signed.answers.criteria]
    if signed.recommendation is not None:
        lines.append(terms.recommendation(signed.recommendation))
    return tuple(lines)

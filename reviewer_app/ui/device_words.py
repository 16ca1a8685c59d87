"""What over every room is said of one's computers, and what a computer is called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from reviewer_app.services.device_rows import DeviceLine, DevicesLook, Listed
from reviewer_app.ui.six_words import heading, in_a_line

translate = QCoreApplication.translate


def alarm(look: DevicesLook) -> str:
    """The most pressing thing in one sentence; "" where nothing needs the person."""
    if look.split:
        return translate("Devices", "The server's record contradicts itself. Nothing is sent.")
    if any(each.listed is Listed.LEFT_OUT for each in look.strangers):
        return translate(
            "Devices",
            "A computer signs in your name that the server's list leaves out. Is it yours?",
        )
    if look.strangers:
        words = translate("Devices", "“{name}” signs in your name. Is that computer yours?")
        return words.format(name=named(look.strangers[0]))
    if look.held:
        return translate(
            "Devices", "What a lost computer sent is held until you say whether it is yours."
        )
    if any(each.chosen is None for each in look.doubles):
        return translate("Devices", "A case was scored on two of your computers. Please choose.")
    if look.again:
        return translate("Devices", "There is a copy of this computer's desk.")
    if look.record.needs_the_person:
        return translate("Devices", "Something contradicts the server's record. Please look.")
    if look.restored is not None:
        return restored(look.restored)
    if look.words is not None and look.words.awaited:
        words = translate("Devices", "{sentence}: {words}")
        return words.format(sentence=heading(look.words), words=in_a_line(look.words))
    return ""


def restored(lost: int) -> str:
    """That the server was put back, and what this computer does about it."""
    words = translate(
        "Devices", "The server was restored from a backup; {count} packets are handed in again."
    )
    return words.format(count=QLocale().toString(lost))


def named(device: DeviceLine) -> str:
    return device.name or device.kid

"""Who speaks in a panel and how far their words have come, in the interface's language."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from reviewer_app.services.panel.voices import Seat, Voice
from reviewer_app.ui import dates, terms

translate = QCoreApplication.translate


def voice(who: Voice) -> str:
    """By seat, an expert by pseudonym; oneself as "You"."""
    if who.is_own:
        return translate("voices", "You")
    if who.ordinal:
        return translate("voices", "{seat} {number}").format(
            seat=_seat(who), number=QLocale().toString(who.ordinal)
        )
    return _seat(who)


def own_seat(who: Seat) -> str:
    """What others read where one says something oneself."""
    return _seat(Voice(who, None, is_own=False, person=""))


def received(leaf: int | None) -> str:
    """How far it has come."""
    if leaf is None:
        return translate("voices", "On this computer; goes with the next sync")
    number = QLocale().toString(leaf)
    return translate("voices", "Received, no. {number}").format(number=number)


def headed(who: Voice, at: str) -> str:
    """Who and when, in one line."""
    return f"{voice(who)} · {dates.day_and_time(at)}"


def _seat(who: Voice) -> str:
    match who.seat:
        case Seat.EXPERT if who.pseudonym is not None:
            return terms.expert(who.pseudonym)
        case Seat.EXPERT:
            return translate("voices", "An expert")
        case Seat.CHAIR:
            return translate("voices", "Chair")
        case Seat.DEPUTY:
            return translate("voices", "Chair’s deputy")
        case Seat.HEAD:
            return translate("voices", "Head")
        case Seat.HEADS_DEPUTY:
            return translate("voices", "Head’s deputy")
    assert_never(who.seat)

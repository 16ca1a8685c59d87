"""The sentences of a discussion, in the interface's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer_app.reading.unseen import spelled_out
from reviewer_app.services.panel.discussion import Contribution, ScoreAmended
from reviewer_app.services.panel.voices import Seat
from reviewer_app.ui import dates
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.panel import voice_words

translate = QCoreApplication.translate
BEGINNING = 90
"""Characters by which a contribution is called when somebody replies to it."""


def reply_to(answered: Contribution) -> str:
    """What a contribution replies to."""
    line = " ".join(spelled_out(answered.text).split())
    begin = f"{line[:BEGINNING]}…" if len(line) > BEGINNING else line
    return translate("discussion", "To {who}: “{beginning}”").format(
        who=voice_words.voice(answered.voice), beginning=begin
    )


def standing(entry: Contribution) -> tuple[Shape, str]:
    """How far it has come; where the log does not count it, that."""
    if not entry.counts:
        return Shape.STOPPED, translate(
            "discussion", "Received and not counted: others do not see it"
        )
    shape = Shape.WAITING if entry.leaf is None else Shape.DONE
    return shape, voice_words.received(entry.leaf)


def amended(entry: ScoreAmended) -> str:
    """That a score was amended after the discussion had begun."""
    if entry.voice.is_own:
        said = translate("discussion", "You amended your score here, {time}.")
    else:
        said = translate("discussion", "{who} amended the score here, {time}.")
    return said.format(who=voice_words.voice(entry.voice), time=dates.day_and_time(entry.at))


def told_as(seat: Seat) -> str:
    """Under which name others read what one says."""
    if seat is Seat.EXPERT:
        return translate(
            "discussion", "Others read it under your number as an expert, never by your name."
        )
    words = translate("discussion", "Others read it as said by “{seat}”, never by your name.")
    return words.format(seat=voice_words.own_seat(seat))

"""What is said of files: where signed packets lie, what was written, what a file brought."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from reviewer_app.services.rows import DeliveryState, OutboxRow
from reviewer_app.ui import dates
from reviewer_app.ui.handin.files_view_model import FilesState
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.palette import Tone

if TYPE_CHECKING:
    from reviewer_app.services.handover import HandInFile
    from reviewer_app.sync.file_intake import TakenIn

translate = QCoreApplication.translate
FOLDER = "hand-in-folder"
FILES = "files"
OFFERED = "offered"


def told(state: FilesState) -> Message | None:
    """What is to be told of the last act; None where nothing is. Failures have their own words."""
    if state.saved is not None:
        return _saved(state.saved)
    if state.copied is not None:
        return _copied(state.copied)
    if state.taken is not None:
        return _taken(state.taken)
    return None


def lying(rows: Sequence[OutboxRow], *, offered: bool) -> str:
    """Where what has no receipt is, in a line or two."""
    waiting = [row for row in rows if row.state is not DeliveryState.RECEIVED]
    in_files = [row.in_file for row in waiting if row.in_file is not None]
    if not waiting:
        return translate("HandIn", "Everything that you signed has its receipt.")
    count = QLocale().toString(len(waiting))
    parts = [translate("HandIn", "Without a receipt: {count}.").format(count=count)]
    if in_files:
        words = translate("HandIn", "In a hand-in file ({time}): {count}.")
        number = QLocale().toString(len(in_files))
        parts.append(words.format(time=dates.day_and_time(max(in_files)), count=number))
    elif offered:
        parts.append(
            translate("HandIn", "The network has failed for long: a file can go by mail or stick.")
        )
    return "\n".join(parts)


def file_name(today: str) -> str:
    """The name that is proposed; `today` is YYYY-MM-DD."""
    return f"hand-in-{today}.review-handin"


def _saved(saved: HandInFile) -> Message:
    text = translate("HandIn", "The hand-in file is saved: {name}").format(name=saved.path.name)
    action = translate("HandIn", "Open folder")
    return Message(text, Tone.GOOD, _next(saved.packets, saved.left), action, key=FOLDER)


def _copied(packets: int) -> Message:
    text = translate("HandIn", "The hand-in is on the clipboard: paste it into a mail.")
    return Message(text, Tone.GOOD, _next(packets, 0), key=FILES)


def _next(packets: int, left: int) -> str:
    """What to do with it, and what comes back."""
    count = QLocale().toString(packets)
    if packets:
        words = translate(
            "HandIn",
            "Packets in it: {count}. Send it to the secretariat; the receipts come back as a file, "
            "which you open here. Until then everything stays on this computer.",
        )
    else:
        words = translate(
            "HandIn",
            "Nothing waits, so it only asks what is new. Send it to the secretariat; the answer "
            "comes back as a file, which you open here.",
        )
    more = words.format(count=count)
    if left:
        rest = translate("HandIn", "For the next file: {count}.")
        more = f"{more} {rest.format(count=QLocale().toString(left))}"
    return more


def _taken(taken: TakenIn) -> Message:
    parts = []
    for number, words in (
        (len(taken.received), translate("HandIn", "Receipts: {count}")),
        (len(taken.held), translate("HandIn", "Held: {count}")),
        (taken.cases, translate("HandIn", "New cases: {count}")),
        (taken.released, translate("HandIn", "Cases that can be read now: {count}")),
    ):
        if number:
            parts.append(words.format(count=QLocale().toString(number)))
    more = ""
    if taken.files_waiting:
        words = translate(
            "HandIn", "Files that are not here yet: {count}; they come with the next sync."
        )
        more = words.format(count=QLocale().toString(taken.files_waiting))
    if not parts:
        nothing = translate("HandIn", "Nothing in this file is new: it was taken in before.")
        return Message(nothing, Tone.NEUTRAL, more, key=FILES)
    return Message(" · ".join(parts), Tone.GOOD, more, key=FILES)

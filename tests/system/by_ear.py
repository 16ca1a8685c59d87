"""A case opened, read, scored and signed by what a screen reader hears; prints it as JSON.

It runs in the system's own Python beside the application: `python3 by_ear.py PASSPHRASE`.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.system.screen_reader import Reader

CRITERIA = ("Conceptual fit", "International cooperativeness", "Benefits to humankind")
MARKS = (8, 7, 9)
SENTENCE = "Heard and written by ear."


def open_score_and_sign(reader: Reader, passphrase: str) -> dict[str, object]:
    """The whole way; answers what was heard on it."""
    from screen_reader import (  # late: only the system's Python has its `gi`
        group_of,
        is_checked,
        text_of,
    )

    heard: dict[str, object] = {}
    reader.write("Passphrase", f"not {passphrase}")
    reader.press("Open")
    heard["wrong"] = reader.hears("passphrase")
    reader.write("Passphrase", passphrase)
    reader.press("Open")
    heard["table"] = reader.named("Cases", "table").get_name()
    reader.press_beginning("Begin with")
    text = reader.find(lambda it: "text of" in it.get_name(), "the text of the case")
    heard["name"], heard["text"] = text.get_name(), text_of(text)
    heard["headings"] = reader.headings()
    heard["stacked"] = is_checked(reader.named("Stacked", "radio button"))
    reader.press("Aligned")
    heard["languages"] = [
        reader.beginning(f"{language} text of", "text").get_object_locale()
        for language in ("Chinese", "English")
    ]
    for criterion, mark in zip(CRITERIA, MARKS, strict=True):
        reader.press(f"{criterion}, {mark} of 10")
        reader.write(f"Comment on {criterion}", SENTENCE)
    reader.press("2  I know this field well")
    reader.press("Casebook")
    marks = [
        reader.named(f"{criterion}, {mark} of 10", "radio button")
        for criterion, mark in zip(CRITERIA, MARKS, strict=True)
    ]
    heard["marks"] = [is_checked(mark) for mark in marks]
    heard["groups"] = [group_of(mark) for mark in marks]
    reader.press("Read back and sign")
    reader.named("Conceptual fit: 8 of 10", "label")
    reader.press("Both")
    reader.press("Sign")
    heard["signed"] = reader.beginning("Signed", "label", "heading").get_name()
    heard["said"] = reader.announced
    return heard


if __name__ == "__main__":
    from screen_reader import Lost, Reader

    listening = Reader("reviewer-workstation")
    try:
        sys.stdout.write(json.dumps(open_score_and_sign(listening, sys.argv[1])))
    except Lost as lost:
        sys.exit(str(lost))

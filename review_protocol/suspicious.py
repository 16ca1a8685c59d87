"""Characters that a reader does not see and that change what is seen: for screens to show."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but tab and newline
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)
_EMPTY = "\u2800"  # a pattern without a dot
_JOINERS = "\u200c\u200d"
_CONTROL_NAMES = {
    0x00: "NULL",
    0x08: "BACKSPACE",
    0x0B: "LINE TABULATION",
    0x0C: "FORM FEED",
    0x0D: "CARRIAGE RETURN",
    0x1B: "ESCAPE",
    0x7F: "DELETE",
    0x85: "NEXT LINE",
}


def hidden_marks(text: str) -> tuple[tuple[int, str], ...]:
    """Where a text has characters that are not seen, and their Unicode names.

    Offsets are code points. Found are marks, embeddings, overrides and isolates of direction,
    characters of no width, fillers, tags, separators of lines and paragraphs, and controls but tab
    and newline. A joiner or non-joiner where writing needs it (after a letter of a joining or Indic
    script, or between the parts of a pictograph) is not.
    """
    return tuple(
        (found.start(), _name(found[0]))
        for found in _HIDDEN.finditer(text)
        if not (found[0] in _JOINERS and _is_writing(text, found.start()))
    )


def shows_nothing(text: str) -> bool:
    """Whether nothing of a text is seen: it is empty, or of blanks and hidden characters alone."""
    return all(
        each in _EMPTY or _HIDDEN.match(each) or unicodedata.category(each)[0] in "ZC"
        for each in text
    )


def legible(text: str) -> str:
    """A text without blanks around it; empty where nothing of it is seen."""
    return "" if shows_nothing(text) else text.strip()


def _is_writing(text: str, at: int) -> bool:
    """Whether a joiner stands between two characters that it may join or part."""
    if not 0 < at < len(text) - 1:
        return False
    before, after = text[at - 1], text[at + 1]
    if before == "\ufe0f" or unicodedata.category(before) in ("So", "Sk"):
        return text[at] == "\u200d" and unicodedata.category(after) == "So"
    joining = unicodedata.bidirectional(before) == "AL" or unicodedata.combining(before) == 9
    letter = unicodedata.category(after)[0] in "LM"
    return letter and (joining or unicodedata.category(before) == "Mc")


def _name(mark: str) -> str:
    code = ord(mark)
    return unicodedata.name(mark, "") or _CONTROL_NAMES.get(code, "") or f"U+{code:04X}"

"""Words of others on the operator's terminal: nothing in them moves the cursor or hides."""

from __future__ import annotations

from review_protocol.suspicious import hidden_marks


def shown(text: str) -> str:
    """The text with every control and mark that is not seen written out as `[U+001B]`.

    Line breaks and tabs stay; a terminal would obey the rest, and let a device's name or a file's
    rewrite the lines above it.
    """
    if text.isprintable():
        return text
    pieces, begin = [], 0
    for at, _ in hidden_marks(text):
        pieces += [text[begin:at], f"[U+{ord(text[at]):04X}]"]
        begin = at + 1
    return "".join(pieces) + text[begin:]


def in_a_line(text: str) -> str:
    """The same on one line."""
    return shown(" ".join(text.split()))

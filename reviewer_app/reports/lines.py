"""Breaking text into lines: Chinese between characters, Latin between words, nothing cut."""

import re
from collections.abc import Iterator

from reviewer_app.reports.fonts import Face
from reviewer_app.reports.text import is_wide

_NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕％…—～·’”,.;:?!)]}%")
_NEVER_LAST = frozenset("（《〈「『【〔‘“([{")
_PIECE = re.compile(r"[ \u00a0]+|[^ \u00a0]+")


def broken(text: str, face: Face, size: float, width: float) -> list[str]:
    """Lines of a prepared text, each at most ``width`` points wide (one character at least).

    A line neither begins with closing nor ends with opening punctuation, where there is room.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if face.width(paragraph, size) <= width:
            lines.append(paragraph.rstrip())
        else:
            lines.extend(_filled(paragraph, face, size, width))
    return lines


def _filled(paragraph: str, face: Face, size: float, width: float) -> Iterator[str]:
    line, used = "", 0.0
    for unit in _units(paragraph):
        blank = unit.isspace()
        with_unit = face.width_after(line, used, unit, size)
        if line and with_unit > width and not blank:
            yield line.rstrip()
            line, with_unit = "", face.width(unit, size)
        if with_unit > width and not blank:
            *full, line = _chopped(unit, face, size, width)
            yield from full
            used = face.width(line, size)
        elif line or not blank:
            line, used = line + unit, with_unit
    if line:
        yield line.rstrip()


def _units(paragraph: str) -> Iterator[str]:
    """What may not be parted: a word, or a Chinese character with its punctuation."""
    unit = ""
    for piece in _PIECE.findall(paragraph):
        for character in piece:
            if unit and _may_break(unit[-1], character):
                yield unit
                unit = ""
            unit += character
    if unit:
        yield unit


def _may_break(before: str, after: str) -> bool:
    if before == "\u00a0" or after == "\u00a0":
        return False
    if after == " " or before == " ":
        return (after == " ") != (before == " ")
    if before in _NEVER_LAST or after in _NEVER_FIRST:
        return False
    return is_wide(before) or is_wide(after) or before in "-/–…—"


def _chopped(text: str, face: Face, size: float, width: float) -> list[str]:
    pieces, piece, used = [], "", 0.0
    for character in text:
        used = face.width_after(piece, used, character, size)
        if piece and used > width:
            pieces.append(piece)
            piece, used = "", face.width(character, size)
        piece += character
    return [*pieces, piece]

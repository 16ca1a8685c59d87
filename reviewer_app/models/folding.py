"""Letters and characters that a search takes for the same: case, accents, width, traditional."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files


def folded(text: str) -> str:
    """The text of equal length in small letters without accents, half-width and simplified.

    So a place in it is a place in the text.
    """
    return text.translate(_table())


class _Table(dict[int, int]):
    """What each character is taken for, found out when it is first seen."""

    def __init__(self, simplified: dict[int, int]) -> None:
        super().__init__()
        self._simplified = simplified

    def __missing__(self, code: int) -> int:
        character = chr(self._simplified.get(code, code))
        for form in ("NFKC", "NFKD"):
            character = _one(unicodedata.normalize(form, character)) or character
        character = _one(character.casefold()) or character
        self[code] = ord(character)
        return self[code]


def _one(text: str) -> str | None:
    """The one character of a text, accents aside; None where it is more than one."""
    letters = [each for each in text if not unicodedata.combining(each)]
    return letters[0] if len(letters) == 1 else None


@cache
def _table() -> _Table:
    pairs = files("reviewer_app.resources") / "dictionary" / "traditional.txt"
    text = pairs.read_text(encoding="utf-8").strip()
    simplified = {ord(old): ord(new) for old, new in zip(text[::2], text[1::2], strict=True)}
    return _Table(simplified)

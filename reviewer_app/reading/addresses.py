"""Web and mail addresses in a text, which both languages write alike."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"\b(?:https?://|ftp://|www\.)[\w./?=&%#:~+-]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:org|com|net|cn|int|edu|gov|io)(?:/[\w./-]*)?\b",
    re.IGNORECASE | re.ASCII,
)


def address_spans(folded: str) -> list[tuple[int, int]]:
    """Where addresses stand in a text whose full-width letters are folded."""
    return [match.span() for match in _ADDRESS.finditer(folded)]


def bare(address: str) -> str:
    """The address in small letters, without scheme, `www.` and a slash at its end."""
    return re.sub(r"^https?://(?:www\.)?|^www\.|/$", "", address.lower())

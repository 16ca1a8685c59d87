"""A plain text of unknown encoding read: by its byte order mark, as UTF-8, or as GB 18030."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

MOST_CHARACTERS = 2_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text, the name of its encoding, and whether it is all there.

    `lossy` where bytes that no encoding fits were replaced by U+FFFD; `cut` where it goes on.
    """

    text: str
    encoding: str
    lossy: bool = False
    cut: bool = False


def plain_text(content: bytes, *, most: int = MOST_CHARACTERS) -> PlainText:
    """The text in a file, at most `most` characters of it; line ends are newlines."""
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return _text(content.decode(codec, "replace"), name, most)
    for codec, name in (("utf-8", "UTF-8"), ("gb18030", "GB 18030")):
        try:
            return _text(content.decode(codec), name, most)
        except UnicodeDecodeError:
            continue
    return _text(content.decode("utf-8", "replace"), "UTF-8", most, lossy=True)


def _text(text: str, name: str, most: int, *, lossy: bool = False) -> PlainText:
    lines = text[:most].replace("\r\n", "\n").replace("\r", "\n")
    return PlainText(lines, name, lossy or "\ufffd" in lines, cut=len(text) > most)

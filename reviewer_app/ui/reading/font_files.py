"""The files of a family that was chosen for the screen, where it may and can be embedded."""

from __future__ import annotations

import struct
from typing import Final

from PySide6.QtGui import QFont, QRawFont

from reviewer_app.reports.font_files import FontFiles

_NEEDED: Final = ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
_HINTS: Final = ("cvt ", "fpgm", "prep")
_TRUETYPE: Final = 0x00010000
_RESTRICTED, _PREVIEW_OR_EDIT, _WHOLE_OR_BITMAPS = 0x0002, 0x000C, 0x0300


def font_files(family: str) -> FontFiles | None:
    """Regular and bold of a family as TrueType files; None for "", and where it has none.

    A font with outlines of another kind (CFF), or whose maker forbids that parts of it are put
    into documents (OS/2 fsType), is none.
    """
    if not family:
        return None
    regular, bold = (_file(family, weight) for weight in (QFont.Weight.Normal, QFont.Weight.Bold))
    return None if regular is None else FontFiles(regular, bold or regular)


def _file(family: str, weight: QFont.Weight) -> bytes | None:
    font = QFont([family])
    font.setWeight(weight)
    raw = QRawFont.fromFont(font)
    if raw.familyName() != family:
        return None  # it is not installed any more, and another one stands for it
    tables = {tag: bytes(raw.fontTable(QFont.Tag(tag)).data()) for tag in (*_NEEDED, *_HINTS)}
    if not all(tables[tag] for tag in _NEEDED) or not _may_be_embedded(tables["OS/2"]):
        return None
    return _assembled({tag.encode(): content for tag, content in tables.items() if content})


def _may_be_embedded(os2: bytes) -> bool:
    """By the bits of OpenType's fsType: restricted, or only as a whole, or its bitmaps only."""
    (fs_type,) = struct.unpack_from(">H", os2, 8)
    restricted = fs_type & _RESTRICTED and not fs_type & _PREVIEW_OR_EDIT
    return not restricted and not fs_type & _WHOLE_OR_BITMAPS


def _assembled(tables: dict[bytes, bytes]) -> bytes:
    """The tables as one file, after the directory that OpenType wants; each begins at a multiple
    of four bytes. Checksums are left at nought: who makes a PDF of it writes a font of its own.
    """
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(
        ">IHHHH", _TRUETYPE, count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    at = len(head) + 16 * count
    directory, contents = [], []
    for tag, content in sorted(tables.items()):
        padded = content + bytes(-len(content) % 4)
        directory.append(struct.pack(">4sIII", tag, 0, at, len(content)))
        contents.append(padded)
        at += len(padded)
    return b"".join((head, *directory, *contents))

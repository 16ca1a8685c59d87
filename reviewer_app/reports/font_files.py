"""Fonts as bytes, before anything reads them."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class FontFiles:
    """The bytes of two static TrueType files (no CFF outlines: reportlab cannot embed them)."""

    regular: bytes = field(repr=False)
    bold: bytes = field(repr=False)

"""The report's fonts: loaded once, measured exactly, missing characters found."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from io import BytesIO

from reportlab.pdfbase.pdfmetrics import getFont, getRegisteredFontNames, registerFont
from reportlab.pdfbase.ttfonts import TTFont

from reviewer_app.reports.text import is_wide, visible, without_invisible

MISSING = "□"
_EM = 1000
_NARROW = {"‘": (240, -760), "’": (240, 0), "“": (413, -587), "”": (413, 0)}
"""Quotes are as wide as a Chinese character in the font; beside Latin letters they are set with
this advance and this shift (thousandths of the size), so that “reviewer’s” has no gaps."""


@dataclass(frozen=True)
class Face:
    """One weight: its name in the PDF and the widths of its characters, in 1/1000 of the size."""

    name: str
    widths: Mapping[int, int]

    def width(self, text: str, size: float) -> float:
        """Width in points of a prepared text as ``placed`` sets it."""
        if _NARROW.keys().isdisjoint(text):
            return sum(self.widths.get(ord(each), _EM) for each in text) * size / _EM
        return sum(self._advances(text)) * size / _EM

    def placed(self, text: str, size: float) -> list[tuple[float, str]]:
        """Pieces of a prepared text with their distance in points from its beginning."""
        if _NARROW.keys().isdisjoint(text):
            return [(0.0, text)]
        pieces: list[tuple[float, str]] = []
        at, start, begun = 0.0, 0, 0.0
        for index, advance in enumerate(self._advances(text)):
            if advance != self.widths.get(ord(text[index]), _EM):
                if index > start:
                    pieces.append((begun * size / _EM, text[start:index]))
                shift = _NARROW[text[index]][1]
                pieces.append(((at + shift) * size / _EM, text[index]))
                start, begun = index + 1, at + advance
            at += advance
        if start < len(text):
            pieces.append((begun * size / _EM, text[start:]))
        return pieces

    def hang(self, text: str, size: float) -> float:
        """Empty points at the left of an opening quote as wide as a Chinese character."""
        if text[:1] not in ("“", "‘") or self._advances(text[:2])[0] != _EM:
            return 0.0
        return 0.5 * size

    def prepared(self, text: str) -> str:
        """The text as it can be drawn: controls written out, missing characters as a box."""
        shown = without_invisible(visible(text)).expandtabs(4)
        return "".join(
            each if each == "\n" or ord(each) in self.widths else MISSING for each in shown
        )

    def missing(self, text: str) -> list[str]:
        """The characters of the text that are drawn as a box, in order, repeated as they come."""
        shown = without_invisible(visible(text))
        return [each for each in shown if each not in "\n\t" and ord(each) not in self.widths]

    def _advances(self, text: str) -> list[int]:
        return [
            _NARROW[each][0]
            if each in _NARROW and _beside_latin(text, index)
            else self.widths.get(ord(each), _EM)
            for index, each in enumerate(text)
        ]


def _beside_latin(text: str, index: int) -> bool:
    """Whether a quote belongs to Latin text: what it encloses or follows is not Chinese."""
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    return not is_wide(before) and not is_wide(after)


@dataclass(frozen=True)
class FontFiles:
    """The bytes of two static TrueType files (no CFF outlines: reportlab cannot embed them)."""

    regular: bytes
    bold: bytes


@dataclass(frozen=True)
class Faces:
    regular: Face
    bold: Face


def bundled_fonts() -> FontFiles:
    """The fonts that come with the app; raises FileNotFoundError where they were left out."""
    folder = files("reviewer_app.resources") / "fonts"
    return FontFiles(
        regular=(folder / "NotoSansSC-Regular.ttf").read_bytes(),
        bold=(folder / "NotoSansSC-Bold.ttf").read_bytes(),
    )


def load_faces(fonts: FontFiles) -> Faces:
    """Registers both weights with reportlab, once a process; not for two threads at a time."""
    return Faces(_face(fonts.regular), _face(fonts.bold))


def _face(font_file: bytes) -> Face:
    name = "Report-" + sha256(font_file).hexdigest()[:12]
    if name not in getRegisteredFontNames():
        registerFont(TTFont(name, BytesIO(font_file)))
    font = getFont(name)
    assert isinstance(font, TTFont)
    return Face(name, font.face.charWidths)

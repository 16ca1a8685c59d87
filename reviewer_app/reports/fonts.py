"""The report's fonts: loaded once, measured exactly, missing characters found."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from itertools import groupby

from reportlab.pdfbase.pdfmetrics import getFont, getRegisteredFontNames, registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from reviewer_app.reports.font_files import FontFiles
from reviewer_app.reports.text import is_wide, visible, without_invisible

MISSING = "□"
_EM = 1000
_WIDE = 800
"""A quote of this width stands in the square of a Chinese character."""
_QUOTES = frozenset("‘’“”")


@dataclass(frozen=True)
class Piece:
    """Part of a line in one font; ``distance`` is in points from the line's beginning."""

    distance: float
    font: str
    text: str


@dataclass(frozen=True)
class Font:
    """A font's name in the PDF and the widths of its characters, in 1/1000 of the size."""

    name: str
    widths: Mapping[int, int]


@dataclass(frozen=True)
class Face:
    """One weight: what a text is drawn with, each character in the first font that has it.

    Where quotes are as wide as a Chinese character, those beside Latin letters come from
    ``quotes``, so that “reviewer’s” has no gaps in print or when it is searched.
    """

    bundled: Font
    quotes: Font
    own: Font | None = None
    """The person's choice, before the bundled one."""

    def width(self, text: str, size: float) -> float:
        """Width in points of a prepared text as ``pieces`` set it."""
        if _QUOTES.isdisjoint(text) and self.own is None:
            widths = self.bundled.widths
            return sum(widths.get(ord(each), _EM) for each in text) * size / _EM
        return sum(piece_width for _, _, piece_width in self._runs(text)) * size / _EM

    def width_after(self, text: str, width: float, more: str, size: float) -> float:
        """Width of ``text + more`` where that of ``text`` is known; quotes depend on both."""
        if _QUOTES.isdisjoint(text) and _QUOTES.isdisjoint(more):
            return width + self.width(more, size)
        return self.width(text + more, size)

    def pieces(self, text: str, size: float) -> list[Piece]:
        """A prepared text in the fonts that it is drawn with."""
        if _QUOTES.isdisjoint(text) and self.own is None:
            return [Piece(0.0, self.bundled.name, text)]
        found, at = [], 0
        for font, chunk, wide in self._runs(text):
            found.append(Piece(at * size / _EM, font, chunk))
            at += wide
        return found

    def hang(self, text: str, size: float) -> float:
        """Empty points at the left of an opening quote as wide as a Chinese character."""
        wide = text[:1] in ("“", "‘") and not _beside_latin(text, 0)
        return 0.5 * size if wide else 0.0

    def prepared(self, text: str) -> str:
        """The text as it can be drawn: controls written out, missing characters as a box."""
        shown = without_invisible(visible(text)).expandtabs(4)
        return "".join(each if each == "\n" or self._has(each) else MISSING for each in shown)

    def missing(self, text: str) -> list[str]:
        """The characters of the text that are drawn as a box, in order, repeated as they come."""
        shown = without_invisible(visible(text))
        return [each for each in shown if each not in "\n\t" and not self._has(each)]

    def _has(self, character: str) -> bool:
        return any(ord(character) in font.widths for font in (self.bundled, self.own) if font)

    def _runs(self, text: str) -> list[tuple[str, str, int]]:
        """Font, text and width of each run of one font."""
        fonts = [self._font(text, index) for index in range(len(text))]
        found = []
        for _, members in groupby(zip(text, fonts, strict=True), key=lambda pair: pair[1].name):
            pairs = list(members)
            font, chunk = pairs[0][1], "".join(each for each, _ in pairs)
            wide = sum(font.widths.get(ord(each), _EM) for each in chunk)
            found.append((font.name, chunk, wide))
        return found

    def _font(self, text: str, index: int) -> Font:
        """The font of a character where it stands."""
        code, quote = ord(text[index]), text[index] in _QUOTES and _beside_latin(text, index)
        wide = self.own.widths.get(code) if self.own is not None else None
        if self.own is not None and wide is not None and not (quote and wide >= _WIDE):
            return self.own
        return self.quotes if quote else self.bundled


def _beside_latin(text: str, index: int) -> bool:
    """Whether a quote belongs to Latin text: what it encloses or follows is not Chinese."""
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    return not is_wide(before) and not is_wide(after)


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
    """Registers the fonts with reportlab, once a process; not for two threads at a time."""
    own = files("reportlab") / "fonts"
    return Faces(
        Face(_registered(fonts.regular), _registered((own / "Vera.ttf").read_bytes())),
        Face(_registered(fonts.bold), _registered((own / "VeraBd.ttf").read_bytes())),
    )


def with_own(faces: Faces, fonts: FontFiles | None) -> Faces:
    """The faces with a font of the person's choice before them; as they are where it is none that
    can be embedded."""
    if fonts is None:
        return faces
    try:
        regular, bold = _registered(fonts.regular), _registered(fonts.bold)
    except (TTFError, struct.error, KeyError, IndexError, AssertionError):
        return faces  # as they are made by others: nothing in them can be relied on
    return Faces(replace(faces.regular, own=regular), replace(faces.bold, own=bold))


def _registered(font_file: bytes) -> Font:
    name = "Report-" + sha256(font_file).hexdigest()[:12]
    if name not in getRegisteredFontNames():
        registerFont(TTFont(name, BytesIO(font_file)))
    font = getFont(name)
    assert isinstance(font, TTFont)
    return Font(name, font.face.charWidths)

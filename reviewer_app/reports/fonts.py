"""The report's fonts: loaded once, measured exactly, missing characters found."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from itertools import groupby

from reportlab.pdfbase.pdfmetrics import getFont, getRegisteredFontNames, registerFont
from reportlab.pdfbase.ttfonts import TTFont

from reviewer_app.reports.text import is_wide, visible, without_invisible

MISSING = "□"
_EM = 1000
_QUOTES = frozenset("‘’“”")


@dataclass(frozen=True)
class Piece:
    """Part of a line in one font; ``distance`` is in points from the line's beginning."""

    distance: float
    font: str
    text: str


@dataclass(frozen=True)
class Face:
    """One weight: its name in the PDF and the widths of its characters, in 1/1000 of the size.

    Its quotes are as wide as a Chinese character; beside Latin letters they come from
    ``quote_font``, so that “reviewer’s” has no gaps in print or when it is searched.
    """

    name: str
    widths: Mapping[int, int]
    quote_font: str
    quote_widths: Mapping[int, int]

    def width(self, text: str, size: float) -> float:
        """Width in points of a prepared text as ``pieces`` set it."""
        if _QUOTES.isdisjoint(text):
            return sum(self.widths.get(ord(each), _EM) for each in text) * size / _EM
        return sum(piece_width for _, _, piece_width in self._runs(text)) * size / _EM

    def width_after(self, text: str, width: float, more: str, size: float) -> float:
        """Width of ``text + more`` where that of ``text`` is known; quotes depend on both."""
        if _QUOTES.isdisjoint(text) and _QUOTES.isdisjoint(more):
            return width + self.width(more, size)
        return self.width(text + more, size)

    def pieces(self, text: str, size: float) -> list[Piece]:
        """A prepared text in the fonts that it is drawn with."""
        if _QUOTES.isdisjoint(text):
            return [Piece(0.0, self.name, text)]
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
        return "".join(
            each if each == "\n" or ord(each) in self.widths else MISSING for each in shown
        )

    def missing(self, text: str) -> list[str]:
        """The characters of the text that are drawn as a box, in order, repeated as they come."""
        shown = without_invisible(visible(text))
        return [each for each in shown if each not in "\n\t" and ord(each) not in self.widths]

    def _runs(self, text: str) -> list[tuple[str, str, int]]:
        """Font, text and width of each run of one font."""
        latin = [each in _QUOTES and _beside_latin(text, index) for index, each in enumerate(text)]
        found = []
        for quote, members in groupby(zip(text, latin, strict=True), key=lambda pair: pair[1]):
            chunk = "".join(each for each, _ in members)
            widths = self.quote_widths if quote else self.widths
            wide = sum(widths.get(ord(each), _EM) for each in chunk)
            found.append((self.quote_font if quote else self.name, chunk, wide))
        return found


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
    """Registers the fonts with reportlab, once a process; not for two threads at a time."""
    own = files("reportlab") / "fonts"
    return Faces(
        _face(fonts.regular, (own / "Vera.ttf").read_bytes()),
        _face(fonts.bold, (own / "VeraBd.ttf").read_bytes()),
    )


def _face(font_file: bytes, quotes_file: bytes) -> Face:
    name, widths = _registered(font_file)
    quote_font, quote_widths = _registered(quotes_file)
    return Face(name, widths, quote_font, quote_widths)


def _registered(font_file: bytes) -> tuple[str, Mapping[int, int]]:
    name = "Report-" + sha256(font_file).hexdigest()[:12]
    if name not in getRegisteredFontNames():
        registerFont(TTFont(name, BytesIO(font_file)))
    font = getFont(name)
    assert isinstance(font, TTFont)
    return name, font.face.charWidths

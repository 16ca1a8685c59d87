"""In the other process: a picture through Pillow, its first frame as the one page of a file."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from reviewer_app.ui.reading.attachments.wire import (
    COUNT,
    DRAWN,
    MOST_PIXELS,
    Fault,
    Wanted,
)
from reviewer_app.ui.reading.attachments.worker import Refused

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
MOST_PICTURE_PIXELS = 64_000_000
"""Unpacked, four bytes each: a quarter of what the process may hold."""
_POINTS = 72 / 96
_FAILURES = (OSError, SyntaxError, ValueError, ZeroDivisionError, EOFError, IndexError, KeyError)
"""What Pillow raises over damaged files of these forms."""


class PictureLeaves:
    """An open picture, upright as its camera noted it, on white where it lets light through."""

    def __init__(self, content: bytes) -> None:
        Image.MAX_IMAGE_PIXELS = None  # our own bound is lower
        try:
            with Image.open(BytesIO(content), formats=FORMATS) as picture:
                if picture.width * picture.height > MOST_PICTURE_PIXELS:
                    raise Refused(Fault.TOO_LARGE)
                self._picture = _on_white(ImageOps.exif_transpose(picture))
        except UnidentifiedImageError as error:
            raise Refused(Fault.DAMAGED) from error
        except _FAILURES as error:
            raise Refused(Fault.DAMAGED) from error

    def sizes(self) -> list[tuple[float, float]]:
        """One page, a pixel of the screen for each of its own."""
        return [(self._picture.width * _POINTS, self._picture.height * _POINTS)]

    def draw(self, wanted: Wanted) -> bytes:
        """The picture in the width that is wanted, no larger than four times itself."""
        shown = self._picture
        turned = shown.height if wanted.turns % 2 else shown.width
        scale = min(wanted.width / turned, 4.0, (MOST_PIXELS / (shown.width * shown.height)) ** 0.5)
        size = max(1, round(shown.width * scale)), max(1, round(shown.height * scale))
        if size != shown.size:
            shown = shown.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
        if wanted.turns % 4:
            shown = shown.rotate(-90 * wanted.turns, expand=True)
        head = DRAWN.pack(shown.width, shown.height, 4 * shown.width)
        return head + shown.tobytes("raw", "BGRX")

    def read(self, index: int) -> bytes:
        """A picture has no text."""
        return COUNT.pack(0)

    def words(self, index: int) -> bytes:
        """Nor words."""
        return b""


def _on_white(picture: Image.Image) -> Image.Image:
    picture.load()
    if picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        return picture.convert("L").convert("RGB")
    if "A" in picture.getbands() or "transparency" in picture.info:
        whole = picture.convert("RGBA")
        paper = Image.new("RGBA", whole.size, (255, 255, 255, 255))
        return Image.alpha_composite(paper, whole).convert("RGB")
    return picture.convert("RGB")

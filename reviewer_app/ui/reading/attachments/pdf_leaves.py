"""In the other process: the pages of a PDF through PDFium, drawn and read."""

from __future__ import annotations

import ctypes
from array import array

import pypdfium2
from pypdfium2 import raw

from reviewer_app.ui.reading.attachments.wire import (
    DRAWN,
    MOST_CHARACTERS,
    MOST_PIXELS,
    Fault,
    Wanted,
    text_bytes,
)
from reviewer_app.ui.reading.attachments.worker import Refused

_NEWLINE = 10
_LEFT_OUT = (13, 0x02, 0xFFFE)
"""Returns; and what PDFium writes where a word was parted at the end of a line: without it, the
word is whole."""
_FAULTS = {raw.FPDF_ERR_PASSWORD: Fault.LOCKED, raw.FPDF_ERR_SECURITY: Fault.LOCKED}
_FAR = 1000
"""Points; how far apart the points are by which the way from page to paper is measured."""


class PdfLeaves:
    """An open PDF; raises Refused for what PDFium cannot do."""

    def __init__(self, content: bytes) -> None:
        try:
            self._document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            code = getattr(error, "err_code", None)
            raise Refused(_FAULTS.get(code, Fault.DAMAGED)) from error

    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page in points."""
        count = len(self._document)
        try:
            return [self._document.get_page_size(index) for index in range(count)]
        except pypdfium2.PdfiumError as error:
            raise Refused(Fault.DAMAGED) from error

    def draw(self, wanted: Wanted) -> bytes:
        """A page in the width that is wanted, or as much of it as there are pixels for."""
        page = self._page(wanted.index)
        points, high = page.get_size()
        across = high if wanted.turns % 2 else points
        if points <= 0 or high <= 0:
            raise Refused(Fault.DAMAGED)
        scale = min(wanted.width / across, (MOST_PIXELS / (points * high)) ** 0.5)
        try:
            bitmap = page.render(
                scale=scale,
                rotation=90 * (wanted.turns % 4),
                rev_byteorder=False,
                prefer_bgrx=True,
            )
        except (pypdfium2.PdfiumError, ValueError) as error:
            raise Refused(Fault.DAMAGED) from error
        head = DRAWN.pack(bitmap.width, bitmap.height, bitmap.stride)
        drawn = b"".join((head, bitmap.buffer))
        bitmap.close()
        page.close()
        return drawn

    def read(self, index: int) -> bytes:
        """The characters of a page and where they stand on it."""
        page = self._page(index)
        text = self._text_of(page)
        place = _Placing(page)
        characters = _characters(text)
        rects: list[int] = []
        for at, code in characters:
            rects += (0, 0, 0, 0) if code == _NEWLINE else place.of(text, at)
        text.close()
        page.close()
        return text_bytes([code for _, code in characters], rects)

    def words(self, index: int) -> bytes:
        """The characters of a page alone, the very ones of `read`."""
        page = self._page(index)
        text = self._text_of(page)
        characters = array("i", [code for _, code in _characters(text)])
        text.close()
        page.close()
        return characters.tobytes()

    def _text_of(self, page: pypdfium2.PdfPage) -> pypdfium2.PdfTextPage:
        try:
            return page.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise Refused(Fault.DAMAGED) from error

    def _page(self, index: int) -> pypdfium2.PdfPage:
        try:
            return self._document[index]
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise Refused(Fault.DAMAGED) from error


def _characters(text: pypdfium2.PdfTextPage) -> list[tuple[int, int]]:
    """PDFium's number of each character, and its code point; halves of a pair are made one."""
    found: list[tuple[int, int]] = []
    for at in range(min(text.count_chars(), MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text, at)
        if code in _LEFT_OUT:
            continue
        before = found[-1][1] if found else 0
        if 0xDC00 <= code < 0xE000 and 0xD800 <= before < 0xDC00:
            found[-1] = found[-1][0], 0x10000 + ((before - 0xD800) << 10) + code - 0xDC00
        else:
            found.append((at, code))
    return found


class _Placing:
    """From a page's own coordinates to thousandths of a point of what is shown of it."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        width, height = page.get_size()
        self._size = round(width * 1000), round(height * 1000)
        self._rect = raw.FS_RECTF()
        start, right, up = (self._mapped(page, *point) for point in ((0, 0), (_FAR, 0), (0, _FAR)))
        self._start = start
        self._across = tuple(
            (there - here) / _FAR for here, there in zip(start, right, strict=True)
        )
        self._up = tuple((there - here) / _FAR for here, there in zip(start, up, strict=True))

    def of(self, text: pypdfium2.PdfTextPage, at: int) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of a character, as high as its line; zeros where it has none."""
        rect = self._rect
        if not raw.FPDFText_GetLooseCharBox(text, at, rect):
            return 0, 0, 0, 0
        one, other = self._point(rect.left, rect.bottom), self._point(rect.right, rect.top)
        across, down = self._size
        return (
            min(max(min(one[0], other[0]), 0), across),
            min(max(min(one[1], other[1]), 0), down),
            min(max(max(one[0], other[0]), 0), across),
            min(max(max(one[1], other[1]), 0), down),
        )

    def _point(self, x: float, y: float) -> tuple[int, int]:
        return (
            round(self._start[0] + x * self._across[0] + y * self._up[0]),
            round(self._start[1] + x * self._across[1] + y * self._up[1]),
        )

    def _mapped(self, page: pypdfium2.PdfPage, x: float, y: float) -> tuple[int, int]:
        left, top = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page, 0, 0, *self._size, 0, x, y, left, top)
        return left.value, top.value

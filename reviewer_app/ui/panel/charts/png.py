"""The bytes of a PNG file (ISO/IEC 15948), made without Qt: other threads may do it.

PySide6 is not safe there while the GUI thread draws: see `ui.warming`.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import Final

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_RGB: Final = (8, 2, 0, 0, 0)
"""Eight bits for each of three colours; deflated, filtered by line, not interlaced."""
_UNFILTERED: Final = b"\0"


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture without Qt: its lines from the top, three bytes (red, green, blue) a pixel."""

    width: int
    height: int
    stride: int
    """Bytes from the beginning of a line to that of the next one."""
    content: bytes
    per_metre: int
    """Pixels a metre, of paper that it is put on."""

    def lines(self) -> list[bytes]:
        """The bytes of each line."""
        begins = range(0, self.height * self.stride, self.stride)
        return [self.content[begin : begin + 3 * self.width] for begin in begins]


def png_of(pixels: Pixels) -> bytes:
    """The bytes of a PNG file."""
    packed = zlib.compressobj()
    lines = [packed.compress(_UNFILTERED + line) for line in pixels.lines()]
    density = struct.pack(">IIB", pixels.per_metre, pixels.per_metre, 1)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", pixels.width, pixels.height, *_RGB)),
            _chunk(b"pHYs", density),
            _chunk(b"IDAT", b"".join((*lines, packed.flush()))),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

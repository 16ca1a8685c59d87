"""Makes pictures of windows small: the colours of edges are rounded, all others stay exact."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

EXACT = 24
"""So many colours, the most frequent, stay as they are: grounds, lines, the middle of strokes."""
STEP = 34
"""To multiples of this all others are rounded: the edges of letters, a pixel wide."""
_OPAQUE = np.uint32(0xFF000000)


def thinned(picture: QImage) -> QImage:
    """The same picture with few colours; two fifths smaller once it is packed without loss."""
    rgb = picture.convertToFormat(QImage.Format.Format_RGB32)
    size = (rgb.height(), rgb.bytesPerLine() // 4)
    pixels = np.frombuffer(rgb.constBits(), np.uint32).reshape(size)
    colours, place, count = np.unique(pixels, return_inverse=True, return_counts=True)
    often = np.argsort(-count, kind="stable")[:EXACT]
    thin = _rounded(colours)
    thin[often] = colours[often]
    drawn = np.ascontiguousarray(thin[place.reshape(size)])
    made = QImage(
        drawn.data, rgb.width(), rgb.height(), rgb.bytesPerLine(), QImage.Format.Format_RGB32
    )
    return made.copy()  # of its own: the array goes


def _rounded(colours: NDArray[np.uint32]) -> NDArray[np.uint32]:
    channels = colours.view(np.uint8).reshape(-1, 4).astype(np.uint16)
    near = np.minimum((channels + STEP // 2) // STEP * STEP, 255).astype(np.uint8)
    return near.reshape(-1).view(np.uint32) | _OPAQUE

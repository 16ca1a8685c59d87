"""A picture as an image for the clipboard, as pixels, or as the bytes of an SVG file."""

from __future__ import annotations

import math

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from reviewer_app.ui.panel.charts.outlined import outlined
from reviewer_app.ui.panel.charts.picture import Picture
from reviewer_app.ui.panel.charts.png import Pixels

CRISP = 2.0
"""Pixels a point: what a good screen has, and twice what a projector needs."""
MOST_PIXELS = 24_000_000
LONGEST = 32_000
"""No image of Qt may have a longer side."""


def image_of(picture: Picture, scale: float = CRISP) -> QImage:
    """The picture at this scale, or at the largest that an image may have."""
    wide, high = picture.size
    scale = min(scale, math.sqrt(MOST_PIXELS / (wide * high)), LONGEST / max(wide, high))
    image = QImage(int(wide * scale), int(high * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    picture.paint(painter)
    painter.end()
    return image


def pixels_of(image: QImage) -> Pixels:
    """What a PNG file is made of, on whatever thread."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size, stride = plain.size(), plain.bytesPerLine()
    content, dots = bytes(plain.constBits()), plain.dotsPerMeterX()
    return Pixels(size.width(), size.height(), stride, content, dots)


def svg_of(picture: Picture) -> bytes:
    """The bytes of an SVG file: shapes and outlines of words, the same wherever it is opened."""
    # QtSvg is imported with the first picture that is saved, not with the room: as in kit/icons
    from PySide6.QtSvg import QSvgGenerator

    caption = picture.layout.caption
    wide, high = picture.size
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(wide, high))
    generator.setViewBox(QRectF(0, 0, wide, high))
    generator.setTitle(caption.heading)
    generator.setDescription(" ".join((*caption.warnings, *caption.sentences)))
    painter = QPainter(generator)
    picture.paint(painter)
    painter.end()
    buffer.close()
    return outlined(bytes(content.data()))

"""Words broken into lines by hand, for widgets that draw lines but break none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption


def broken(text: str, font: QFont, width: int, most: int | None = None) -> list[str]:
    """The lines of a text at a width in pixels, at least one.

    What `most` lines have no room for is cut out of the middle of the last: its end stays.
    """
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le")  # Qt counts in these
    starts = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        starts.append(2 * line.textStart())
    layout.endLayout()
    if most is not None:
        starts = starts[:most]
    ends = [*starts[1:], len(units)]
    lines = [
        units[start:end].decode("utf-16-le").rstrip()
        for start, end in zip(starts, ends, strict=True)
    ] or [""]
    elide = QFontMetrics(font).elidedText
    lines[-1] = elide(lines[-1], Qt.TextElideMode.ElideMiddle, max(width, 1))
    return lines

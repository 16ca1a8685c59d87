"""Words broken into lines by hand: where a widget breaks none, or has room for a few only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer_app.ui.kit.labels import ElidedLabel, Kind


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


class TwoLines(ElidedLabel):
    """One line, or two where one has no room; only then cut in the middle."""

    MOST = 2

    def __init__(self, kind: Kind, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, kind, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Of its lines at this width."""
        more = len(self.lines(width)) - 1
        return self.sizeHint().height() + more * self._metrics().lineSpacing()

    def lines(self, width: int) -> list[str]:
        """By words, or by characters where a word is longer than a line."""
        self._label.ensurePolished()
        return broken(self._text, self._label.font(), width, self.MOST)

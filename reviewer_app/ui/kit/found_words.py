"""How words that were looked for are marked where they were found, in lists and in texts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from reviewer_app.ui.kit.palette import Palette, mix


def found_ground(palette: Palette) -> str:
    """The colour behind them."""
    return mix(palette.surface, palette.note, 0.6)


def found_ranges(
    text: str, spans: Iterable[tuple[int, int]], palette: Palette, *, bold: bool = False
) -> list[QTextLayout.FormatRange]:
    """The formats of stretches of a text, in code points; Qt counts in UTF-16.

    Bold letters are wider: a text that was measured without them breaks elsewhere.
    """
    return [_range(text, span, _format(palette, bold=bold)) for span in spans]


def _range(text: str, span: tuple[int, int], form: QTextCharFormat) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start = len(text[: span[0]].encode("utf-16-le")) // 2
    marked.length = len(text[span[0] : span[1]].encode("utf-16-le")) // 2
    marked.format = form
    return marked


@lru_cache(maxsize=8)
def _format(palette: Palette, *, bold: bool) -> QTextCharFormat:
    """Never by colour alone."""
    form = QTextCharFormat()
    form.setFontUnderline(True)
    if bold:
        form.setFontWeight(QFont.Weight.Bold)
    form.setForeground(QColor(palette.text))
    form.setBackground(QColor(found_ground(palette)))
    return form

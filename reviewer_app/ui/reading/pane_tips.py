"""Tips over a text: of the word that is pointed at, or else of the sign in a block's margin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QHelpEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reviewer_app.ui.kit.tips import show_tip
from reviewer_app.ui.reading.spans import Pointed


@dataclass(frozen=True, slots=True)
class Explained:
    """What some of a block's words mean; UTF-16 offsets."""

    words: str
    start: int
    end: int


Explain = Callable[[Pointed], Explained | None]
"""What the word at a place means; None for nothing."""


def show_tip_over(
    text: QTextEdit, event: QHelpEvent, at: Pointed, explain: Explain | None, sign: str
) -> None:
    """What the word means, while the pointer is on it; else what the sign of its block means,
    until the pointer goes up or down by a line. `at` is the gap of letters that is nearest."""
    point, near = event.pos(), text.cursorForPosition(event.pos())
    beyond = at.offset > 0 and point.x() < text.cursorRect(near).x()
    explained = explain(replace(at, offset=at.offset - beyond)) if explain else None
    if explained is not None:
        area = _area(text, near.block(), explained)
        if area.contains(point):
            show_tip(text.viewport(), explained.words, area=area, at=event.globalPos())
            return
    high = text.cursorRect(near).height()
    along = QRect(0, point.y() - high // 2, text.viewport().width(), high)
    show_tip(text.viewport(), sign, area=along, at=event.globalPos())


def _area(text: QTextEdit, block: QTextBlock, explained: Explained) -> QRect:
    """Where words stand in the viewport; all of their lines where they take several, or end one."""
    first, last, behind = (
        text.cursorRect(_cursor(block, offset))
        for offset in (explained.start, explained.end - 1, explained.end)
    )
    if first.top() == behind.top():
        return first.united(behind)
    high = last.bottom() + 1 - first.top()
    return QRect(0, first.top(), text.viewport().width(), high)


def _cursor(block: QTextBlock, offset: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + offset)
    return cursor

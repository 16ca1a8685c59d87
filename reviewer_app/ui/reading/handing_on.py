"""Hands focus and caret on, where a pane that has them leaves the sight."""

from __future__ import annotations

from PySide6.QtCore import Qt

from reviewer_app.ui.reading.counterparts import nearest
from reviewer_app.ui.reading.pane import ReadingPane
from reviewer_app.ui.reading.prepared import Prepared
from reviewer_app.ui.reading.spans import Pointed


def hand_focus(heir: ReadingPane) -> None:
    """Before the other pane is hidden: Qt would give the focus to the next button there is."""
    heir.setFocus(Qt.FocusReason.OtherFocusReason)


def hand_caret(prepared: Prepared, at: Pointed, heir: ReadingPane) -> None:
    """To the same place, or to what says the same there; nothing is scrolled for it."""
    held, bar = heir.held, heir.verticalScrollBar()
    if held is None or at.block < 0:
        return
    if held.number(at.language, at.block) is None:
        at = Pointed(at.language.other, nearest(prepared, at.language, at.block))
    place = bar.value()
    heir.put_caret(at)
    bar.setValue(place)

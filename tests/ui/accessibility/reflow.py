"""What a screen owes to those who need all of it larger: nothing cut, nothing out of reach.

As in `audit`, each rule answers with the faults that it found, a line each.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QScrollArea,
    QToolButton,
    QWidget,
)

from reviewer_app.ui.kit.reading_order import stops
from reviewer_app.ui.kit.screens import in_sight
from reviewer_app.ui.reading.outline_entry import OutlineEntry
from tests.ui.accessibility.audit import NO_MODIFIER, told

HEADS = ("title", "heading")
ENOUGH_PX = 48
"""Of what is larger than this at least as much must be seen when it has the focus."""
BESIDE_EACH_OTHER = {"Opinions", "评审意见"}
"""Experts stand side by side to be compared, as in a table."""


def cut(window: QWidget) -> list[str]:
    """Headings and the words of buttons and tabs are whole, and not on hover only."""
    faults = []
    for each in window.findChildren(QWidget):
        if not each.isVisible():
            continue
        if isinstance(each, QLabel) and each.property("kit") in HEADS and each.text():
            lacks = _lacks(each)
            if lacks:
                faults.append(f"{lacks}: {told(each)}")
        elif isinstance(each, QAbstractButton) and each.text() and not _draws_itself(each):
            wide = _width(each)
            if wide > each.width():
                faults.append(f"{wide} in {each.width()} px: {told(each)}")
    return faults


def _draws_itself(button: QAbstractButton) -> bool:
    """Only an icon, or words that it breaks into lines by itself."""
    if isinstance(button, QToolButton):
        return button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(button, OutlineEntry)


def _width(button: QAbstractButton) -> int:
    """Of the words, and of the icon beside them."""
    words = max(map(button.fontMetrics().horizontalAdvance, button.text().split("\n")))
    if button.icon().isNull() or isinstance(button, QToolButton):  # the icon stands above
        return words
    return words + button.iconSize().width()


def _lacks(label: QLabel) -> str:
    words = label.text().split() if label.wordWrap() else label.text().split("\n")
    widest = max(map(label.fontMetrics().horizontalAdvance, words))
    if not any(letter >= "⺀" for letter in label.text()) and widest > label.width() + 2:
        return f"{widest} in {label.width()} px"
    if label.wordWrap() and label.heightForWidth(label.width()) > label.height() + 2:
        return f"{label.heightForWidth(label.width())} in {label.height()} px of height"
    return ""


def sideways(window: QWidget) -> list[str]:
    """What scrolls up and down does not have to be scrolled sideways too."""
    faults = []
    for each in window.findChildren(QScrollArea):
        content = each.widget()
        if not each.isVisible() or content is None or each.accessibleName() in BESIDE_EACH_OTHER:
            continue
        if content.width() > each.maximumViewportSize().width() + 1:
            faults.append(f"{content.width()} px in {each.width()}: {told(content)}")
    return faults


def out_of_sight(window: QWidget) -> list[str]:
    """Tab brings whatever gets the focus into sight."""
    ring = stops(window)
    if not ring:
        return []
    ring[-1].setFocus(Qt.FocusReason.TabFocusReason)
    faults = []
    for _ in ring:
        here = window.focusWidget()
        assert here is not None
        QApplication.sendEvent(here, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, NO_MODIFIER))
        now = window.focusWidget()
        seen = in_sight(now)
        wanted = (min(now.width(), window.width() // 2), min(now.height(), ENOUGH_PX))
        if seen.width() < wanted[0] or seen.height() < wanted[1]:
            faults.append(f"{seen.getRect()} of {now.rect().getRect()}: {told(now)}")
    return faults

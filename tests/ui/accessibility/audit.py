"""What every screen owes to those who do not see it, use no mouse, or need all of it larger.

Each rule answers with the faults that it found, a line each, named by class and words.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitterHandle,
    QStackedWidget,
    QWidget,
)

from reviewer_app.ui.kit.reading_order import stops
from reviewer_app.ui.kit.tip_window import Tip

LEAST_PX = 24
ROLELESS = (QAccessible.Role.NoRole,)
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def told(widget: QWidget) -> str:
    """A widget as a line names it: class, words, and whose it is."""
    words = getattr(widget, "text", str)
    spoken = words() if callable(words) else words
    above = widget.parentWidget()
    kind = widget.property("kit") or ""
    return f"{type(widget).__name__} {kind} {str(spoken)[:40]!r} in {type(above).__name__}"


def shown(window: QWidget) -> list[QWidget]:
    """Every widget of the window in sight, and not scrolled or cut away altogether."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and not each.visibleRegion().isEmpty()
    ]


def nameless(window: QWidget) -> list[str]:
    """What takes the focus has a name and a role for screen readers."""
    faults = []
    for each in window.findChildren(QWidget):
        takes = each.isVisible() and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        if not takes and not (isinstance(each, QAbstractButton) and each.isVisible()):
            continue
        heard = QAccessible.queryAccessibleInterface(each)
        if heard is None or heard.role() in ROLELESS:
            faults.append(f"no role: {told(each)}")
        elif not heard.text(QAccessible.Text.Name).strip():
            faults.append(f"no name: {told(each)}")
    return faults


def misstated(window: QWidget) -> list[str]:
    """On or off, usable or not, required or wrong, as the widget has it."""
    faults = []
    for each in window.findChildren(QWidget):
        if not each.isVisible():
            continue
        state = QAccessible.queryAccessibleInterface(each).state()
        if state.disabled != (not each.isEnabled()):
            faults.append(f"disabled: {told(each)}")
        if isinstance(each, QAbstractButton):
            has = (each.isCheckable(), each.isCheckable() and each.isChecked())
            if (bool(state.checkable), bool(state.checked)) != has:
                faults.append(f"checked: {told(each)}")
        if isinstance(each, QLineEdit | QPlainTextEdit):
            if bool(state.readOnly) != each.isReadOnly():
                faults.append(f"read only: {told(each)}")
            if each.property("wrong") == "true" and not each.accessibleDescription():
                faults.append(f"wrong without a sentence: {told(each)}")
    return faults


def unreachable(window: QWidget) -> list[str]:
    """What can be clicked can be reached by Tab, by arrows within its row, or by named keys."""
    reached = set(stops(window))
    faults = []
    for each in window.findChildren(QAbstractButton):
        if not each.isVisible() or not each.isEnabled() or each in reached:
            continue
        parent = each.parentWidget()
        row = {other for other in reached if other.parentWidget() is parent}
        by_arrows = bool(each.focusPolicy() & Qt.FocusPolicy.ClickFocus) and bool(row)
        by_keys = each.toolTip().endswith(")") and "(" in each.toolTip()
        if not (by_arrows or by_keys or isinstance(parent, QLineEdit)):
            faults.append(told(each))
    return faults


def disordered(window: QWidget) -> list[str]:
    """Tab goes on rightwards or downwards: never to what stands wholly before or above."""
    ring = stops(window)
    faults = []
    for one, other in pairwise(ring):
        here, there = _side_by_side(one, other)
        if here is None or there is None:
            continue
        above = there.bottom() < here.top()
        same_line = there.top() <= here.bottom() and here.top() <= there.bottom()
        if above or (same_line and there.right() < here.left()):
            faults.append(f"{told(one)} → {told(other)}")
    return faults


def _side_by_side(one: QWidget, other: QWidget) -> tuple[QRect | None, QRect | None]:
    """The places of both, or of what holds them, within what holds both."""
    line, each = [one], one
    while each.parentWidget() is not None:
        each = each.parentWidget()
        line.append(each)
    below = other
    while below.parentWidget() is not None and below.parentWidget() not in line:
        below = below.parentWidget()
    common = below.parentWidget()
    if common is None or common in (one, other):
        return None, None
    return line[line.index(common) - 1].geometry(), below.geometry()


def trapped(window: QWidget) -> list[str]:
    """Tab comes round: it goes on from everywhere, and passes everything."""
    ring = stops(window)
    if not ring:
        return []
    ring[0].setFocus(Qt.FocusReason.TabFocusReason)
    met = [window.focusWidget()]
    for _ in range(len(ring) + 2):
        here = window.focusWidget()
        if here is None:
            return [f"the focus is lost after {told(ring[0])}"]
        QApplication.sendEvent(here, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, NO_MODIFIER))
        if window.focusWidget() is here:
            return [f"a trap: {told(here)}"]
        met.append(window.focusWidget())
    passed = [each for each in ring if each not in met and not _is_one_of(each, met)]
    return [f"passed over: {told(each)}" for each in passed]


def obscured(window: QWidget) -> list[str]:
    """What Tab leads to is brought into sight (WCAG 2.4.11)."""
    ring, faults = stops(window), []
    for each in ring[:1]:
        each.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in ring:
        here = window.focusWidget()
        QApplication.sendEvent(here, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, NO_MODIFIER))
        reached = window.focusWidget()
        if reached.visibleRegion().isEmpty():
            faults.append(told(reached))
    return faults


def _is_one_of(widget: QWidget, met: list[QWidget]) -> bool:
    """Of buttons of which one is chosen one is a stop, and arrows lead to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and any(b in met for b in group.buttons())


def small(window: QWidget) -> list[str]:
    """What is clicked is at least 24 px wide and high (WCAG 2.5.8)."""
    return [
        f"{each.width()} × {each.height()} {told(each)}"
        for each in shown(window)
        if isinstance(each, QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit)
        and min(each.width(), each.height()) < LEAST_PX
    ]


def clipped(window: QWidget) -> list[str]:
    """Words have room, or say all of it on hover."""
    faults = []
    for each in shown(window):
        if isinstance(each, QLabel) and each.text() and not _has_room(each):
            faults.append(f"{each.width()} × {each.height()} {told(each)}")
        elif isinstance(each, QAbstractButton) and each.text():
            lacks = each.fontMetrics().horizontalAdvance(each.text()) - each.width()
            if lacks > 0 and not each.toolTip():
                faults.append(f"{lacks} px short: {told(each)}")
    return faults


def _has_room(label: QLabel) -> bool:
    if label.toolTip() or (label.parentWidget() and label.parentWidget().toolTip()):
        return True
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height() + 2
    return label.sizeHint().width() <= label.width() + 2


def outside(window: QWidget) -> list[str]:
    """Nothing stands beyond what holds it, unless that scrolls."""
    faults = []
    for each in shown(window):
        parent = each.parentWidget()
        if parent is None or isinstance(each, QSplitterHandle) or each.isWindow():
            continue
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(each.geometry()):
            place, room = each.geometry(), parent.rect()
            faults.append(f"{place.getCoords()} of {room.getCoords()}: {told(each)}")
    return faults


def unseen(window: QWidget) -> list[str]:
    """A control that has the focus looks otherwise; one of each kind is looked at."""
    faults, looked = [], set()
    for each in stops(window):
        kind = (type(each).__name__, each.property("kit"), each.property("role"))
        if kind in looked or each.visibleRegion().isEmpty():
            continue
        looked.add(kind)
        rest = next((other for other in stops(window) if other is not each), window)
        rest.setFocus(Qt.FocusReason.TabFocusReason)
        place = QRect(each.mapTo(window, QPoint()), each.size()).adjusted(-4, -4, 4, 4)
        before = window.grab(place).toImage()
        each.setFocus(Qt.FocusReason.TabFocusReason)
        if not _has_focus(each):
            faults.append(f"refuses the focus: {told(each)}")
        elif window.grab(place).toImage() == before:
            faults.append(told(each))
    return faults


def _has_focus(widget: QWidget) -> bool:
    """It, or what it hands the focus on to."""
    at = QApplication.focusWidget()
    return at is not None and (at is widget or widget.isAncestorOf(at))


def changing(window: QWidget) -> list[str]:
    """The focus alone changes nothing: no choice, no value, no page (WCAG 3.2.1)."""
    ring, faults = stops(window), []
    before = _values(window)
    for each in ring:
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        after = _values(window)
        faults += [f"{told(each)} changes {what}" for what in sorted(_other(before, after))]
        before = after
    return faults


def _other(before: dict[str, object], after: dict[str, object]) -> set[str]:
    every = before.keys() | after.keys()
    return {name for name in every if before.get(name) != after.get(name)}


def _values(window: QWidget) -> dict[str, object]:
    """What is chosen, written and shown, by widget; where pages are scrolled to is no value."""
    found: dict[str, object] = {}
    drawn = (each for each in window.findChildren(QWidget) if not isinstance(each, Tip))
    for at, each in enumerate(drawn):
        name = f"{at} {type(each).__name__}"
        if isinstance(each, QAbstractButton):
            found[name] = each.isVisible(), each.isEnabled(), each.isChecked(), each.text()
        elif isinstance(each, QLineEdit):
            found[name] = each.isVisible(), each.text()
        elif isinstance(each, QPlainTextEdit):
            found[name] = each.isVisible(), each.toPlainText()
        elif isinstance(each, QComboBox):
            found[name] = each.isVisible(), each.currentText()
        elif isinstance(each, QStackedWidget):
            found[name] = each.currentIndex()
    return found

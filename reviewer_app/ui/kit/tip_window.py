"""The tip as it is seen: it stays until it is left or put away, and can be hovered over.

As WCAG 2.2, 1.4.13 has it: Escape puts a tip away, the pointer may go onto it, no time takes it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCursor, QHideEvent, QKeyEvent, QMouseEvent, QSinglePointEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.wrapping import broken

WIDE_PX = 420
_BELOW_PX = 24
"""How far below the pointer a tip begins where its area goes on further."""
_BEFORE_PX = 16
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_PRESSED = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel)
_GONE = (QEvent.Type.Hide, QEvent.Type.ToolTipChange, QEvent.Type.EnabledChange)
_MOVED = (QEvent.Type.WindowDeactivate, QEvent.Type.Move, QEvent.Type.Resize)


def show(of: QWidget, words: str, area: QRect, at: QPoint | None) -> None:
    """Show words at an area of a widget; one tip at a time, and the same one stays."""
    around = QRect(of.mapToGlobal(area.topLeft()), area.size())
    now = tip_shown()
    if now is not None and (now.of is of or words):
        if (now.of, now.words, now.area) == (of, words, around):
            return
        now.close()
    if words:
        # never deleted by itself: Qt may tell it of a widget that is just being deleted, and then
        # PySide 6.11 crashes
        tip = of.findChild(Tip, options=Qt.FindChildOption.FindDirectChildrenOnly) or Tip(of)
        tip.explain(words, around, at)


def tip_shown() -> Tip | None:
    """The tip that is in sight."""
    tips = (each for each in QApplication.topLevelWidgets() if isinstance(each, Tip))
    return next((each for each in tips if each.isVisible()), None)


def hide_tip() -> None:
    """Put the tip away that is in sight, if there is one."""
    now = tip_shown()
    if now is not None:
        now.close()


class Tip(QLabel):
    """Words in a window of their own, touching the area (of the screen) that they belong to."""

    def __init__(self, of: QWidget) -> None:
        super().__init__(of, Qt.WindowType.ToolTip)
        self.of, self.words, self.area = of, "", QRect()
        self._by_pointer = False
        self._window = of.window()
        self.setObjectName("tip")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMouseTracking(True)

    def explain(self, words: str, area: QRect, at: QPoint | None) -> None:
        """Come into sight with these words; `at` is where the pointer is, None for a key."""
        self.words, self.area, self._by_pointer = words, area, at is not None
        self._window = self.of.window()  # while that goes, it can no longer be asked
        room = self.of.screen().availableGeometry()
        self._fit(room.size())
        self.setGeometry(placed(self.sizeHint(), area, at or area.bottomLeft(), room))
        _everything().installEventFilter(self)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the area is left or something else is done; Escape is for the tip alone."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            return self._put_away(event)
        if self._has_ended(watched, event):
            self.close()
        elif self._by_pointer and isinstance(event, QMouseEvent):
            self._follow(event.globalPosition().toPoint())
        elif self._by_pointer and event.type() == QEvent.Type.Leave:
            self._follow(QCursor.pos())
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Listen no more."""
        _everything().removeEventFilter(self)
        super().hideEvent(event)

    def _put_away(self, event: QKeyEvent) -> bool:
        """Take Escape from first to last: what lies below is not closed by it."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self.close()
        return True

    def _has_ended(self, watched: QObject, event: QEvent) -> bool:
        """Whether there is something else to do or to see; a modifier is held for a magnifier."""
        kind = event.type()
        if (watched is self.of and kind in _GONE) or (watched is self._window and kind in _MOVED):
            return True
        if isinstance(event, QSinglePointEvent) and kind in _PRESSED:
            return not self.geometry().contains(event.globalPosition().toPoint())
        if isinstance(event, QKeyEvent):
            return kind == QEvent.Type.KeyPress and event.key() not in _MODIFIERS
        return kind == QEvent.Type.FocusOut and not self._by_pointer

    def _follow(self, pointer: QPoint) -> None:
        if not (self.area.contains(pointer) or self.geometry().contains(pointer)):
            self.close()

    def _fit(self, room: QSize) -> None:
        """Take the words in lines; wider ones where they are higher than half of the screen, and
        cut at their end where all of it has no room for them."""
        self.ensurePolished()
        most = room.width() - 2 * scaled(_BELOW_PX)
        for width, high in ((min(scaled(WIDE_PX), most), room.height() // 2), (most, 0)):
            parts = self.words.split("\n")
            lines = [line for part in parts for line in broken(part, self.font(), width)]
            self.setText("\n".join(lines))
            if self.sizeHint().height() <= high:
                break
        whole = self.sizeHint().height()
        if whole > room.height():
            self.setText("\n".join([*lines[: len(lines) * room.height() // whole - 2], "…"]))


def placed(size: QSize, area: QRect, at: QPoint, room: QRect) -> QRect:
    """Where a tip stands: under its area, or over it where there is no room, so that the pointer
    comes from one to the other; within the room; near the pointer where the area is high."""
    right, bottom = room.right() + 1 - size.width(), room.bottom() + 1 - size.height()
    left = max(room.left(), min(at.x() - scaled(_BEFORE_PX), right))
    below = min(area.bottom() + 1, at.y() + scaled(_BELOW_PX))
    above = max(area.top(), at.y() - scaled(_BELOW_PX)) - size.height()
    top = below if below <= bottom else above
    return QRect(QPoint(left, max(room.top(), min(top, bottom))), size)


def _everything() -> QCoreApplication:
    """The application, through which every event goes; only while a tip is in sight."""
    app = QCoreApplication.instance()
    assert app is not None
    return app

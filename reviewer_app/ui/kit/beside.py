"""A column that scrolls with a pane beside it that stays in sight; narrow, one below the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.ui.kit.page import READING_WIDTH, UprightScroll
from reviewer_app.ui.kit.stylesheet import scaled

SIDE_PX = 376
LEAST_PX = 840
"""Narrower than this, for the usual text, both share one column."""
_GAP = 24


class Beside(QWidget):
    """Put what is long into ``main``, what must not scroll away into ``side``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.main = QVBoxLayout()
        self.side = QVBoxLayout()
        for column in (self.main, self.side):
            column.setSpacing(16)
            column.setContentsMargins(0, 0, 0, 0)
        self._narrow = False
        content, words = QWidget(), QWidget()
        content.setProperty("kit", "content")
        words.setLayout(self.main)
        self._side = QWidget()
        self._side.setLayout(self.side)
        self._one = QVBoxLayout(content)
        self._one.setContentsMargins(0, 0, 12, 0)
        self._one.setSpacing(16)
        self._one.addWidget(words)
        self._one.addStretch(1)
        self._scroll = UprightScroll(content)
        self._scroll.setMaximumWidth(scaled(READING_WIDTH))
        self._scroll.let_keys_scroll(Qt.FocusPolicy.ClickFocus)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP - 12)
        self._row.addWidget(self._scroll, 1)
        self._row.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addStretch(0)
        self._side.setFixedWidth(scaled(SIDE_PX))

    @property
    def is_narrow(self) -> bool:
        """Whether there is one column only."""
        return self._narrow

    def set_name(self, name: str) -> None:
        """What is to be read, for screen readers."""
        self._scroll.setAccessibleName(name)

    def begin(self) -> None:
        """Let the keyboard scroll what is to be read first; Tab leads on to the pane beside."""
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another arrangement."""
        super().resizeEvent(event)
        narrow = event.size().width() < scaled(LEAST_PX)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        if self._narrow:
            self._row.removeWidget(self._side)
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(scaled(READING_WIDTH))
            self._one.insertWidget(1, self._side)
        else:
            self._one.removeWidget(self._side)
            self._side.setFixedWidth(scaled(SIDE_PX))
            self._row.insertWidget(1, self._side, 0, Qt.AlignmentFlag.AlignTop)
        self._side.show()

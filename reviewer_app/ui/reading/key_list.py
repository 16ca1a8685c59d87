"""All keys of the reading screen on one page, and the way to the practice case."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import UprightScroll
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.reading.keys import key_words
from reviewer_app.ui.single_keys import KeyChoice

translate = QCoreApplication.translate
WIDTH_PX, NARROW_PX = 840, 620
_KEYS_PX, _EDGE_PX, _SPARE_PX = 120, 24, 12


class KeyList(QDialog):
    """Keys in two columns, or in one on a narrow screen; what has no room is scrolled to."""

    def __init__(self, choice: KeyChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.practise = False
        self._practise = Button(Role.QUIET, "book")
        self._practise.setText(translate("keys", "Practice case"))
        self._practise.clicked.connect(self._go_practise)
        self.setWindowTitle(translate("keys", "Keys"))
        room = (self.screen().availableSize() * 0.94).width()
        self._width = min(scaled(WIDTH_PX), room)
        rows = key_words(choice)
        self._keys = _Keys(rows, len(rows) if room < scaled(NARROW_PX) else (len(rows) + 1) // 2)
        self._scroll = UprightScroll(self._keys)
        self._scroll.let_keys_scroll(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(translate("keys", "Keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE_PX, 20, _EDGE_PX, 20)
        column.setSpacing(12)
        column.addWidget(Label(Kind.HEADING, translate("keys", "Keys")))
        column.addWidget(Label(Kind.MUTED, translate("keys", "None acts while you are typing.")))
        column.addWidget(self._scroll, 1)
        column.addWidget(self._practise, 0, Qt.AlignmentFlag.AlignLeft)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as large as the words need, and no larger than the screen."""
        inner = self._width - 2 * _EDGE_PX - self._scroll.verticalScrollBar().sizeHint().width()
        rest = self.sizeHint().height() - self._scroll.sizeHint().height()
        room = (self.screen().availableSize() * 0.94).height()
        self.resize(self._width, min(self._keys.heightForWidth(inner) + rest + _SPARE_PX, room))
        super().showEvent(event)

    def _go_practise(self) -> None:
        self.practise = True
        self.accept()


class _Keys(QWidget):
    """The keys left, what each does right; a column has so many."""

    def __init__(self, rows: list[tuple[str, str]], column_length: int) -> None:
        super().__init__()
        self.setProperty("kit", "content")
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 4, 4, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for at, (keys, words) in enumerate(rows):
            column = 2 * (at // column_length)
            for place, label in enumerate((Label(Kind.STRONG, keys), Label(Kind.BODY, words))):
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(label, at % column_length, column + place)
        for column in range(0, grid.columnCount(), 2):
            grid.setColumnMinimumWidth(column, scaled(_KEYS_PX))
            grid.setColumnStretch(column + 1, 1)

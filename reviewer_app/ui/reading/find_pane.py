"""What every search beside a text is made of: a field, hits to step through, a way out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.fields import SearchField
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Ground, Kind, Label
from reviewer_app.ui.reading.hit_list import HitList


class FindPane(Retranslating, Ground):
    """Who derives from it says its words, and what asking, choosing, stepping and leaving do."""

    def __init__(self, lines: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.words = SearchField()
        self.close_button = IconButton("close", px=16)
        self.count = Label(Kind.SMALL)
        self.back = IconButton("up", px=16)
        self.on = IconButton("down", px=16)
        self.hits = HitList(lines)
        self._lay_out()
        self.words.asked.connect(self.ask)
        self.words.returnPressed.connect(self.step_on)
        self.hits.chosen.connect(self.choose)
        self.on.clicked.connect(self.step_on)
        self.back.clicked.connect(self.step_back)
        self.close_button.clicked.connect(self.leave)

    def begin(self) -> None:
        """Ready for words."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def ask(self, text: str) -> None:
        """Search for these words."""
        raise NotImplementedError

    def choose(self, row: int) -> None:
        """Go to the hit of a row."""
        raise NotImplementedError

    def step_on(self) -> None:
        """To the next hit."""
        raise NotImplementedError

    def step_back(self) -> None:
        """To the one before."""
        raise NotImplementedError

    def leave(self) -> None:
        """Close the search."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the search."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.words, 1)
        head.addWidget(self.close_button)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(8)
        self.lines.addLayout(head)
        self.lines.addLayout(foot)
        column.addLayout(self.lines)
        column.addWidget(self.hits, 1)

"""Above each pane: which language, whether it is the original, and its size."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from review_protocol.documents.text import Language
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.reading.pane import ReadingPane

_NAMES = {Language.ZH: "中文", Language.EN: "English"}


class PaneColumn(Retranslating, QWidget):
    """A pane with its header; `resized` carries a step of size, +1 or −1."""

    resized = Event(int)

    def __init__(self, pane: ReadingPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = pane
        self._original = False
        self._name = Label(Kind.SMALL)
        self._smaller = IconButton("minus", px=16)
        self._larger = IconButton("plus", px=16)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._name, 1)
        row.addWidget(self._smaller)
        row.addWidget(self._larger)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(pane, 1)
        for button in (self._smaller, self._larger):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes on to the other pane
        self._smaller.clicked.connect(self._shrink)
        self._larger.clicked.connect(self._grow)
        self.setMinimumWidth(180)
        self.built()

    def set_original(self, *, original: bool) -> None:
        """Say whether the applicant names this version as the original."""
        self._original = original
        self.retranslate()

    def retranslate(self) -> None:
        """The language's own name, and our words."""
        name = _NAMES[self.pane.language]
        original = self.tr("{language} · original").format(language=name)
        self._name.setText(original if self._original else name)
        self._smaller.set_word(self.tr("Smaller text"), "Ctrl+−")
        self._larger.set_word(self.tr("Larger text"), "Ctrl++")
        self.pane.setAccessibleName(name)

    def _shrink(self) -> None:
        self.resized.emit(-1)

    def _grow(self) -> None:
        self.resized.emit(1)

"""The way to the server step by step: name, connection, certificate, signature."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.services.rows import DiagnosisStep
from reviewer_app.ui.handin.connection_words import StepWords, step_words
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.state import ShapeMark


class ConnectionCard(Retranslating, QWidget):
    """Draws the steps; `asked` comes when the person wants them tried."""

    asked: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[DiagnosisStep, ...] = ()
        self._is_busy = False
        self._card = Card()
        self._ask = Button(Role.DEFAULT, "link")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._card.add_action(self._ask)
        self._card.content.addLayout(self._lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self._ask.clicked.connect(self._tell)
        self.built()

    def show_steps(self, steps: tuple[DiagnosisStep, ...], *, is_busy: bool) -> None:
        """Draw what was found, or that it is being tried now."""
        if (steps, is_busy) != (self._steps, self._is_busy):
            self._steps, self._is_busy = steps, is_busy
            self.retranslate()

    def retranslate(self) -> None:
        """Words of the head and of every step."""
        self._ask.setText(self.tr("Check"))
        self._ask.setEnabled(not self._is_busy)
        sentence = "" if self._steps else self.tr("Where does the way to the server end?")
        if self._is_busy:
            sentence = self.tr("Trying each step…")
        self._card.set_heading(self.tr("Connection"), sentence)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for step in self._steps:
            self._lines.addWidget(_line(step_words(step)))

    def _tell(self) -> None:
        self.asked.emit(None)


def _line(said: StepWords) -> QWidget:
    line = QWidget()
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(Kind.BODY, said.words))
    if said.detail:
        words.addWidget(Label(Kind.SMALL, said.detail))
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    mark = QVBoxLayout()
    mark.setContentsMargins(0, 3, 0, 0)
    mark.addWidget(ShapeMark(said.shape))
    mark.addStretch(1)
    row.addLayout(mark)
    row.addLayout(words, 1)
    return line

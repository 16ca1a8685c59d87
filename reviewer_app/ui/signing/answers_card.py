"""The card on which a sheet is read back, one sentence an answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.services.facts_beside import FactsSaid
from reviewer_app.ui import fact_words
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label, Tag, line
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.signing.sentences import Read, read_back
from reviewer_app.ui.signing.state import SigningState


class AnswersCard(Retranslating, Card):
    """Draws sentences, and below each its band, comment and quotes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = SigningState()
        self._rows: QWidget | None = None
        self.built()

    def show_state(self, state: SigningState) -> None:
        """Draw another sheet."""
        shown = self._state.read_back, self._state.packet
        if (state.read_back, state.packet) != shown:
            self._state = state
            self.retranslate()

    def retranslate(self) -> None:
        """Draw it all in the interface's language."""
        if self._state.packet is None:
            self.set_heading(self.tr("Your answers"), self.tr("Please read them once more."))
        else:
            self.set_heading(self.tr("What you signed"))
        back = self._state.read_back
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
            self._rows = None
        if back is None:
            return
        before = back.standing.answers if back.standing else None
        self._rows = QWidget()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        reads = read_back(back.answers, back.rubric, before, back.paragraphs, back.order)
        for at, read in enumerate(reads):
            if at:
                column.addSpacing(8)
                column.addWidget(line())
                column.addSpacing(8)
            self._add(read, column)
        if back.facts.facts:
            self._add_facts(back.facts, column)
        self.content.addWidget(self._rows)
        self._rows.show()  # now, not at the event loop's next turn

    def _add_facts(self, said: FactsSaid, column: QVBoxLayout) -> None:
        """What goes along beside the score."""
        column.addSpacing(8)
        column.addWidget(line())
        column.addSpacing(8)
        column.addWidget(Label(Kind.STRONG, self.tr("Facts beside the score")))
        for each in said.facts:
            column.addWidget(Label(Kind.BODY, fact_words.stated(each)))

    def _add(self, read: Read, column: QVBoxLayout) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(Kind.STRONG, read.sentence), 1)
        if read.changed:
            head.addWidget(Tag(self.tr("Changed"), Tone.CARE), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        texts = [(Kind.SMALL, read.band), (Kind.BODY, read.comment)]
        texts += [(Kind.MUTED, text) for text in (*read.before, *read.quotes)]
        for kind, text in texts:
            if text:
                column.addWidget(Label(kind, text))

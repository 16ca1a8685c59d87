"""A citation's text drawn: both languages side by side, who wrote it, and who says what of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from review_protocol.documents.text import Language
from reviewer_app.reading.unseen import spelled_out
from reviewer_app.services.panel.citation_texts import Approval, CitationText
from reviewer_app.ui import terms, unseen_words
from reviewer_app.ui.kit.flow import EvenLayout
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.state import ShapeMark
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.panel.citation import words
from reviewer_app.ui.panel.refill import refill

SIDE_PX = 260
SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class TextView(Retranslating, QWidget):
    """Draws one text."""

    def __init__(self, text: CitationText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._by = Label(Kind.MUTED)
        self._names = [Label(Kind.STRONG) for _ in Language]
        self._words = [Label(Kind.BODY) for _ in Language]
        self._warning = Label(Kind.SMALL)
        self._warning.set_tone(Tone.CARE)
        for label in self._words:
            label.setTextInteractionFlags(SELECTABLE)
        self._approvals = QVBoxLayout()
        self._approvals.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._by)
        column.addWidget(self._sides())
        column.addWidget(self._warning)
        column.addLayout(self._approvals)
        self.built()

    def retranslate(self) -> None:
        """Draw it in the language now in use."""
        text = self._text
        self._by.setText(words.written_by(text))
        both = (text.zh, text.en)
        for language, name, shown, said in zip(
            (Language.ZH, Language.EN), self._names, self._words, both, strict=True
        ):
            name.setText(terms.language(language))
            shown.setText(spelled_out(said))
            shown.setAccessibleName(f"{terms.language(language)}: {said}")
        warning = unseen_words.warning("".join(both))
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        refill(self._approvals, [_approval(each) for each in text.approvals])

    def _sides(self) -> QWidget:
        sides = QWidget()
        row = EvenLayout(sides, least=scaled(SIDE_PX), gap=16)
        for name, shown in zip(self._names, self._words, strict=True):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(name)
            column.addWidget(shown)
            column.addStretch(1)
            row.addWidget(side)
        return sides


def _approval(approval: Approval) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    shape = Shape.DONE if approval.approves else Shape.WARNING
    row.addWidget(ShapeMark(shape), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(Kind.BODY, spelled_out(words.approval(approval))), 1)
    return holder

"""How quotes of each criterion look: a colour, an underline and a letter, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QSizePolicy, QWidget

from review_protocol.documents.score import CriterionCode
from reviewer_app.ui import terms
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.kit.stylesheet import TEXT_PX, palette_in_use, scaled

BADGE_PX = 20
_UNDERLINES = {
    "conceptual_fit": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "international_cooperativeness": QTextCharFormat.UnderlineStyle.DashUnderline,
    "benefits": QTextCharFormat.UnderlineStyle.DotLine,
}


def evidence_colour(code: CriterionCode, palette: Palette) -> str:
    """The background of a criterion's quotes."""
    match code:
        case "conceptual_fit":
            return palette.evidence_f
        case "international_cooperativeness":
            return palette.evidence_c
        case "benefits":
            return palette.evidence_b


def evidence_format(code: CriterionCode, palette: Palette) -> QTextCharFormat:
    """What is painted over a quote."""
    form = QTextCharFormat()
    form.setBackground(QColor(evidence_colour(code, palette)))
    form.setForeground(QColor(palette.text))
    form.setUnderlineStyle(_UNDERLINES[code])
    form.setUnderlineColor(QColor(palette.text))
    return form


class Badge(QWidget):
    """A letter on a colour, as in the margin of the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def letter(self) -> str:
        """The letter in the interface's language."""
        return ""

    def colour(self, palette: Palette) -> str:
        """What it stands on."""
        return palette.surface

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(scaled(BADGE_PX), scaled(BADGE_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the palette's colours."""
        palette = palette_in_use()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour(palette)))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setPen(QColor(palette.text))
        font = self.font()
        font.setPixelSize(scaled(TEXT_PX))
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.letter())


class LetterBadge(Badge):
    """The letter of a criterion on its colour; F, C, B or 契, 合, 惠."""

    def __init__(self, code: CriterionCode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code

    def letter(self) -> str:
        """Of the criterion."""
        return terms.criterion_letter(self._code)

    def colour(self, palette: Palette) -> str:
        """Of its quotes."""
        return evidence_colour(self._code, palette)

"""Sizes of the reading text: faces, line heights, widths, and the space where scripts meet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout

from review_protocol.documents.text import Language
from reviewer_app.ui.kit.fonts import Script, reading_font
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.reading.arrangement import Face
from reviewer_app.ui.reading.prepared import Block, BlockKind
from reviewer_app.ui.reading_sizes import usual_px

SCRIPTS = {Language.ZH: Script.HAN, Language.EN: Script.LATIN}
LINE = {Language.ZH: 1.7, Language.EN: 1.5}
WIDEST = {Language.ZH: 40, Language.EN: 80}
"""Characters of a full line, by the width of usual words."""
_USUAL = {
    Language.ZH: "网络",
    Language.EN: "The partners in six countries keep what they have built together in good order. ",
}
GUTTER_PX = 32
_WIDEST_GUTTER = 0.12
MARGIN_PX = 16
ROOMY_PX = 320
"""In a narrower pane the words have half of the margin."""
_SCALE = {BlockKind.TITLE: 1.25, BlockKind.HEADING: 1.06, BlockKind.PARAGRAPH: 1.0}
_SEAM_EM = 0.17
_WHOLE = 1 << 24
"""More UTF-16 characters than a block has."""


@dataclass(frozen=True, slots=True)
class Style:
    """How the blocks of one kind are set; heights in pixels."""

    font: QFont
    line: float
    ascent: float
    """From the top of a line to its baseline."""
    below: float
    """Space after the block."""
    above: float


class Typography:
    """The measures of one language in its face; `spaced` leaves room where Han meets Western."""

    def __init__(
        self, language: Language, face: Face | None = None, *, spaced: bool = True
    ) -> None:
        self.language = language
        self.face = face or Face(usual_px(language))
        self.spaced = spaced
        self.body = reading_font(SCRIPTS[language], self.face.px, self.face.family)
        usual = QFontMetricsF(self.body).horizontalAdvance(_USUAL[language])
        self.widest = WIDEST[language] * usual / len(_USUAL[language])
        self.styles = {kind: _style(self.body, language, kind) for kind in BlockKind}
        self._whole = {kind: _whole(style.font) for kind, style in self.styles.items()}
        self._seam = _seam(self.face.px)

    def column(self, width: float) -> float:
        """The width of the text in a pane of that width."""
        margin = MARGIN_PX if width >= ROOMY_PX else MARGIN_PX / 2
        return max(80.0, min(width - gutter(width) - margin, self.widest))

    def formats(self, block: Block, *, own: bool) -> list[QTextLayout.FormatRange]:
        """Face of a block, and the letter-spacing where Han meets Western.

        `own` says that the document's font is this language's: a plain paragraph needs no format.
        """
        ranges = []
        if block.kind is not BlockKind.PARAGRAPH or not own:
            ranges.append(_range(0, _WHOLE, self._whole[block.kind]))
        if self.spaced:
            ranges.extend(_range(at, 1, self._seam) for at in block.seams)
        return ranges


def gutter(width: float) -> float:
    """The margin at the left, for letters and signs: it grows with the interface, as far as a
    pane of this width has room."""
    return float(max(GUTTER_PX, min(scaled(GUTTER_PX), round(width * _WIDEST_GUTTER))))


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, form
    return found


def _whole(font: QFont) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(font)
    return form


def _seam(px: int) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    form.setFontLetterSpacing(px * _SEAM_EM)
    return form


def _style(body: QFont, language: Language, kind: BlockKind) -> Style:
    font = QFont(body)
    px = body.pixelSize() * _SCALE[kind]
    font.setPixelSize(round(px))
    if kind is not BlockKind.PARAGRAPH:
        font.setWeight(QFont.Weight.DemiBold)
    line = round(px * LINE[language])
    metrics = QFontMetricsF(font)
    ascent = (line - metrics.height()) / 2 + metrics.ascent()
    em = body.pixelSize()
    below = {BlockKind.TITLE: 0.5, BlockKind.HEADING: 0.25, BlockKind.PARAGRAPH: 0.7}[kind] * em
    above = {BlockKind.TITLE: 1.4, BlockKind.HEADING: 0.6, BlockKind.PARAGRAPH: 0.0}[kind] * em
    return Style(font, float(line), ascent, round(below), round(above))

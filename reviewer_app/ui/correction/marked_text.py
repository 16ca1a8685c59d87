"""Differences drawn as a text: what was added and removed by sign, line and colour."""

from __future__ import annotations

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reviewer_app.reading.differences import CaseDifferences, Change, Piece, word_changes
from reviewer_app.reading.unseen import spelled_out
from reviewer_app.ui.correction import words
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.stylesheet import palette_in_use

ADDED, REMOVED = "＋", "－"  # as wide as Han


class MarkedText(Retranslating, QTextEdit):
    """Shows what changed; can be selected and copied with its signs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._differences: CaseDifferences | None = None
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kit", "reading")
        self.built()

    def show_differences(self, differences: CaseDifferences | None) -> None:
        """Draw these; nothing for None."""
        if differences != self._differences:
            self._differences = differences
            self._draw()

    def retranslate(self) -> None:
        """Headings in the language in use."""
        self.setAccessibleName(self.tr("What changed"))
        self._draw()

    def restyle(self) -> None:
        """Draw it in the palette's colours."""
        self._draw()

    def _draw(self) -> None:
        self.clear()
        found = self._differences
        if found is None:
            return
        cursor = QTextCursor(self.document())
        if found.nothing:
            self._line(cursor, self.tr("Nothing that is shown here changed."), _plain())
        if found.facts:
            self._heading(cursor, self.tr("Facts"))
        for fact in found.facts:
            self._line(cursor, words.fact(fact.fact), _strong())
            self._pieces(cursor, word_changes(fact.before, fact.now))
        for changes in found.texts:
            self._heading(cursor, words.text_heading(changes))
            self._line(cursor, words.text_counts(changes), _muted())
            for paragraph in changes.paragraphs:
                self._pieces(cursor, paragraph)
        if found.files_added or found.files_removed:
            self._heading(cursor, self.tr("Files"))
            for name in found.files_removed:
                self._pieces(cursor, (Piece(Change.REMOVED, name),))
            for name in found.files_added:
                self._pieces(cursor, (Piece(Change.ADDED, name),))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _heading(self, cursor: QTextCursor, text: str) -> None:
        form = _strong()
        size = round(QFontInfo(self.font()).pixelSize() * 1.15)
        form.setProperty(QTextFormat.Property.FontPixelSize, size)
        self._line(cursor, text, form, above=16)

    def _line(
        self, cursor: QTextCursor, text: str, form: QTextCharFormat, *, above: int = 6
    ) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(above)
        if cursor.position():
            cursor.insertBlock(block)
        else:
            cursor.setBlockFormat(block)
        cursor.setCharFormat(form)
        cursor.insertText(text, form)

    def _pieces(self, cursor: QTextCursor, pieces: tuple[Piece, ...]) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(8)
        block.setLeftMargin(12)
        block.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.insertBlock(block)
        for piece in pieces:
            if not piece.text:
                continue
            if piece.change is Change.SAME:
                cursor.insertText(spelled_out(piece.text), _plain())
                continue
            added = piece.change is Change.ADDED
            text = (ADDED if added else REMOVED) + spelled_out(piece.text)
            cursor.insertText(text, _changed(added=added))


def _plain() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(palette_in_use().text))
    return form


def _muted() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(palette_in_use().muted))
    return form


def _strong() -> QTextCharFormat:
    form = _plain()
    form.setFontWeight(QFont.Weight.DemiBold)
    return form


def _changed(*, added: bool) -> QTextCharFormat:
    palette, tone = palette_in_use(), Tone.GOOD if added else Tone.BAD
    form = QTextCharFormat()
    form.setForeground(QColor(palette.tone(tone)))
    form.setBackground(QColor(palette.tint(tone)))
    form.setFontUnderline(added)
    form.setFontStrikeOut(not added)
    return form

"""A quote in the score panel: its words, where they stand, and a way to take it off."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from review_protocol.documents.file_quotes import AnyQuote, FileQuote
from reviewer_app.reading.unseen import spelled_out
from reviewer_app.ui import quote_words
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.tips import give_tip


class QuoteChip(Retranslating, QWidget):
    """`chosen` asks to be shown where it stands, `removed` to be taken off."""

    chosen: Event[AnyQuote] = Event()
    removed: Event[AnyQuote] = Event()

    def __init__(
        self,
        quote: AnyQuote,
        paragraph: int | None,
        *,
        removable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.quote = quote
        self._paragraph = paragraph
        self._words = _Words()
        self.off = IconButton("close", px=16)
        self.off.setVisible(removable)
        self.buttons = (self._words, self.off)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._words, 1)
        row.addWidget(self.off, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words.clicked.connect(self._choose)
        self.off.clicked.connect(self._remove)
        self.built()

    def retranslate(self) -> None:
        """The quote is the applicant's; where it stands is ours."""
        if isinstance(self.quote, FileQuote):
            place = quote_words.place_in_file(self.quote)
        else:
            place = quote_words.place_in_text(self.quote, self._paragraph)
        exact = spelled_out(self.quote.exact)
        self._words.set_words(self.tr("“{quote}”").format(quote=exact), place)
        self.off.set_word(self.tr("Take this quote off"))

    def _choose(self) -> None:
        self.chosen.emit(self.quote)

    def _remove(self) -> None:
        self.removed.emit(self.quote)


class _Words(QPushButton):
    """Two lines, each cut at the end."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = ("", "")
        self.setProperty("kit", "quote")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, quote: str, place: str) -> None:
        """Show another quote."""
        self._lines = (quote, place)
        give_tip(self, f"{quote}\n{place}")
        self.setAccessibleName(f"{quote}, {place}")
        self._cut()

    def sizeHint(self) -> QSize:
        """Two lines high."""
        return QSize(160, 2 * self.fontMetrics().lineSpacing() + 12)

    def minimumSizeHint(self) -> QSize:
        """As high, at least."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = max(40, self.width() - 20)
        cut = (
            self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room)
            for line in self._lines
        )
        self.setText("\n".join(cut).replace("&", "&&"))

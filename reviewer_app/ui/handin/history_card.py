"""The last syncs: when, and what each brought or why it ended."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.sync.reports import SyncReport
from reviewer_app.ui import dates
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.state import ShapeMark
from reviewer_app.ui.sync_history import SyncEntry
from reviewer_app.ui.wording import sentence_of

SHOWN = 6


class HistoryCard(Retranslating, QWidget):
    """Draws the last syncs since the desk was opened, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[SyncEntry, ...] = ()
        self._card = Card()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._card.content.addLayout(self._lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self.built()

    def show_entries(self, entries: tuple[SyncEntry, ...]) -> None:
        """Draw these syncs."""
        if entries != self._entries:
            self._entries = entries
            self.retranslate()

    def retranslate(self) -> None:
        """Words of the head and of every sync."""
        empty = self.tr("None since the desk was opened.")
        self._card.set_heading(self.tr("Syncs"), "" if self._entries else empty)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for entry in self._entries[:SHOWN]:
            self._lines.addWidget(self._line(entry))

    def _line(self, entry: SyncEntry) -> QWidget:
        shape, words = Shape.TODO, self.tr("Stopped")
        if entry.report is not None:
            shape, words = Shape.DONE, self._brought(entry.report)
        elif entry.failure is not None:
            shape, words = Shape.WARNING, sentence_of(entry.failure).title
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 3, 0, 0)
        mark.addWidget(ShapeMark(shape))
        mark.addStretch(1)
        row.addLayout(mark)
        time = dates.clock(entry.at)
        row.addWidget(Label(Kind.BODY, self.tr("{time}  {what}").format(time=time, what=words)), 1)
        return line

    def _brought(self, report: SyncReport) -> str:
        parts = []
        if report.delivered:
            parts.append(self.tr("Delivered: {count}").format(count=report.delivered))
        if report.held:
            parts.append(self.tr("held: {count}").format(count=len(report.held)))
        if report.batch is not None and report.batch.files_fetched:
            parts.append(self.tr("files fetched: {count}").format(count=report.batch.files_fetched))
        if report.collected:
            parts.append(self.tr("reviews collected: {count}").format(count=report.collected))
        return " · ".join(parts) or self.tr("Nothing new")

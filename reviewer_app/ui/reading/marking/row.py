"""One highlight on the page: what it marks, what says the same, its note, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from review_protocol.documents.score import Quote
from reviewer_app.models.highlights import Highlight
from reviewer_app.reading.unseen import spelled_out
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import EvenLayout, Flow
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.item_layout import held
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.reading.decorating import spans_of
from reviewer_app.ui.reading.marking import words
from reviewer_app.ui.reading.marking.places import other_side
from reviewer_app.ui.reading.prepared import Prepared

SIDE_PX = 200
"""What either side keeps for the usual text; with less they stand one below the other."""


class MarkRow(Retranslating, QWidget):
    """Buttons are wishes: to see the place, to write its note, to take it away."""

    shown = Event(Quote)
    note_asked = Event(Quote)
    removed = Event(int)

    def __init__(
        self, highlight: Highlight, prepared: Prepared, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.highlight, self._prepared = highlight, prepared
        self._badge = words.MarkBadge()
        self._where = Label(Kind.SMALL)
        self._excerpt = _copyable(Kind.BODY)
        self._other = _copyable(Kind.MUTED)
        self._note = _copyable(Kind.STRONG)
        self.show_place = Button(Role.QUIET, "eye")
        self.write = Button(Role.QUIET, "pen")
        self.copy = Button(Role.QUIET, "copy")
        self.remove = Button(Role.QUIET, "close")
        self.buttons = (self.show_place, self.write, self.copy, self.remove)
        self._lay_out()
        self.show_place.clicked.connect(self._show)
        self.write.clicked.connect(self._write)
        self.copy.clicked.connect(self._copy)
        self.remove.clicked.connect(self._remove)
        self.built()

    @property
    def text(self) -> str:
        """The row as text to be pasted elsewhere."""
        return words.as_text(self.highlight, self._prepared)

    def retranslate(self) -> None:
        """Words of the row; screen readers hear the excerpt with each button."""
        place = self.highlight.place
        self._badge.show_mark(self.highlight)
        self._where.setText(words.where(self.highlight, self._prepared))
        self._excerpt.setText(self.tr("“{quote}”").format(quote=spelled_out(place.exact)))
        self.show_place.setText(self.tr("Show in the text"))
        self.write.setText(self.tr("Edit the note") if self.highlight.note else self.tr("Note"))
        self.copy.setText(self.tr("Copy"))
        self.remove.setText(self.tr("Take away"))
        for button in self.buttons:
            button.setAccessibleDescription(f"{self._where.text()}: {place.exact[:80]}")

    def _lay_out(self) -> None:
        stands = bool(spans_of(self._prepared, self.highlight.place))
        other = other_side(self._prepared, self.highlight.place)
        self._other.setText(spelled_out(other))
        self._note.setText(self.highlight.note)
        self._note.setVisible(bool(self.highlight.note))
        self.show_place.setVisible(stands)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._badge)
        head.addWidget(self._where, 1)
        own = QVBoxLayout()
        own.setSpacing(6)
        for label in (self._excerpt, self._note):
            own.addWidget(label)
        own.addStretch(1)
        opposite = QVBoxLayout()
        opposite.addWidget(self._other)
        opposite.addStretch(1)
        sides = QWidget()
        even = EvenLayout(sides, least=SIDE_PX, gap=16)
        for side in (own, opposite):
            even.addWidget(held(side))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(sides)
        column.addWidget(Flow(*self.buttons, gap=4))

    def _show(self) -> None:
        self.shown.emit(self.highlight.place)

    def _write(self) -> None:
        self.note_asked.emit(self.highlight.place)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text)

    def _remove(self) -> None:
        self.removed.emit(self.highlight.id)


def _copyable(kind: Kind) -> Label:
    label = Label(kind)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label

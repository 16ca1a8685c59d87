"""The small editor below the texts: the words of one note, kept as they are typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.ui import dates
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import ElidedLabel, Kind, Label, Panel
from reviewer_app.ui.reading.fields import CommentField
from reviewer_app.ui.reading.marking.view_model import MarkingState


class NoteBar(Retranslating, Panel):
    """Out of sight while no note is open; `typed` carries its words, `closed` the wish to go."""

    typed = Event(str)
    closed: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._state = MarkingState()
        self._title = Label(Kind.STRONG)
        self._quote = ElidedLabel(kind=Kind.MUTED)
        self._saved = Label(Kind.SMALL)
        self._saved.setWordWrap(False)
        self._close = IconButton("close", px=16)
        self.words = CommentField()
        self._title.setSizePolicy(self._saved.sizePolicy())
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._quote, 1)
        head.addWidget(self._saved)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.words)
        self.words.typed.connect(self.typed.emit)
        self.words.let_go.connect(self.closed.emit)
        self._close.clicked.connect(self._leave)
        self.hide()
        self.built()

    def show_state(self, state: MarkingState) -> None:
        """Draw the open note; nobody is told."""
        before, self._state = self._state.writing, state
        writing = state.writing
        if writing is None:
            self.hide()
            self.words.show_text("")
            return
        if before is None or before.place != writing.place:
            self.words.turn_to(writing.place.model_dump_json(), writing.words)
        self.words.show_text(writing.words)
        self._say()
        self.show()
        if before is None or before.place != writing.place:
            self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Words of the editor."""
        self._title.setText(self.tr("Note"))
        self._close.set_word(self.tr("Close the note"), "Esc")
        self.words.setPlaceholderText(
            self.tr("For yourself: it stays on this computer. Without words the highlight stays.")
        )
        self._say()

    def _say(self) -> None:
        writing = self._state.writing
        if writing is None:
            return
        self._quote.set_text(self.tr("“{quote}”").format(quote=writing.place.exact))
        self.words.setAccessibleName(
            self.tr("Note on “{quote}”").format(quote=writing.place.exact[:80])
        )
        saved = self._state.saved_at
        if saved is not None:
            self._saved.setText(self.tr("Saved {time}").format(time=dates.clock(saved)))
        else:
            self._saved.setText(self.tr("Saving…"))

    def _leave(self) -> None:
        self.closed.emit(None)

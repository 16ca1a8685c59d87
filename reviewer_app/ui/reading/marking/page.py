"""The page of one's own highlights and notes on a case, in the order of its text."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from review_protocol.documents.score import Quote
from review_protocol.documents.text import Element
from reviewer_app.models.highlights import Highlight
from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.focus import Turn, give_focus, has_focus_within, redraw
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.reading.decorating import spans_of
from reviewer_app.ui.reading.marking.row import MarkRow
from reviewer_app.ui.reading.marking.steps import Shown
from reviewer_app.ui.reading.marking.view_model import MarkingState
from reviewer_app.ui.reading.prepared import Prepared

WIDEST_PX = 960


class MarksPage(Retranslating, QScrollArea):
    """A card an element; those on words that the case has no longer stand below all others."""

    shown = Event(Quote)
    note_asked = Event(Quote)
    removed = Event(int)
    undone: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = MarkingState()
        self._prepared: Prepared | None = None
        self._key = ""
        self.rows: list[MarkRow] = []
        self._cards: list[QWidget] = []
        self._head = Label(Kind.MUTED)
        self._private = Label(Kind.MUTED)
        self._undoable = Label(Kind.BODY)
        self.undo = Button(Role.QUIET, "undo")
        self.copy = Button(Role.DEFAULT, "copy")
        self._lay_out()
        self.undo.clicked.connect(self._undo)
        self.copy.clicked.connect(self._copy)
        self.built()

    def show_case(self, prepared: Prepared) -> None:
        """The case whose marks these are."""
        if prepared is not self._prepared:
            self._prepared = prepared
            self._draw()

    def show_state(self, state: MarkingState) -> None:
        """Draw the marks of a case."""
        before, self._state = self._state, state
        if (state.number, state.highlights) == (before.number, before.highlights):
            self._say()
            return
        back = has_focus_within(self.undo)
        redraw(self, self._turns, self._draw_all, last=(self.undo,))
        if back:
            known = {each.id for each in before.highlights}
            give_focus(row.remove for row in self.rows if row.highlight.id not in known)

    def set_key(self, key: str) -> None:
        """The key that highlights, as it is pressed now."""
        self._key = key

    def focus_on(self, place: Quote) -> None:
        """To what can be done with the highlight of a place."""
        for row in self.rows:
            if row.highlight.place == place:
                row.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Draw everything in the interface's language."""
        self.setAccessibleName(self.tr("Highlights and notes"))
        self._private.setText(
            self.tr(
                "Yours alone: all of it stays on this computer, in no score and in no report. "
                "Only you can take it along, on paper or in a PDF of the case."
            )
        )
        self._undoable.setText(self.tr("Taken away."))
        self.undo.setText(self.tr("Bring it back"))
        self.copy.setText(self.tr("Copy all"))
        self._draw_all()

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setProperty("kit", "content")
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._head)
        said.addWidget(self._private)
        top = Fold(said, self.copy)
        top.setMaximumWidth(scaled(WIDEST_PX))
        self._back = QWidget()
        back = QHBoxLayout(self._back)
        back.setContentsMargins(0, 0, 0, 0)
        back.setSpacing(8)
        self._undoable.setWordWrap(False)
        back.addWidget(self._undoable)
        back.addWidget(self.undo)
        back.addStretch(1)
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(12)
        self._column.addWidget(top)
        self._column.addWidget(self._back)
        self._column.addStretch(1)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def _turns(self) -> tuple[Turn, ...]:
        return tuple(Turn(row.highlight.id, row.buttons) for row in self.rows)

    def _draw_all(self) -> None:
        self._draw()
        self._say()

    def _draw(self) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards, self.rows = [], []
        if self._prepared is None:
            return
        prepared, lost = self._prepared, []
        for number, element in enumerate(Element, 1):
            its = [each for each in self._state.highlights if each.place.element is element]
            stand = [(at, each) for each in its if (at := _stands(prepared, each)) is not None]
            here = [each for _, each in sorted(stand, key=itemgetter(0))]
            lost += [each for each in its if each not in here]
            if here:
                self._add(f"{number}  {terms.element(element)}", "", here, prepared)
        if lost:
            said = self.tr("The case was corrected since. What you marked is kept as it read then.")
            self._add(self.tr("In an earlier text"), said, lost, prepared)

    def _add(self, title: str, said: str, its: Iterable[Highlight], prepared: Prepared) -> None:
        card = Card()
        card.setMaximumWidth(scaled(WIDEST_PX))
        card.set_heading(title, said)
        card.content.setSpacing(20)
        for each in its:
            row = MarkRow(each, prepared)
            row.shown.connect(self.shown.emit)
            row.note_asked.connect(self.note_asked.emit)
            row.removed.connect(self.removed.emit)
            card.content.addWidget(row)
            self.rows.append(row)
        self._cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)
        card.show()

    def _say(self) -> None:
        count = len(self._state.highlights)
        if count:
            self._head.setText(self.tr("Highlights and notes on this case: {n}").format(n=count))
        else:
            self._head.setText(
                self.tr(
                    "Nothing is highlighted yet: select words in the text and press {key}."
                ).format(key=self._key)
            )
        self.copy.setVisible(bool(count))
        step = self._state.step
        self._back.setVisible(isinstance(step, Shown) and step.removed)

    def _undo(self) -> None:
        self.undone.emit(None)

    def _copy(self) -> None:
        QApplication.clipboard().setText("\n\n".join(row.text for row in self.rows))


def _stands(prepared: Prepared, highlight: Highlight) -> tuple[int, bool, int] | None:
    """Its place in the order of the text, both languages together; None where it is no more."""
    place = highlight.place
    spans = spans_of(prepared, place)
    interface = terms.interface_language()
    row = prepared.row_of(place.language, spans[0].block) if spans else None
    return None if row is None else (row, place.language != interface, place.start)

"""Carries out the keys of highlights and notes: on the selection, or where the caret stands."""

from __future__ import annotations

from review_protocol.documents.score import Quote
from reviewer_app.ui.reading.keys import Gesture
from reviewer_app.ui.reading.marking.places import highlight_at, paragraph_at, sentence_at
from reviewer_app.ui.reading.marking.view_model import MarkingViewModel
from reviewer_app.ui.reading.prepared import Prepared
from reviewer_app.ui.reading.spans import Pointed
from reviewer_app.ui.reading.state import Leaf
from reviewer_app.ui.reading.text_area import TextArea
from reviewer_app.ui.reading.view_model import ReadingViewModel


class Marker:
    """Knows the texts and the marks; `perform` says whether a gesture was one for it."""

    def __init__(
        self, texts: TextArea, reading: ReadingViewModel, marking: MarkingViewModel
    ) -> None:
        self._texts, self._reading, self._marking = texts, reading, marking

    def perform(self, gesture: Gesture) -> bool:
        """Do it; False where it is for somebody else."""
        if gesture is Gesture.UNDO and self._marking.state.step is not None:
            self._marking.undo()
            return True
        opened = self._reading.state.opened
        if gesture not in (Gesture.HIGHLIGHT, Gesture.NOTE):
            return False
        if opened is not None and self._reading.state.leaf is Leaf.TEXT:
            act = self._highlight if gesture is Gesture.HIGHLIGHT else self._note
            act(opened.prepared, self._texts.quote())
        return True

    def _highlight(self, prepared: Prepared, selected: Quote | None) -> None:
        """The selection, or the highlight or else the sentence at the caret."""
        at = self._caret()
        if selected is None and at is not None:
            known = highlight_at(prepared, at, self._marking.state.highlights)
            selected = known.place if known else sentence_at(prepared, at)
        if selected is not None:
            self._texts.deselect()
            self._marking.turn(selected)

    def _note(self, prepared: Prepared, selected: Quote | None) -> None:
        """On the selection, or the highlight or else the paragraph at the caret."""
        at = self._caret()
        if selected is None and at is not None:
            known = highlight_at(prepared, at, self._marking.state.highlights)
            selected = known.place if known else paragraph_at(prepared, at)
        if selected is not None:
            self._texts.deselect()
            self._marking.begin_note(selected)

    def _caret(self) -> Pointed | None:
        """The caret of the pane in which somebody is reading."""
        in_hand = self._texts.window().focusWidget()
        panes = self._texts.pair.in_sight
        return next((pane.caret() for pane in panes if pane is in_hand), None)

"""Carries out the keys of highlights and notes: on the selection, or where the caret stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QToolTip

from review_protocol.documents.score import Quote
from reviewer_app.ui.kit.hearing import announce
from reviewer_app.ui.kit.tips import plain_tip
from reviewer_app.ui.reading.keys import Gesture
from reviewer_app.ui.reading.marking import words
from reviewer_app.ui.reading.marking.places import highlight_at, paragraph_at, sentence_at
from reviewer_app.ui.reading.marking.view_model import MarkingViewModel
from reviewer_app.ui.reading.prepared import Prepared
from reviewer_app.ui.reading.spans import Pointed
from reviewer_app.ui.reading.state import Leaf
from reviewer_app.ui.reading.text_area import TextArea
from reviewer_app.ui.reading.view_model import ReadingViewModel

Around = Callable[[Prepared, Pointed], Quote | None]


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
            if gesture is Gesture.HIGHLIGHT:
                self._act(self._marking.turn, opened.prepared, sentence_at)
            else:
                self._act(self._marking.begin_note, opened.prepared, paragraph_at)
        elif opened is not None and self._reading.state.leaf is Leaf.FILE:
            self._decline()
        return True

    def _decline(self) -> None:
        """Say why nothing is marked in a file, as a tool tip and to a screen reader."""
        there = self._texts.window().focusWidget() or self._texts.window()
        said = words.text_only()
        QToolTip.showText(there.mapToGlobal(there.rect().center()), plain_tip(said), there)
        announce(there, said, at_once=True)

    def _act(self, act: Callable[[Quote], None], prepared: Prepared, around: Around) -> None:
        """On the selection, or the highlight at the caret, or else what is around that."""
        place, at = next(iter(self._texts.quotes()), None), self._caret()
        if place is None and at is not None:
            known = highlight_at(prepared, at, self._marking.state.highlights)
            place = known.place if known else around(prepared, at)
        if place is not None:
            self._texts.deselect()
            act(place)

    def _caret(self) -> Pointed | None:
        """The caret of the pane in which somebody is reading."""
        in_hand = self._texts.window().focusWidget()
        panes = self._texts.pair.in_sight
        return next((pane.caret() for pane in panes if pane is in_hand), None)

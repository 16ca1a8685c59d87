"""Carries out the keys of highlights and notes: on the selection, or where the caret stands."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize

from review_protocol.documents.score import Quote
from reviewer_app.ui.kit.hearing import announce
from reviewer_app.ui.kit.tips import show_tip
from reviewer_app.ui.reading.keys import Gesture
from reviewer_app.ui.reading.marking import words
from reviewer_app.ui.reading.marking.places import (
    covering,
    highlight_at,
    paragraph_at,
    quoted_at,
    sentence_at,
)
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
        step = self._marking.state.step
        if step is not None and (
            gesture is Gesture.UNDO or (gesture is Gesture.REDO and step.undone)
        ):
            self._marking.undo()
            return True
        opened = self._reading.state.opened
        if gesture not in (Gesture.HIGHLIGHT, Gesture.NOTE):
            return False
        if opened is not None and self._reading.state.leaf is Leaf.TEXT:
            if gesture is Gesture.HIGHLIGHT:
                self._highlight(opened.prepared)
            else:
                self._note(opened.prepared)
        elif opened is not None and self._reading.state.leaf is Leaf.FILE:
            self._decline()
        return True

    def _decline(self) -> None:
        """Say why nothing is marked in a file, as a tool tip and to a screen reader."""
        there = self._texts.window().focusWidget() or self._texts.window()
        said = words.text_only()
        show_tip(there, said, area=QRect(there.rect().center(), QSize(1, 1)))
        announce(there, said, at_once=True)

    def _highlight(self, prepared: Prepared) -> None:
        """All that is selected, a stretch each; or the highlight at the caret, or its sentence."""
        places = self._texts.quotes() or self._known(prepared)
        if not places and (at := self._caret()) is not None:
            places = tuple(filter(None, (sentence_at(prepared, at),)))
        if places:
            self._texts.deselect()
            self._marking.turn(*places)

    def _note(self, prepared: Prepared) -> None:
        """On the selection, or the highlight that it is a part of; or on what was marked where the
        caret stands, for oneself or as evidence; or else on its paragraph."""
        highlights = self._marking.state.highlights
        places = self._texts.quotes()[:1]
        places = tuple(
            each.place if (each := covering(prepared, place, highlights)) else place
            for place in places
        ) or self._known(prepared)
        if not places and (at := self._caret()) is not None:
            around = quoted_at(prepared, at, self._texts.answers) or paragraph_at(prepared, at)
            places = tuple(filter(None, (around,)))
        if places:
            self._texts.deselect()
            self._marking.begin_note(places[0])

    def _known(self, prepared: Prepared) -> tuple[Quote, ...]:
        at = self._caret()
        known = highlight_at(prepared, at, self._marking.state.highlights) if at else None
        return () if known is None else (known.place,)

    def _caret(self) -> Pointed | None:
        """The caret of the pane in which somebody is reading."""
        in_hand = self._texts.window().focusWidget()
        panes = self._texts.pair.in_sight
        return next((pane.caret() for pane in panes if pane is in_hand), None)

"""Connects highlights and notes with the reading screen: read with the case, drawn in its text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt

from review_protocol.documents.score import Quote
from reviewer_app.ui.entries import Aside
from reviewer_app.ui.kit.laying_out import lay_out_inside
from reviewer_app.ui.reading.anchoring import ensure
from reviewer_app.ui.reading.decorating import spans_of
from reviewer_app.ui.reading.marking.aside import resume_note
from reviewer_app.ui.reading.marking.marker import Marker
from reviewer_app.ui.reading.marking.steps import Step, Worded
from reviewer_app.ui.reading.marking.view_model import MarkingState, MarkingViewModel
from reviewer_app.ui.reading.pair import pane_of
from reviewer_app.ui.reading.scoring_state import ScoringState
from reviewer_app.ui.reading.scoring_view_model import ScoringViewModel
from reviewer_app.ui.reading.state import Leaf, Opened
from reviewer_app.ui.reading.undone import mark_undone
from reviewer_app.ui.reading.view import ReadingView
from reviewer_app.ui.reading.view_model import ReadingViewModel
from reviewer_app.ui.single_keys import SingleKey


class MarkingWiring(QObject):
    """Gestures in, states out; lives with the view."""

    def __init__(
        self,
        view: ReadingView,
        reading: ReadingViewModel,
        scoring: ScoringViewModel,
        model: MarkingViewModel,
    ) -> None:
        super().__init__(view)
        self._view, self._reading, self.model = view, reading, model
        self._answers, self._drawn = scoring.state.answers, model.state.highlights
        page, note = view.middle.marks, view.note
        view.pilot.marker = Marker(view.middle.texts, reading, model)
        reading.opened.connect(self._open)
        scoring.changed.connect(self._follow)
        model.changed.connect(self._draw)
        model.turned.connect(self._say_turned)
        model.failed.connect(view.show_failure)
        note.typed.connect(model.write)
        note.closed.connect(self._end_note)
        page.shown.connect(self._show)
        page.note_asked.connect(model.begin_note)
        page.removed.connect(model.remove)
        page.undone.connect(self._undo)

    def resume(self, aside: Aside) -> None:
        """The note that was being typed when the desk was locked."""
        resume_note(self.model, aside)

    def _open(self, opened: Opened) -> None:
        self.model.open(opened.view.row.number)

    def _draw(self, state: MarkingState) -> None:
        if state.highlights != self._drawn:
            self._drawn = state.highlights
            self._view.panel.foot.last_act.forget()
        self._view.middle.texts.show_marks(highlights=state.highlights)
        self._view.middle.marks.set_key(self._reading.keys.shown(SingleKey.HIGHLIGHT))
        self._view.middle.marks.show_state(state)
        self._view.outline.count_marks(len(state.highlights))
        begun = state.writing is not None and self._view.note.isHidden()
        self._view.note.show_state(state)
        if begun and state.writing is not None and self._reading.state.leaf is Leaf.TEXT:
            self._keep_in_sight(state.writing.place)

    def _keep_in_sight(self, place: Quote) -> None:
        """The note has its room below the texts: what it is on is still seen."""
        lay_out_inside(self._view)
        pair = self._view.middle.texts.pair
        spans = spans_of(pair.prepared, place) if pair.prepared is not None else ()
        for span in reversed(spans):
            ensure(pane_of(pair, span.language), span)

    def _follow(self, state: ScoringState) -> None:
        """A step of the sheet came later: undoing means that."""
        if state.answers != self._answers:
            self._answers = state.answers
            self.model.forget_step()

    def _end_note(self, _none: None) -> None:
        writing = self.model.state.writing
        self.model.end_note()
        if writing is None:
            return
        if self._reading.state.leaf is Leaf.TEXT:
            pane = pane_of(self._view.middle.texts.pair, writing.place.language)
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._view.middle.marks.focus_on(writing.place)

    def _show(self, place: Quote) -> None:
        self._view.show_quote(place)
        self._view.pilot.to_text()

    def _undo(self, _none: None) -> None:
        self.model.undo()

    def _say_turned(self, step: Step) -> None:
        said = partial(mark_undone, note=isinstance(step, Worded), again=not step.undone)
        self._view.panel.foot.last_act.say(said)

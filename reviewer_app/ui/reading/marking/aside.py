"""The note that is being typed, put aside while the desk is locked."""

from __future__ import annotations

from typing import Final

from review_protocol.documents.score import Quote
from reviewer_app.ui.entries import Aside, Entries
from reviewer_app.ui.reading.marking.view_model import MarkingState, MarkingViewModel

NOTE: Final = "note"


def note_aside(state: MarkingState) -> Aside | None:
    """The place and the words of the open note; None where none is open."""
    writing = state.writing
    if writing is None:
        return None
    return Aside(NOTE, Entries((writing.place.model_dump_json(), writing.words)))


def resume_note(model: MarkingViewModel, aside: Aside) -> None:
    """Open it again as it stood, where a note was put aside."""
    if aside.name == NOTE:
        place, words = aside.entries.texts
        model.begin_note(Quote.model_validate_json(place), words)

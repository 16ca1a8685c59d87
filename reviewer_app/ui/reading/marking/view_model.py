"""A reviewer's own highlights and notes on the open case: kept at once, undone one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject

from review_protocol.documents.score import Quote
from reviewer_app.errors import Failure
from reviewer_app.models.highlights import Highlight
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.reading.desks import KeepsHighlights
from reviewer_app.ui.reading.marking.steps import Shown, Step, Worded
from reviewer_app.ui.reading.pausing import TYPING_PAUSE_MS, after_pause


@dataclass(frozen=True, slots=True)
class Writing:
    """The note that is being typed; its place is highlighted meanwhile."""

    place: Quote
    words: str = ""
    before: str | None = None
    """What the note was when it was opened; None where the highlight is made with it."""


@dataclass(frozen=True, slots=True)
class MarkingState:
    """One case's marks in the order of its text; `step` is what undoing would turn round."""

    number: str = ""
    highlights: tuple[Highlight, ...] = ()
    writing: Writing | None = None
    step: Step | None = None

    def at(self, place: Quote) -> Highlight | None:
        """The highlight of this very place."""
        return next((each for each in self.highlights if each.place == place), None)

    @property
    def saved_at(self) -> str | None:
        """When the note that is being typed was kept as it stands; None where it is not yet."""
        kept = self.at(self.writing.place) if self.writing else None
        as_typed = kept and self.writing and kept.note == self.writing.words.strip()
        return kept.changed_at if kept and as_typed else None


@dataclass(frozen=True, slots=True)
class _Done:
    """What the desk keeps after an act; None for `step` where the last step stays."""

    number: str
    highlights: tuple[Highlight, ...]
    step: Step | None = None
    wrote: bool = True
    turned: bool = False


class MarkingViewModel(QObject):
    """Moves the marks from state to state; `wrote` tells that something was kept, `turned` what
    undoing did."""

    changed = Event(MarkingState)
    wrote: Event[None] = Event()
    turned: Event[Step] = Event()
    failed: Event[Failure] = Event()

    def __init__(self, marks: KeepsHighlights, lane: Lane) -> None:
        super().__init__()
        self._marks, self._lane = marks, lane
        self._state = MarkingState()
        self._typed = False
        self._typing = after_pause(self, TYPING_PAUSE_MS, self.flush)

    @property
    def state(self) -> MarkingState:
        return self._state

    def open(self, number: str) -> None:
        """Show the marks of a case; a note that is being typed on it stays open."""
        self.flush()
        if number != self._state.number:
            self._show(MarkingState(number))
        self._act(partial(_read, self._marks, number))

    def turn(self, *places: Quote) -> None:
        """Highlight places; where a highlight stands at each of these very places, they are taken
        away."""
        self._act(partial(_turned, self._marks, self._state.number, places))

    def remove(self, highlight: int) -> None:
        """Take a highlight away with its note."""
        self.end_note()
        self._act(partial(_set, self._marks, self._state.number, Shown((highlight,), removed=True)))

    def undo(self) -> None:
        """Turn the last act round; once more, and it is done again."""
        self.end_note()
        step = self._state.step
        if step is not None:
            self._act(partial(_turned_round, self._marks, self._state.number, step))

    def forget_step(self) -> None:
        """Something else was done since: undoing means that."""
        if self._state.step is not None:
            self._show(replace(self._state, step=None))

    def begin_note(self, place: Quote, words: str | None = None) -> None:
        """Highlight a place where it is not, and open its note: as it is kept, or with `words`."""
        self.end_note()
        kept = self._state.at(place)
        writing = Writing(place, kept.note, kept.note) if kept else Writing(place)
        self._show(replace(self._state, writing=writing))
        if kept is None:
            self._act(partial(_added, self._marks, self._state.number, place))
        if words is not None:
            self.write(words)

    def write(self, words: str) -> None:
        """The words of the open note as they are typed; kept after a short pause."""
        writing = self._state.writing
        if writing is not None and words != writing.words:
            self._typed = True
            self._show(replace(self._state, writing=replace(writing, words=words)))
            self._typing.start()

    def end_note(self) -> None:
        """Close the note; without words the highlight stays alone."""
        self.flush()
        if self._state.writing is not None:
            self._show(replace(self._state, writing=None))

    def flush(self) -> None:
        """Keep now what was typed last."""
        self._typing.stop()
        writing = self._state.writing
        if self._typed and writing is not None:
            self._typed = False
            if writing.before is not None:  # else the highlight is the step, with its note
                step = Worded(writing.place, writing.words.strip(), writing.before)
                self._show(replace(self._state, step=step))
            self._act(partial(_noted, self._marks, self._state.number, writing))

    def _act(self, act: Callable[[], _Done]) -> None:
        if self._state.number:
            self._lane.run(act, owner=self, done=self._take, failed=self._fail)

    def _take(self, done: _Done) -> None:
        if done.number == self._state.number:
            step = done.step or self._state.step
            self._show(replace(self._state, highlights=done.highlights, step=step))
        if done.wrote:
            self.wrote.emit(None)
        if done.turned and done.step is not None:
            self.turned.emit(done.step)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._typed = self._state.writing is not None  # the next flush tries again
        self.failed.emit(error)

    def _show(self, state: MarkingState) -> None:
        self._state = state
        self.changed.emit(state)


def _read(marks: KeepsHighlights, number: str) -> _Done:
    return _Done(number, marks.of(number), wrote=False)


def _turned(marks: KeepsHighlights, number: str, places: Sequence[Quote]) -> _Done:
    known = {each.place: each.id for each in marks.of(number)}
    if all(place in known for place in places):
        return _set(marks, number, Shown(tuple(known[place] for place in places), removed=True))
    made = tuple(marks.add(number, place).id for place in places if place not in known)
    return _Done(number, marks.of(number), Shown(made, removed=False))


def _added(marks: KeepsHighlights, number: str, place: Quote) -> _Done:
    made = marks.add(number, place)
    return _Done(number, marks.of(number), Shown((made.id,), removed=False))


def _noted(marks: KeepsHighlights, number: str, writing: Writing) -> _Done:
    marks.note(marks.add(number, writing.place).id, writing.words)
    return _Done(number, marks.of(number))


def _set(marks: KeepsHighlights, number: str, step: Step) -> _Done:
    """As it is after this step."""
    step.carry_out(marks, number)
    return _Done(number, marks.of(number), step)


def _turned_round(marks: KeepsHighlights, number: str, step: Step) -> _Done:
    return replace(_set(marks, number, step.turned()), turned=True)

"""The sheet while it is filled in: every change is shown at once and kept at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial, reduce

from PySide6.QtCore import QObject

from review_protocol.documents.packet import ConflictKind, RecusalReason
from review_protocol.documents.score import Answers, CriterionCode
from review_protocol.documents.text import Element, Language
from reviewer_app.errors import Failure
from reviewer_app.reading.quotes import paragraph_number
from reviewer_app.reading.units import ReadingText
from reviewer_app.services.rows import CaseView, Kept
from reviewer_app.services.signing import Signing
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.reading.desks import KeepsSheets
from reviewer_app.ui.reading.edits import Comment, Edit, Recommend, applied
from reviewer_app.ui.reading.pausing import TYPING_PAUSE_MS, after_pause
from reviewer_app.ui.reading.scoring_state import Paragraphs, ScoringState
from reviewer_app.ui.reading.steps import Steps

Texts = Mapping[tuple[Element, Language], ReadingText]


class ScoringViewModel(QObject):
    """Moves the sheet from state to state; `kept` tells what is on the disk now.

    `acted` comes after a change that no step back or forth made; `undone` and `redone` after such
    a step, with the answers that stood before it.
    """

    changed = Event(ScoringState)
    kept = Event(Kept)
    acted: Event[None] = Event()
    undone = Event(Answers)
    redone = Event(Answers)

    def __init__(self, scoring: KeepsSheets, lane: Lane, *, practice: bool = False) -> None:
        super().__init__()
        self._scoring = scoring
        self._practice = practice
        self._lane = lane
        self._state = ScoringState()
        self._texts: Texts = {}
        self._left: dict[str, ScoringState] = {}
        self._unkept = False
        self._typing = after_pause(self, TYPING_PAUSE_MS, self.flush)

    @property
    def state(self) -> ScoringState:
        return self._state

    def open(self, view: CaseView, texts: Texts, order: tuple[CriterionCode, ...]) -> None:
        """Show a case's sheet; a draft that differs from what stands signed is an amendment."""
        self.flush()
        self._texts = texts
        before, standing = self._state, view.standing
        same = view.row.number == before.number
        self._left[before.number] = before
        begun = same and before.amending and before.standing == standing
        self._show(
            ScoringState(
                number=view.row.number,
                rubric=view.rubric,
                order=order,
                answers=view.answers,
                kept=view.answers,
                kept_at=view.kept_at,
                standing=standing,
                case_state=view.row.state,
                amending=standing is not None and (begun or view.answers != standing.answers),
                current=before.current if same else order[0],
                practice=self._practice,
                steps=_steps(self._left.get(view.row.number), view),
            )
        )

    def edit(self, *edits: Edit) -> None:
        """Change the sheet, by one step; what is typed is kept after a short pause, all else at
        once."""
        state, edit = self._state, edits[0]
        answers = reduce(applied, edits, state.answers)
        asked = state.recommendable if isinstance(edit, Recommend) else state.editable
        if not asked or answers == state.answers:
            return
        if isinstance(edit, Comment):
            steps = state.steps.typed(state.answers, answers, edit.criterion)
            self._unkept = True
            self._show(replace(state, answers=answers, steps=steps))
            self._typing.start()
        else:
            code = getattr(edit, "criterion", state.current)
            self._change(answers, state.steps.acted(state.answers), code)
        if not (isinstance(edit, Comment) and state.steps.lead_to(answers)):
            self.acted.emit(None)

    def undo(self, *, forth: bool = False) -> None:
        """Go back one step, of this session or, before its first, of an earlier one; or `forth`."""
        state, steps = self._state, self._state.steps
        if forth and state.redoable:
            self._change(steps.ahead[-1], steps.forth(state.answers), state.current)
            self.redone.emit(state.answers)
        elif not forth and state.undoable and steps.past:
            self._change(steps.past[-1], steps.back(state.answers), state.current)
            self.undone.emit(state.answers)
        elif not forth and state.undoable:
            work = partial(self._scoring.undo, state.number)
            self._lane.run(work, owner=self, done=self._take_undone, failed=self._fail)

    def forget_ahead(self) -> None:
        """Something else was done since: what was gone back from is gone."""
        self._show(replace(self._state, steps=self._state.steps.without_ahead()))

    def look_at(self, code: CriterionCode) -> None:
        """This criterion is in hand now."""
        if code != self._state.current:
            self._show(replace(self._state, current=code))

    def begin_amendment(self) -> None:
        """Open the signed sheet for changes; what was signed stays as it is."""
        self._show(replace(self._state, amending=True))

    def drop_amendment(self) -> None:
        """Go back to what stands signed."""
        standing = self._state.standing
        if standing is not None:
            self._change(standing.answers, Steps(), self._state.current)
            self._show(replace(self._state, amending=False))

    def flush(self) -> None:
        """Keep now what was changed last; nothing where all is on the disk."""
        self._typing.stop()
        if self._unkept:
            self._unkept = False
            work = partial(self._scoring.keep, self._state.number, self._state.answers)
            self._lane.run(work, owner=self, done=self._take, failed=self._fail)

    def _change(self, answers: Answers, steps: Steps, code: CriterionCode | None) -> None:
        self._typing.stop()
        self._show(replace(self._state, answers=answers, steps=steps, current=code))
        self._unkept = True
        self.flush()

    def _take(self, kept: Kept) -> None:
        if kept.number == self._state.number:
            self._show(replace(self._state, kept=kept.answers, kept_at=kept.at, failure=None))
        self.kept.emit(kept)

    def _take_undone(self, kept: Kept | None) -> None:
        state = self._state
        if kept is None or kept.number != state.number or state.steps.begun:
            return  # another case is open, or something was changed meanwhile and stands
        self._show(replace(state, answers=kept.answers, steps=state.steps.back(state.answers)))
        self._take(kept)
        self.undone.emit(state.answers)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._unkept = True  # not on the disk: the next flush tries again
        self._show(replace(self._state, failure=error))

    def _show(self, state: ScoringState) -> None:
        self._state = replace(state, paragraphs=_paragraphs(state.answers, self._texts))
        self.changed.emit(self._state)


def _steps(left: ScoringState | None, view: CaseView) -> Steps:
    """The steps to a sheet that stands as it was left in this session."""
    if left is None or (left.answers, left.standing) != (view.answers, view.standing):
        return Steps()
    return left.steps


def _paragraphs(answers: Answers, texts: Texts) -> Paragraphs:
    """Where the quotes of a sheet stand."""
    quotes = (quote for answer in answers.criteria for quote in answer.quotes)
    found = {q: paragraph_number(q, texts[q.element, q.language]) for q in quotes}
    return {quote: number for quote, number in found.items() if number is not None}


class SteppingBack(QObject):
    """Takes a signed score back, or steps back from a case: signed acts of their own."""

    signed = Event(str)
    failed: Event[Failure] = Event()

    def __init__(self, signing: Signing, lane: Lane) -> None:
        super().__init__()
        self._signing = signing
        self._lane = lane

    def withdraw(self, number: str, reason: str) -> None:
        """Withdraw the score that stands."""
        self._run(partial(self._signing.withdraw, number, reason))

    def recuse(
        self, number: str, reason: RecusalReason, conflict: ConflictKind | None, comment: str
    ) -> None:
        """Step back from the case."""
        self._run(partial(self._signing.recuse, number, reason, conflict, comment))

    def _run(self, act: Callable[[], str]) -> None:
        self._lane.run(act, owner=self, done=self.signed.emit, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self.failed.emit(error)

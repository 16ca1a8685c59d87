"""Moves a case's citation from state to state: write, sign, approve, object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, TypeVar

from review_protocol.suspicious import legible
from reviewer_app.errors import Failure
from reviewer_app.services.panel.citations import CitationDraft, CitationLook
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.stateful import Stateful

T = TypeVar("T")
MOST = 20_000
"""Characters of a text."""
NO_DRAFT = CitationDraft()


class Cites(Protocol):
    """The service `Citations`, as the screen needs it."""

    def look(self, number: str) -> CitationLook: ...
    def keep(self, number: str, draft: CitationDraft) -> None: ...
    def keep_objection(self, number: str, text: str) -> None: ...
    def propose(self, number: str, draft: CitationDraft) -> str: ...
    def answer(self, number: str, citation: str, comment: str, *, approves: bool) -> str: ...


@dataclass(frozen=True, slots=True)
class CitationState:
    """`number` is the case that was asked for; its texts are None until they are read."""

    number: str | None = None
    look: CitationLook | None = None
    is_writing: bool = False
    """Whether the fields of a new text are open."""
    draft: CitationDraft = NO_DRAFT
    objection: str = ""
    is_signing: bool = False
    failure: Failure | None = None

    @property
    def may_sign(self) -> bool:
        """Whether there is a whole text that is not the one that stands."""
        draft, standing = self.draft, None if self.look is None else self.look.standing
        fits = max(len(draft.zh), len(draft.en)) <= MOST
        same = standing is not None and (standing.zh, standing.en) == (
            legible(draft.zh),
            legible(draft.en),
        )
        return draft.is_whole and fits and not same and not self.is_signing

    @property
    def may_answer(self) -> bool:
        """Whether the text that stands is somebody else's."""
        standing = None if self.look is None else self.look.standing
        return standing is not None and not standing.voice.is_own and not self.is_signing


class CitationModel(Stateful[CitationState]):
    """What is typed is kept at once, and stays while the texts are read again."""

    wrote: Event[None] = Event()

    def __init__(self, citations: Cites, database: Lane) -> None:
        super().__init__(CitationState())
        self._citations = citations
        self._database = database

    def open(self, number: str | None) -> None:
        """Read a case's texts, or with None show none; again where it is open already."""
        if number != self._state.number:
            self._show(CitationState(number))
        if number is not None:
            work = partial(self._look, number)
            self._database.run(work, owner=self, done=self._read, failed=self._failed)

    def begin(self) -> None:
        """Open the fields; where there is a text already, with its words."""
        look, draft = self._state.look, self._state.draft
        if look is not None and look.standing is not None and draft == NO_DRAFT:
            draft = CitationDraft(look.standing.zh, look.standing.en)
        self._show(replace(self._state, is_writing=True, draft=draft))

    def write(self, draft: CitationDraft) -> None:
        """What is being written, in both languages."""
        self._show(replace(self._state, draft=draft))
        self._keep(self._citations.keep, draft)

    def give_up(self) -> None:
        """Close the fields; what was written in them is gone."""
        self._show(replace(self._state, is_writing=False, draft=NO_DRAFT))
        self._keep(self._citations.keep, NO_DRAFT)

    def object_with(self, text: str) -> None:
        """What is being written against the text that stands."""
        self._show(replace(self._state, objection=text))
        self._keep(self._citations.keep_objection, text)

    def sign(self) -> None:
        """Sign the text in the fields; nothing where a language lacks, or while signing."""
        state = self._state
        if state.number is None or not state.may_sign:
            return
        self._show(replace(state, is_signing=True, failure=None))
        work = partial(self._citations.propose, state.number, state.draft)
        self._database.run(work, owner=self, done=self._signed, failed=self._failed)

    def answer(self, *, approves: bool) -> None:
        """Approve the text that stands, or object with what is written against it."""
        state = self._state
        standing = None if state.look is None else state.look.standing
        if state.number is None or standing is None or not state.may_answer:
            return
        comment = legible(state.objection)
        if not approves and not comment:
            return
        self._show(replace(state, is_signing=True, failure=None))
        work = partial(
            self._citations.answer,
            state.number,
            standing.packet,
            "" if approves else comment,
            approves=approves,
        )
        self._database.run(work, owner=self, done=self._answered, failed=self._failed)

    def _look(self, number: str) -> tuple[str, CitationLook]:
        return number, self._citations.look(number)

    def _read(self, read: tuple[str, CitationLook]) -> None:
        number, look = read
        state = self._state
        if number != state.number:
            return
        if state.look is None:
            draft = look.draft or NO_DRAFT
            state = replace(
                state, draft=draft, is_writing=look.draft is not None, objection=look.objection
            )
        self._show(replace(state, look=look, failure=None))

    def _signed(self, _packet: str) -> None:
        self._show(replace(self._state, is_writing=False, draft=NO_DRAFT, is_signing=False))
        self._after()

    def _answered(self, _packet: str) -> None:
        self._show(replace(self._state, objection="", is_signing=False))
        self._after()

    def _after(self) -> None:
        self.wrote.emit(None)
        self.open(self._state.number)

    def _keep(self, keep: Callable[[str, T], None], given: T) -> None:
        if self._state.number is not None:
            work = partial(keep, self._state.number, given)
            self._database.run(work, owner=self, done=self._kept, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, failure=error, is_signing=False))

"""What a reviewer says of the facts of a case: kept as it is said, signed with the score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject

from review_protocol.documents.stated_facts import Fact, StatedFact, Verdict
from reviewer_app.errors import Failure
from reviewer_app.services.facts_beside import NOTHING_SAID, FactsSaid
from reviewer_app.services.signing import Signing
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.reading.desks import KeepsFacts
from reviewer_app.ui.reading.pausing import TYPING_PAUSE_MS, after_pause


@dataclass(frozen=True, slots=True)
class FactWords:
    """What stands beside one fact on the page: a dispute without a comment is not whole yet."""

    verdict: Verdict | None = None
    comment: str = ""

    @property
    def whole(self) -> bool:
        disputed = self.verdict is Verdict.DISPUTED
        return self.verdict is not None and (not disputed or bool(self.comment.strip()))


@dataclass(frozen=True, slots=True)
class FactStep:
    """What stood beside a fact before a verdict; `after` so many steps on the sheet."""

    fact: Fact
    words: FactWords
    after: int


@dataclass(frozen=True, slots=True)
class FactsState:
    """The page of one case; `beside` where a score stands that these facts can be signed beside.

    `past` are the verdicts of this session, the newest last, `ahead` those gone back from.
    """

    number: str = ""
    words: Mapping[Fact, FactWords] = field(default_factory=dict)
    said: FactsSaid = NOTHING_SAID
    editable: bool = False
    beside: bool = False
    failure: Failure | None = None
    past: tuple[FactStep, ...] = ()
    ahead: tuple[FactStep, ...] = ()

    def of(self, fact: Fact) -> FactWords:
        return self.words.get(fact, FactWords())

    @property
    def stated(self) -> tuple[StatedFact, ...]:
        """What is whole, in the order of the facts."""
        return tuple(
            StatedFact(fact=fact, verdict=said.verdict, comment=said.comment)
            for fact in Fact
            if (said := self.of(fact)).whole and said.verdict is not None
        )

    @property
    def kept(self) -> bool:
        return self.said.facts == self.stated

    @property
    def waits(self) -> bool:
        """Whether a dispute does not say why yet: till then it is not kept."""
        return any(each.verdict is not None and not each.whole for each in self.words.values())

    @property
    def signable(self) -> bool:
        """Whether these facts can be signed alone, now."""
        return self.beside and self.kept and self.said.unsigned


class FactsViewModel(QObject):
    """Moves the page from state to state; `wrote` tells that something was kept or signed."""

    changed = Event(FactsState)
    wrote: Event[None] = Event()

    def __init__(self, facts: KeepsFacts, signing: Signing, lane: Lane) -> None:
        super().__init__()
        self._facts, self._signing, self._lane = facts, signing, lane
        self._state = FactsState()
        self._left: dict[str, FactsState] = {}
        self._typing = after_pause(self, TYPING_PAUSE_MS, self.flush)

    @property
    def state(self) -> FactsState:
        return self._state

    def open(self, number: str, *, editable: bool, beside: bool) -> None:
        """Show what is said of a case's facts; read anew, what is not whole yet stays."""
        self.flush()
        self._left[self._state.number] = self._state
        same = self._left.get(number, FactsState(number))
        self._show(replace(same, failure=None, editable=editable, beside=beside))
        work = partial(self._facts.said, number)
        self._lane.run(work, owner=self, done=partial(self._take, number), failed=self._fail)

    def judge(self, fact: Fact, verdict: Verdict | None, *, after: int = 0) -> None:
        """Confirm or dispute a fact, or say nothing of it, `after` so many steps on the sheet."""
        state, words = self._state, self._state.of(fact)
        if state.editable and verdict is not words.verdict:
            past = (*state.past, FactStep(fact, words, after))
            self._show(replace(state, past=past, ahead=()))
            self._say(fact, replace(words, verdict=verdict))
            self.flush()

    def step(self, *, forth: bool = False) -> Fact | None:
        """Go back to before the last verdict, or `forth` again; on which fact that was."""
        state = self._state
        steps = state.ahead if forth else state.past
        if not (state.editable and steps):
            return None
        last, rest = steps[-1], steps[:-1]
        here = FactStep(last.fact, state.of(last.fact), last.after)
        past, ahead = ((*state.past, here), rest) if forth else (rest, (*state.ahead, here))
        self._show(replace(state, past=past, ahead=ahead))
        self._say(last.fact, last.words)
        self.flush()
        return last.fact

    def forget_ahead(self) -> None:
        """Something else was done since: what was gone back from is gone."""
        if self._state.ahead:
            self._show(replace(self._state, ahead=()))

    def comment(self, fact: Fact, comment: str) -> None:
        """The words on a fact as they are typed; kept after a short pause."""
        self._say(fact, replace(self._state.of(fact), comment=comment))
        self._typing.start()

    def sign(self) -> None:
        """Sign the facts beside the score that stands."""
        if self._state.signable:
            work = partial(self._signing.state_facts, self._state.number)
            self._lane.run(work, owner=self, done=self._signed, failed=self._fail)

    def flush(self) -> None:
        """Keep now what was said last."""
        self._typing.stop()
        state = self._state
        if state.editable and not state.kept:
            work = partial(self._facts.keep, state.number, state.stated)
            done = partial(self._kept, state.number)
            self._lane.run(work, owner=self, done=done, failed=self._fail)

    def _say(self, fact: Fact, words: FactWords) -> None:
        if self._state.editable:
            self._show(replace(self._state, words={**self._state.words, fact: words}))

    def _take(self, number: str, said: FactsSaid) -> None:
        if number == self._state.number:
            begun = {
                fact: words
                for fact, words in self._state.words.items()
                if words.verdict is not None and not words.whole
            }
            words = {each.fact: FactWords(each.verdict, each.comment) for each in said.facts}
            state = replace(self._state, words=words | begun, said=said)
            if said.facts != self._state.stated:
                state = replace(state, past=(), ahead=())  # they led somewhere else
            self._show(state)

    def _kept(self, number: str, said: FactsSaid) -> None:
        if number == self._state.number:
            self._show(replace(self._state, said=said, failure=None))
            self.flush()  # it may have been gone back from meanwhile
        self.wrote.emit(None)

    def _signed(self, _packet: str | None) -> None:
        state = self._state
        self.open(state.number, editable=state.editable, beside=state.beside)
        self.wrote.emit(None)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, failure=error))

    def _show(self, state: FactsState) -> None:
        self._state = state
        self.changed.emit(state)

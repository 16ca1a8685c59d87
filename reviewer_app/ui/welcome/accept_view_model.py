"""The first signed act: the undertaking accepted, the person confirmed, the batch fetched."""

from __future__ import annotations

from dataclasses import replace

from review_protocol.documents.programme import Programme
from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.accepting import Accepting
from reviewer_app.services.batch import BatchIntake
from reviewer_app.services.escrow import Escrow
from reviewer_app.services.rows import BatchReport
from reviewer_app.services.six_words import SixWordsLook
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Job, JobEnd, Lane
from reviewer_app.ui.stateful import Stateful
from reviewer_app.ui.syncing import Syncing, SyncState
from reviewer_app.ui.welcome.accept_state import AcceptState, Person, Stage


class AcceptViewModel(Stateful[AcceptState]):
    """`finished` comes when the batch is there, or the person goes on without it for now."""

    finished: Event[None] = Event()

    def __init__(
        self,
        accepting: Accepting,
        batch: BatchIntake,
        escrow: Escrow,
        syncing: Syncing,
        lane: Lane,
        programme: Programme | None,
        person_name: str,
    ) -> None:
        super().__init__(AcceptState(programme=programme, person=_named(person_name)))
        self._accepting = accepting
        self._batch = batch
        self._escrow = escrow
        self._syncing = syncing
        self._lane = lane
        self._fetching: Job | None = None
        syncing.changed.connect(self._take_act)

    def agree(self, *, agreed: bool) -> None:
        """The person has read the undertaking and takes it, or takes that back."""
        self._show(replace(self._state, agreed=agreed))

    def describe(self, person: Person) -> None:
        """Who they are, as it is being typed."""
        self._show(replace(self._state, person=person, failure=None))

    def back(self) -> None:
        """To the page before; what was signed already stays signed."""
        if self._state.stage is Stage.PERSON:
            self._show(replace(self._state, stage=Stage.UNDERTAKING, failure=None))

    def go_on(self) -> None:
        """To the next page: signs on the way from the person to the download."""
        state = self._state
        if state.stage is Stage.UNDERTAKING and state.agreed:
            self._show(replace(state, stage=Stage.PERSON))
        elif state.stage is Stage.PERSON and state.person.complete and not state.busy:
            self._sign(state.person)
        elif state.stage is Stage.DOWNLOAD and not state.busy:
            if state.batch is None:
                self._fetch()
            else:
                self.finished.emit(None)

    def take_words(self, look: SixWordsLook) -> None:
        """Show them on the last page, where staff wait to be read them."""
        self._show(replace(self._state, words=look if look.awaited else None))

    def cancel(self) -> None:
        """Stop the download; what has arrived stays, and the rest is fetched another time."""
        if self._fetching is not None:
            self._fetching.cancel()

    def later(self) -> None:
        """Go on without the batch; a sync brings it."""
        self.cancel()
        self.finished.emit(None)

    def _sign(self, person: Person) -> None:
        self._show(replace(self._state, busy=True, failure=None))

        def work() -> str:
            if person.escrow:
                self._escrow.agree()
            return self._accepting.confirm(
                person.names, person.organisation_names, person.languages, person.expertise.strip()
            )

        self._lane.run(work, owner=self, done=self._signed, failed=self._fail)

    def _signed(self, _packet: str) -> None:
        self._show(replace(self._state, stage=Stage.DOWNLOAD, busy=False))
        self._fetch()

    def _fetch(self) -> None:
        self._show(replace(self._state, busy=True, failure=None))
        self._fetching = self._syncing.act(
            "batch", self._batch.fetch, owner=self, done=self._fetched, failed=self._fail
        )
        self._fetching.ended.connect(self._ended)

    def _fetched(self, report: BatchReport) -> None:
        self._show(replace(self._state, batch=report, busy=False))

    def _ended(self, end: JobEnd) -> None:
        self._fetching = None
        self._show(replace(self._state, busy=False, act=None))

    def _take_act(self, sync: SyncState) -> None:
        if self._fetching is not None:
            self._show(replace(self._state, act=sync.act))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        self._show(replace(self._state, busy=False, failure=error))


def _named(name: str) -> Person:
    """The invitation's name, in the field of its script."""
    is_han = any("\u4e00" <= letter <= "\u9fff" for letter in name)
    return Person(zh=name) if is_han else Person(en=name)

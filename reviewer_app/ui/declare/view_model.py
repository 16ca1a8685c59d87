"""Declaring: every answer is kept as a draft at once; one signature for all, then the release."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from review_protocol.documents.packet import ConflictAnswer, ConflictKind
from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.declaring import Declaring
from reviewer_app.services.rows import DeclareRow, SyncReport
from reviewer_app.services.tables import BatchTables
from reviewer_app.ui.declare.state import DeclareState, Stage
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.screen import Place, Visit
from reviewer_app.ui.stateful import Stateful
from reviewer_app.ui.syncing import Syncing, SyncState


class DeclareViewModel(Stateful[DeclareState]):
    """Moves from the first answer to the release of the cases."""

    left = Event(Visit)
    wrote: Event[None] = Event()

    def __init__(
        self, declaring: Declaring, tables: BatchTables, syncing: Syncing, lane: Lane
    ) -> None:
        super().__init__(DeclareState())
        self._declaring, self.tables = declaring, tables
        self._syncing = syncing
        self._lane = lane
        syncing.changed.connect(self._take_sync)
        syncing.synced.connect(self._take_release)

    def refresh(self) -> None:
        """Read the cases that are not declared yet, with the drafts on them."""
        rows = partial(_rows, self._declaring, self.tables)
        self._lane.run(rows, owner=self, done=self._read, failed=self._fail)

    def answer(self, number: str, answer: ConflictAnswer) -> None:
        """The choice on one case; a tie keeps what was said of it."""
        row = self._state.row(number)
        if answer is ConflictAnswer.NONE:
            self._keep(replace(row, answer=answer, conflict=None, comment=""))
        else:
            self._keep(replace(row, answer=answer))

    def explain(self, number: str, conflict: ConflictKind | None, comment: str) -> None:
        """Kind of the tie, and a comment on it."""
        self._keep(replace(self._state.row(number), conflict=conflict, comment=comment))

    def note_seen(self, numbers: frozenset[str]) -> None:
        """These rows have been on the screen."""
        if not numbers <= self._state.seen:
            self._show(replace(self._state, seen=self._state.seen | numbers))

    def none_for_the_rest(self) -> None:
        """No conflict on every case without an answer; only once all have been on the screen."""
        if not self._state.all_seen:
            return
        for row in self._state.open:
            self.answer(row.headers.number, ConflictAnswer.NONE)

    def sign(self) -> None:
        """Sign what is answered, and ask the server for the texts."""
        if not self._state.can_sign:
            return
        work = partial(self._declaring.sign, self._state.answered)
        self._show(replace(self._state, stage=Stage.SIGNING, failure=None))
        self._lane.run(work, owner=self, done=self._signed, failed=self._fail)

    def sync(self) -> None:
        """Try again to reach the server."""
        self._syncing.sync()

    def leave(self) -> None:
        """To the desk; what is signed goes to the server by itself."""
        self.left.emit(Visit(Place.DESK))

    def _keep(self, changed: DeclareRow) -> None:
        number = changed.headers.number
        rows = tuple(
            changed if row.headers.number == number else row for row in self._state.rows or ()
        )
        self._show(replace(self._state, rows=rows, failure=None))
        if changed.answer is ConflictAnswer.NONE or changed.conflict is not None:
            work = partial(self._declaring.keep, changed)
            self._lane.run(work, owner=self, done=self._kept, failed=self._fail)

    def _signed(self, _packet: str) -> None:
        self._show(replace(self._state, stage=Stage.WAITING))
        self.wrote.emit(None)
        self._syncing.sync()

    def _read(self, rows: tuple[DeclareRow, ...]) -> None:
        if self._state.stage is not Stage.SIGNING:
            self._show(replace(self._state, rows=rows, stage=Stage.ANSWERING, failure=None))

    def _take_sync(self, sync: SyncState) -> None:
        failure = sync.failure if self._state.stage is Stage.WAITING else self._state.failure
        self._show(replace(self._state, syncing=sync.running, failure=failure))

    def _take_release(self, _report: SyncReport) -> None:
        # a sync that began before the signature has not delivered it: the next one will
        if self._state.stage is Stage.WAITING and not self._syncing.state.again:
            self._show(replace(self._state, stage=Stage.ANSWERING))  # later syncs lead nowhere
            self.leave()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        self._show(replace(self._state, stage=Stage.ANSWERING, failure=error))


def _rows(declaring: Declaring, tables: BatchTables) -> tuple[DeclareRow, ...]:
    """The rows; the names of their countries (regions) are at hand by then."""
    _ = tables.at_hand
    return declaring.rows()

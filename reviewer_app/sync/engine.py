"""One sync: meet, deliver, learn what changed, take the batch in, collect what may be seen."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from review_protocol.documents.answers import ProgressAnswer, RefusalCode, StateAnswer
from review_protocol.documents.matters import MattersAnswer
from review_protocol.failures import ProtocolFailure
from review_protocol.translog import Checkpoint
from reviewer_app.errors import Found, NotOurServer, RoundClosedHere, ServerRefused
from reviewer_app.models.case_list import list_cases
from reviewer_app.models.facts import FactName, keep_fact, text_of
from reviewer_app.models.keys import Keys
from reviewer_app.models.other_packets import is_any_score_counted
from reviewer_app.models.outbox import waiting_entries, waiting_rotations
from reviewer_app.models.rows import CaseQuery, CaseState
from reviewer_app.models.store import Store
from reviewer_app.models.vault import Vault
from reviewer_app.sync.batch_fetch import BatchFetch
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.clock import Clock, timestamp, utc_now
from reviewer_app.sync.delivering import Delivering, Scatter
from reviewer_app.sync.gathering import COLLECTORS, gathered
from reviewer_app.sync.knowledge import (
    Knowledge,
    is_closed_here,
    keep_log,
    keep_state,
    keep_trust,
    read_knowledge,
)
from reviewer_app.sync.log_reading import LogReading
from reviewer_app.sync.new_keys import SettlingKeys
from reviewer_app.sync.notices import TakingNotices
from reviewer_app.sync.own_packets import OwnPackets
from reviewer_app.sync.reading_aids import ReadingAids
from reviewer_app.sync.reports import (
    BatchReport,
    Cancelled,
    NoticesTaken,
    Progress,
    Report,
    SyncReport,
)
from reviewer_app.sync.session import DeviceSession
from reviewer_app.sync.standing import Standing
from reviewer_app.sync.succession import HandingBack, ProvingArrivals
from reviewer_app.sync.taking_in import known_manifest
from reviewer_app.sync.trust import kept_checkpoint

_NOT_YET = RefusalCode.BUSY
"""Also of a restored server that its operator has not confirmed yet: deliveries are taken."""
_NO_STATE = {RefusalCode.REVOKED_DEVICE, _NOT_YET}
"""Refusals of the state by a server that takes deliveries all the same."""
_NOTHING_TO_SEE = {RefusalCode.ROUND_OPEN, RefusalCode.NOT_PERMITTED, _NOT_YET}

ConnectTo = Callable[[str], ServerClient]


@dataclass(frozen=True, slots=True)
class _Visit:
    """One conversation with the server."""

    vault: Vault
    session: DeviceSession
    known: Knowledge

    @classmethod
    def by(cls, session: DeviceSession, store: Store) -> _Visit:
        """By the keys of this session, knowing what is known now."""
        return cls(session.vault, session, read_knowledge(store, session.vault))


class SyncEngine:
    """Everything between an enrolled desk and its server; each call is a conversation of its own.

    All of it can be ended at any point, also by the power failing, and done again. Raises
    NoConnection, UntrustedCertificate, NotOurServer, AnswerCutOff, ServerRefused, LogSplit,
    ManifestRolledBack, AppTooOld, DamagedFile, DamagedProfile, DiskFull, FolderReadOnly,
    StorageFault, and PassphraseNeeded while the keys are sealed.
    """

    def __init__(
        self,
        store: Store,
        keys: Keys,
        aids: ReadingAids,
        *,
        connect: ConnectTo = ServerClient,
        clock: Clock = utc_now,
        scatter: Scatter = random.random,
    ) -> None:
        self._store = store
        self._keys = keys
        self._aids = aids
        self._connect = connect
        self._clock = clock
        self._delivering = Delivering(store, clock, scatter)
        self._settling = SettlingKeys(store, keys, clock)

    def sync(self, report: Report, cancelled: Cancelled) -> SyncReport:
        """Deliver, learn what changed, take the batch in, and collect what may be seen."""
        with self._visit(report) as visit:
            self._require_same_log(visit)
            delivered, session = self._settling.deliver(
                self._delivering, visit.session, report, cancelled
            )
            if session is not visit.session:  # by new keys
                visit = _Visit.by(session, self._store)
            visit, state, log = self._learn(visit)
            notices = self._notices(visit, cancelled)
            awaits_words = Standing(self._store).awaits_words(visit.session)
            if not awaits_words:
                self._own_packets(visit, state, cancelled)
            batch, collected = None, 0
            if not is_closed_here(self._store, state):
                if state.manifest is not None:
                    batch = self._batch(visit, state, report, cancelled)
                if not awaits_words:
                    collected = self._collected(visit, report, cancelled)
            now = timestamp(self._clock())
            if not cancelled():
                with self._store.write() as connection:
                    keep_fact(connection, FactName.SYNCED_AT, now)
            person, trust = visit.known.certificate.person, visit.session.trust.document
            LogReading(self._store, person, trust).read(visit.session, log, report, cancelled)
            return SyncReport(
                at=now,
                delivered=delivered.sent,
                received=delivered.received,
                held=delivered.held,
                batch=batch,
                collected=collected,
                log_size=log.size,
                notices=notices,
            )

    def fetch(self, report: Report, cancelled: Cancelled) -> BatchReport:
        """Take the batch in; raises ServerRefused with NO_BATCH where nothing is assigned, and
        RoundClosedHere for what was erased here on purpose."""
        with self._visit(report) as visit:
            visit, state, _ = self._learn(visit)
            if state.round is not None and is_closed_here(self._store, state):
                raise RoundClosedHere(state.round.round.number)
            fetch = self._batch_fetch(visit)
            return fetch.run(visit.session.batch(), report, cancelled)

    def collect(self, report: Report, cancelled: Cancelled) -> int:
        """Collect other people's packets, for chairs, the head and staff; answers how many came.

        Raises ServerRefused with ROUND_OPEN or NOT_PERMITTED where nothing may be seen.
        """
        with self._visit(report) as visit:
            visit, _, _ = self._learn(visit)
            return _gathered(self._store, visit, report, cancelled, timestamp(self._clock()))

    def progress(self) -> ProgressAnswer:
        """Who has delivered how much; for staff."""
        with self._visit(_to_nobody) as visit:
            return visit.session.progress()

    def matters(self) -> MattersAnswer:
        """What waits for staff, and which conflicts were taken back."""
        with self._visit(_to_nobody) as visit:
            return visit.session.matters()

    @contextmanager
    def _visit(self, report: Report) -> Iterator[_Visit]:
        vault = self._keys.unsealed()
        known = read_knowledge(self._store, vault)
        client = self._connect(known.server)
        try:
            report(Progress("meet", 0, None))
            met = client.meet(known.trust)
            keep_trust(self._store, known, met.trust, timestamp(self._clock()))
            HandingBack(self._store, vault.kid).hand_back(client, met)
            session = self._settling.settled(DeviceSession(client, met, vault))
            ProvingArrivals(self._store).prove(session)
            yield _Visit.by(session, self._store)
        finally:
            client.close()

    def _require_same_log(self, visit: _Visit) -> None:
        """Nothing is delivered to a log that does not go on from the known one.

        A receipt of another history would be believed, and the packet be in no log that stays.
        """
        with self._store.read() as connection:
            waits = bool(waiting_entries(connection) or waiting_rotations(connection))
        if not waits and not visit.known.split:
            return
        try:
            self._look_at_log(visit)
        except ServerRefused as refused:
            if visit.known.split or refused.code not in _NO_STATE:
                raise

    def _look_at_log(self, visit: _Visit) -> tuple[StateAnswer, Checkpoint]:
        """Ask for the state, and keep the log's growth."""
        with self._store.read() as connection:
            note = text_of(connection, FactName.CHECKPOINT)
        state = visit.session.state(None if note is None else kept_checkpoint(note))
        try:
            return state, keep_log(self._store, note, state.log, visit.session.trust)
        except ProtocolFailure as error:
            raise NotOurServer(visit.session.server, Found.UNSIGNED) from error

    def _learn(self, visit: _Visit) -> tuple[_Visit, StateAnswer, Checkpoint]:
        """Ask for the state; the log first, for nothing else counts where it is split."""
        state, log = self._look_at_log(visit)
        if not _is_in_use(visit, state) and (session := self._settling.found(visit.session)):
            visit = _Visit.by(session, self._store)
            state, log = self._look_at_log(visit)
        keep_state(self._store, state, visit.session.trust, timestamp(self._clock()))
        if not _is_in_use(visit, state):
            raise ServerRefused(RefusalCode.REVOKED_DEVICE, "the device is not in use")
        return visit, state, log

    def _notices(self, visit: _Visit, cancelled: Cancelled) -> NoticesTaken | None:
        """Take in what the secretariat tells; None from a server that gives no notices."""
        taking = TakingNotices(self._store, visit.session.trust, visit.known.certificate)
        try:
            return taking.fetch(visit.session, cancelled, timestamp(self._clock()))
        except ServerRefused as refused:
            if refused.code in (RefusalCode.NOT_FOUND, _NOT_YET):
                return None
            raise

    def _own_packets(self, visit: _Visit, state: StateAnswer, cancelled: Cancelled) -> None:
        """What the person signed on other devices, where there may be news of it."""
        own = OwnPackets(self._store, visit.known.certificate)
        if not is_closed_here(self._store, state) and own.is_due(state):
            try:
                own.fetch(visit.session, cancelled)
            except ServerRefused as refused:
                if refused.code is not _NOT_YET:
                    raise

    def _batch(
        self, visit: _Visit, state: StateAnswer, report: Report, cancelled: Cancelled
    ) -> BatchReport:
        """Ask for manifest and releases where something may be new, and fetch what is missing."""
        known = known_manifest(self._store)
        with self._store.read() as connection:
            awaited = CaseQuery(states=frozenset({CaseState.AWAITING_RELEASE}))
            releases_due = bool(list_cases(connection, awaited))
        new = known is None or known.id != state.manifest
        answer = visit.session.batch() if new or releases_due else None
        return self._batch_fetch(visit).run(answer, report, cancelled)

    def _batch_fetch(self, visit: _Visit) -> BatchFetch:
        return BatchFetch(
            self._store,
            visit.vault,
            visit.session,
            visit.known.certificate,
            self._clock,
            self._aids,
        )

    def _collected(self, visit: _Visit, report: Report, cancelled: Cancelled) -> int:
        if cancelled() or not _may_collect(self._store, visit):
            return 0
        try:
            return _gathered(self._store, visit, report, cancelled, timestamp(self._clock()))
        except ServerRefused as refused:
            if refused.code in _NOTHING_TO_SEE:
                return 0
            raise


def _gathered(store: Store, visit: _Visit, report: Report, cancelled: Cancelled, now: str) -> int:
    roles = frozenset(visit.known.certificate.roles)
    return gathered(store, visit.session, roles, report, cancelled, now)


def _may_collect(store: Store, visit: _Visit) -> bool:
    """Reviewers see what is said of cases that they have scored, and nothing before."""
    if COLLECTORS.intersection(visit.known.certificate.roles):
        return True
    with store.read() as connection:
        return is_any_score_counted(connection)


def _is_in_use(visit: _Visit, state: StateAnswer) -> bool:
    return visit.vault.kid in {device.kid for device in state.devices}


def _to_nobody(progress: Progress) -> None:
    """Reports that nobody asked for."""

"""What a panel's member is told beside the packets: what is withheld, and the leaves of that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Protocol

from sqlalchemy import Connection

from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.dossier import DossierAnswer, DossierStateAnswer, DossierTables
from review_protocol.documents.leaf import PacketLeaf
from review_protocol.failures import ProtocolFailure
from reviewer_app.errors import ServerRefused
from reviewer_app.models.dossier import (
    ToldSight,
    ToldTies,
    WithheldLeaf,
    erase_bodies,
    forget_told,
    keep_leaves,
    keep_told,
)
from reviewer_app.models.facts import FactName, keep_fact, text_of
from reviewer_app.models.panel_list import forget_list
from reviewer_app.models.store import Store
from reviewer_app.sync.offered import Session, log_size
from reviewer_app.sync.reports import Cancelled
from reviewer_app.sync.trust import TrustState, proved_leaf

_MOST_PAGES = 2_000
"""In one collecting: a server that gives one leaf a page does not keep a desk for ever."""
_UNKNOWN = (RefusalCode.NOT_FOUND, RefusalCode.NOT_PERMITTED)
"""An older server has no such resource, and tells others than a panel's people nothing."""


class GivesDossier(Session, Protocol):
    """A conversation in which a panel's member asks what is withheld."""

    def dossier_after(self, leaf: int) -> DossierAnswer:
        """A page; raises as a DeviceSession."""

    def dossier_state(self) -> DossierStateAnswer:
        """Whether any page is new; raises as a DeviceSession."""


@dataclass(frozen=True, slots=True)
class CollectingDossier:
    """Takes in what the server tells of a panel. What was collected of a case before it was
    withheld is erased with it."""

    store: Store

    def collect(self, session: GivesDossier, cancelled: Cancelled) -> None:
        """Ask, unless packets were collected up to no other leaf than the last time; raises as the
        session.

        What a server does not tell, or does not tell this person, is not known from then on.
        """
        with self.store.read() as connection:
            known = int(text_of(connection, FactName.DOSSIER_TO) or "0")
            scope = text_of(connection, FactName.DOSSIER_SCOPE)
            tables = text_of(connection, FactName.DOSSIER_TABLES)
            collected = int(text_of(connection, FactName.COLLECTED_TO) or "0")
        if known == collected > 0 or cancelled():
            return
        if scope is not None and self._stands(session, known, scope, tables, cancelled):
            return
        try:
            answer = session.dossier_after(0)
            log_size(session, answer)
        except ServerRefused as refused:
            if refused.code not in _UNKNOWN:
                raise
            self.store.perform(forget_told)
            return
        anew = scope != answer.scope
        self._keep_told(answer, session.trust, anew=anew)
        if anew or known < answer.next_leaf:
            self._go_on(session, answer.next_leaf, answer.scope, cancelled)
        else:
            self._go_on(session, known, answer.scope, cancelled)

    def _stands(
        self,
        session: GivesDossier,
        known: int,
        scope: str,
        tables: str | None,
        cancelled: Cancelled,
    ) -> bool:
        """Whether the first page is what it was; then what is new of the others is fetched too.
        Raises as the session."""
        try:
            state = session.dossier_state()
        except ServerRefused as refused:
            if refused.code not in _UNKNOWN:
                raise
            return False
        size = log_size(session, state)
        if (state.scope, state.tables) != (scope, tables):
            return False
        if state.leaves_to > known:
            self._go_on(session, known, scope, cancelled)
        elif size > known:
            self.store.perform(partial(_keep_place, leaf=size, scope=scope))
        return True

    def _go_on(self, session: GivesDossier, leaf: int, scope: str, cancelled: Cancelled) -> None:
        """From this leaf to the last, or until earlier ones belong there too: the next time all
        is asked anew."""
        for _ in range(_MOST_PAGES):
            if cancelled():
                return
            answer = session.dossier_after(leaf)
            size, first, leaf = log_size(session, answer), leaf, answer.next_leaf
            if answer.scope != scope:
                return
            self._keep_page(answer, session.trust)
            if leaf >= size or leaf <= first:
                return

    def _keep_told(self, answer: DossierAnswer, trust: TrustState, *, anew: bool) -> None:
        sight = ToldSight(
            deputy=answer.deputy,
            decides=answer.decides,
            withheld=answer.withheld,
            places=answer.places,
            undecided=answer.undecided,
            deputies=answer.deputies,
        )
        ties = ToldTies(declarations=answer.declarations, ties=answer.ties)
        leaves = _proved(answer, trust)

        def keep(connection: Connection) -> None:
            keep_told(connection, sight, ties)
            keep_fact(connection, FactName.DOSSIER_TABLES, DossierTables.of(answer).hash)
            if erase_bodies(connection, (each.case for each in sight.withheld)):
                forget_list(connection)
            keep_leaves(connection, leaves, anew=anew)
            if anew:
                _keep_place(connection, answer.next_leaf, answer.scope)

        self.store.perform(keep)

    def _keep_page(self, answer: DossierAnswer, trust: TrustState) -> None:
        leaves = _proved(answer, trust)

        def keep(connection: Connection) -> None:
            keep_leaves(connection, leaves, anew=False)
            _keep_place(connection, answer.next_leaf, answer.scope)

        self.store.perform(keep)


def _keep_place(connection: Connection, leaf: int, scope: str) -> None:
    keep_fact(connection, FactName.DOSSIER_TO, str(leaf))
    keep_fact(connection, FactName.DOSSIER_SCOPE, scope)


def _proved(answer: DossierAnswer, trust: TrustState) -> tuple[WithheldLeaf, ...]:
    """Those that the log proves; what is not proved leaves a gap, which is told."""
    found = []
    for each in answer.leaves:
        try:
            receipt, leaf = proved_leaf(each, trust)
        except ProtocolFailure:
            continue
        if isinstance(leaf, PacketLeaf):
            place = (leaf.packet, leaf.kid, leaf.chain, leaf.seq)
            found.append(WithheldLeaf(receipt.index, *place, each))
    return tuple(found)

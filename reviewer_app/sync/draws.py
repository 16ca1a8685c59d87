"""How reviews were given out: asked with the packets, and kept as far as the log proves it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.draws import Draw, DrawsAnswer
from review_protocol.failures import ProtocolFailure
from reviewer_app.errors import ServerRefused
from reviewer_app.models.draws import keep_draws
from reviewer_app.models.facts import FactName, text_of
from reviewer_app.models.store import Store
from reviewer_app.sync.proved_acts import proved_assignment
from reviewer_app.sync.reports import Cancelled
from reviewer_app.sync.trust import TrustState

_UNKNOWN = (RefusalCode.NOT_FOUND, RefusalCode.NOT_PERMITTED)
"""An older server has no such resource."""


class GivesDraws(Protocol):
    """A conversation in which it is asked how reviews were given out."""

    trust: TrustState

    def draws(self) -> DrawsAnswer:
        """All runs; raises as a DeviceSession."""


@dataclass(frozen=True, slots=True)
class CollectingDraws:
    """Takes in what the server tells. A run whose act the log does not prove has no receipt."""

    store: Store

    def collect(self, session: GivesDraws, cancelled: Cancelled) -> None:
        """Ask, unless packets were fetched up to no other leaf than the last time; raises as the
        session."""
        with self.store.read() as connection:
            known = int(text_of(connection, FactName.DRAWS_TO) or "0")
            collected = int(text_of(connection, FactName.COLLECTED_TO) or "0")
        if known == collected > 0 or cancelled():
            return
        try:
            told = session.draws().draws
        except ServerRefused as refused:
            if refused.code not in _UNKNOWN:
                raise
            return
        draws = [_as_proved(each, session.trust) for each in told]
        self.store.perform(lambda connection: keep_draws(connection, draws, collected))


def _as_proved(draw: Draw, trust: TrustState) -> Draw:
    if draw.receipt is None:
        return draw
    try:
        act = proved_assignment(draw.receipt, draw.record, trust)
    except ProtocolFailure:
        return draw.model_copy(update={"receipt": None})
    return draw if act.received == draw.made else draw.model_copy(update={"receipt": None})

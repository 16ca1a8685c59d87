"""Conflicts of interest that were taken back: asked with the packets, by a panel's people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.matters import MattersAnswer
from reviewer_app.errors import ServerRefused
from reviewer_app.models.facts import FactName, text_of
from reviewer_app.models.store import Store
from reviewer_app.models.taken_back import keep_taken_back
from reviewer_app.sync.reports import Cancelled

_UNKNOWN = (RefusalCode.NOT_FOUND, RefusalCode.NOT_PERMITTED)
"""An older server has no such resource."""


class TellsMatters(Protocol):
    """A conversation in which it is asked."""

    def matters(self) -> MattersAnswer:
        """All of it; raises as a DeviceSession."""


@dataclass(frozen=True, slots=True)
class CollectingTakenBack:
    """Takes in what the server tells."""

    store: Store

    def collect(self, session: TellsMatters, cancelled: Cancelled) -> None:
        """Ask, unless packets were fetched up to no other leaf than the last time; raises as the
        session."""
        with self.store.read() as connection:
            known = int(text_of(connection, FactName.TAKEN_BACK_TO) or "0")
            collected = int(text_of(connection, FactName.COLLECTED_TO) or "0")
        if known == collected > 0 or cancelled():
            return
        try:
            told = session.matters().taken_back
        except ServerRefused as refused:
            if refused.code not in _UNKNOWN:
                raise
            return
        self.store.perform(lambda connection: keep_taken_back(connection, told, collected))

"""Acts of the operator that the log proves: that reviews were given out, by which record."""

from __future__ import annotations

from dataclasses import dataclass

from review_protocol.documents.leaf import ActLeaf
from review_protocol.failures import MalformedDocument
from reviewer_app.sync.trust import TrustState, proved_leaf


@dataclass(frozen=True, slots=True)
class ProvedAct:
    """The receipt of an act, its number in the log, and when the log took it."""

    receipt: str
    leaf: int
    received: str


def proved_assignment(text: str, record: str, trust: TrustState) -> ProvedAct:
    """The act that gave out reviews by the record with this hash; raises ProtocolFailure."""
    receipt, leaf = proved_leaf(text, trust)
    if not isinstance(leaf, ActLeaf) or leaf.act != "assign":
        raise MalformedDocument("the receipt is not of an assignment")
    if leaf.subject != record:
        raise MalformedDocument("the receipt is of another assignment")
    return ProvedAct(text, receipt.index, leaf.received)

"""A person's packets on one case: which of them replaces which, and what stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import AmendmentPacket, ScorePacket, WithdrawalPacket

_SCORES = (ScorePacket.kind, AmendmentPacket.kind, WithdrawalPacket.kind)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier packet of a person on a case."""

    kind: str
    round: int
    disposition: Disposition
    supersedes: str | None


@dataclass(slots=True)
class Lineage:
    """The packets in the order of the log, by their ids."""

    packets: dict[str, Earlier] = field(default_factory=dict)
    _standing: dict[int, set[str]] = field(default_factory=dict)

    def add(self, id: str, packet: Earlier) -> None:
        """One more packet; it comes after all that it may supersede."""
        self.packets[id] = packet
        if not packet.disposition.counts:
            return
        standing = self._standing.setdefault(packet.round, set())
        standing.difference_update(self.line(packet.supersedes or ""))
        if packet.kind in _SCORES:
            standing.add(id)

    def follows(self, superseded: str, round: int) -> bool:
        """Whether what supersedes this packet goes on from what stands in the round.

        It does not where another device went on before: two scores of one person would count.
        """
        standing = self._standing.get(round, set())
        return standing <= {superseded} or standing <= set(self.line(superseded))

    def heads(self, round: int) -> frozenset[str]:
        """The packets that stand in the round: one line of a person's scores has one."""
        return frozenset(self._standing.get(round, ()))

    def line(self, id: str) -> Iterator[str]:
        """A packet, and what it goes back to."""
        while (packet := self.packets.get(id)) is not None:
            yield id
            id = packet.supersedes or ""

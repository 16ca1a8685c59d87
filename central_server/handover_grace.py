"""The grace of a round for what arrives by file: mail and sticks take longer than a network."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from central_server.arrival_facts import ArrivalFacts
from central_server.clock import later
from central_server.known import Incoming, Known
from central_server.two_staff import Request
from review_protocol.documents.programme import RoundState


class FileFacts(ArrivalFacts):
    """The facts for packets out of a hand-in file: a round ends so many hours later for them."""

    def look_up(self, connection: Connection, packets: Sequence[Incoming]) -> Known:
        """As for a delivery, with each round's end moved by its `file_grace_hours`.

        The grace is the reviewers': staff's acts are judged by the round as it is.
        """
        known = super().look_up(connection, packets)
        if any(isinstance(packet.document, Request) for packet in packets):
            return known
        known.rounds = {number: with_grace(state) for number, state in known.rounds.items()}
        return known


def with_grace(state: RoundState) -> RoundState:
    """The round as it is for a file: its deadline, or the earlier act that closed it, and then
    its grace; until then it is open."""
    planned = state.round.closes
    end = planned if state.closed is None else min(planned, state.closed)
    closes = later(end, hours=state.round.file_grace_hours)
    longer = state.round.model_copy(update={"closes": closes})
    return state.model_copy(update={"round": longer, "closed": None})

"""Looks up what panels have said before, as far as packets that are judged build on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from central_server.known import Incoming
from central_server.said import OF_CASES, OF_MANY, AllSaid, Said
from central_server.store import schema
from central_server.store.listed import among, listed
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import DecisionPacket, Packet
from review_protocol.documents.panel_acts import (
    ApprovalPacket,
    CaseFiguresPacket,
    CitationPacket,
    ComparisonPacket,
    FinalListPacket,
    LongListPacket,
)
from review_protocol.documents.programme import Recommendation
from review_protocol.envelope import read_envelope
from review_protocol.opening import signed_document

_packet = schema.packet.c
_COLUMNS = (
    _packet.id,
    _packet.person,
    _packet.kind,
    _packet.case_number,
    _packet.round,
    _packet.disposition,
    _packet.supersedes,
    _packet.leaf,
)
_CASES_OF = select(_packet.case_number).where(among(_packet.id, "ids"))
_OF_CASES = select(*_COLUMNS, _packet.envelope).where(
    among(_packet.case_number, "numbers"), _packet.kind.in_(OF_CASES)
)
_OF_MANY = select(*_COLUMNS).where(_packet.case_number.is_(None), _packet.kind.in_(OF_MANY))
_ON_OF_MANY = CaseFiguresPacket | ComparisonPacket | LongListPacket | FinalListPacket
"""What builds on comparisons and lists."""


def find_said(connection: Connection, packets: Sequence[Incoming]) -> AllSaid:
    """Decisions and citations on the cases of these packets, and all comparisons and lists, as far
    as one of the packets builds on such."""
    documents = [each.document for each in packets]
    ids = {id for each in documents for id in _decisions_in(each)}
    cases = connection.execute(_CASES_OF, {"ids": listed(ids)}).scalars() if ids else ()
    numbers = {each for each in cases if each is not None}
    numbers |= {
        each.case for each in documents if isinstance(each, CitationPacket | ApprovalPacket)
    }
    rows = list(connection.execute(_OF_CASES, {"numbers": listed(numbers)})) if numbers else []
    if any(isinstance(each, _ON_OF_MANY) for each in documents):
        rows += connection.execute(_OF_MANY)
    found = AllSaid()
    for row in sorted(rows, key=lambda row: row.leaf):
        scope = row.round if row.kind in OF_MANY else 0
        said = Said(
            row.kind,
            row.person,
            row.case_number,
            scope,
            Disposition(row.disposition),
            row.supersedes,
            _outcome(row.envelope) if row.kind == DecisionPacket.kind else None,
        )
        found.add(row.id, said)
    return found


def _outcome(envelope: bytes) -> Recommendation | None:
    document = signed_document(read_envelope(envelope))
    return document.outcome if isinstance(document, DecisionPacket) else None


def _decisions_in(document: Packet | None) -> Iterator[str]:
    if isinstance(document, FinalListPacket):
        yield from (each.decision for each in document.places)

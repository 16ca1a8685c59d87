"""Corrected cases: what a new version does to declarations, and who is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update

from central_server.batches import Issuer
from central_server.documents import read_document
from central_server.log import OpenGroup
from central_server.notices import Telling, readers_of, tell
from central_server.rounds import current_round
from central_server.store import schema
from review_protocol.declaring import declared_facts
from review_protocol.documents.case import CaseHeaders
from review_protocol.documents.leaf import ActLeaf
from review_protocol.documents.notice import NoticeKind
from review_protocol.documents.packet import ConflictAnswer


@dataclass(frozen=True, slots=True)
class Correction:
    """A version of a case that replaced an earlier one."""

    number: str
    version: int
    case_hash: str


def declares(connection: Connection, headers: CaseHeaders) -> str:
    """The hash of what is declared on, for the version that comes; before it is the current one.

    Where it is another than the version's before, those who declared without a conflict declare
    anew before the new text is released to them; a declared conflict holds until then.
    """
    facts = declared_facts(headers)
    versions = _versions(connection, headers.number)
    for row in versions:
        if row.declares is None:
            _fill_in(connection, row)
    if versions and declared_facts(_headers(connection, versions[-1])) != facts:
        table = schema.declaration
        connection.execute(
            delete(table).where(
                table.c.case_number == headers.number,
                table.c.answer != ConflictAnswer.CONFLICT.value,
            )
        )
    return facts


def tell_corrections(
    group: OpenGroup, issuer: Issuer, corrections: Iterable[Correction], now: str
) -> int:
    """Log each correction and tell those who read the case; answers how many notices there are.

    Before a round was opened nobody was given the earlier version, and nobody is told.
    """
    running = current_round(group.connection)
    told = 0
    for each in corrections:
        act = ActLeaf(type="act/1", act="correct-case", subject=each.case_hash, received=now)
        group.add(act.entry())
        if running is None or running.opened is None:
            continue
        what = Telling(
            NoticeKind.CASE_CORRECTED,
            case=each.number,
            version=each.version,
            case_hash=each.case_hash,
            round=running.round.number,
        )
        told += len(tell(group, issuer, readers_of(group.connection, each.number), what, now))
    return told


@dataclass(frozen=True, slots=True)
class _Version:
    number: str
    version: int
    headers: str
    declares: str | None


def _versions(connection: Connection, number: str) -> Sequence[_Version]:
    table = schema.case_version.c
    rows = connection.execute(
        select(table.number, table.version, table.headers, table.declares)
        .where(table.number == number)
        .order_by(table.version)
    )
    return [_Version(row.number, row.version, row.headers, row.declares) for row in rows]


def _fill_in(connection: Connection, row: _Version) -> None:
    """A version from before there were these hashes."""
    table = schema.case_version
    version = (table.c.number == row.number) & (table.c.version == row.version)
    facts = declared_facts(_headers(connection, row))
    connection.execute(update(table).where(version).values(declares=facts))


def _headers(connection: Connection, row: _Version) -> CaseHeaders:
    return read_document(connection, row.headers, CaseHeaders)

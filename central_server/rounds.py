"""Rounds of review: which one runs, and how a round is written and read."""

from __future__ import annotations

from sqlalchemy import Connection, Row, select

from central_server.store.schema import review_round as table
from review_protocol.documents.programme import Round, RoundState

_ROUNDS = select(table).order_by(table.c.number)


def current_round(connection: Connection) -> RoundState | None:
    """The newest round that was opened, or else the first one; None before an import."""
    rows = connection.execute(_ROUNDS).all()
    opened = [row for row in rows if row.opened is not None]
    if opened:
        return _state(opened[-1])
    return _state(rows[0]) if rows else None


def all_rounds(connection: Connection) -> dict[int, RoundState]:
    """Every round by its number."""
    return {row.number: _state(row) for row in connection.execute(_ROUNDS)}


def _state(row: Row[tuple[object, ...]]) -> RoundState:
    return RoundState(
        round=Round(
            number=row.number,
            opens=row.opens,
            closes=row.closes,
            reviews_per_case=row.reviews_per_case,
            file_grace_hours=row.file_grace_hours,
        ),
        opened=row.opened,
        closed=row.closed,
    )

"""The checkpoints that collected packets quote, and whether the log read here has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from review_protocol.documents.packet import KnownCheckpoint
from review_protocol.translog import Checkpoint
from reviewer_app.models.log_schema import quote

Judge = Callable[[Checkpoint], bool | None]
"""Whether the log has this checkpoint; None where that cannot be said yet."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What a packet's signer says was the newest checkpoint of the log that their desk knew."""

    packet: str
    checkpoint: Checkpoint


def keep_quotes(connection: Connection, quoted: Iterable[tuple[str, KnownCheckpoint]]) -> None:
    """Keep what packets quote, by their ids; what is known stays as it is."""
    rows = [
        {
            "packet": packet,
            "origin": each.origin,
            "size": each.size,
            "root": bytes.fromhex(each.root),
        }
        for packet, each in quoted
    ]
    if rows:
        connection.execute(upsert(quote).on_conflict_do_nothing(), rows)


def judge_quotes(connection: Connection, judge: Judge) -> None:
    """Judge those of which it could not be said before."""
    for each in _where(connection, quote.c.fits.is_(None)):
        fits = judge(each.checkpoint)
        if fits is not None:
            here = update(quote).where(quote.c.packet == each.packet)
            connection.execute(here.values(fits=int(fits)))


def contradicting(connection: Connection) -> tuple[Quote, ...]:
    """Those that the log read here contradicts."""
    return _where(connection, quote.c.fits == 0)


def fitting(connection: Connection) -> int:
    """How many the log read here has."""
    fits = select(func.count()).select_from(quote).where(quote.c.fits == 1)
    return connection.execute(fits).scalar_one()


def unsaved(connection: Connection) -> int:
    """How many contradictions there are of which no evidence was saved."""
    open_ones = (quote.c.fits == 0) & quote.c.saved_at.is_(None)
    return connection.execute(select(func.count()).select_from(quote).where(open_ones)).scalar_one()


def note_saved(connection: Connection, now: str) -> None:
    """Evidence of all contradictions was saved."""
    open_ones = (quote.c.fits == 0) & quote.c.saved_at.is_(None)
    connection.execute(update(quote).where(open_ones).values(saved_at=now))


def _where(connection: Connection, which: ColumnElement[bool]) -> tuple[Quote, ...]:
    rows = connection.execute(select(quote).where(which).order_by(quote.c.size, quote.c.packet))
    return tuple(Quote(row.packet, Checkpoint(row.origin, row.size, row.root)) for row in rows)

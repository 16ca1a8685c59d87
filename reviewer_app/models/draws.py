"""How the reviews of a programme were given out, as the server told it and the log proves it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from review_protocol.documents.base import Part
from review_protocol.documents.draws import Draw
from reviewer_app.models.facts import FactName, fact_of, keep_fact


class ToldDraws(Part):
    """In the order in which they were made."""

    draws: tuple[Draw, ...]


def keep_draws(connection: Connection, draws: Sequence[Draw], leaf: int) -> None:
    """Keep what was told, in place of what was known; packets were fetched up to `leaf`."""
    told = ToldDraws(draws=tuple(draws))
    keep_fact(connection, FactName.DRAWS, told.model_dump_json())
    keep_fact(connection, FactName.DRAWS_TO, str(leaf))


def told_draws(connection: Connection) -> tuple[Draw, ...]:
    """Empty where no server told it."""
    content = fact_of(connection, FactName.DRAWS)
    return () if content is None else ToldDraws.model_validate_json(content).draws

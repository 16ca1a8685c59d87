"""Conflicts of interest that were declared and taken back, as the server told a panel of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from review_protocol.documents.base import Part
from review_protocol.documents.matters import ConflictTakenBack
from reviewer_app.models.facts import FactName, fact_of, keep_fact


class ToldTakenBack(Part):
    """In the order in which they were taken back."""

    taken_back: tuple[ConflictTakenBack, ...]


def keep_taken_back(
    connection: Connection, taken_back: Sequence[ConflictTakenBack], leaf: int
) -> None:
    """Keep what was told, in place of what was known; packets were fetched up to `leaf`."""
    told = ToldTakenBack(taken_back=tuple(taken_back))
    keep_fact(connection, FactName.TAKEN_BACK, told.model_dump_json())
    keep_fact(connection, FactName.TAKEN_BACK_TO, str(leaf))


def told_taken_back(connection: Connection) -> tuple[ConflictTakenBack, ...]:
    """Empty where no server told it."""
    content = fact_of(connection, FactName.TAKEN_BACK)
    return () if content is None else ToldTakenBack.model_validate_json(content).taken_back

"""What is recorded of assignments: who was given what, by which draw."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import Connection, select

from central_server.conducting import require_round
from central_server.store import schema
from review_protocol.documents.base import CaseNumber, Document, Hash, Part, PersonId, Timestamp


class AssignedCase(Part):
    """A case given to a person."""

    case: CaseNumber
    person: PersonId
    country_tie: bool


class AssignmentRecord(Document):
    """What one run assigned, and the seed by which anybody can run it again."""

    kind: ClassVar[str] = "assignment-record"

    round: int
    reviews_per_case: int
    most: int | None
    seed: str
    added: tuple[AssignedCase, ...]
    made: Timestamp
    again: bool = False
    case: CaseNumber | None = None
    """The one that was given to more people, where it was one."""
    long_list: Hash | None = None
    """The packet whose cases were given, where it was not all."""
    across_percent: int = 0


def wanted_reviews(connection: Connection, number: int) -> int:
    """Reviews a case that the round's newest assignment gave; before any, the round's own number.

    Raises NoSuchRound.
    """
    own = require_round(connection, number).round.reviews_per_case
    table = schema.document
    bodies = connection.execute(
        select(table.c.body).where(table.c.kind == AssignmentRecord.kind)
    ).scalars()
    records = [AssignmentRecord.from_body(body) for body in bodies]
    made = [record for record in records if record.round == number and record.case is None]
    return max(made, key=lambda record: record.made).reviews_per_case if made else own

"""What a reviewer says of the facts beside a score, kept until it is signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter
from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from review_protocol.documents.stated_facts import StatedFact
from reviewer_app.models.case_schema import facts_draft

_FACTS = TypeAdapter(tuple[StatedFact, ...])


@dataclass(frozen=True, slots=True)
class FactsDraft:
    """The facts as they are stated of the text with this hash, and when that was kept."""

    case_hash: str
    facts: tuple[StatedFact, ...]
    kept_at: str


def keep_facts(
    connection: Connection, case: str, case_hash: str, facts: Sequence[StatedFact], at: str
) -> None:
    """Keep them in place of what was said before."""
    values = {
        "case_hash": case_hash,
        "facts": _FACTS.dump_json(tuple(facts)),
        "kept_at": at,
    }
    row = insert(facts_draft).values(case_number=case, **values)
    connection.execute(
        row.on_conflict_do_update(index_elements=[facts_draft.c.case_number], set_=values)
    )


def kept_facts(connection: Connection, case: str) -> FactsDraft | None:
    """What was kept; None where nothing was ever said."""
    found = connection.execute(select(facts_draft).where(facts_draft.c.case_number == case)).first()
    if found is None:
        return None
    return FactsDraft(found.case_hash, _FACTS.validate_json(found.facts), found.kept_at)


def forget_facts_draft(connection: Connection, case: str) -> None:
    """Nothing is kept of a case any more: what was signed last stands."""
    connection.execute(delete(facts_draft).where(facts_draft.c.case_number == case))

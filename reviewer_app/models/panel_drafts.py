"""What somebody of a panel writes until it is signed, and which contributions they have seen."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from reviewer_app.models.panel_schema import panel_draft, seen_contribution

NO_CASE = ""
"""In place of a case: a draft of a whole list."""


class DraftPart(StrEnum):
    """What is being written."""

    CONTRIBUTION = "contribution"
    REPLY_TO = "reply-to"
    """The contribution that it replies to: a packet's id."""
    REQUEST = "request"
    CITATION_ZH = "citation.zh"
    CITATION_EN = "citation.en"
    OBJECTION = "objection"
    FINAL = "final"
    """Why a case stands on the final list where it does, or why the list is as it is."""
    LONG = "long"
    """The same of the long list."""


def keep_panel_draft(
    connection: Connection, case: str, part: DraftPart, text: str, at: str
) -> None:
    """Keep the text in place of what was there; an empty one is nothing to keep."""
    if not text:
        forget_panel_draft(connection, case, part)
        return
    values = {"text": text, "kept_at": at}
    row = upsert(panel_draft).values(case_number=case, part=part, **values)
    connection.execute(
        row.on_conflict_do_update(
            index_elements=[panel_draft.c.case_number, panel_draft.c.part], set_=values
        )
    )


def panel_drafts(connection: Connection, case: str) -> dict[DraftPart, str]:
    """What is written about one case, or with `NO_CASE` about lists."""
    rows = connection.execute(select(panel_draft).where(panel_draft.c.case_number == case))
    return {DraftPart(row.part): row.text for row in rows}


def drafts_of_part(connection: Connection, part: DraftPart) -> dict[str, str]:
    """What is written of one part, by case."""
    rows = connection.execute(select(panel_draft).where(panel_draft.c.part == part))
    return {row.case_number: row.text for row in rows}


def forget_panel_draft(connection: Connection, case: str, *parts: DraftPart) -> None:
    """It is signed, or given up."""
    connection.execute(
        delete(panel_draft).where(panel_draft.c.case_number == case, panel_draft.c.part.in_(parts))
    )


def seen_contributions(connection: Connection) -> frozenset[str]:
    """The packets of others that were on the screen."""
    return frozenset(connection.execute(select(seen_contribution.c.packet)).scalars())


def note_seen(connection: Connection, packets: Iterable[str]) -> None:
    """These have been on the screen."""
    rows = [{"packet": each} for each in packets]
    if rows:
        connection.execute(insert(seen_contribution).prefix_with("OR IGNORE"), rows)


def forget_part(connection: Connection, part: DraftPart) -> None:
    """All that was written of one part is signed, or written anew."""
    connection.execute(delete(panel_draft).where(panel_draft.c.part == part))

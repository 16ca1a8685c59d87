"""Draft answers, append-only: nothing typed is overwritten, and undo is one more revision."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Row, func, insert, select

from review_protocol.documents.file_quotes import read_answers
from review_protocol.documents.score import Answers
from reviewer_app.models.schema import draft_revision

_NOTHING_ANSWERED = len(Answers().missing())


@dataclass(frozen=True, slots=True)
class Revision:
    """The answers on a case as they were kept at one time, for one version of its text."""

    revision: int
    case: str
    case_hash: str
    answers: Answers
    kept_at: str
    parent: int | None


def keep_draft(
    connection: Connection, case: str, case_hash: str, answers: Answers, at: str
) -> Revision:
    """Append a revision; answers that are kept already, for the same text, are not kept again."""
    newest = newest_draft(connection, case)
    if newest is not None and (newest.answers, newest.case_hash) == (answers, case_hash):
        return newest
    return _append(connection, case, case_hash, answers, at, newest.revision if newest else None)


def newest_draft(connection: Connection, case: str) -> Revision | None:
    """The draft that stands."""
    found = connection.execute(
        select(draft_revision)
        .where(draft_revision.c.case_number == case)
        .order_by(draft_revision.c.revision.desc())
        .limit(1)
    ).first()
    return None if found is None else _revision(found)


def draft_history(connection: Connection, case: str) -> tuple[Revision, ...]:
    """All revisions of a case, the oldest first."""
    rows = connection.execute(
        select(draft_revision)
        .where(draft_revision.c.case_number == case)
        .order_by(draft_revision.c.revision)
    )
    return tuple(_revision(row) for row in rows)


def first_kept(connection: Connection) -> Mapping[str, str]:
    """When the first answer on each case was kept, by case number."""
    rows = connection.execute(
        select(draft_revision.c.case_number, func.min(draft_revision.c.kept_at).label("at"))
        .where(draft_revision.c.missing < _NOTHING_ANSWERED)
        .group_by(draft_revision.c.case_number)
    )
    return {row.case_number: row.at for row in rows}


def undo_draft(connection: Connection, case: str, at: str) -> Revision | None:
    """Append the answers from before the newest change; None where there is no earlier one.

    Done again, it goes one change further back; nothing is lost by it.
    """
    newest = newest_draft(connection, case)
    if newest is None or (newest.parent is None and newest.answers == Answers()):
        return None
    if newest.parent is None:
        return _append(connection, case, newest.case_hash, Answers(), at, None)
    before = _revision(
        connection.execute(
            select(draft_revision).where(draft_revision.c.revision == newest.parent)
        ).one()
    )
    return _append(connection, case, before.case_hash, before.answers, at, before.parent)


def marks_text(answers: Answers) -> str:
    """The marks in the order of the answers, as the tables keep them beside the document."""
    return json.dumps([answer.mark for answer in answers.criteria], separators=(",", ":"))


def _append(
    connection: Connection, case: str, case_hash: str, answers: Answers, at: str, parent: int | None
) -> Revision:
    made = connection.execute(
        insert(draft_revision).values(
            case_number=case,
            case_hash=case_hash,
            answers=answers.model_dump_json().encode("utf-8"),
            marks=marks_text(answers),
            missing=len(answers.missing()),
            parent=parent,
            kept_at=at,
        )
    )
    key = made.inserted_primary_key
    assert key is not None
    return Revision(key[0], case, case_hash, answers, at, parent)


def _revision(row: Row[tuple[object, ...]]) -> Revision:
    fields = row._mapping
    return Revision(
        fields["revision"],
        fields["case_number"],
        fields["case_hash"],
        read_answers(fields["answers"]),
        fields["kept_at"],
        fields["parent"],
    )

"""The full-text index of the cases: what is put into it, and how it is kept up to date."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text

from review_protocol.documents.case import Case, CaseHeaders
from reviewer_app.models.case_schema import case as case_table
from reviewer_app.models.case_schema import searched
from reviewer_app.models.facts import FactName, keep_fact, text_of
from reviewer_app.models.passages import Part, Passage, passages_of, searched_text
from reviewer_app.models.schema import draft_revision
from reviewer_app.models.search_words import cut, joined

_COLUMNS = {
    "title": (Part.NUMBER, Part.NAME),
    "people": (Part.APPLICANT, Part.PARTNER, Part.RECOMMENDER, Part.COUNTRIES, Part.ATTACHMENT),
    "text": (Part.ELEMENT,),
    "own": (Part.OWN,),
}
_CONTENTS = select(case_table.c.headers, case_table.c.content).where(
    case_table.c.entry == bindparam("entry")
)
_SHOULD_BE = "in_batch = 1 AND withdrawn IS NULL"


def index_case(connection: Connection, entry: int, headers: CaseHeaders, case: Case | None) -> None:
    """Put a case into the index in place of what stood there for its row."""
    answers = _newest_answers(connection, headers.number)
    put_into_index(connection, entry, passages_of(headers, case, answers))


def forget_case(connection: Connection, entry: int) -> None:
    """Take a case out of the index."""
    connection.execute(text("DELETE FROM case_search WHERE rowid = :entry"), {"entry": entry})
    connection.execute(delete(searched).where(searched.c.entry == entry))


def is_behind(connection: Connection) -> bool:
    """Whether `catch_up` has something to do."""
    return bool(_unindexed(connection) or _left_over(connection) or _commented(connection))


def catch_up(connection: Connection) -> None:
    """Bring the index to what is here now: cases taken in by an older app, cases withdrawn or
    under review again, and the reviewer's own comments."""
    for entry in _left_over(connection):
        forget_case(connection, entry)
    due = sorted({*_unindexed(connection), *_commented(connection)})
    for entry in due:
        row = connection.execute(_CONTENTS, {"entry": entry}).one()
        case = None if row.content is None else Case.from_body(row.content)
        headers = CaseHeaders.from_body(row.headers) if case is None else case.headers
        index_case(connection, entry, headers, case)
    newest = connection.execute(select(func.max(draft_revision.c.revision))).scalar()
    if newest is not None:
        keep_fact(connection, FactName.SEARCHED_TO, str(newest))


def _newest_answers(connection: Connection, number: str) -> bytes | None:
    """The newest draft of a case as it is kept, also once it is signed."""
    answers: bytes | None = connection.execute(_NEWEST, {"number": number}).scalar()
    return answers


_NEWEST = (
    select(draft_revision.c.answers)
    .where(draft_revision.c.case_number == bindparam("number"))
    .order_by(draft_revision.c.revision.desc())
    .limit(1)
)


def put_into_index(
    connection: Connection,
    entry: int,
    passages: Sequence[Passage],
    cut: Callable[[str], str] = cut,
) -> None:
    """Let a row of the index hold these passages, their words cut by `cut`."""
    forget_case(connection, entry)
    connection.execute(
        text(
            "INSERT INTO case_search(rowid, title, people, text, own) "
            "VALUES (:entry, :title, :people, :text, :own)"
        ),
        {"entry": entry} | index_columns(passages, cut),
    )
    kept = searched_text(passages)
    connection.execute(
        insert(searched).values(entry=entry, kinds=kept.kinds, text=kept.text, folded=kept.folded)
    )


def index_columns(passages: Sequence[Passage], cut: Callable[[str], str]) -> dict[str, str]:
    """What each column of the index is given of these passages."""
    return {
        name: joined(cut(each.text) for each in passages if each.part in parts)
        for name, parts in _COLUMNS.items()
    }


def _unindexed(connection: Connection) -> list[int]:
    return _entries(
        connection,
        f"SELECT entry FROM case_entry WHERE {_SHOULD_BE} "
        "AND entry NOT IN (SELECT id FROM case_search_docsize)",
    )


def _left_over(connection: Connection) -> list[int]:
    return _entries(
        connection,
        "SELECT id FROM case_search_docsize "
        f"WHERE id NOT IN (SELECT entry FROM case_entry WHERE {_SHOULD_BE})",
    )


def _commented(connection: Connection) -> list[int]:
    """Cases with drafts that were kept since they were indexed."""
    known = int(text_of(connection, FactName.SEARCHED_TO) or 0)
    return _entries(
        connection,
        f"SELECT DISTINCT entry FROM case_entry WHERE {_SHOULD_BE} AND number IN "
        f"(SELECT case_number FROM draft_revision WHERE revision > {known})",
    )


def _entries(connection: Connection, statement: str) -> list[int]:
    return list(connection.execute(text(statement)).scalars())

"""The full-text index of the cases: what is put into it, kept up to date, and asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    bindparam,
    column,
    delete,
    func,
    insert,
    select,
    text,
)

from review_protocol.documents.case import Case, CaseHeaders
from reviewer_app.models.case_schema import case as case_table
from reviewer_app.models.case_schema import searched
from reviewer_app.models.facts import FactName, keep_fact, text_of
from reviewer_app.models.passages import (
    Part,
    Passage,
    SearchedText,
    passages_of,
    searched_text,
)
from reviewer_app.models.schema import draft_revision
from reviewer_app.models.search_words import Term, index_text, match_expression, terms_of

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
    _index(connection, entry, passages_of(headers, case, answers))


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


def found_entries(connection: Connection, terms: Sequence[Term]) -> tuple[int, ...]:
    """The rows with all of the terms: first those with all in the title, then those with any there,
    and by BM25 among these, where the names of organisations, countries (regions) and files weigh
    more than comments, and comments more than the text."""
    # straight from the driver: 10,000 rows of SQLAlchemy take longer than the search
    driver = connection.connection.driver_connection
    expressions = [term.expression for term in terms]
    if driver is None or not expressions:
        return ()

    def matching(expression: str, order: str = "") -> list[int]:
        statement = f"SELECT rowid FROM case_search WHERE case_search MATCH ? {order}"
        return [entry for (entry,) in driver.execute(statement, (expression,))]

    ranked = matching(" AND ".join(expressions), "ORDER BY rank")
    joins = (" AND ", " OR ") if len(expressions) > 1 else (" AND ",)
    tiers = [set(matching(f"{{title}} : ({join.join(expressions)})")) for join in joins]
    # sorting keeps the order of what is equal
    return tuple(sorted(ranked, key=lambda entry: [entry not in tier for tier in tiers]))


def texts_at(connection: Connection, rows: Iterable[int]) -> Mapping[int, SearchedText]:
    """What is searched of the cases at these rows, as it was indexed, in the order asked for."""
    wanted = tuple(rows)
    found = {
        row.entry: SearchedText(row.kinds, row.text, row.folded)
        for row in connection.execute(select(searched).where(searched.c.entry.in_(wanted)))
    }
    return {entry: found[entry] for entry in wanted if entry in found}


def found_by(entry: ColumnElement[int], query: str) -> ColumnElement[bool] | None:
    """The condition that a row's `entry` is found by the query; None where it asks nothing."""
    expression = match_expression(terms_of(query))
    if expression is None:
        return None
    found = (
        text("SELECT rowid AS entry FROM case_search WHERE case_search MATCH :match_expression")
        .bindparams(match_expression=expression)
        .columns(column("entry", Integer))
        .subquery()
    )
    return entry.in_(select(found.c.entry))


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


def _index(connection: Connection, entry: int, passages: Sequence[Passage]) -> None:
    forget_case(connection, entry)
    connection.execute(
        text(
            "INSERT INTO case_search(rowid, title, people, text, own) "
            "VALUES (:entry, :title, :people, :text, :own)"
        ),
        {"entry": entry} | {name: _indexed(passages, parts) for name, parts in _COLUMNS.items()},
    )
    kept = searched_text(passages)
    connection.execute(
        insert(searched).values(entry=entry, kinds=kept.kinds, text=kept.text, folded=kept.folded)
    )


def _indexed(passages: Sequence[Passage], parts: Iterable[Part]) -> str:
    return index_text(each.text for each in passages if each.part in parts)


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

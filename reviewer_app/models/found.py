"""What the full-text index is asked: which cases have the words, the best first, and their texts.

Asked again with every letter, so each question is one statement whose answer is taken at once: the
driver lets go of Python's lock for every row, and waits for it while the window is painted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import filterfalse

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import ColumnElement, Integer, column, select, text

from review_protocol.late_dataclasses import dataclass
from reviewer_app.models.case_states import LISTED_SQL
from reviewer_app.models.passages import SearchedText
from reviewer_app.models.rows import CaseState
from reviewer_app.models.search_words import Term, match_expression, terms_of

_MATCHING = "SELECT rowid FROM case_search WHERE case_search MATCH"
_ALL_OF = "(SELECT json_group_array(rowid) FROM ({}))".format
_RANKED = _ALL_OF(f"{_MATCHING} ? ORDER BY rank")
_TITLED = _ALL_OF(f"{_MATCHING} ?")
_ONE_TERM = f"SELECT {_RANKED}, {_TITLED}"
_SEVERAL_TERMS = f"SELECT {_RANKED}, {_TITLED}, {_TITLED}"
_TEXTS = f"""
SELECT page.key, listed.number, listed.state, case_text.kinds, case_text.text, case_text.folded
FROM json_each(?) AS page
JOIN ({LISTED_SQL}) AS listed ON listed.entry = page.value
JOIN case_text ON case_text.entry = page.value
"""
_STEPS = 50_000
"""Of SQLite's machine, about a millisecond, between looks whether an answer is still wanted."""


@dataclass(frozen=True, slots=True)
class CaseText:
    """A case with what is searched of it."""

    number: str
    state: CaseState
    searched: SearchedText


def found_entries(
    connection: sqlcipher.Connection,
    terms: Sequence[Term],
    is_given_up: Callable[[], bool] | None = None,
) -> tuple[int, ...]:
    """The rows with all of the terms: first those with all in the title, then those with any there,
    and by BM25 among these, where the names of organisations, countries (regions) and files weigh
    more than comments, and comments more than the text.

    Raises the driver's OperationalError once `is_given_up`.
    """
    expressions = [term.expression for term in terms]
    if not expressions:
        return ()
    everything = " AND ".join(expressions)
    statement, values = _ONE_TERM, [everything, f"{{title}} : ({everything})"]
    if len(expressions) > 1:
        statement = _SEVERAL_TERMS
        values.append(f"{{title}} : ({' OR '.join(expressions)})")
    with _watched(connection, is_given_up):
        ((*answer,),) = connection.execute(statement, values).fetchall()
    ranked, *tiers = map(json.loads, answer)
    in_title = set(tiers.pop()).__contains__
    first = list(filter(in_title, ranked))
    for tier in map(set, tiers):
        first.sort(key=lambda entry: entry not in tier)  # which keeps the order of what is equal
    return (*first, *filterfalse(in_title, ranked))


def texts_at(connection: sqlcipher.Connection, rows: Sequence[int]) -> tuple[CaseText, ...]:
    """The cases at these rows as they were indexed, in this order; those that went are left out."""
    found = connection.execute(_TEXTS, (json.dumps(rows),)).fetchall()
    return tuple(
        CaseText(number, CaseState(state), SearchedText(*searched))
        for _, number, state, *searched in sorted(found)
    )


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


@contextmanager
def _watched(
    connection: sqlcipher.Connection, is_given_up: Callable[[], bool] | None
) -> Iterator[None]:
    """SQLite leaves what it is at once nobody wants the answer any more."""
    connection.set_progress_handler(is_given_up, _STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, _STEPS)

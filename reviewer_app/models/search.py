"""Full-text search over cases in both languages, exact for one and two Chinese characters too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, Connection, Integer, column, select, text

from review_protocol.documents.case import Case, CaseHeaders
from review_protocol.documents.text import Bilingual, Element, Organisation

_CJK = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uac00-\ud7af\U00020000-\U0003ffff"
)
_CJK_CHARACTER = re.compile(f"[{_CJK}]")
_BREAK = "\ue000"
"""A private letter where punctuation stood: no phrase goes across."""


def index_text(parts: Iterable[str]) -> str:
    """What the index is given: every CJK character a word, a sentinel at punctuation."""
    return f" {_BREAK} ".join(_words(part) for part in parts)


def match_expression(query: str) -> str | None:
    """The query as an FTS5 expression, None where there is nothing to look for.

    White space separates terms that must all occur, each as a phrase; text in double quotes is
    one phrase. Words in a Latin script are found in their other forms too, and the last of a
    phrase may go on ("infra" finds "infrastructure"); Chinese is found as it stands.
    """
    phrases = [phrase for term in _terms(query) if (phrase := _phrase(term))]
    return " AND ".join(phrases) or None


def index_case(connection: Connection, entry: int, headers: CaseHeaders, case: Case | None) -> None:
    """Put a case into the index in place of what stood there for its row."""
    forget_case(connection, entry)
    connection.execute(
        text("INSERT INTO case_search(rowid, text) VALUES (:entry, :words)"),
        {"entry": entry, "words": index_text(_parts(headers, case))},
    )


def forget_case(connection: Connection, entry: int) -> None:
    """Take a case out of the index."""
    connection.execute(text("DELETE FROM case_search WHERE rowid = :entry"), {"entry": entry})


def found_by(entry: ColumnElement[int], query: str) -> ColumnElement[bool] | None:
    """The condition that a row's `entry` is found by the query; None where it asks nothing."""
    expression = match_expression(query)
    if expression is None:
        return None
    found = (
        text("SELECT rowid AS entry FROM case_search WHERE case_search MATCH :match_expression")
        .bindparams(match_expression=expression)
        .columns(column("entry", Integer))
        .subquery()
    )
    return entry.in_(select(found.c.entry))


def _words(part: str) -> str:
    words: list[str] = []
    for character in unicodedata.normalize("NFKC", part):
        if _CJK_CHARACTER.match(character):
            words.append(f" {character} ")
        elif character.isspace() or unicodedata.category(character)[0] in "LNM":
            words.append(character)
        elif character not in "'\u2019\u00ad":
            words.append(f" {_BREAK} ")
        else:
            words.append("")
    return "".join(words)


def _terms(query: str) -> Iterator[str]:
    for quoted, bare in re.findall(
        r'["\u201c\u201d]([^"\u201c\u201d]*)["\u201c\u201d]?|(\S+)', query
    ):
        yield quoted or bare


def _phrase(term: str) -> str:
    words = _words(term).split()
    while words and words[0] == _BREAK:
        words.pop(0)
    while words and words[-1] == _BREAK:
        words.pop()
    if not words:
        return ""
    phrase = f'"{" ".join(words)}"'
    if _CJK_CHARACTER.match(words[-1]):
        return phrase
    return f"({phrase} OR {phrase} *)"  # a beginning is compared with stems, and not stemmed


def _parts(headers: CaseHeaders, case: Case | None) -> Iterator[str]:
    yield headers.number
    yield from _both(headers.name)
    for organisation in _organisations(headers):
        yield from _both(organisation.name)
        yield organisation.country
    yield from (*headers.countries.zh, *headers.countries.en, *headers.countries.codes)
    if case is None:
        return
    for element in Element:
        sections = case.elements.of(element)
        for section in (*sections.zh, *sections.en):
            yield from filter(None, (section.heading, *section.paragraphs))
    for attachment in case.attachments:
        yield from _both(attachment.title)


def _organisations(headers: CaseHeaders) -> Iterator[Organisation]:
    yield headers.applicant
    yield from headers.partners
    if headers.recommender is not None:
        yield headers.recommender


def _both(name: Bilingual) -> Iterator[str]:
    yield from filter(None, (name.zh, name.en))

"""Documents by their hash, and the current programme, rubric and rules."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import Connection, insert, select

from central_server.facts import Fact, find_fact, read_fact
from central_server.store.schema import document as table
from review_protocol.documents.base import Document
from review_protocol.documents.case import Case
from review_protocol.documents.case_files import read_case
from review_protocol.documents.own_tables import NamedCountries
from review_protocol.documents.programme import Programme, Rubric

_Doc = TypeVar("_Doc", bound=Document)


def keep_document(connection: Connection, document: Document) -> str:
    """Keep a document's body under its id, once; answers the id."""
    body = document.body()
    if find_body(connection, document.id) is None:
        connection.execute(insert(table).values(id=document.id, kind=document.kind, body=body))
    return document.id


def find_body(connection: Connection, document_id: str) -> bytes | None:
    """The body with this id, or None."""
    found: bytes | None = connection.execute(
        select(table.c.body).where(table.c.id == document_id)
    ).scalar()
    return found


def read_document(connection: Connection, document_id: str, model: type[_Doc]) -> _Doc:
    """The document with this id; raises KeyError, MalformedDocument."""
    body = find_body(connection, document_id)
    if body is None:
        raise KeyError(document_id)
    return model.from_body(body)


def find_case(connection: Connection, case_hash: str) -> Case:
    """The case with this hash, of either kind; raises KeyError, MalformedDocument."""
    body = find_body(connection, case_hash)
    if body is None:
        raise KeyError(case_hash)
    return read_case(body)


def current_programme(connection: Connection) -> Programme:
    """The current programme; raises NotFounded."""
    return Programme.from_body(read_fact(connection, Fact.PROGRAMME))


def current_countries(connection: Connection) -> NamedCountries | None:
    """The organiser's table of countries (regions), where there is one."""
    body = find_fact(connection, Fact.COUNTRIES)
    return None if body is None else NamedCountries.from_body(body)


def current_rubric(connection: Connection) -> Rubric:
    """The current rubric; raises NotFounded."""
    return Rubric.from_body(read_fact(connection, Fact.RUBRIC))

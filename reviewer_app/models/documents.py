"""Received documents, kept as the bytes that came, by id and by kind; and computed alignments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from review_protocol.documents.base import Document
from reviewer_app.models.schema import alignment, document

_Doc = TypeVar("_Doc", bound=Document)


def keep_document(connection: Connection, id: str, kind: str, content: bytes, at: str) -> None:
    """Keep a document's body, or its envelope, under its id; what is there already stays."""
    row = insert(document).values(id=id, kind=kind, content=content, taken_at=at)
    connection.execute(row.on_conflict_do_nothing())


def content_of(connection: Connection, id: str, kind: str) -> bytes | None:
    """What is kept of this kind under this id: a document's body, or its envelope."""
    return connection.execute(
        select(document.c.content).where(document.c.id == id, document.c.kind == kind)
    ).scalar()


def body_of(connection: Connection, model: type[_Doc], id: str) -> _Doc | None:
    """The document kept as its body under this id, read as `model`."""
    content = content_of(connection, id, model.kind)
    return None if content is None else model.from_body(content)


def keep_alignment(connection: Connection, key: str, content: bytes) -> None:
    """Keep a computed alignment under the hash of everything that decides it."""
    row = insert(alignment).values(key=key, content=content)
    connection.execute(row.on_conflict_do_nothing())


def alignments(connection: Connection, keys: Iterable[str]) -> Mapping[str, bytes]:
    """Those of the asked alignments that are kept."""
    rows = connection.execute(
        select(alignment.c.key, alignment.c.content).where(alignment.c.key.in_(list(keys)))
    )
    return {row.key: row.content for row in rows}

"""The programme's own glossary and table of countries (regions), as the batch that stands has
them: files of headers that belong to no case."""

from __future__ import annotations

from sqlalchemy import Connection, select

from review_protocol.documents.batch import FileRole
from reviewer_app.models.case_schema import file
from reviewer_app.models.files import StoredFile
from reviewer_app.models.schema import document


def is_own_table(stored: StoredFile) -> bool:
    """Whether a file of the batch is such a document, of whatever kind."""
    return stored.entry.role is FileRole.HEADERS and stored.entry.case is None


def own_table_ids(connection: Connection) -> dict[str, str]:
    """The ids of those that are taken in, by kind."""
    rows = connection.execute(
        select(document.c.kind, document.c.id)
        .join(file, file.c.sha256 == document.c.id)
        .where(
            file.c.in_batch == 1,
            file.c.role == FileRole.HEADERS.value,
            file.c.case_number.is_(None),
        )
    )
    return {row.kind: row.id for row in rows}

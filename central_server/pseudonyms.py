"""The key of the pseudonyms: who is which number, written out for a reason, and logged."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import ClassVar

from pydantic import ValidationError
from sqlalchemy import select

from central_server.documents import keep_document
from central_server.failures import ServerFailure
from central_server.log import OpenGroup
from central_server.store.schema import person as table
from review_protocol.documents.base import Count, Document, ShortText, Timestamp
from review_protocol.documents.leaf import ActLeaf

FORMAT = "practice-pseudonyms/1"


@dataclass(eq=False)
class CannotOpenKey(ServerFailure):
    """The key of the pseudonyms stays where it is: no reason was given, or a too long one."""


class PseudonymsOpened(Document):
    """What is kept of it; the key itself is in the file alone."""

    kind: ClassVar[str] = "pseudonyms-opened"

    reason: ShortText
    people: Count
    made: Timestamp


def open_key(group: OpenGroup, *, reason: str, now: str) -> bytes:
    """The key as a file's content, JSON by number; that it was opened is a leaf of the log.

    Raises CannotOpenKey.
    """
    rows = group.connection.execute(
        select(table.c.pseudonym, table.c.id, table.c.name)
        .where(table.c.pseudonym.is_not(None))
        .order_by(table.c.pseudonym)
    ).all()
    try:
        record = PseudonymsOpened(reason=reason.strip(), people=len(rows), made=now)
    except ValidationError as error:
        raise CannotOpenKey from error
    subject = keep_document(group.connection, record)
    group.add(ActLeaf(type="act/1", act="pseudonyms", subject=subject, received=now).entry())
    key = {
        "format": FORMAT,
        "made": now,
        "reason": record.reason,
        "people": [{"number": row.pseudonym, "person": row.id, "name": row.name} for row in rows],
    }
    return (json.dumps(key, ensure_ascii=False, indent=1) + "\n").encode()

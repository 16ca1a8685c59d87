"""A case that its applicant withdraws leaves lists, ranks and progress, and stays in the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import ValidationError
from sqlalchemy import Connection, select, update

from central_server.batches import Issuer
from central_server.documents import keep_document
from central_server.failures import ServerFailure
from central_server.log import OpenGroup
from central_server.notices import Telling, readers_of, tell
from central_server.rounds import current_round
from central_server.store import schema
from review_protocol.documents.base import CaseNumber, Document, Hash, ShortText, Timestamp
from review_protocol.documents.leaf import ActLeaf
from review_protocol.documents.notice import NoticeKind


@dataclass(eq=False)
class CannotWithdraw(ServerFailure):
    """The case is as it was."""

    reason: Literal["no-such-case", "withdrawn", "no-reason"]
    case: str


class CaseWithdrawal(Document):
    """What the operator recorded of a case that its applicant took back."""

    kind: ClassVar[str] = "case-withdrawal"

    case: CaseNumber
    case_hash: Hash
    reason: ShortText
    made: Timestamp


def withdraw_case(group: OpenGroup, number: str, *, reason: str, issuer: Issuer, now: str) -> int:
    """Withdraw a case, and tell who has to do with it; answers how many people.

    No version of it is current afterwards: that is what makes it withdrawn. What was signed on it
    stays as it was judged. Raises CannotWithdraw.
    """
    connection, table = group.connection, schema.case_version
    versions = connection.execute(
        select(table.c.case_hash, table.c.current).where(table.c.number == number)
    ).all()
    if not versions:
        raise CannotWithdraw("no-such-case", number)
    current = [row.case_hash for row in versions if row.current]
    if not current:
        raise CannotWithdraw("withdrawn", number)
    try:
        record = CaseWithdrawal(case=number, case_hash=current[0], reason=reason, made=now)
    except ValidationError as error:
        raise CannotWithdraw("no-reason", number) from error
    readers = readers_of(connection, number, staff=True)
    connection.execute(update(table).where(table.c.number == number).values(current=0))
    subject = keep_document(connection, record)
    group.add(ActLeaf(type="act/1", act="withdraw-case", subject=subject, received=now).entry())
    running = current_round(connection)
    what = Telling(
        NoticeKind.CASE_WITHDRAWN,
        case=number,
        round=None if running is None else running.round.number,
    )
    return len(tell(group, issuer, readers, what, now))


def withdrawn_cases(connection: Connection) -> frozenset[str]:
    """The numbers of the cases that have versions, none of them current."""
    table = schema.case_version
    current = select(table.c.number).where(table.c.current == 1)
    rows = connection.execute(select(table.c.number).where(table.c.number.not_in(current)))
    return frozenset(rows.scalars())

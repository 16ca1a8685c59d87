"""A withdrawn case returns into the review: its applicant had not meant it, or it was a slip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import ValidationError
from sqlalchemy import select, update

from central_server.acts import reinstated
from central_server.batches import Issuer, issue_anew
from central_server.clock import later
from central_server.documents import keep_document
from central_server.failures import ServerFailure
from central_server.judging_again import judge_again
from central_server.log import OpenGroup
from central_server.notices import Telling, readers_of, tell
from central_server.people import find_person
from central_server.rounds import current_round
from central_server.store import schema
from review_protocol.documents.base import CaseNumber, Document, Hash, ShortText, Timestamp
from review_protocol.documents.leaf import ActLeaf, Disposition
from review_protocol.documents.notice import NoticeKind, Words


@dataclass(eq=False)
class CannotReinstate(ServerFailure):
    """The case is as it was."""

    reason: Literal["no-such-case", "not-withdrawn", "no-reason"]
    case: str


class CaseReinstatement(Document):
    """What the operator recorded of a case that is under review again."""

    kind: ClassVar[str] = "case-reinstatement"

    case: CaseNumber
    case_hash: Hash
    reason: ShortText
    made: Timestamp


@dataclass(frozen=True, slots=True)
class Reinstated:
    """How many people were told, and how many packets were judged anew."""

    told: int
    judged: int


def reinstate_case(
    group: OpenGroup, number: str, *, reason: str, issuer: Issuer, now: str
) -> Reinstated:
    """Make the newest version of a withdrawn case current again, and tell who has to do with it.

    It is told by a message, and shown by the next manifest: no kind of notice says it. What came
    while the case was withdrawn is judged as of its own arrival. Raises CannotReinstate.
    """
    connection, table = group.connection, schema.case_version
    versions = connection.execute(
        select(table.c.version, table.c.case_hash, table.c.current)
        .where(table.c.number == number)
        .order_by(table.c.version)
    ).all()
    if not versions:
        raise CannotReinstate("no-such-case", number)
    if any(row.current for row in versions):
        raise CannotReinstate("not-withdrawn", number)
    newest = versions[-1]
    try:
        record = CaseReinstatement(case=number, case_hash=newest.case_hash, reason=reason, made=now)
    except ValidationError as error:
        raise CannotReinstate("no-reason", number) from error
    connection.execute(
        update(table)
        .where(table.c.number == number, table.c.version == newest.version)
        .values(current=1)
    )
    subject = keep_document(connection, record)
    group.add(ActLeaf(type="act/1", act="reinstate-case", subject=subject, received=now).entry())
    refused = schema.packet.c.disposition == Disposition.NOT_COUNTED_CASE_WITHDRAWN.value
    judged = judge_again(
        group,
        refused & (schema.packet.c.case_number == number),
        reinstated,
        deployment=issuer.deployment,
        act=subject,
        now=now,
    )
    return Reinstated(_tell(group, number, issuer, now), judged)


def _tell(group: OpenGroup, number: str, issuer: Issuer, now: str) -> int:
    """Tell who has to do with the case; who saw no manifest without it sees a later one with it."""
    running = current_round(group.connection)
    what = Telling(
        NoticeKind.MESSAGE,
        case=number,
        round=None if running is None else running.round.number,
        text=_words(number),
    )
    readers = readers_of(group.connection, number, staff=True)
    after = later(now, seconds=1)  # than the withdrawal's notice, though it came this very second
    for person in readers:
        issue_anew(group.connection, find_person(group.connection, person), issuer, after)
    return len(tell(group, issuer, readers, what, now))


def _words(number: str) -> Words:
    return Words(
        zh=f"案例{number}的撤回申报已取消：该案例重新进入评审。请同步；此前所作的评分照旧有效。",
        en=f"The withdrawal of {number} was undone: the case is under review again. Please sync; "
        "what was scored on it before stands as it was.",
    )

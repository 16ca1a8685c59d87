"""Questions to the secretariat: read by the operator, and answered by a notice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select

from central_server.batches import Issuer
from central_server.failures import ServerFailure
from central_server.log import OpenGroup
from central_server.notices import Telling, staff_of, tell
from central_server.store import schema
from review_protocol.documents.acts import QuestionPacket
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.notice import Notice, NoticeKind, Words
from review_protocol.envelope import read_envelope

_SHORTEST = 6


@dataclass(eq=False)
class CannotAnswer(ServerFailure):
    """Nobody was answered: there is no such question, or more than one begins so."""

    reason: Literal["no-question", "two-questions"]
    which: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it arrived, and the notices that answer it."""

    id: str
    person: str
    name: str
    received: str
    round: int
    case: str | None
    text: str
    answers: tuple[Notice, ...]


def questions(
    connection: Connection, *, only_open: bool = False, which: str = ""
) -> tuple[Question, ...]:
    """The questions that count and whose ids begin so, in the order of their arrival."""
    packet, person = schema.packet, schema.person
    rows = connection.execute(
        select(packet.c.id, packet.c.envelope, packet.c.person, packet.c.received, person.c.name)
        .join(person, person.c.id == packet.c.person)
        .where(
            packet.c.kind == QuestionPacket.kind,
            packet.c.disposition == Disposition.COUNTED.value,
            packet.c.id.startswith(which, autoescape=True),
        )
        .order_by(packet.c.leaf)
    ).all()
    answered = _answers(connection)
    found = []
    for row in rows:
        document = QuestionPacket.from_body(read_envelope(row.envelope).body)
        given = answered.get((row.id, row.person), ())
        if only_open and given:
            continue
        found.append(
            Question(
                id=row.id,
                person=row.person,
                name=row.name,
                received=row.received,
                round=document.round,
                case=document.case,
                text=document.text,
                answers=given,
            )
        )
    return tuple(found)


def answer(group: OpenGroup, which: str, text: Words, *, issuer: Issuer, now: str) -> Question:
    """Answer the question whose id begins so, by a notice to its person and to all staff, who see
    by it what is answered; answers the question.

    Raises CannotAnswer.
    """
    found = questions(group.connection, which=which) if len(which) >= _SHORTEST else ()
    if not found:
        raise CannotAnswer("no-question", which)
    if len(found) > 1:
        raise CannotAnswer("two-questions", which)
    (question,) = found
    what = Telling(
        NoticeKind.ANSWER,
        case=question.case,
        round=question.round,
        text=text,
        in_reply_to=question.id,
    )
    tell(group, issuer, [question.person, *staff_of(group.connection)], what, now)
    return question


def tell_earlier_answers(group: OpenGroup, person: str, *, issuer: Issuer, now: str) -> None:
    """Give a member of staff the answers that were given before they came: without them they would
    see those questions as open."""
    told = _answers(group.connection)
    for question in questions(group.connection):
        known = {notice.text for notice in told.get((question.id, person), ())}
        for given in question.answers:
            if given.text not in known:
                what = Telling(
                    NoticeKind.ANSWER,
                    case=question.case,
                    round=question.round,
                    text=given.text,
                    in_reply_to=question.id,
                )
                tell(group, issuer, [person], what, now)


def _answers(connection: Connection) -> Mapping[tuple[str, str], tuple[Notice, ...]]:
    """By question and by who was told: staff get the same answer as who asked."""
    table = schema.notice
    rows = connection.execute(
        select(table.c.in_reply_to, table.c.envelope)
        .where(table.c.in_reply_to.is_not(None))
        .order_by(table.c.number)
    )
    found: dict[tuple[str, str], tuple[Notice, ...]] = {}
    for row in rows:
        notice = Notice.from_body(read_envelope(row.envelope).body)
        key = (row.in_reply_to, notice.person)
        found[key] = (*found.get(key, ()), notice)
    return found

"""Questions of reviewers as staff read them: in the app, and answered from the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.acts import QuestionPacket
from review_protocol.documents.notice import Words
from review_protocol.documents.people import Certificate, Role
from review_protocol.envelope import read_envelope
from reviewer_app.models.collected import collected_packets, experts
from reviewer_app.models.notices import all_notices
from reviewer_app.models.store import Store
from reviewer_app.services.standing import require_role


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A verified question; `person` is the id under which progress names people."""

    packet: str
    person: str
    case: str | None
    text: str
    claimed: str
    """When its device says that it was asked: a timestamp."""
    leaf: int
    answers: tuple[Answered, ...] = ()
    """As staff were told of them, the oldest first; none where it is open."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that the asker and all staff were given; `issued` is a timestamp."""

    text: Words
    issued: str


def asked_questions(store: Store) -> tuple[AskedQuestion, ...]:
    """All collected questions that count, the newest first; their signatures and receipts were
    verified. Raises NotPermitted for who is not staff."""
    with store.read() as connection:
        require_role(connection, "read questions", Role.STAFF)
        people, answers = people_of_devices(connection), _answers(connection)
        found = [
            each
            for each in collected_packets(connection, kinds=(QuestionPacket.kind,))
            if each.disposition.counts
        ]
    rows = []
    for each in reversed(found):
        document = QuestionPacket.from_body(read_envelope(each.envelope).body)
        person = people.get(each.kid, "")
        rows.append(
            AskedQuestion(
                packet=each.id,
                person=person,
                case=document.case,
                text=document.text,
                claimed=document.claimed,
                leaf=each.leaf,
                answers=answers.get(each.id, ()),
            )
        )
    return tuple(rows)


def _answers(connection: Connection) -> Mapping[str, tuple[Answered, ...]]:
    """By the question's id, of the notices that came to this member of staff."""
    found: dict[str, tuple[Answered, ...]] = {}
    for kept in reversed(all_notices(connection)):
        notice = kept.document
        if notice.in_reply_to is not None and notice.text is not None:
            given = Answered(notice.text, notice.issued)
            found[notice.in_reply_to] = (*found.get(notice.in_reply_to, ()), given)
    return found


def people_of_devices(connection: Connection) -> Mapping[str, str]:
    """Whose device each key is."""
    return {
        each.kid: Certificate.from_body(read_envelope(each.certificate).body).person
        for each in experts(connection)
    }

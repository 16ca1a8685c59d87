"""Questions of reviewers as staff read them: in the app, and answered from the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.acts import QuestionPacket
from review_protocol.documents.people import Certificate, Role
from review_protocol.envelope import read_envelope
from reviewer_app.models.collected import collected_packets, experts
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


def asked_questions(store: Store) -> tuple[AskedQuestion, ...]:
    """All collected questions that count, the newest first; their signatures and receipts were
    verified. Raises NotPermitted for who is not staff."""
    with store.read() as connection:
        require_role(connection, "read questions", Role.STAFF)
        people = people_of_devices(connection)
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
                each.id, person, document.case, document.text, document.claimed, each.leaf
            )
        )
    return tuple(rows)


def people_of_devices(connection: Connection) -> Mapping[str, str]:
    """Whose device each key is."""
    return {
        each.kid: Certificate.from_body(read_envelope(each.certificate).body).person
        for each in experts(connection)
    }

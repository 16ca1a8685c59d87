"""Names somebody who is there a deputy, or lets them be one no more; a leaf of the log says so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from sqlalchemy import update

from central_server.documents import keep_document
from central_server.failures import ServerFailure
from central_server.log import OpenGroup
from central_server.people import Person, find_called
from central_server.store.schema import person as table
from review_protocol.documents.base import Document, PersonId, Timestamp
from review_protocol.documents.leaf import ActLeaf
from review_protocol.documents.people import Role


@dataclass(eq=False)
class NoDeputy(ServerFailure):
    """Only chairs and heads have deputies; nothing was changed."""

    name: str
    role: str


@dataclass(eq=False)
class DeputyAlready(ServerFailure):
    """The person is what they were to become."""

    name: str
    deputy: bool


class DeputyRecord(Document):
    """Whom the operator made a deputy, or no deputy any more."""

    kind: ClassVar[str] = "deputy-record"

    person: PersonId
    deputy: bool
    made: Timestamp


def name_deputy(group: OpenGroup, who: str, *, deputy: bool, now: str) -> Person:
    """Make a chair or a head, by id or name, the deputy of the other one, or end that.

    What they signed before stays as it was judged. Raises NotOnePerson, NoDeputy, DeputyAlready.
    """
    connection = group.connection
    person = find_called(connection, who)
    if person.role not in (Role.CHAIR, Role.HEAD):
        raise NoDeputy(person.name, person.role.value)
    if person.deputy is deputy:
        raise DeputyAlready(person.name, deputy)
    connection.execute(update(table).where(table.c.id == person.id).values(deputy=int(deputy)))
    record = DeputyRecord(person=person.id, deputy=deputy, made=now)
    subject = keep_document(connection, record)
    # of the acts that every desk knows the one by which people come to their places
    group.add(ActLeaf(type="act/1", act="invite", subject=subject, received=now).entry())
    return replace(person, deputy=deputy)

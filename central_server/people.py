"""People and their invitations: whom the programme asks, in which role, and under which number."""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from central_server.failures import ServerFailure
from central_server.store import schema
from review_protocol.crockford import invitation_id
from review_protocol.documents.people import Role
from review_protocol.keys import Randomness

Chance = Callable[[int], int]
"""A whole number from 0 up to, and without, the given one."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as the operator hands it out; its code is made of the secret alone."""

    id: str
    person: str
    created: str
    expires: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person as far as rules need them."""

    id: str
    name: str
    role: Role
    panel: str | None
    pseudonym: int | None
    deputy: bool = False
    """Of the chair of the same panel, or of the head: decides what is withheld from them."""


@dataclass(eq=False)
class NotOnePerson(ServerFailure):
    """Nobody has this id or name, or several have; nothing was done."""

    which: str
    several: bool


def add_person(
    connection: Connection,
    *,
    name: str,
    role: Role | str,
    panel: str | None = None,
    organisations: Sequence[str] = (),
    country: str | None = None,
    languages: Sequence[str] = ("zh", "en"),
    areas: Sequence[str] = (),
    email: str | None = None,
    deputy: bool = False,
    now: str,
    randomness: Randomness = secrets.token_bytes,
    chance: Chance = secrets.randbelow,
) -> str:
    """Add a person and answer their id, `p-…`; `now` is a timestamp.

    Reviewers get a number, under which chairs see them. Until a round is opened all numbers are
    shuffled with every newcomer, so that they tell nothing about the order of entering.
    """
    person = "p-" + base64.b32encode(randomness(10)).decode("ascii").lower()
    connection.execute(
        insert(schema.person).values(
            id=person,
            name=name,
            email=email,
            role=Role(role).value,
            panel=panel,
            organisations=json.dumps(list(organisations), ensure_ascii=False),
            country=country,
            languages=",".join(languages),
            areas=",".join(areas),
            added=now,
            deputy=int(deputy),
        )
    )
    if Role(role) is Role.REVIEWER:
        give_pseudonym(connection, person, chance)
    return person


def invite(
    connection: Connection, person: str, *, secret: bytes, now: str, expires: str
) -> Invitation:
    """Keep an invitation for one device of a person; its code is `encode_code(secret)`."""
    invitation = Invitation(invitation_id(secret), person, now, expires)
    connection.execute(
        insert(schema.invitation).values(
            id=invitation.id,
            secret=secret,
            person=person,
            created=now,
            expires=expires,
            refused_tries=0,
        )
    )
    return invitation


def find_person(connection: Connection, person: str) -> Person:
    """A person by id; raises KeyError."""
    table = schema.person
    row = connection.execute(
        select(table.c.name, table.c.role, table.c.panel, table.c.pseudonym, table.c.deputy).where(
            table.c.id == person
        )
    ).one_or_none()
    if row is None:
        raise KeyError(person)
    return Person(person, row.name, Role(row.role), row.panel, row.pseudonym, bool(row.deputy))


def find_called(connection: Connection, who: str) -> Person:
    """The person with this id or name; raises NotOnePerson."""
    table = schema.person
    called = select(table.c.id).where((table.c.id == who) | (table.c.name == who))
    ids = connection.execute(called).scalars().all()
    if len(ids) != 1:
        raise NotOnePerson(who, several=bool(ids))
    return find_person(connection, ids[0])


def of_panels(connection: Connection) -> tuple[Person, ...]:
    """The chairs, the head, and their deputies."""
    table = schema.person
    rows = connection.execute(
        select(table).where(table.c.role.in_((Role.CHAIR.value, Role.HEAD.value)))
    )
    return tuple(
        Person(row.id, row.name, Role(row.role), row.panel, row.pseudonym, bool(row.deputy))
        for row in rows
    )


def give_pseudonym(connection: Connection, person: str, chance: Chance = secrets.randbelow) -> None:
    """Everybody who reviews has a number, chairs too; who has one keeps it.

    The newcomer takes a random number from 1 to n, and who had it takes n.
    """
    table = schema.person
    if find_person(connection, person).pseudonym is not None:
        return
    newest = (connection.execute(select(func.max(table.c.pseudonym))).scalar() or 0) + 1
    opened = connection.execute(
        select(func.count()).where(schema.review_round.c.opened.is_not(None))
    ).scalar_one()
    number = newest if opened else chance(newest) + 1
    if number != newest:
        connection.execute(
            update(table).where(table.c.pseudonym == number).values(pseudonym=newest)
        )
    connection.execute(update(table).where(table.c.id == person).values(pseudonym=number))

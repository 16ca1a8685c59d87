"""Invites people: one by name or many from a file, with a code each and the letter's file."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import Field
from sqlalchemy import Connection, func, select

from central_server.documents import current_countries, current_programme, keep_document
from central_server.failures import ServerFailure
from central_server.intake.countries import read_countries
from central_server.log import OpenGroup
from central_server.people import Person, add_person, find_person, invite
from central_server.recognising import (
    AlreadyThere,
    known_among,
    known_people,
    require_each_once,
)
from central_server.store import schema
from review_protocol.crockford import encode_code, new_secret
from review_protocol.documents.base import (
    CountryCode,
    Document,
    PanelCode,
    Part,
    PersonId,
    ShortText,
    Timestamp,
)
from review_protocol.documents.leaf import ActLeaf
from review_protocol.documents.people import InvitationLetter, Role
from review_protocol.documents.text import Area, Language
from review_protocol.keys import Randomness


@dataclass(eq=False)
class CannotInvite(ServerFailure):
    """This person cannot be invited like this; nobody was."""

    name: str
    reason: Literal[
        "panel-needed", "no-such-panel", "no-such-country", "no-such-person", "no-deputy"
    ]
    given: str


class PersonForm(Part):
    """A person to invite, as people.json has it; without areas, a reviewer of all areas."""

    name: ShortText
    role: Role
    panel: PanelCode | None = None
    organisations: tuple[ShortText, ...] = ()
    country: CountryCode | None = None
    languages: tuple[Language, ...] = Field(default=tuple(Language), min_length=1)
    areas: tuple[Area, ...] = ()
    email: ShortText | None = None
    deputy: bool = False
    """Of the chair of the panel, or of the head."""


class PeopleForm(Part):
    """people.json."""

    format: Literal["practice-people/1"]
    people: tuple[PersonForm, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation to hand out."""

    id: str
    person: Person
    code: str
    expires: str

    def letter(self, connection: Connection, server: str) -> InvitationLetter:
        """The letter's document: all that enrolling needs; it is as secret as the code."""
        name = current_programme(connection).name
        return InvitationLetter(
            server=server,
            code=self.code,
            programme=" / ".join(text for text in (name.zh, name.en) if text)[:500],
            person_name=self.person.name,
            role=self.person.role,
        )


def invite_people(
    connection: Connection,
    people: Sequence[PersonForm],
    *,
    now: str,
    expires: str,
    only_new: bool = False,
    namesake: bool = False,
    randomness: Randomness = secrets.token_bytes,
) -> tuple[Invited, ...]:
    """Add all these people and invite them; `only_new` passes over those who are there already.

    A `namesake` has the name of somebody who is there, and is another person. Raises
    AlreadyThere, NamedTwice, CannotInvite, NotFounded.
    """
    people = _strangers(connection, people, only_new=only_new, namesake=namesake)
    _require_known_places(connection, people)
    ids = [
        add_person(
            connection,
            name=one.name,
            role=one.role,
            panel=one.panel,
            organisations=one.organisations,
            country=one.country,
            languages=one.languages,
            areas=one.areas,
            email=one.email,
            deputy=one.deputy,
            now=now,
            randomness=randomness,
        )
        for one in people
    ]
    return tuple(
        invite_again(connection, each, now=now, expires=expires, randomness=randomness)
        for each in ids
    )


def _require_known_places(connection: Connection, people: Sequence[PersonForm]) -> None:
    """Raises CannotInvite where a panel or a country is missing or unknown."""
    panels = {panel.code for panel in current_programme(connection).panels}
    codes = read_countries(current_countries(connection)).known
    for one in people:
        if one.deputy and one.role not in (Role.CHAIR, Role.HEAD):
            raise CannotInvite(one.name, "no-deputy", one.role.value)
        if one.role is Role.CHAIR and one.panel is None:
            raise CannotInvite(one.name, "panel-needed", "")
        if one.panel is not None and one.panel not in panels:
            raise CannotInvite(one.name, "no-such-panel", one.panel)
        if one.country is not None and one.country not in codes:
            raise CannotInvite(one.name, "no-such-country", one.country)


def _strangers(
    connection: Connection, people: Sequence[PersonForm], *, only_new: bool, namesake: bool
) -> Sequence[PersonForm]:
    """Those who are not there yet; raises AlreadyThere where all were meant."""
    require_each_once(people)
    known = known_people(connection)
    there = [known_among([one], known, namesake=namesake) for one in people]
    new = [one for one, found in zip(people, there, strict=True) if not found]
    if len(new) < len(people) and not only_new:
        raise AlreadyThere(tuple(each for found in there for each in found), len(new))
    return new


def invite_again(
    connection: Connection,
    person: str,
    *,
    now: str,
    expires: str,
    randomness: Randomness = secrets.token_bytes,
) -> Invited:
    """One more invitation for somebody who is known, such as for a second device."""
    try:
        known = find_person(connection, person)
    except KeyError as error:
        raise CannotInvite(person, "no-such-person", person) from error
    secret = new_secret(randomness)
    made = invite(connection, person, secret=secret, now=now, expires=expires)
    return Invited(made.id, known, encode_code(secret), expires)


class InvitationMade(Part):
    """Who was invited; the invitation's id says nothing of its secret."""

    invitation: ShortText
    person: PersonId
    name: ShortText
    role: Role
    panel: PanelCode | None
    deputy: bool = False


class InvitationRecord(Document):
    """Whom the operator invited in one go."""

    kind: ClassVar[str] = "invitation-record"

    invitations: tuple[InvitationMade, ...]
    expires: Timestamp
    made: Timestamp


def record_invitations(group: OpenGroup, invited: Sequence[Invited], *, now: str) -> int:
    """The leaf of these invitations, and the document that it names; answers its position."""
    made = tuple(
        InvitationMade(
            invitation=each.id,
            person=each.person.id,
            name=each.person.name,
            role=each.person.role,
            panel=each.person.panel,
            deputy=each.person.deputy,
        )
        for each in invited
    )
    record = InvitationRecord(invitations=made, expires=invited[0].expires, made=now)
    subject = keep_document(group.connection, record)
    return group.add(ActLeaf(type="act/1", act="invite", subject=subject, received=now).entry())


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as the operator's list has them."""

    person: Person
    languages: str
    areas: str
    state: Literal["invited", "enrolled", "declined"]
    refused_tries: int
    """How often a code of theirs was refused: used on another computer, or with a wrong secret."""


def list_people(connection: Connection) -> tuple[PersonRow, ...]:
    """Everybody, by role and name."""
    person, invitation, device = schema.person, schema.invitation, schema.device
    enrolled = set(connection.execute(select(device.c.person)).scalars())
    declined = set(
        connection.execute(
            select(invitation.c.person).where(invitation.c.declined.is_not(None))
        ).scalars()
    )
    table = schema.invitation.c
    counted = select(table.person, func.sum(table.refused_tries)).group_by(table.person)
    tries = {row.person: int(row[1]) for row in connection.execute(counted)}
    order = [role.value for role in Role]
    rows = connection.execute(select(person)).all()
    return tuple(
        PersonRow(
            Person(row.id, row.name, Role(row.role), row.panel, row.pseudonym, bool(row.deputy)),
            row.languages,
            row.areas,
            _state(row.id, enrolled, declined),
            tries.get(row.id, 0),
        )
        for row in sorted(rows, key=lambda row: (order.index(row.role), row.name, row.id))
    )


def _state(
    person: str, enrolled: set[str], declined: set[str]
) -> Literal["invited", "enrolled", "declined"]:
    if person in enrolled:
        return "enrolled"
    return "declined" if person in declined else "invited"

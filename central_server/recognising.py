"""Recognises people who are there already: one human stays one person, with one voice."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection, select

from central_server.failures import ServerFailure
from central_server.store.schema import person as table


class Named(Protocol):
    """By what people are told apart."""

    @property
    def name(self) -> str:
        """As it was given."""

    @property
    def email(self) -> str | None:
        """None where none was given."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who is there."""

    id: str
    name: str
    email: str | None


@dataclass(eq=False)
class AlreadyThere(ServerFailure):
    """Some of those to invite are there already; nobody was invited."""

    known: tuple[KnownPerson, ...]
    others: int
    """How many of those to invite are new."""


@dataclass(eq=False)
class NamedTwice(ServerFailure):
    """The same person stands in one list twice; nobody was invited."""

    name: str


def same_person(one: Named, other: Named) -> bool:
    """One address is one person, whatever the name; two addresses are two people, of one name
    too; where one of them has no address, the name decides."""
    if one.email is not None and other.email is not None:
        return _plain(one.email) == _plain(other.email)
    return _plain(one.name) == _plain(other.name)


def known_people(connection: Connection) -> tuple[KnownPerson, ...]:
    """Everybody who is there."""
    rows = connection.execute(select(table.c.id, table.c.name, table.c.email)).all()
    return tuple(KnownPerson(row.id, row.name, row.email) for row in rows)


def known_among(
    given: Iterable[Named], known: Sequence[KnownPerson], *, namesake: bool = False
) -> tuple[KnownPerson, ...]:
    """Who of the known is given; a namesake is said to be another person, unless the address is
    the same."""
    return tuple(
        each
        for each in known
        for one in given
        if same_person(one, each) and not (namesake and None in (one.email, each.email))
    )


def require_each_once(given: Sequence[Named]) -> None:
    """Raises NamedTwice."""
    for at, one in enumerate(given):
        if any(same_person(one, other) for other in given[:at]):
            raise NamedTwice(one.name)


def _plain(text: str) -> str:
    """Letters alike in whatever case, width and spacing they were typed."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())

"""Who takes part: the invented people of `people.json`, each with their invitation letter."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from pathlib import Path

from pydantic import TypeAdapter

from review_protocol.documents.base import Part
from review_protocol.documents.people import InvitationLetter, Role
from review_protocol.documents.text import Area, Language


class InvitedPerson(Part):
    """One entry of `people.json`, as `central-server invite --from` takes it."""

    name: str
    role: Role
    panel: str | None = None
    organisations: tuple[str, ...]
    country: str
    languages: tuple[Language, ...]
    areas: tuple[Area, ...] = ()
    email: str | None = None


class InvitedPeople(Part):
    """The whole file."""

    format: str
    people: tuple[InvitedPerson, ...]


@dataclass(frozen=True, slots=True)
class Guest:
    """A person and the letter that was written to them."""

    person: InvitedPerson
    letter: InvitationLetter
    path: Path
    """The letter's file."""

    def at(self, server: str) -> Guest:
        """The same, the letter naming this address."""
        return replace(self, letter=self.letter.model_copy(update={"server": server}))


@contextmanager
def people_file() -> Iterator[Path]:
    """`people.json` as a file."""
    with as_file(files("reviewer_app.resources") / "demo" / "people.json") as path:
        yield path


def guests_in(letters: Path) -> tuple[Guest, ...]:
    """Everybody with their letter, in the order of `people.json`."""
    with people_file() as path:
        people = TypeAdapter(InvitedPeople).validate_json(path.read_bytes()).people
    written = {}
    for each in letters.iterdir():
        letter = InvitationLetter.from_body(each.read_bytes())
        written[letter.person_name] = (letter, each)
    return tuple(Guest(person, *written[person.name]) for person in people)

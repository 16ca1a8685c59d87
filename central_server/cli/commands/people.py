"""The commands about people: invite, people, name-deputy."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from pydantic import ValidationError

from central_server.cli.arguments.options import Options
from central_server.cli.arguments.readers import server_address, whole
from central_server.cli.bad_argument import BadArgument
from central_server.cli.session import Session, open_home
from central_server.cli.words import say
from central_server.clock import later
from central_server.deputies import name_deputy
from central_server.intake.fields import read_form
from central_server.intake.findings import CannotImport
from central_server.intake.text import read_text
from central_server.inviting import (
    Invited,
    PeopleForm,
    PersonForm,
    invite_again,
    invite_people,
    list_people,
    record_invitations,
)
from central_server.letters import write_letter, write_letters
from central_server.log import OpenGroup
from central_server.people import Person
from central_server.shown import in_a_line
from central_server.six_words import require_words
from review_protocol.documents.people import InvitationLetter, Role
from review_protocol.documents.text import Area, Language

_OF_ONE = (
    *("role", "panel", "organisation", "country", "languages", "areas", "email", "deputy"),
    "namesake",
)
"""A file says these of each of its people, and who is invited again is known."""


class Invite:
    """Invites somebody or many."""

    name = "invite"

    def takes(self, options: Options) -> None:
        """Who, as what, and where the letters go."""
        who = options.either()
        who.option("--name", metavar="NAME")
        who.option("--from", metavar="FILE", read=Path, dest="source")
        who.option("--again", metavar="ID")
        options.one_of("--role", [role.value for role in Role])
        options.option("--panel", metavar="CODE")
        options.repeated("--organisation", metavar="NAME")
        options.option("--country", metavar="CC")
        options.option("--languages", metavar="LIST")
        options.option("--areas", metavar="LIST")
        options.option("--email", metavar="ADDRESS")
        options.flag("--deputy")
        options.flag("--namesake")
        options.flag("--only-new")
        options.option("--days", metavar="N", read=whole(1, 3650), usual=30)
        options.flag("--confirm")
        options.option("--server", metavar="URL", read=server_address)
        options.file("--letter")
        options.option("--letters", metavar="DIR", read=Path)

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Invite them; print each code, write the letters."""
        people = _people(arguments)
        _require_sense(arguments, len(people))
        with open_home(session) as server, ExitStack() as undo:
            now = server.now()
            expires = later(now, days=arguments.days)
            with server.log.appending(server.store) as group:
                invited = _invited(group, arguments, people, now=now, expires=expires)
                letters = _letters(group, arguments, invited)
                place = _write(arguments, letters, undo)  # before the commit: else codes were lost
            undo.pop_all()
        for one in invited:
            session.tell(
                "invited",
                person=one.person.id,
                role=f"{_role(one.person):8}",
                code=one.code,
                name=one.person.name,
            )
        if arguments.only_new and len(invited) < len(people):
            session.tell("invited-not", count=len(people) - len(invited))
        written = "" if place is None else say(session.language, "letters-written", folder=place)
        session.tell("invited-all", count=len(invited), expires=expires, letters=written)
        return 0


class People:
    """Lists everybody, without the numbers that reviewers are shown under."""

    name = "people"

    def takes(self, options: Options) -> None:
        """Nothing."""

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Print the list."""
        with open_home(session) as server, server.store.read() as connection:
            rows = list_people(connection)
        for row in rows:
            one = row.person
            print(
                f"{one.id}  {_role(one):12}  {one.panel or '–':12}  {row.languages:5}  "
                f"{row.state:8}  {in_a_line(one.name)}"
            )
        for row in rows:
            if row.refused_tries:
                session.tell("people-refused", person=row.person.id, count=row.refused_tries)
        session.tell("people-count", count=len(rows))
        return 0


class Deputy:
    """Makes a chair or a head the deputy of the other, or ends that."""

    name = "name-deputy"

    def takes(self, options: Options) -> None:
        """Whom, and whether."""
        options.first("person", "deputy-whom", metavar="PERSON")
        options.flag("--no-more", "deputy-no-more")

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Do it."""
        with open_home(session) as server, server.log.appending(server.store) as group:
            person = name_deputy(
                group, arguments.person, deputy=not arguments.no_more, now=server.now()
            )
        word = "deputy-named" if person.deputy else "deputy-ended"
        session.tell(word, name=in_a_line(person.name), person=person.id)
        return 0


def _role(person: Person) -> str:
    return f"{person.role.value}/deputy" if person.deputy else person.role.value


def _people(arguments: argparse.Namespace) -> tuple[PersonForm, ...]:
    if arguments.source is not None:
        return _from_file(arguments.source)
    if arguments.again is not None:
        return ()
    try:
        person = PersonForm(
            name=arguments.name,
            role=Role(arguments.role or Role.REVIEWER),
            panel=arguments.panel,
            organisations=tuple(arguments.organisation),
            country=arguments.country,
            languages=tuple(Language(one) for one in _listed(arguments.languages or "zh,en")),
            areas=tuple(Area(one) for one in _listed(arguments.areas or "")),
            email=arguments.email,
            deputy=arguments.deputy,
        )
    except (ValidationError, ValueError) as error:
        raise BadArgument(
            f"{arguments.name} cannot be invited like this: languages are zh,en; areas are "
            f"{', '.join(Area)}; countries have two capital letters.",
            f"无法这样邀请 {arguments.name}：语言为 zh,en；领域为 {'、'.join(Area)}；"
            "国家（地区）代码为两个大写字母。",
        ) from error
    return (person,)


def _from_file(path: Path) -> tuple[PersonForm, ...]:
    """people.json, read as strictly as an import; raises CannotImport, BadArgument."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadArgument(
            f"{path} cannot be read: check --from.", f"无法读取 {path}：请检查 --from。"
        ) from error
    clean = read_text(content, path.name)
    if clean.problems:
        raise CannotImport(tuple(clean.problems))
    form, problems = read_form(PeopleForm, clean.value, path.name)
    if form is None:
        raise CannotImport(problems)
    return form.people


def _require_sense(arguments: argparse.Namespace, count: int) -> None:
    wants = arguments.letter is not None or arguments.letters is not None
    if wants and not arguments.server:
        raise BadArgument(
            "A letter names the server: give its address by --server.",
            "邀请函须写明服务器地址：请给出 --server。",
        )
    if arguments.letter is not None and not arguments.letter.absolute().parent.is_dir():
        raise BadArgument(
            f"{arguments.letter.parent} is not a folder: make it, or choose another --letter; "
            "nobody was invited.",
            f"{arguments.letter.parent} 不是文件夹：请先创建，或另选 --letter；未邀请任何人。",
        )
    if arguments.letter is not None and count > 1:
        raise BadArgument(
            "--letter writes one file: for many people give a folder by --letters.",
            "--letter 只写一个文件：邀请多人时请用 --letters 给出文件夹。",
        )
    said = [each for each in _OF_ONE if getattr(arguments, each)]
    if said and arguments.name is None:
        raise BadArgument(
            f"--{said[0]} is said of one person, who is named by --name; nobody was invited.",
            f"--{said[0]} 只用于以 --name 给出的一人；未邀请任何人。",
        )
    if arguments.only_new and arguments.source is None:
        raise BadArgument(
            "--only-new goes with --from, the file of many people.",
            "--only-new 须与 --from 同用。",
        )


def _invited(
    group: OpenGroup,
    arguments: argparse.Namespace,
    people: Sequence[PersonForm],
    *,
    now: str,
    expires: str,
) -> Sequence[Invited]:
    """Who is invited by this, with the leaf that says so."""
    if arguments.again is not None:
        again = invite_again(group.connection, arguments.again, now=now, expires=expires)
        invited: Sequence[Invited] = (again,)
    else:
        invited = invite_people(
            group.connection,
            people,
            now=now,
            expires=expires,
            only_new=arguments.only_new,
            namesake=arguments.namesake,
        )
    if invited:
        record_invitations(group, invited, now=now)
        if arguments.confirm:
            require_words(group, {one.person.id for one in invited}, now=now)
    return invited


def _letters(
    group: OpenGroup, arguments: argparse.Namespace, invited: Sequence[Invited]
) -> Sequence[InvitationLetter]:
    return [one.letter(group.connection, arguments.server or "-") for one in invited]


def _write(
    arguments: argparse.Namespace, letters: Sequence[InvitationLetter], undo: ExitStack
) -> Path | None:
    """A letter is as secret as its code; answers the folder."""
    if not letters:
        return None
    if arguments.letter is not None:
        write_letter(arguments.letter, letters[0], undo)
        return Path(arguments.letter).parent
    if arguments.letters is not None:
        write_letters(arguments.letters, letters, undo)
        return Path(arguments.letters)
    return None


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]

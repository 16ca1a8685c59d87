"""The commands about people: invite, people."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from central_server.cli.failures import BadArgument
from central_server.cli.session import Session, open_home
from central_server.cli.words import say
from central_server.clock import later
from central_server.files import write_whole
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
from central_server.shown import in_a_line
from central_server.six_words import require_words
from review_protocol.documents.people import InvitationLetter, Role
from review_protocol.documents.text import Area, Language

_NOT_IN_NAMES = re.compile(r"[^\w-]+")


def invite(session: Session, arguments: argparse.Namespace) -> int:
    """Invite somebody or many; print each code, write the letters."""
    people = _people(arguments)
    _require_server(arguments, len(people))
    with open_home(session) as server, server.log.appending(server.store) as group:
        connection = group.connection
        now = server.now()
        expires = later(now, days=arguments.days)
        if arguments.again is not None:
            invited: Sequence[Invited] = (
                invite_again(connection, arguments.again, now=now, expires=expires),
            )
        else:
            invited = invite_people(connection, people, now=now, expires=expires)
        if invited:
            record_invitations(group, invited, now=now)
            if arguments.confirm:
                require_words(group, {one.person.id for one in invited}, now=now)
        letters = [one.letter(connection, arguments.server or "-") for one in invited]
        place = _write_letters(arguments, letters)  # before the commit: else the codes were lost
    for one in invited:
        session.tell(
            "invited",
            person=one.person.id,
            role=f"{one.person.role.value:8}",
            code=one.code,
            name=one.person.name,
        )
    written = "" if place is None else say(session.language, "letters-written", folder=place)
    session.tell("invited-all", count=len(invited), expires=expires, letters=written)
    return 0


def people(session: Session, arguments: argparse.Namespace) -> int:
    """List everybody, without the numbers that reviewers are shown under."""
    with open_home(session) as server, server.store.read() as connection:
        rows = list_people(connection)
    for row in rows:
        one = row.person
        print(
            f"{one.id}  {one.role.value:8}  {one.panel or '–':12}  {row.languages:5}  "
            f"{row.state:8}  {in_a_line(one.name)}"
        )
    for row in rows:
        if row.refused_tries:
            session.tell("people-refused", person=row.person.id, count=row.refused_tries)
    session.tell("people-count", count=len(rows))
    return 0


def _people(arguments: argparse.Namespace) -> tuple[PersonForm, ...]:
    if arguments.people is not None:
        return _from_file(arguments.people)
    if arguments.again is not None:
        return ()
    try:
        person = PersonForm(
            name=arguments.name,
            role=Role(arguments.role),
            panel=arguments.panel,
            organisations=tuple(arguments.organisation),
            country=arguments.country,
            languages=tuple(Language(one) for one in _listed(arguments.languages)),
            areas=tuple(Area(one) for one in _listed(arguments.areas)),
            email=arguments.email,
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


def _require_server(arguments: argparse.Namespace, count: int) -> None:
    wants = arguments.letter is not None or arguments.letters is not None
    if wants and not arguments.server:
        raise BadArgument(
            "A letter names the server: give its address by --server.",
            "邀请函须写明服务器地址：请给出 --server。",
        )
    if arguments.letter is not None and count > 1:
        raise BadArgument(
            "--letter writes one file: for many people give a folder by --letters.",
            "--letter 只写一个文件：邀请多人时请用 --letters 给出文件夹。",
        )


def _write_letters(
    arguments: argparse.Namespace, letters: Sequence[InvitationLetter]
) -> Path | None:
    """Mode 600: a letter is as secret as its code."""
    if arguments.letter is not None:
        write_whole(arguments.letter, letters[0].body())
        return Path(arguments.letter).parent
    if arguments.letters is None:
        return None
    folder = Path(arguments.letters)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for number, letter in enumerate(letters, start=1):
        plain = _NOT_IN_NAMES.sub("-", letter.person_name).strip("-").lower()
        write_whole(folder / f"{number:02}-{letter.role.value}-{plain}.invitation", letter.body())
    return folder


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]

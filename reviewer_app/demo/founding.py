"""Founds the sample programme: a round that is open now, everybody invited, all cases assigned."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from review_protocol.documents.people import Role
from reviewer_app.demo.people import Guest, guests_in, people_file
from reviewer_app.demo.server import CentralServer

ROUND = 1
REVIEWS_PER_CASE = 5
LETTERS = "letters"
PROGRAMME = "programme"
ORIGIN = "demo.example.org/log/1"
ROOT_PASSPHRASE = "a root key for the demonstration only"
SEED = "5eed0000000000000000000000000001"
"""The draw of the assignment is the same in every demonstration."""
ONE_ROUND = {"outstanding_round": ROUND, "counted_rounds": [ROUND]}
"""The demonstration holds one round: by its rule file that decides all."""
_OPENED_BEFORE = timedelta(days=14)
_CLOSES_AFTER = timedelta(days=10)
_DEADLINE_HOUR = 18
_WRITTEN = "%Y-%m-%dT%H:%M"


@dataclass(frozen=True, slots=True)
class Founded:
    """The server, not yet serving, and everybody who was invited."""

    server: CentralServer
    guests: tuple[Guest, ...]
    told: tuple[str, ...] = ()
    """What the server's commands printed, one text a command."""

    @property
    def reviewer(self) -> Guest:
        """The reviewer whose desk is opened; the other reviewers are simulated."""
        return self._of(Role.REVIEWER)[0]

    @property
    def experts(self) -> tuple[Guest, ...]:
        return self._of(Role.REVIEWER)[1:]

    @property
    def chair(self) -> Guest:
        return self._of(Role.CHAIR)[0]

    @property
    def head(self) -> Guest:
        return self._of(Role.HEAD)[0]

    @property
    def staff(self) -> Guest:
        """Whose desk is opened; the colleague is simulated."""
        return self._of(Role.STAFF)[0]

    @property
    def colleague(self) -> Guest:
        return self._of(Role.STAFF)[1]

    def _of(self, role: Role) -> tuple[Guest, ...]:
        return tuple(guest for guest in self.guests if guest.person.role is role)


def sample_programme(target: Path, *, now: datetime) -> Path:
    """Copy the sample programme, its rounds moved so that round 1 is open and decides both targets;
    answers `target`.

    `now` is aware; the deadlines fall on 18:00 of the programme's zone.
    """
    with as_file(files("reviewer_app.resources") / "sample_programme") as sample:
        shutil.copytree(sample, target)
    path = target / "programme.json"
    programme = json.loads(path.read_text(encoding="utf-8"))
    local = now.astimezone(ZoneInfo(programme["zone"]))
    programme["rules"] |= ONE_ROUND
    first, *later = programme["rounds"]
    closes = _at_the_hour(local + _CLOSES_AFTER)
    first["opens"] = _at_the_hour(local - _OPENED_BEFORE).strftime(_WRITTEN)
    first["closes"] = closes.strftime(_WRITTEN)
    first["reviews_per_case"] = REVIEWS_PER_CASE
    for following in later:
        opens = closes + timedelta(days=10)
        closes = opens + timedelta(days=18)
        following["opens"] = opens.strftime(_WRITTEN)
        following["closes"] = closes.strftime(_WRITTEN)
    path.write_text(json.dumps(programme, ensure_ascii=False, indent=2), encoding="utf-8")
    return target


def found(folder: Path, *, now: datetime, edit: Callable[[Path], None] | None = None) -> Founded:
    """Found everything in `folder`, which must be empty; `edit` may change the programme's folder
    before it is imported. Raises ServerTrouble."""
    server = server_in(folder)
    programme = sample_programme(folder / PROGRAMME, now=now)
    if edit is not None:
        edit(programme)
    server.take_port()
    with people_file() as people:
        told = (
            server.run("init", "--root-key", str(folder / "root.key"), "--origin", ORIGIN),
            server.run("import", str(programme)),
            server.run(
                *("invite", "--from", str(people), "--server", server.address),
                *("--letters", str(folder / LETTERS)),
            ),
            server.run("assign", "--round", str(ROUND), "--seed", SEED),
            server.run("open-round", str(ROUND)),
        )
    return Founded(server, guests_in(folder / LETTERS), told)


def found_before(folder: Path) -> Founded:
    """What was founded in `folder` earlier, at the address that the letters name."""
    guests = guests_in(folder / LETTERS)
    server = server_in(folder)
    server.port = urlsplit(guests[0].letter.server).port or 0
    return Founded(server, guests)


def found_elsewhere(folder: Path) -> Founded:
    """The same from a copy in `folder`, at an address of its own: the first may be serving too."""
    server = server_in(folder)
    server.take_port()
    guests = tuple(each.at(server.address) for each in guests_in(folder / LETTERS))
    return Founded(server, guests)


def server_in(folder: Path) -> CentralServer:
    """The server of a demonstration in `folder`; it need not be founded yet."""
    return CentralServer(
        home=folder / "server",
        log=folder / "server.log",
        environment={"CENTRAL_ROOT_PASSPHRASE": ROOT_PASSPHRASE},
    )


def _at_the_hour(when: datetime) -> datetime:
    return when.replace(hour=_DEADLINE_HOUR, minute=0, second=0, microsecond=0)

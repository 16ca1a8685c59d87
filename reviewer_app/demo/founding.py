"""Founds the sample programme: a round that is open now, everybody invited, all cases assigned."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import as_file, files
from pathlib import Path
from zoneinfo import ZoneInfo

from review_protocol.documents.people import InvitationLetter, Role
from reviewer_app.demo.server import CentralServer

ROUND = 1
REVIEWS_PER_CASE = 5
ORIGIN = "demo.example.org/log/1"
ROOT_PASSPHRASE = "a root key for the demonstration only"
SEED = "5eed0000000000000000000000000001"
"""The draw of the assignment is the same in every demonstration."""
_OPENED_BEFORE = timedelta(days=14)
_CLOSES_AFTER = timedelta(days=10)
_DEADLINE_HOUR = 18
_WRITTEN = "%Y-%m-%dT%H:%M"


@dataclass(frozen=True, slots=True)
class Founded:
    """The server, not yet serving, and everybody's invitation by role, in the order invited."""

    server: CentralServer
    letters: Mapping[Role, tuple[InvitationLetter, ...]]
    told: tuple[str, ...]
    """What the server's commands printed, one paragraph a command."""

    @property
    def reviewer(self) -> InvitationLetter:
        """The reviewer whose desk is opened; the other reviewers are simulated."""
        return self.letters[Role.REVIEWER][0]

    @property
    def experts(self) -> tuple[InvitationLetter, ...]:
        return self.letters[Role.REVIEWER][1:]


def sample_programme(target: Path, *, now: datetime) -> Path:
    """Copy the sample programme, its rounds moved so that round 1 is open; answers `target`.

    `now` is aware; the deadlines fall on 18:00 of the programme's zone.
    """
    with as_file(files("reviewer_app.resources") / "sample_programme") as sample:
        shutil.copytree(sample, target)
    path = target / "programme.json"
    programme = json.loads(path.read_text(encoding="utf-8"))
    local = now.astimezone(ZoneInfo(programme["zone"]))
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


def found(folder: Path, *, now: datetime) -> Founded:
    """Found everything in `folder`, which must be empty; raises ServerTrouble."""
    server = CentralServer(
        home=folder / "server",
        log=folder / "server.log",
        environment={"CENTRAL_ROOT_PASSPHRASE": ROOT_PASSPHRASE},
    )
    programme = sample_programme(folder / "programme", now=now)
    server.take_port()
    letters = folder / "letters"
    with as_file(files("reviewer_app.resources") / "demo" / "people.json") as people:
        told = (
            server.run("init", "--root-key", str(folder / "root.key"), "--origin", ORIGIN),
            server.run("import", str(programme)),
            server.run(
                *("invite", "--from", str(people), "--server", server.address),
                *("--letters", str(letters)),
            ),
            server.run("assign", "--round", str(ROUND), "--seed", SEED),
            server.run("open-round", str(ROUND)),
        )
    return Founded(server, letters_in(letters), told)


def letters_in(folder: Path) -> dict[Role, tuple[InvitationLetter, ...]]:
    """The invitation letters of a folder by role, in the order of their files."""
    found: dict[Role, tuple[InvitationLetter, ...]] = {role: () for role in Role}
    for path in sorted(folder.iterdir()):
        letter = InvitationLetter.from_body(path.read_bytes())
        found[letter.role] += (letter,)
    return found


def _at_the_hour(when: datetime) -> datetime:
    return when.replace(hour=_DEADLINE_HOUR, minute=0, second=0, microsecond=0)

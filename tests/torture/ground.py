"""What a torture stands on: a founded server, a reviewer with two devices, their letters."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from review_protocol.documents.people import InvitationLetter
from reviewer_app.demo.founding import sample_programme
from reviewer_app.demo.server import CentralServer

PASSPHRASE = "seven gates of one city"
ROOT_PASSPHRASE = "kept in a drawer elsewhere"
REVIEWER = "Ada"
ADDRESS = "http://127.0.0.1:1"  # the letters' own; a device is told where the proxy is


@dataclass(frozen=True)
class Ground:
    """A founded server that does not serve yet, and two invitations of one person."""

    folder: Path
    server: CentralServer
    codes: tuple[str, str]

    def profile(self, device: int) -> Path:
        return self.folder / "devices" / str(device)


def founded(folder: Path, *, cases: int) -> Ground:
    """Found a programme of this many cases in `folder`, all of them one reviewer's."""
    server = CentralServer(
        home=folder / "server",
        log=folder / "server.log",
        environment={"CENTRAL_ROOT_PASSPHRASE": ROOT_PASSPHRASE},
    )
    programme = folder / "programme"
    sample_programme(programme, now=datetime.now(UTC))
    for case in sorted((programme / "cases").iterdir())[cases:]:
        shutil.rmtree(case)
    server.run("init", "--root-key", str(folder / "root.key"), "--origin", "torture.example/log/1")
    server.run("import", str(programme))
    people = folder / "people.json"
    person = {"name": REVIEWER, "role": "reviewer", "organisations": ["An Institute"]}
    people.write_text(json.dumps({"format": "practice-people/1", "people": [person]}), "utf-8")
    first = _invited(server, folder / "first.letter", "--from", str(people))
    with closing(sqlite3.connect(server.home / "central.db")) as database:
        (known,) = database.execute("SELECT id FROM person").fetchone()
    second = _invited(server, folder / "second.letter", "--again", known)
    server.run("assign", "--round", "1", "--reviews", "1")
    server.run("open-round", "1")
    server.take_port()
    return Ground(folder, server, (first, second))


def _invited(server: CentralServer, letter: Path, *who: str) -> str:
    server.run("invite", *who, "--server", ADDRESS, "--letter", str(letter))
    return InvitationLetter.from_body(letter.read_bytes()).code

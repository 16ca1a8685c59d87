"""The demonstration with a window: the programme is made ready, then the app opens in one role."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.people import Role
from review_protocol.documents.text import Bilingual
from reviewer_app.demo.checking import NotAsPromised
from reviewer_app.demo.folder import empty, is_ours
from reviewer_app.demo.founding import Founded, found_before
from reviewer_app.demo.people import Guest
from reviewer_app.demo.preparing import deliver_and_tell, found_and_tell
from reviewer_app.demo.server import ServerTrouble, serving
from reviewer_app.demo.telling import Telling
from reviewer_app.opening import OpenDesk, open_desk
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.services.rows import DeclareRow, Progress
from reviewer_app.sync.reports import never

PASSPHRASE = "nine herons cross the quiet lake"
READY = "ready"
"""A file that is there once everybody has delivered and every desk is enrolled."""
ROLES = (Role.REVIEWER, Role.CHAIR, Role.HEAD, Role.STAFF)
"""Whose desk can be opened."""


def open_as(role: str, folder: Path, telling: Telling, *, fresh: bool) -> int:
    """Open the app as somebody of this role, until it is closed; answers its exit code.

    What an earlier demonstration founded in `folder` is used again, unless `fresh`.
    """
    try:
        founded = None if fresh else _found_before(folder, role, telling)
        if founded is None:
            empty(folder)
            founded = found_and_tell(folder, telling)
        with serving(founded.server):
            telling.step(f"the central server listens at {founded.server.address}")
            if not (folder / READY).exists():
                deliver_and_tell(founded, folder, telling)
                make_desks_ready(founded, folder, telling)
                (folder / READY).touch()
            telling.chapter(f"The app opens as {_guest(founded, role).person.name} ({role})")
            telling.step(f"the passphrase of this desk is: {PASSPHRASE}")
            telling.step("close the window to end; the server stops with it")
            return _run_app(folder / role)
    except (ServerTrouble, NotAsPromised) as trouble:
        telling.detail(str(trouble))
        return 1


def _found_before(folder: Path, role: str, telling: Telling) -> Founded | None:
    """None also of an earlier version's demonstration, which had no desk of this role."""
    if not (is_ours(folder) and (folder / READY).exists() and (folder / role).exists()):
        return None
    telling.step(f"using what was founded before in {folder} (--fresh founds anew)")
    return found_before(folder)


def make_desks_ready(founded: Founded, folder: Path, telling: Telling) -> None:
    """Enrol the desks that can be opened."""
    for role in ROLES:
        guest = _guest(founded, role.value)
        letter, profile = guest.letter, folder / role.value
        Enrolment(profile).accept(letter.server, letter.code, "this computer", PASSPHRASE)
        desk = open_desk(profile, PASSPHRASE)
        try:
            _make_ready(desk, guest)
        finally:
            desk.store.close()
        telling.step(f"{guest.person.name} ({role.value}) is enrolled")


def _make_ready(desk: OpenDesk, guest: Guest) -> None:
    """Accept, fetch, declare on everything, and get the release; staff have nothing to declare."""
    services, person = desk.services, guest.person
    if person.role is not Role.STAFF:
        name = Bilingual(zh=None, en=person.name)
        services.accepting.confirm(name, person.organisations, person.languages, "")
        services.batch.fetch(_to_nobody, never)
        rows = services.declaring.rows()
        services.declaring.sign(
            tuple(DeclareRow(row.headers, ConflictAnswer.NONE, None, "") for row in rows)
        )
    services.handin.sync(_to_nobody, never)
    if person.role is Role.HEAD:
        services.panel.refresh(_to_nobody, never)  # what they may see since they declared


def _guest(founded: Founded, role: str) -> Guest:
    return {
        Role.REVIEWER: founded.reviewer,
        Role.CHAIR: founded.chair,
        Role.HEAD: founded.head,
        Role.STAFF: founded.staff,
    }[Role(role)]


def _run_app(profile: Path) -> int:
    """The app as a process of its own, as anybody starts it."""
    command = [sys.executable, "-m", "reviewer_app", "--profile", str(profile)]
    with subprocess.Popen(command) as app:
        try:
            return app.wait()
        except KeyboardInterrupt:
            app.terminate()
            raise


def _to_nobody(progress: Progress) -> None:
    """Nobody watches."""

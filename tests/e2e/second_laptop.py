"""A person's second device, enrolled as the operator and the person do it."""

import sqlite3
from contextlib import closing

from review_protocol.documents.people import InvitationLetter
from reviewer_app.demo.experts import CHEAP
from reviewer_app.services.enrolment import Enrolment
from tests.e2e.world import PASSPHRASE, Desk, World, opened_desk


def again(world: World, name: str, device: str = "second laptop") -> Desk:
    """The person's second device: a new code by `invite --again`, and a desk of its own."""
    path = world.folder / f"{name}-again.letter"
    address = ("--server", world.server.address, "--letter", str(path))
    world.server.run("invite", "--again", person_of(world, name), *address)
    code = InvitationLetter.from_body(path.read_bytes()).code
    folder = world.profile(f"{name}-again")
    enrolment = Enrolment(folder, cost=CHEAP)
    enrolment.accept(world.server.address, code, device, PASSPHRASE)
    return world.held.enter_context(opened_desk(folder))


def person_of(world: World, name: str) -> str:
    with closing(sqlite3.connect(world.server.home / "central.db", timeout=10)) as database:
        query = "SELECT id FROM person WHERE name = ?"
        return database.execute(query, (name,)).fetchone()[0]


def kid_of(desk: Desk) -> str:
    return desk.services.keys.unsealed().kid

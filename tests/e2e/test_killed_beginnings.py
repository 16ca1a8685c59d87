"""Founding a server and enrolling at one are killed (-9) on the way, and done once more."""

from pathlib import Path

import pytest

from reviewer_app.demo.server import ServerTrouble
from reviewer_app.models.vault import open_vault
from tests.builders.killing import killed_at
from tests.e2e.world import PASSPHRASE, ROOT_PASSPHRASE, World, opened_desk, server_in

pytestmark = pytest.mark.campaign

ENROL = """
from pathlib import Path
from reviewer_app.services.enrolment import Enrolment
from tests.e2e.world import CHEAP, PASSPHRASE
Enrolment(Path({folder!r}), cost=CHEAP).accept({server!r}, {code!r}, "laptop", PASSPHRASE)
"""
FOUND = """
import os
from central_server.cli.main import main
os.environ["CENTRAL_ROOT_PASSPHRASE"] = {passphrase!r}
main(["--home", {home!r}, "init", "--root-key", {key!r}, "--origin", "e2e.example.org/log/1"])
"""


@pytest.mark.parametrize(
    ("step", "before", "founded", "key"),
    [
        ("_build", False, False, False),
        ("write_new", False, False, True),
        ("os.rename", True, False, True),
        ("os.rename", False, True, True),
    ],
)
def test_founding(tmp_path: Path, step: str, *, before: bool, founded: bool, key: bool):
    """There is a whole server or none; the key of a try before is never written over."""
    server, root_key = server_in(tmp_path), tmp_path / "root.key"
    script = FOUND.format(passphrase=ROOT_PASSPHRASE, home=str(server.home), key=str(root_key))
    killed_at(f"central_server.founding.{step}", script, before=before)
    assert (server.home.exists(), root_key.exists()) == (founded, key)
    again = ("init", "--root-key", str(root_key), "--origin", "e2e.example.org/log/1")
    if key:
        kept = root_key.read_bytes()
        with pytest.raises(ServerTrouble) as trouble:
            server.run(*again)
        assert "Traceback" not in trouble.value.told
        assert root_key.read_bytes() == kept
    if not founded:
        root_key.unlink(missing_ok=True)
        server.run(*again)
    assert "The log is right" in server.run("log", "verify")


@pytest.mark.parametrize(
    ("name", "step", "before", "turn"),
    [
        ("Ada", "pending.PendingProfile.note_sent", False, 1),
        ("Ben", "pending.PendingProfile.move_into_place", True, 1),
        ("Chi", "pending.Path.replace", True, 4),
        ("Dov", "pending.Path.replace", False, 5),
        ("Eve", "pending.flush_folder", True, 1),
        ("Fay", "pending.flush_folder", True, 2),
    ],
)
def test_enrolment(world: World, name: str, step: str, *, before: bool, turn: int):
    """The same code works once more, or the profile is whole; one device is certified."""
    letter, folder = world.letter(name), world.profile(name)
    folder.parent.mkdir(exist_ok=True)
    script = ENROL.format(folder=str(folder), server=letter.server, code=letter.code)
    killed_at(f"reviewer_app.services.{step}", script, before=before, turn=turn)
    if not (folder / "profile.json").exists():
        world.enrol(name)
    kid = open_vault(folder, PASSPHRASE).kid
    with opened_desk(folder) as desk:
        assert desk.ready().numbers
        desk.sync()
    assert kid in world.server.run("devices")

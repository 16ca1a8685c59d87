"""Bad input that the server's own commands meet, and codes that are tried too often."""

import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from review_protocol.crockford import encode_code, new_secret
from reviewer_app.demo.experts import CHEAP
from reviewer_app.errors import InvitationProblem, InvitationRefused
from reviewer_app.services.enrolment import Enrolment
from tests.e2e.world import NUMBERS, PASSPHRASE, PROGRAMME, World

pytestmark = pytest.mark.campaign


def command(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """One command of the server in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "central_server", "--home", home, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def content(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


@pytest.fixture
def home(founded: Path, tmp_path: Path) -> Path:
    """A founded server that is not serving."""
    return Path(shutil.copytree(founded / "server", tmp_path / "server"))


@pytest.mark.parametrize(
    ("language", "words"), [("en", "nothing was changed"), ("zh", "未作任何更改")]
)
def test_a_database_of_a_newer_server_is_left_as_it_is(home: Path, language: str, words: str):
    database = sqlite3.connect(home / "central.db")
    with database:
        database.execute("UPDATE alembic_version SET version_num = '0009'")
    database.close()  # and with that the write-ahead log is folded in
    before = (home / "central.db").read_bytes()
    for asked in (("serve",), ("status",)):
        done = command(home, "--lang", language, *asked)
        assert (done.returncode, done.stdout) == (1, "")
        assert "0009" in done.stderr
        assert words in done.stderr
        assert len(done.stderr.splitlines()) == 1
    assert (home / "central.db").read_bytes() == before


def test_an_import_with_a_wrong_field_or_figure_takes_nothing(
    home: Path, founded: Path, tmp_path: Path
):
    programme = Path(shutil.copytree(founded / PROGRAMME, tmp_path / PROGRAMME))
    case = programme / "cases" / NUMBERS[0] / "case.json"
    case.write_text(json.dumps(json.loads(case.read_text("utf-8")) | {"colour": "red"}), "utf-8")
    about = programme / "programme.json"
    about.write_text(json.dumps(json.loads(about.read_text("utf-8")) | {"year": 1999}), "utf-8")
    before = content(home / "blobs")
    for language, words in (("en", "out of range"), ("zh", "超出范围")):
        done = command(home, "--lang", language, "import", str(programme))
        assert done.returncode == 1
        said = done.stderr.splitlines()
        assert any("programme.json" in line and "year" in line and words in line for line in said)
        assert any(NUMBERS[0] in line and "colour" in line for line in said)
    assert content(home / "blobs") == before
    assert "6" in command(home, "--lang", "en", "status").stdout


def test_too_many_wrong_codes_are_slowed(new_world, told, tmp_path: Path):
    world: World = new_world()
    enrolment = Enrolment(tmp_path / "profile", cost=CHEAP)

    def attempt(code: str) -> InvitationProblem:
        with pytest.raises(InvitationRefused) as refused:
            enrolment.accept(world.server.address, code, "laptop", PASSPHRASE)
        told(refused.value)
        return refused.value.problem

    problems = [attempt(encode_code(new_secret(bytes))) for _ in range(6)]
    assert problems == [InvitationProblem.UNKNOWN] * 5 + [InvitationProblem.TOO_MANY_TRIES]
    assert not (tmp_path / "profile").exists()
    world.server.stop()  # what was counted is forgotten, and the letter is as good as before
    world.server.start()
    world.enrol("Ada")

"""Staff found a programme by the commands alone; errors name file, case and field."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reviewer_app.demo.server import CentralServer, ServerTrouble
from tests.e2e.world import NUMBERS, REVIEWERS, World, server_in, small_programme


@pytest.fixture
def empty(tmp_path: Path) -> CentralServer:
    """A server that is founded, with nothing imported."""
    server = server_in(tmp_path)
    server.run(
        "init", "--root-key", str(tmp_path / "root.key"), "--origin", "e2e.example.org/log/1"
    )
    return server


def spoil(programme: Path, number: str, **changes: object) -> None:
    path = programme / "cases" / number / "case.json"
    case = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**case, **changes}), encoding="utf-8")


def test_a_founded_programme_serves_what_was_imported_and_assigned(world: World):
    status = world.server.run("status")
    assert f"Cases: {len(NUMBERS)}" in status
    assert f"{len(NUMBERS) * len(REVIEWERS)} reviews assigned" in status
    assert "Round 1: open" in status


@pytest.mark.parametrize("words", [(), ("a passphrase\n",)])
def test_without_a_terminal_no_passphrase_is_taken(tmp_path: Path, words):
    """Python itself would warn on several lines, and take one that everybody may have seen."""
    key = tmp_path / "root.key"
    asked = ("--lang", "en", "init", "--root-key", key, "--origin", "x.example.org/log/1")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "central_server",
            "--home",
            tmp_path / "new",
            "--lang",
            "en",
            *asked,
        ],
        input="".join(words),
        capture_output=True,
        text=True,
        env={k: v for k, v in os.environ.items() if k != "CENTRAL_ROOT_PASSPHRASE"},
        start_new_session=True,  # without the terminal of whoever runs the tests
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "There is no terminal at which the passphrase can be typed: use --passphrase-file, or "
        "$CENTRAL_ROOT_PASSPHRASE; nothing was made.\n"
    )
    assert not key.exists()


@pytest.mark.campaign
def test_serving_needs_no_root_key(world: World, server):
    server.stop()
    key = world.folder / "root.key"
    key.rename(world.folder / "elsewhere.key")
    server.start()
    assert world.desk("Ada").ready().numbers
    assert ROOT_MARK not in b"".join(
        path.read_bytes() for path in world.server.home.rglob("*") if path.is_file()
    )


ROOT_MARK = b"kept in a drawer elsewhere"


@pytest.mark.campaign
def test_an_import_with_mistakes_names_them_all_and_takes_nothing(empty, tmp_path):
    programme = small_programme(tmp_path / "programme", now=datetime.now(UTC))
    spoil(programme, "WIC-2026-001", area="weather")
    spoil(programme, "WIC-2026-002", mood="cheerful")
    with pytest.raises(ServerTrouble) as trouble:
        empty.run("import", str(programme))
    told = trouble.value.told
    assert "cases/WIC-2026-001/case.json" in told
    assert "area" in told
    assert "cases/WIC-2026-002/case.json" in told
    assert "mood" in told
    assert "Cases: 6" not in empty.run("status")


@pytest.mark.campaign
def test_a_server_is_never_founded_over_another(empty, tmp_path):
    with pytest.raises(ServerTrouble) as trouble:
        empty.run("init", "--root-key", str(tmp_path / "other.key"), "--origin", "x.example.org")
    assert "not empty" in trouble.value.told
    assert not (tmp_path / "other.key").exists()


def test_a_stopped_server_leaves_no_process(world: World, server):
    pid = server.pid
    server.stop()
    assert not Path(f"/proc/{pid}").exists()

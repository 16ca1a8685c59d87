"""The system's keyring as it really is: there, locked, absent, or never answering."""

import shutil
from pathlib import Path

import pytest

from review_protocol.documents.text import Bilingual, Language
from reviewer_app.models.keyring import PATIENCE
from tests.builders.desk import a_desk
from tests.system.buses import Login

NOTHING = {"recall": None, "remember": False, "forget": False}


@pytest.fixture
def login(tmp_path: Path) -> Login:
    for needed in ("dbus-run-session", "gnome-keyring-daemon"):
        if shutil.which(needed) is None:
            pytest.skip(f"there is no {needed}: scripts/bootstrap.sh system installs it")
    home = tmp_path / "home"
    home.mkdir()
    return Login(home)


def answers(told: dict[str, object]) -> dict[str, object]:
    return {name: told[name] for name in NOTHING}


def seconds(told: dict[str, object]) -> list[float]:
    return [told[f"{name} seconds"] for name in NOTHING]


def test_a_real_secret_service_keeps_what_it_is_given(login: Login):
    assert login.act_with_keyring("remember_recall_forget") == {
        "remembered": True,
        "recalled": True,
        "by a later process": True,
        "another profile": None,
        "remembered anew": True,
        "forgotten": None,
    }


def test_what_was_remembered_outlives_the_session_and_is_not_readable(login: Login):
    assert login.act_with_keyring("remember_only") == {"remembered": True}
    files = [path for path in (login.home / "data").rglob("*") if path.is_file()]
    assert files
    key = bytes(range(32))
    assert not [path for path in files if key.hex().encode() in path.read_bytes()]
    assert login.act_with_keyring("recall_only") == {"recalled": True}


def test_a_locked_keyring_is_no_failure(login: Login):
    told = login.act_with_keyring("ask_a_locked_keyring")
    assert (told["remembered"], told["locked"]) == (True, True)
    assert answers(told) == NOTHING
    assert max(seconds(told)) < PATIENCE + 1


def test_a_bus_without_a_keyring(login: Login):
    assert answers(login.act_on_an_empty_bus("ask")) == NOTHING


def test_a_session_without_a_bus(login: Login):
    assert answers(login.act_without_a_bus("ask")) == NOTHING


def test_a_keyring_that_never_answers_is_given_five_seconds(login: Login):
    told = login.act_on_an_empty_bus("ask_a_hanging_service")
    assert told["heard"]  # it was asked, and it said nothing
    assert answers(told) == NOTHING
    assert all(PATIENCE - 0.5 < each < PATIENCE + 2 for each in seconds(told)), seconds(told)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    with a_desk(tmp_path, cases=2) as desk:
        desk.services.accepting.confirm(
            Bilingual(zh=None, en="Amina Diallo"), ("A house",), tuple(Language), ""
        )
    return tmp_path / "profile"


def test_the_app_opens_with_what_the_keyring_remembers(login: Login, profile: Path):
    seen = login.act_with_keyring("remembered_acts.start", profile=profile, keyring="sound")
    assert "stuck" not in seen, seen["stuck"]
    assert (seen["items"], seen["asked"], seen["cases"], seen["code"]) == (1, False, 2, 0)


@pytest.mark.parametrize("keyring", ["locked", "forgotten", "another key", "no key"])
def test_the_app_asks_for_the_passphrase(login: Login, profile: Path, keyring: str):
    seen = login.act_with_keyring("remembered_acts.start", profile=profile, keyring=keyring)
    assert "stuck" not in seen, seen["stuck"]
    assert (seen["items"], seen["asked"], seen["cases"], seen["code"]) == (1, True, 2, 0)


def test_the_app_does_not_hang_with_the_keyring(login: Login, profile: Path):
    act = "remembered_acts.start_beside_a_hanging_service"
    seen = login.act_on_an_empty_bus(act, profile=profile)
    assert "stuck" not in seen, seen["stuck"]
    assert (seen["asked"], seen["cases"], seen["code"]) == (True, 2, 0)
    assert seen["heard"]

"""A batch may need a newer app: the desk says so, and keeps what it has."""

import tomllib
from pathlib import Path

import pytest

import central_server.batches
from review_protocol.documents.packet import ConflictAnswer
from reviewer_app.errors import AppTooOld
from reviewer_app.models.rows import DeliveryState
from reviewer_app.sync.taking_in import known_manifest
from reviewer_app.version import APP_VERSION, require_app

PROJECT = Path(__file__).parents[3] / "pyproject.toml"


def test_the_version_is_the_projects() -> None:
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    assert project["version"] == APP_VERSION


@pytest.mark.parametrize(("needed", "found"), [("1.2", "1.2.0"), ("1.9.3", "1.10"), ("0.1", "1")])
def test_an_app_as_new_as_needed_will_do(needed: str, found: str) -> None:
    require_app(needed, found)


@pytest.mark.parametrize(
    ("needed", "found"), [("1.2.1", "1.2"), ("1.10", "1.9.3"), ("2", "1.99"), ("2026-b", "1.0")]
)
def test_an_older_one_is_told_which_is_needed(needed: str, found: str) -> None:
    with pytest.raises(AppTooOld) as told:
        require_app(needed, found)
    assert (told.value.found, told.value.needed) == (found, needed)


def test_a_batch_for_newer_apps_changes_nothing_and_holds_nothing_up(desk, monkeypatch) -> None:
    desk.sync()
    before = known_manifest(desk.store)
    packet = desk.declare(n001=ConflictAnswer.NONE)
    monkeypatch.setattr(central_server.batches, "OLDEST_APP", "9.0.0")
    with pytest.raises(AppTooOld):
        desk.sync()
    assert known_manifest(desk.store) == before
    (row,) = desk.packets()
    assert (row.id, row.state) == (packet, DeliveryState.RECEIVED)

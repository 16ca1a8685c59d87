"""Whose desk the demonstration can open."""

from pathlib import Path

import pytest

from reviewer_app.demo import __main__ as command
from reviewer_app.demo import interactive
from reviewer_app.demo.folder import empty
from reviewer_app.demo.founding import Founded
from reviewer_app.demo.server import CentralServer
from reviewer_app.demo.telling import Telling


def test_every_role_that_can_be_asked_for_has_a_desk() -> None:
    assert tuple(role.value for role in interactive.ROLES) == command.ROLES
    assert "head" in command.ROLES
    for role in command.ROLES:
        assert command._parser().parse_args(["--role", role]).role == role


@pytest.mark.parametrize("role", command.ROLES)
def test_an_earlier_demonstration_goes_on_where_it_has_that_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, role: str
) -> None:
    founded = Founded(CentralServer(tmp_path, tmp_path, {}), ())
    monkeypatch.setattr(interactive, "found_before", lambda _: founded)
    folder = tmp_path / "demo"
    empty(folder)
    for name in ("reviewer", "chair", "staff"):
        (folder / name).mkdir()
    assert interactive._found_before(folder, role, Telling()) is None
    (folder / interactive.READY).touch()
    found = interactive._found_before(folder, role, Telling())
    assert found is (None if role == "head" else founded)

"""Six words over the telephone: wanted by the operator, read at the desk, typed at the server."""

import re
from pathlib import Path

import pytest

from reviewer_app.demo.server import ServerTrouble
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.services.rows import CaseState
from tests.builders.killing import killed_at
from tests.e2e.second_laptop import kid_of
from tests.e2e.world import CHEAP, PASSPHRASE, Desk, World, never, nobody, opened_desk

pytestmark = pytest.mark.campaign

CONFIRM = """
from central_server.cli.main import main
main(["--home", {home!r}, "confirm-device", {kid!r}, "--words", {words!r}])
"""
OTHER = "absent academy accent acid acorn actor"


@pytest.fixture(scope="module")
def desk(world: World) -> Desk:
    """Of somebody invited while the server runs, whose devices are to be confirmed; declared."""
    code = world.invite("Gil", "--confirm")
    world.server.run("assign", "--round", "1", "--again", "--reviews", "7")
    folder = world.profile("Gil")
    Enrolment(folder, cost=CHEAP).accept(world.server.address, code, "laptop", PASSPHRASE)
    return world.held.enter_context(opened_desk(folder)).ready()


def words_of(desk: Desk) -> str:
    return " ".join(word.en for word in desk.services.devices.words().words)


def is_awaited(desk: Desk) -> bool:
    shown = desk.services.devices.words()
    return bool(shown.awaited)


def states(desk: Desk) -> set[CaseState]:
    return {row.state for row in desk.services.desk.cases()}


def test_before_the_call_the_desk_has_all_but_texts(world: World, desk: Desk) -> None:
    assert states(desk) == {CaseState.AWAITING_RELEASE}
    assert is_awaited(desk)
    assert all(desk.receipts().values())
    assert f"awaits six words: {words_of(desk)}" in world.server.run("devices")


def test_other_words_confirm_nothing(world: World, desk: Desk) -> None:
    with pytest.raises(ServerTrouble) as trouble:
        world.server.run("confirm-device", kid_of(desk), "--words", OTHER)
    assert re.search(rf"revoke {kid_of(desk)} --from-leaf \d+", trouble.value.told)
    with pytest.raises(ServerTrouble) as trouble:
        world.server.run("confirm-device", "d-aaaaaaaaaaaaaaaa", "--words", OTHER)
    assert "No device has the id" in trouble.value.told
    desk.sync()
    assert states(desk) == {CaseState.AWAITING_RELEASE}


def test_by_file_no_text_comes_either(world: World, desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "gil.review-batch"
    assert "texts of 0 released" in world.server.run("batch-file", "Gil", "--out", str(out))
    desk.services.handover.take_in([out], nobody, never)
    assert states(desk) == {CaseState.AWAITING_RELEASE}


def test_killed_before_it_is_kept_nothing_is_confirmed(world: World, desk: Desk) -> None:
    killed_at("central_server.cli.commands.devices.confirm_device", script(world, desk))
    desk.sync()
    assert states(desk) == {CaseState.AWAITING_RELEASE}


def test_killed_after_it_is_kept_the_next_sync_brings_the_texts(world: World, desk: Desk) -> None:
    killed_at("central_server.log.Log.keep_copy", script(world, desk), before=True)
    assert desk.sync().batch.released > 0
    assert states(desk) == {CaseState.UNREAD}
    assert not is_awaited(desk)
    assert "The log is right" in world.server.run("log", "verify")


def script(world: World, desk: Desk) -> str:
    return CONFIRM.format(home=str(world.server.home), kid=kid_of(desk), words=words_of(desk))

"""The server is killed (-9) in the middle of a sync: nothing is lost, nothing is doubled."""

import threading
from collections.abc import Callable

import pytest

from review_protocol.documents.score import LanguageRead
from reviewer_app.errors import AnswerCutOff, NoConnection
from reviewer_app.services.rows import DeliveryState
from tests.e2e.world import Desk, World, a_sheet, never, nobody

CUT = (NoConnection, AnswerCutOff)
MOST_STEPS = 40
MANY = 204
"""Packets that take two deliveries."""


@pytest.fixture
def world(new_world: Callable[[], World]) -> World:
    return new_world()


def many_amendments(desk: Desk, count: int) -> list[str]:
    number = desk.numbers[0]
    packets = [desk.score(number, 5)]
    sheets = [a_sheet(6), a_sheet(7)]
    for turn in range(count - 1):
        packets.append(
            desk.services.signing.amend(number, sheets[turn % 2], LanguageRead.BOTH, f"no. {turn}")
        )
    return packets


def assert_all_held_once(world: World, desk: Desk) -> None:
    """`packets` of the log raises where an id has two leaves."""
    held = world.packets()
    receipts = desk.receipts()
    assert None not in receipts.values()
    assert set(receipts) == set(held)
    assert set(held.values()) == {"counted"}
    assert "The log is right" in world.server.run("log", "verify")


def test_killed_at_each_step_of_a_sync(world: World):
    """At the first report of a sync, then at the second, until a sync is over before."""
    desk = world.desk("Ada").ready()
    number = desk.numbers[0]
    desk.score(number, 4)
    for step in range(MOST_STEPS):
        desk.services.signing.amend(number, a_sheet(1 + step % 9), LanguageRead.EN, f"no. {step}")
        if not died_on_the_way(world, desk, step):
            break
        world.server.start()
    else:
        pytest.fail("the sync never came to its end")
    assert step > 2
    assert_all_held_once(world, desk)


def died_on_the_way(world: World, desk: Desk, step: int) -> bool:
    """Sync, and kill the server at the report with this number."""
    reports = 0

    def report(progress: object) -> None:
        nonlocal reports
        if reports == step:
            world.server.kill()
        reports += 1

    try:
        desk.services.handin.sync(report, never)
    except CUT:
        return True
    return False


@pytest.mark.campaign
def test_killed_when_the_first_of_two_deliveries_is_in_the_log(world: World):
    desk = world.desk("Ada").ready()
    packets = many_amendments(desk, MANY)
    before = len(world.packets())

    def watch() -> None:
        while len(world.packets()) == before:
            pass
        world.server.kill()

    killer = threading.Thread(target=watch, name="killer")
    killer.start()
    with pytest.raises(CUT):
        desk.services.handin.sync(nobody, never)
    killer.join()
    waiting = desk.services.desk.overview().waiting
    assert 0 < waiting <= MANY
    world.server.start()
    desk.sync()
    assert {row.state for row in desk.services.handin.outbox()} == {DeliveryState.RECEIVED}
    assert set(packets) <= set(world.packets())
    assert_all_held_once(world, desk)

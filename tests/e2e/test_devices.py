"""Several laptops of one reviewer: both work, one is lost, one is copied, one is not theirs."""

import shutil

import pytest

from review_protocol.documents.score import LanguageRead
from review_protocol.documents.stated_facts import Fact
from review_protocol.documents.text import Bilingual, Language
from review_protocol.translog import Receipt
from reviewer_app.errors import NothingToSupersede, ServerRefused
from reviewer_app.models.other_packets import DeviceAnswer
from reviewer_app.services.rows import CaseState
from tests.builders.documents import a_fact
from tests.e2e.second_laptop import again, kid_of
from tests.e2e.world import Desk, World, a_sheet, opened_desk

pytestmark = pytest.mark.campaign

COUNTED, FORK = "counted", "held:fork"
REVOKED = "held:revoked-key"


def states(desk: Desk) -> dict[str, CaseState]:
    return {row.number: row.state for row in desk.services.desk.cases()}


def settled(desk: Desk) -> Desk:
    """Accepted, and with the texts that were released to the person before."""
    desk.sync()
    if not desk.services.accepting.accepted():
        name = Bilingual(zh=None, en="A Reviewer")
        desk.services.accepting.confirm(name, ("An Institute",), tuple(Language), "networks")
    desk.sync()
    return desk


@pytest.fixture(scope="module")
def two(world: World) -> tuple[Desk, Desk]:
    """Ada's two laptops; what she declared on the first is known on the second."""
    first = world.desk("Ada").ready()
    return first, settled(again(world, "Ada"))


def test_what_was_declared_and_released_is_there_on_the_second_laptop(two):
    first, second = two
    assert states(second) == states(first)
    assert set(states(second).values()) == {CaseState.UNREAD}


def test_each_laptop_sees_what_the_other_signed_and_goes_on_from_there(world, two):
    first, second = two
    number = first.numbers[0]
    score = first.score(number, 7)
    first.sync()
    second.sync()
    assert states(second)[number] is CaseState.RECEIVED
    amended = second.services.signing.amend(number, a_sheet(8), LanguageRead.EN, "Read again")
    second.sync()
    first.sync()
    assert first.services.desk.row(number).marks == second.services.desk.row(number).marks
    view = first.services.desk.open(number)
    assert view.answers == view.standing.answers == a_sheet(8)
    second.services.facts_beside.keep(number, (a_fact(Fact.JOINT),))
    second.services.signing.state_facts(number)
    second.sync()
    first.sync()
    assert first.services.facts_beside.said(number).signed == (a_fact(Fact.JOINT),)
    later = first.services.signing.amend(number, a_sheet(9), LanguageRead.EN, "Once more")
    first.sync()
    held = world.packets()
    assert [held[id] for id in (score, amended, later)] == [COUNTED] * 3


def test_a_case_scored_on_both_without_a_connection_is_chosen_between(world, two):
    first, second = two
    number = first.numbers[1]
    one, other = first.score(number, 3), second.score(number, 9)
    first.sync()
    second.sync()
    assert (world.packets()[one], world.packets()[other]) == (COUNTED, FORK)
    assert states(second)[number] is CaseState.HELD
    (double,) = second.services.devices.look().doubles
    assert [each.packet for each in double.versions] == [one, other]
    assert [each.here for each in double.versions] == [False, True]
    assert [each.answers.criteria[0].mark for each in double.versions] == [3, 9]
    chosen = second.services.devices.choose(number, other, "Read with the attachment")
    (waiting,) = second.services.devices.look().doubles
    assert waiting.chosen == other
    second.sync()
    first.sync()
    held = world.packets()
    assert (held[one], held[other]) == ("not-counted:resolved", COUNTED)
    assert held[chosen] == COUNTED
    for desk in two:
        assert desk.services.devices.look().doubles == ()
        assert states(desk)[number] is CaseState.RECEIVED
        assert desk.services.desk.row(number).marks[0] == 9
    with pytest.raises(NothingToSupersede):
        first.services.devices.choose(number, one)


def test_held_packets_of_a_lost_laptop_are_listed_and_confirmed(world):
    lost = world.desk("Ben").ready()
    numbers = lost.numbers
    before = lost.score(numbers[0], 4)
    lost.sync()
    after = lost.score(numbers[1], 5)
    theirs = lost.score(numbers[2], 1)
    lost.sync()
    leaf = Receipt.parse(lost.receipts()[after]).index
    said = ("--from-leaf", str(leaf), "--reason", "Lost at the airport")
    world.server.run("revoke", kid_of(lost), *said)
    late = lost.score(numbers[3], 6)
    with pytest.raises(ServerRefused):
        lost.sync()
    held = world.packets()
    assert [held[id] for id in (before, after, theirs, late)] == [COUNTED] + [REVOKED] * 3
    healthy = settled(again(world, "Ben"))
    look = healthy.services.devices.look()
    assert [each.packet for each in look.held] == [after, theirs, late]
    assert [each.answers.criteria[0].mark for each in look.held] == [5, 1, 6]
    assert all(each.case_name is not None for each in look.held)
    healthy.services.devices.confirm([after, late], [theirs])
    assert healthy.services.devices.look().held == ()
    healthy.sync()
    held = world.packets()
    assert [held[id] for id in (after, late, theirs)] == [COUNTED, COUNTED, "not-counted:denied"]
    assert states(healthy)[numbers[1]] is CaseState.RECEIVED
    assert states(healthy)[numbers[2]] is CaseState.UNREAD
    assert not healthy.services.devices.look().held
    assert "All is right" in world.server.run("verify")


def test_a_copied_desk_is_told_and_signs_again_in_a_new_chain(world):
    desk = world.desk("Chi").ready()
    numbers = desk.numbers
    world.close_desk("Chi")
    copy = world.profile("Chi-copy")
    shutil.copytree(world.profile("Chi"), copy)
    desk = world.desk("Chi")
    copied = world.held.enter_context(opened_desk(copy))
    theirs = desk.score(numbers[0], 4)
    mine = copied.score(numbers[1], 8)
    mine_too = copied.score(numbers[0], 6)
    desk.sync()
    copied.sync()
    held = world.packets()
    assert (held[theirs], held[mine], held[mine_too]) == (COUNTED, FORK, FORK)
    look = copied.services.devices.look()
    assert look.is_copied
    assert [each.packet for each in look.again] == [mine]
    assert [each.case for each in look.doubles] == [numbers[0]]
    (signed,) = copied.services.devices.sign_again()
    copied.sync()
    assert world.packets()[signed] == COUNTED
    assert copied.services.devices.look().again == ()
    assert states(copied)[numbers[1]] is CaseState.RECEIVED
    assert copied.services.desk.row(numbers[1]).marks[0] == 8


def test_a_device_that_nobody_has_acknowledged_is_told_until_it_is_answered(world):
    desk = world.desk("Dov").ready()
    assert desk.services.devices.look().strangers == ()
    stranger = again(world, "Dov", "a laptop nobody knows")
    for _ in range(2):
        desk.sync()
        (told,) = desk.services.devices.look().strangers
    assert (told.kid, told.name, told.proved) == (
        kid_of(stranger),
        "a laptop nobody knows",
        True,
    )
    desk.services.devices.answer(told.kid, DeviceAnswer.NOT_MINE)
    desk.sync()
    look = desk.services.devices.look()
    assert look.strangers == ()
    assert [each.answer for each in look.devices] == [None, DeviceAnswer.NOT_MINE]

"""A case is discussed, cited, decided and listed through a real server, under no names."""

from collections.abc import Callable

import pytest

from review_protocol.documents.programme import Recommendation
from reviewer_app.errors import NotPermitted, RoundNotHeld
from reviewer_app.services.panel.citations import CitationDraft
from reviewer_app.services.panel.voices import Seat
from tests.e2e.world import CHAIR, PASSPHRASE, World

CASE = "WIC-2026-001"

pytestmark = pytest.mark.campaign


def test_what_is_said_reaches_everybody_of_the_panel_and_nobody_else(world: World) -> None:
    experts = {}
    for name, mark in (("Ada", 5), ("Ben", 7), ("Chi", 9)):
        experts[name] = world.desk(name).ready()
        experts[name].score(CASE, mark)
        experts[name].sync()
    chair = world.desk(CHAIR).ready()
    chair.sync()
    first = chair.services.discussion.say(CASE, "Whose figures are these?")
    text = chair.services.citations.propose(CASE, CitationDraft("一段", "A text"))
    asked = chair.services.expert_requests.ask(CASE, "They are far apart.")
    chair.sync()
    counted = world.packets()
    assert {counted[each] for each in (first, text, asked)} == {"counted"}

    ada = experts["Ada"]
    ada.sync()
    assert ada.services.desk.overview().said == (CASE,)
    thread = ada.services.discussion.thread(CASE)
    assert [(each.voice.seat, each.text) for each in thread.contributions] == [
        (Seat.CHAIR, "Whose figures are these?")
    ]
    answer = ada.services.discussion.say(CASE, "The partner's.", first)
    ada.sync()
    assert world.packets()[answer] == "counted"

    chair.sync()
    said = chair.services.discussion.thread(CASE).contributions
    assert [(each.voice.seat, each.in_reply_to) for each in said] == [
        (Seat.CHAIR, None),
        (Seat.EXPERT, first),
    ]
    assert said[1].voice.pseudonym is not None
    assert all(each.leaf is not None for each in said)

    ben = experts["Ben"]
    ben.services.signing.withdraw(CASE, "a slip")
    ben.sync()
    with pytest.raises(NotPermitted):
        ben.services.discussion.thread(CASE)

    with pytest.raises(RoundNotHeld):
        chair.services.panel.decide(CASE, Recommendation.CASEBOOK, "As discussed.")
    world.server.run("close-round", "1", "--before-deadline", "--reason", "all is in")
    chair.sync()
    decided = chair.services.panel.decide(CASE, Recommendation.CASEBOOK, "As discussed.")
    chair.sync()
    assert world.packets()[decided] == "counted"


def test_the_heads_list_is_taken_by_a_real_server(new_world: Callable[[], World]) -> None:
    world = new_world()
    for name, mark in (("Ada", 5), ("Ben", 7), ("Chi", 9)):
        desk = world.desk(name).ready()
        for number in desk.numbers:
            desk.score(number, mark)
        desk.sync()
    code = world.invite("Ida", "--role", "head")
    world.enrolment("Ida").accept(world.server.address, code, "laptop", PASSPHRASE)
    head = world.desk("Ida").ready()
    world.server.run("close-round", "1", "--before-deadline", "--reason", "all is in")
    head.sync()
    services = head.services
    table = services.panel.table()
    assert services.issuing.issue(table) is not None
    for row in table.rows:
        services.panel.decide(row.number, Recommendation.OUTSTANDING, "As the order proposes.")
    table = services.panel.table()
    lists = services.panel.lists(table)
    assert lists is not None
    plan = services.head_lists.final(table, lists)
    assert plan.may_sign
    packet = services.head_lists.sign_final(plan)
    head.sync()
    counted = world.packets()
    assert counted[packet] == "counted"
    assert {counted[each.packet] for each in services.handin.outbox()} == {"counted"}
    assert services.head_lists.final(services.panel.table(), lists).standing is not None

    chair = world.desk(CHAIR).ready()
    chair.sync()
    seen = chair.services.head_lists.final(chair.services.panel.table(), lists).standing
    assert seen is not None
    assert (seen.packet, seen.is_own) == (packet, False)

"""What is told of a panel beside its packets is collected with them, from a real server."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from review_protocol.canonical import to_base64
from review_protocol.documents.answers import PacketsAnswer, RefusalCode
from review_protocol.documents.dossier import DossierAnswer, Withheld
from review_protocol.documents.packet import ConflictAnswer
from reviewer_app.models.collected import collected_packets
from reviewer_app.models.dossier import (
    Doubt,
    told_sight,
    told_ties,
    unproved_packets,
)
from reviewer_app.models.dossier_schema import withheld_leaf
from reviewer_app.models.outbox import all_packets
from tests.unit.sync.desks import Desk
from tests.unit.sync.lying import lying, refusing
from tests.unit.sync.test_engine import released

pytestmark = pytest.mark.campaign

FIRST, SECOND = "WIC-2026-001", "WIC-2026-002"
DOSSIER, PACKETS = "/v1/dossier", "/v1/packets"
STATE = "/v1/dossier/state"


@pytest.fixture
def chair(desk, desk_of) -> Desk:
    """A chair who has declared on all cases, after an expert scored two of them."""
    released(desk)
    desk.score(FIRST)
    desk.score(SECOND)
    desk.sync()
    found = desk_of("chair")
    found.sync()
    found.declare(**dict.fromkeys(("n001", "n002", "n003"), ConflictAnswer.NONE))
    found.sync()
    return found


def here(desk: Desk) -> set[str | None]:
    with desk.store.read() as connection:
        return {row.case for row in collected_packets(connection)}


def told(desk: Desk):
    with desk.store.read() as connection:
        leaves = tuple(connection.execute(select(withheld_leaf)).all())
        return told_sight(connection), told_ties(connection), leaves


def test_what_is_withheld_comes_with_its_leaves_and_what_was_there_of_it_is_erased(chair, desk):
    assert here(chair) == {FIRST, SECOND}
    sight, _, _ = told(chair)
    assert (sight.deputy, sight.withheld) == (False, ())
    chair.declare(n002=ConflictAnswer.CONFLICT)
    chair.sync()
    sight, _, leaves = told(chair)
    assert [(each.case, each.why) for each in sight.withheld] == [(SECOND, Withheld.CONFLICT)]
    assert here(chair) == {FIRST}
    with desk.store.read() as connection:
        hidden = {each.id for each in all_packets(connection) if each.case == SECOND}
    assert hidden <= {each.packet for each in leaves}
    assert all(each.receipt for each in leaves)


def test_ties_and_conflicts_of_who_takes_part_are_told(chair, desk):
    desk.declare(n003=ConflictAnswer.CONFLICT)
    desk.sync()
    chair.sync()
    _, ties, _ = told(chair)
    about = [each for each in ties.declarations if each.case == "WIC-2026-003"]
    assert [each.answer for each in about] == [ConflictAnswer.CONFLICT]


def test_nothing_is_asked_where_the_log_did_not_grow(chair, network):
    chair.sync()
    network.asked.clear()
    chair.sync()
    assert not [each for each in network.asked if DOSSIER in each]


def test_where_the_log_grew_without_this_panel_one_small_request_says_so(
    chair, desk, desk_of, network
):
    chair.sync()
    before = told(chair)
    desk_of("staff")
    network.asked.clear()
    chair.sync()
    assert [each for each in network.asked if DOSSIER in each] == [f"GET {STATE}"]
    assert told(chair) == before
    desk.declare(n001=ConflictAnswer.DISCLOSED)
    desk.sync()
    network.asked.clear()
    chair.sync()
    assert f"GET {DOSSIER}?after=0" in network.asked
    assert "WIC-2026-001" in {each.case for each in told(chair)[1].declarations}


def test_a_leaf_that_is_new_comes_without_the_first_page(chair, desk, network):
    chair.declare(n002=ConflictAnswer.CONFLICT)
    chair.sync()
    chair.sync()
    before = told(chair)
    amended = desk.amend(SECOND, first_of(desk, SECOND))
    desk.sync()
    network.asked.clear()
    chair.sync()
    asked = [each for each in network.asked if DOSSIER in each]
    assert asked[0] == f"GET {STATE}"
    assert f"GET {DOSSIER}?after=0" not in asked
    assert {each.packet for each in told(chair)[2]} - {each.packet for each in before[2]} == {
        amended
    }


def test_an_older_server_tells_nothing_and_nothing_breaks(chair, desk, folder, network):
    desk.amend(FIRST, first_of(desk))
    desk.sync()
    refused = refusing(folder, RefusalCode.NOT_FOUND, 404)
    network.spoil(DOSSIER, refused, refused)
    assert chair.sync().collected == 1
    assert told(chair) == (None, None, ())
    assert here(chair) == {FIRST, SECOND}


def first_of(desk: Desk, number: str = FIRST) -> str:
    with desk.store.read() as connection:
        return next(each.id for each in all_packets(connection) if each.case == number)


def test_a_leaf_that_the_log_does_not_prove_is_not_kept(chair, desk, folder, network):
    def made_up(answer: DossierAnswer) -> DossierAnswer:
        return answer.model_copy(update={"leaves": ("no receipt", *answer.leaves)})

    desk.declare(n001=ConflictAnswer.DISCLOSED)
    desk.sync()
    before = told(chair)[2]
    network.spoil(f"{DOSSIER}?", lying(chair, folder, DossierAnswer, made_up))
    chair.sync()
    assert set(before) <= set(told(chair)[2])
    assert "no receipt" not in {each.receipt for each in told(chair)[2]}


def test_what_does_not_verify_is_noted_until_it_does(chair, desk, folder, network):
    amended = desk.amend(FIRST, first_of(desk))
    desk.sync()

    def forged(answer: PacketsAnswer) -> PacketsAnswer:
        def other(each):
            return each.model_copy(
                update={"receipt": answer.packets[0].receipt[:-9] + "AAAAAAAA\n"}
            )

        return answer.model_copy(update={"packets": tuple(map(other, answer.packets))})

    network.spoil(PACKETS, lying(chair, folder, PacketsAnswer, forged))
    assert chair.sync().collected == 0
    with chair.store.read() as connection:
        (found,) = unproved_packets(connection)
    assert (found.doubt, found.kid) == (Doubt.RECEIPT, desk.vault.kid)
    assert chair.sync().collected == 1
    with chair.store.read() as connection:
        assert unproved_packets(connection) == ()
        assert amended in {row.id for row in collected_packets(connection)}


def test_what_nobody_can_read_is_noted_too(chair, desk, folder, network):
    desk.amend(FIRST, first_of(desk))
    desk.sync()

    def noise(answer: PacketsAnswer) -> PacketsAnswer:
        spoiled = [
            each.model_copy(update={"envelope": to_base64(b"{}")}) for each in answer.packets
        ]
        return answer.model_copy(update={"packets": tuple(spoiled)})

    network.spoil(PACKETS, lying(chair, folder, PacketsAnswer, noise))
    chair.sync()
    with chair.store.read() as connection:
        assert [(each.doubt, each.kid) for each in unproved_packets(connection)] == [
            (Doubt.SIGNATURE, None)
        ]

"""How reviews were given out is collected with the packets, from a real server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from central_server.assignment_records import AssignmentRecord
from central_server.documents import keep_document
from central_server.http.app import create_app
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.draws import DrawsAnswer
from review_protocol.documents.leaf import ActLeaf
from review_protocol.documents.packet import ConflictAnswer
from reviewer_app.models.draws import told_draws
from tests.builders.server import ServerFolder
from tests.builders.world import NOW
from tests.unit.sync.desks import Desk
from tests.unit.sync.lying import lying, refusing
from tests.unit.sync.network import Network, a_network
from tests.unit.sync.test_engine import released

pytestmark = pytest.mark.campaign

DRAWS = "/v1/draws"
SEED = bytes(range(32)).hex()
RECORD = AssignmentRecord(round=1, reviews_per_case=5, most=None, seed=SEED, added=(), made=NOW)


@pytest.fixture
def network(folder: ServerFolder) -> Iterator[Network]:
    """Of a server that has given out reviews in one run."""
    with folder.open() as server:
        with server.log.appending(server.store) as group:
            subject = keep_document(group.connection, RECORD)
            act = ActLeaf(type="act/1", act="assign", subject=subject, received=NOW)
            group.add(act.entry())
        with a_network(create_app(server)) as network:
            yield network


@pytest.fixture
def chair(desk, desk_of) -> Desk:
    """A chair who declared, and has not synced since; an expert scored a case."""
    released(desk)
    desk.score("WIC-2026-001")
    desk.sync()
    found = desk_of("chair")
    found.sync()
    found.declare(**dict.fromkeys(("n001", "n002", "n003"), ConflictAnswer.NONE))
    return found


def told(desk: Desk):
    with desk.store.read() as connection:
        return told_draws(connection)


def test_the_seed_comes_with_its_receipt(chair):
    chair.sync()
    (draw,) = told(chair)
    assert draw.seed == SEED
    assert draw.receipt is not None


def test_what_the_log_does_not_prove_has_no_receipt(chair, folder, network):
    def made_up(answer: DrawsAnswer) -> DrawsAnswer:
        draws = (each.model_copy(update={"record": "0" * 64}) for each in answer.draws)
        return answer.model_copy(update={"draws": tuple(draws)})

    network.spoil(DRAWS, lying(chair, folder, DrawsAnswer, made_up))
    chair.sync()
    assert [each.receipt for each in told(chair)] == [None]


def test_an_older_server_tells_nothing_and_takes_nothing_away(chair, folder, network):
    network.spoil(DRAWS, refusing(folder, RefusalCode.NOT_FOUND, 404))
    assert chair.sync().collected == 1
    assert [each.seed for each in told(chair)] == [SEED]


def test_a_reviewer_does_not_ask(desk, network):
    released(desk)
    network.asked.clear()
    desk.score("WIC-2026-001")
    desk.sync()
    desk.sync()
    assert not [each for each in network.asked if DRAWS in each]

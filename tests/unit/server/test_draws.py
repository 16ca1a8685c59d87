"""How reviews were given out is told to a panel and to staff, with the log's word for it."""

from __future__ import annotations

import pytest
from sqlalchemy import delete

from central_server.assigning import Wish, assign_round
from central_server.assignment_records import AssignmentRecord
from central_server.documents import read_document
from central_server.store import schema
from review_protocol.documents.answers import Refusal, RefusalCode
from review_protocol.documents.draws import DrawsAnswer
from review_protocol.documents.leaf import ActLeaf, read_entry
from review_protocol.documents.people import Role
from review_protocol.translog import Receipt, verify_receipt
from tests.builders.server import a_server_folder
from tests.builders.world import NOW
from tests.unit.server.conftest import declares
from tests.unit.server.test_delivery import log_of
from tests.unit.server.test_panel_acts import Panel

SEED = bytes(range(32))
PEOPLE = {
    "reviewer": Role.REVIEWER,
    "second": Role.REVIEWER,
    "chair": (Role.CHAIR, "panel-a"),
    "head": Role.HEAD,
    "staff": Role.STAFF,
}


@pytest.fixture
def panel(tmp_path):
    """A round of which one run gave out the reviews."""
    built = a_server_folder(tmp_path, people=PEOPLE, assigned={})
    with built.open() as server:
        wish = Wish(reviews_per_case=1)
        assign_round(server.store, server.log, 1, wish, seed=SEED, now=NOW)
        yield Panel(built, server)


def told(panel: Panel, who: str) -> DrawsAnswer | Refusal:
    return panel.desks[who].ask("GET", "/v1/draws", DrawsAnswer)


@pytest.mark.parametrize("who", ["chair", "head", "staff"])
def test_the_seed_comes_with_the_receipt_of_the_act_that_names_its_record(panel, who):
    answer = told(panel, who)
    assert isinstance(answer, DrawsAnswer)
    (draw,) = answer.draws
    assert (draw.round, draw.seed, draw.reviews_per_case) == (1, SEED.hex(), 1)
    receipt = Receipt.parse(draw.receipt)
    verify_receipt(receipt, [log_of(panel.desks[who])])
    leaf = read_entry(receipt.leaf)
    assert isinstance(leaf, ActLeaf)
    assert (leaf.act, leaf.subject, leaf.received) == ("assign", draw.record, draw.made)
    with panel.server.store.read() as connection:
        record = read_document(connection, draw.record, AssignmentRecord)
    assert record.seed == draw.seed
    names = {row.person for row in record.added}
    assert not [name for name in names if name in answer.model_dump_json()]


def test_that_a_hidden_case_was_given_to_one_more_is_not_told(panel):
    one, two = [case.number for case in panel.built.cases[:2]]
    for case in (one, two):
        wish = Wish(one=(case, 1))
        assign_round(panel.server.store, panel.server.log, 1, wish, seed=SEED, now=NOW)
    runs = {None, one, two}
    assert {each.case for each in told(panel, "chair").draws} == runs
    declares(panel.desks["chair"], conflicts=(two,))
    assert {each.case for each in told(panel, "chair").draws} == {None, one}
    assert {each.case for each in told(panel, "staff").draws} == runs


def test_a_reviewer_is_told_nothing(panel):
    answer = told(panel, "reviewer")
    assert isinstance(answer, Refusal)
    assert answer.code is RefusalCode.NOT_PERMITTED


def test_an_act_in_the_log_from_before_a_restore_has_no_receipt(panel):
    with panel.server.store.write() as connection:
        connection.execute(delete(schema.leaf).where(schema.leaf.c.entry.contains(b"assign")))
    answer = told(panel, "staff")
    assert isinstance(answer, DrawsAnswer)
    assert [each.receipt for each in answer.draws] == [None]

"""What waits for staff, and what a panel is told of conflicts taken back; never a score."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from central_server.asked_experts import expert_requests
from central_server.assigning import Wish, assign_round
from central_server.people import add_person
from central_server.store import schema
from central_server.withdrawing_cases import withdraw_case
from review_protocol.documents.acts import RulingPacket
from review_protocol.documents.answers import Refusal, RefusalCode
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.matters import MattersAnswer, ReviewKind
from review_protocol.documents.panel_acts import ExpertRequestPacket
from review_protocol.documents.people import Role
from tests.builders.server import a_server_folder
from tests.builders.two_staff import AFTER
from tests.builders.world import NOW
from tests.unit.server.conftest import declares
from tests.unit.server.test_panel_acts import Panel

COUNTED, LATE = Disposition.COUNTED, Disposition.HELD_LATE
WHY = "The line was cut in the whole region"


@pytest.fixture
def panel(tmp_path):
    built = a_server_folder(tmp_path, declared=True)
    with built.open() as server:
        yield Panel(built, server)


def told(panel: Panel, who: str = "staff") -> MattersAnswer:
    answer = panel.desks[who].ask("GET", "/v1/matters", MattersAnswer)
    assert isinstance(answer, MattersAnswer)
    return answer


def late_score(panel: Panel, who: str = "reviewer") -> str:
    panel.closes()
    desk = panel.desks[who]
    score = desk.chain.score(panel.built.cases[0], panel.built.rubric)
    assert desk.arrived(score).disposition is LATE
    return score.document_id


def rules(panel: Panel, packet: str, *, counts: bool) -> str:
    desk = panel.desks["staff"]
    ruling = desk.chain.sign(RulingPacket, packet=packet, counts=counts, reason=WHY)
    assert desk.arrived(ruling).disposition is COUNTED
    return ruling.document_id


def another_expert(panel: Panel, name: str) -> str:
    with panel.server.store.write() as connection:
        return add_person(connection, name=name, role=Role.REVIEWER, now=NOW)


def one_more(panel: Panel) -> None:
    wish = Wish(one=(panel.built.cases[0].number, 1))
    assign_round(
        panel.server.store, panel.server.log, 1, wish, seed=b"1" * 32, now=panel.server.now()
    )


def test_a_late_review_is_told_with_its_times_and_without_its_score(panel):
    score = late_score(panel)
    (review,) = told(panel).reviews
    deadline = panel.built.round.closes
    assert (review.packet, review.review, review.round) == (score, ReviewKind.SCORE, 1)
    assert (review.case, review.person) == (
        panel.built.cases[0].number,
        panel.built.people["reviewer"].id,
    )
    assert (review.received > deadline, review.due) == (True, deadline)
    assert (review.disposition, review.ruled) == (LATE, None)
    assert not {"answers", "value", "evidence"} & {*told(panel).model_dump_json().split('"')}


def test_what_staff_decided_stands_beside_the_review(panel):
    score = late_score(panel)
    rules(panel, score, counts=False)
    (review,) = told(panel).reviews
    assert (review.disposition, review.ruled.counts, review.ruled.reason) == (LATE, False, WHY)
    newest = rules(panel, score, counts=True)
    (review,) = told(panel).reviews
    assert (review.disposition, review.ruled.packet) == (COUNTED, newest)
    assert review.ruled.person == panel.built.people["staff"].id
    assert review.ruled.received >= AFTER


def test_a_request_is_answered_by_what_was_given_after_it_in_the_same_second_too(panel):
    another_expert(panel, "third")
    another_expert(panel, "fourth")
    one_more(panel)  # in the same second, and before
    asked = panel.says("chair", ExpertRequestPacket, reason="They differ by 5 points.")
    (request,) = told(panel).experts
    assert (request.packet, request.given, request.reason) == (
        asked,
        0,
        "They differ by 5 points.",
    )
    assert request.person == panel.built.people["chair"].id
    one_more(panel)
    assert [each.given for each in told(panel).experts] == [1]


def test_requests_of_one_second_are_answered_each_by_what_came_after(panel):
    another_expert(panel, "third")
    panel.says("chair", ExpertRequestPacket, reason="First.")
    one_more(panel)
    panel.says("chair", ExpertRequestPacket, reason="Second.")
    given = {each.reason: each.given for each in told(panel).experts}
    assert given == {"First.": 1, "Second.": 0}


def test_a_request_is_open_again_where_who_was_given_the_case_steps_back(panel):
    panel.says("chair", ExpertRequestPacket, reason="They differ by 5 points.")
    case, reviewer = panel.built.cases[0], panel.built.people["reviewer"].id
    assignment = schema.assignment.c
    later = update(schema.assignment).where(assignment.case_number == case.number)
    with panel.server.store.write() as connection:
        connection.execute(later.where(assignment.person == reviewer).values(leaf=10**6))
    assert [each.given for each in told(panel).experts] == [1]
    desk = panel.desks["reviewer"]
    assert desk.arrived(desk.chain.recuse(case, panel.built.rubric)).disposition is COUNTED
    assert [each.given for each in told(panel).experts] == [0]


def test_nothing_is_asked_of_a_case_that_its_applicant_took_back(panel):
    panel.says("chair", ExpertRequestPacket)
    number = panel.built.cases[0].number
    server = panel.server
    with server.log.appending(server.store) as group:
        withdraw_case(group, number, reason="Asked", issuer=server.issuer, now=NOW)
    with server.store.read() as connection:
        assert expert_requests(connection) == ()


def test_a_conflict_taken_back_is_told_to_staff_by_name_and_to_a_panel_by_number(panel):
    first, second = (case.number for case in panel.built.cases[:2])
    declares(panel.desks["reviewer"], conflicts=(first, second))
    assert told(panel).taken_back == ()
    declares(panel.desks["reviewer"], conflicts=(second,))
    (known,) = told(panel).taken_back
    assert (known.case, known.person) == (first, panel.built.people["reviewer"].id)
    assert known.pseudonym is None
    for who in ("chair", "head"):
        answer = told(panel, who)
        (seen,) = answer.taken_back
        assert (seen.case, seen.person, seen.role) == (first, None, Role.REVIEWER)
        assert seen.pseudonym in (1, 2)
        assert (answer.reviews, answer.experts) == ((), ())


def test_of_a_case_that_is_hidden_from_a_chair_nothing_is_told(panel):
    first = panel.built.cases[0].number
    declares(panel.desks["reviewer"], conflicts=(first,))
    declares(panel.desks["reviewer"])
    declares(panel.desks["chair"], conflicts=(first,))
    assert told(panel, "chair").taken_back == ()
    assert [each.case for each in told(panel, "head").taken_back] == [first]


def test_a_reviewer_is_told_nothing(panel):
    refused = panel.desks["reviewer"].ask("GET", "/v1/matters", MattersAnswer)
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.NOT_PERMITTED

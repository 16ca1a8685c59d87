"""Who sees scores, and when: chairs their panel's, after their own; staff none before closing."""

import pytest

from central_server.http.app import create_app
from review_protocol.canonical import from_base64
from review_protocol.documents.answers import (
    PacketsAnswer,
    ProgressAnswer,
    Refusal,
    RefusalCode,
)
from review_protocol.documents.people import Certificate, Role
from review_protocol.envelope import read_envelope
from review_protocol.opening import opened
from tests.builders.desks import TestDesk, in_process
from tests.builders.server import a_server_folder
from tests.unit.server.conftest import manifest_of

PACKETS = "/v1/packets?after=0"


@pytest.fixture
def panel(tmp_path):
    """A server whose chair also reviews the first case, with desks for everybody."""
    built = a_server_folder(
        tmp_path,
        assigned={
            "reviewer": ("WIC-2026-001", "WIC-2026-002"),
            "second": ("WIC-2026-001",),
            "chair": ("WIC-2026-001",),
        },
    )
    with built.open() as server:
        transport = in_process(create_app(server))
        desks = {}
        for name, person in built.people.items():
            desks[name] = TestDesk(transport, person.secret)
            desks[name].enrol()
        yield built, desks


def collected(desk: TestDesk, target: str = PACKETS) -> list[str]:
    """Ids of the packets that this desk may see."""
    answer = desk.ask("GET", target, PacketsAnswer)
    return [packet_id(each.envelope) for each in answer.packets]


def packet_id(envelope: str) -> str:
    return read_envelope(from_base64(envelope)).document_id


def test_a_chair_sees_the_scores_of_a_case_they_review_only_after_signing(panel):
    built, desks = panel
    first, second = (desks["reviewer"].chain.score(case, built.rubric) for case in built.cases)
    desks["reviewer"].deliver(first, second)
    chair = desks["chair"]
    assert collected(chair) == [second.document_id]
    own = chair.chain.score(built.cases[0], built.rubric)
    chair.deliver(own)
    assert collected(chair) == [first.document_id, second.document_id, own.document_id]


def test_a_chair_sees_nothing_of_a_case_with_a_conflict(panel):
    built, desks = panel
    first, second = (desks["reviewer"].chain.score(case, built.rubric) for case in built.cases)
    desks["reviewer"].deliver(first, second)
    chair = desks["chair"]
    manifest = manifest_of(chair)
    declared = chair.chain.declare(
        manifest.document, manifest.id, conflicts=(built.cases[1].number,)
    )
    chair.deliver(declared)
    answer = chair.ask("GET", PACKETS, PacketsAnswer)
    assert (answer.packets, answer.assignments) == ((), ())
    assert collected(desks["head"]) == [first.document_id, second.document_id]


def test_a_chair_of_another_panel_sees_nothing(tmp_path):
    people = {"reviewer": Role.REVIEWER, "chair": (Role.CHAIR, "panel-b")}
    built = a_server_folder(tmp_path, people=people)
    with built.open() as server:
        transport = in_process(create_app(server))
        reviewer = TestDesk(transport, built.people["reviewer"].secret)
        reviewer.enrol()
        reviewer.deliver(reviewer.chain.score(built.cases[0], built.rubric))
        chair = TestDesk(transport, built.people["chair"].secret)
        chair.enrol()
        assert collected(chair) == []


def test_reviewers_collect_nothing(panel):
    _, desks = panel
    refusal = desks["reviewer"].ask("GET", PACKETS, PacketsAnswer)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, desks["reviewer"].last.status) == (RefusalCode.NOT_PERMITTED, 403)


def test_staff_see_no_score_before_closing_and_all_packets_after(panel):
    built, desks = panel
    reviewer, staff = desks["reviewer"], desks["staff"]
    score = reviewer.chain.score(built.cases[0], built.rubric)
    reviewer.deliver(score)
    assert staff.ask("GET", PACKETS, PacketsAnswer).code is RefusalCode.ROUND_OPEN
    closing = staff.chain.close_round()
    staff.deliver(closing)
    assert collected(staff) == [score.document_id, closing.document_id]


def test_people_appear_under_their_numbers_and_not_under_their_names(panel):
    _, desks = panel
    answer = desks["chair"].ask("GET", PACKETS, PacketsAnswer)
    kids = {desks[name].signing.key_id for name in ("reviewer", "second")}
    assert {expert.kid for expert in answer.experts} == kids
    assert sorted(expert.pseudonym for expert in answer.experts) == [1, 2]
    for expert in answer.experts:
        certificate = opened(
            from_base64(expert.certificate), Certificate, desks["chair"].server_key
        )
        assert certificate.document.kid == expert.kid
    assert "reviewer" not in answer.model_dump_json(exclude={"experts"})


def test_collecting_goes_on_where_it_stopped(panel):
    built, desks = panel
    first = desks["reviewer"].chain.score(built.cases[1], built.rubric)
    desks["reviewer"].deliver(first)
    answer = desks["chair"].ask("GET", PACKETS, PacketsAnswer)
    desks["second"].deliver(desks["second"].chain.score(built.cases[0], built.rubric))
    second = desks["reviewer"].chain.amend(built.cases[1], built.rubric, first.document_id)
    desks["reviewer"].deliver(second)
    assert collected(desks["chair"], f"/v1/packets?after={answer.next_leaf}") == [
        second.document_id
    ]


def test_progress_counts_and_tells_no_score(panel):
    built, desks = panel
    reviewer = desks["reviewer"]
    manifest = manifest_of(reviewer)
    number = built.cases[1].number
    reviewer.deliver(
        reviewer.chain.declare(manifest.document, manifest.id, conflicts=(number,)),
        reviewer.chain.score(built.cases[0], built.rubric),
        reviewer.chain.score(built.cases[1], built.rubric),
    )
    answer = desks["staff"].ask("GET", "/v1/progress", ProgressAnswer)
    row = next(each for each in answer.people if each.name == "reviewer")
    assert (row.assigned, row.declared, row.conflicts, row.received, row.held) == (2, 2, 1, 1, 1)
    assert row.enrolled is not None
    assert [(case.received, case.held, case.conflicts) for case in answer.cases] == [
        (1, 0, 0),
        (0, 1, 1),
    ]
    assert answer.packets == 3
    assert "mark" not in answer.model_dump_json()
    assert desks["chair"].ask("GET", "/v1/progress", ProgressAnswer).code is (
        RefusalCode.NOT_PERMITTED
    )

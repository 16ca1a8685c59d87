"""Who sees scores, and when: chairs their panel's, after their own; staff none before closing."""

import pytest
from sqlalchemy import insert

from central_server.cli.main import main
from central_server.http.app import create_app
from central_server.store import schema
from central_server.store.store import open_store
from review_protocol.canonical import from_base64
from review_protocol.documents.answers import (
    Expert,
    PacketsAnswer,
    ProgressAnswer,
    Refusal,
    RefusalCode,
)
from review_protocol.documents.leaf import CertificateLeaf, Disposition, read_entry
from review_protocol.documents.people import Certificate, Role
from review_protocol.envelope import read_envelope, seal
from review_protocol.keys import VerifyKey
from review_protocol.opening import opened, opened_packet
from review_protocol.translog import Receipt, verify_receipt
from tests.builders.desks import TestDesk, in_process, manifest_of
from tests.builders.documents import NOW, a_rubric
from tests.builders.server import a_server_folder
from tests.builders.two_staff import after_the_deadline
from tests.unit.server.conftest import declares
from tests.unit.server.test_delivery import log_of

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
        declared=True,
    )
    with built.open() as server:
        transport = in_process(create_app(server))
        desks = {}
        for name, person in built.people.items():
            desks[name] = TestDesk(transport, person.secret)
            desks[name].enrol()
        for name in ("chair", "head"):
            declares(desks[name])
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


@pytest.mark.parametrize("how", ["another rubric", "off the scale", "another text"])
def test_a_score_that_cannot_count_opens_nothing(panel, how):
    built, desks = panel
    case, rubric = built.cases[0], built.rubric
    desks["reviewer"].deliver(desks["reviewer"].chain.score(case, rubric))
    chair = desks["chair"]
    own = {
        "another rubric": lambda: chair.chain.score(case, a_rubric(sample=False)),
        "off the scale": lambda: chair.chain.score(case, rubric, mark=11),
        "another text": lambda: chair.chain.score(case, rubric, case_hash="0" * 64),
    }[how]()
    assert chair.deliver(own).arrived[0].disposition is not Disposition.COUNTED
    assert collected(chair) == []


def test_before_declaring_a_chair_and_the_head_see_no_score(tmp_path):
    built = a_server_folder(tmp_path, declared=True)
    with built.open() as server:
        transport = in_process(create_app(server))
        desks = {name: TestDesk(transport, built.people[name].secret) for name in built.people}
        for desk in desks.values():
            desk.enrol()
        score = desks["reviewer"].chain.score(built.cases[0], built.rubric)
        desks["reviewer"].deliver(score)
        for name in ("chair", "head"):
            answer = desks[name].ask("GET", PACKETS, PacketsAnswer)
            assert (answer.packets, answer.experts, answer.assignments) == ((), (), ())
            declares(desks[name])
            assert collected(desks[name]) == [score.document_id]


def test_a_chair_sees_nothing_of_a_case_with_a_conflict(panel):
    built, desks = panel
    first, second = (desks["reviewer"].chain.score(case, built.rubric) for case in built.cases)
    desks["reviewer"].deliver(first, second)
    chair = desks["chair"]
    declares(chair, conflicts=(built.cases[1].number,))
    answer = chair.ask("GET", PACKETS, PacketsAnswer)
    assert (answer.packets, answer.assignments) == ((), ())
    assert collected(desks["head"]) == [first.document_id, second.document_id]


def test_a_chair_of_another_panel_sees_nothing(tmp_path):
    people = {"reviewer": Role.REVIEWER, "chair": (Role.CHAIR, "panel-b")}
    built = a_server_folder(tmp_path, people=people, declared=True)
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
    question = reviewer.chain.ask("Is the annex part of the case?")
    reviewer.deliver(question)
    assert collected(staff) == [question.document_id]
    after_the_deadline(built, reviewer, staff)
    closing = staff.chain.close_round()
    staff.deliver(closing)
    packets = (score, question, closing)
    assert collected(staff)[-3:] == [packet.document_id for packet in packets]


def test_what_cannot_be_read_is_not_shown_to_staff_while_a_round_is_open(panel, tmp_path):
    built, desks = panel
    reviewer, staff = desks["reviewer"], desks["staff"]
    body = reviewer.chain.score(built.cases[0], built.rubric).body
    newer = seal("score", body, reviewer.signing, version=2)
    reviewer.deliver(newer)
    after_the_deadline(built, reviewer, staff)
    staff.deliver(staff.chain.close_round())
    with open_store(built.home.database_url).write() as connection:
        second = built.round.model_dump() | {"number": 2, "opened": NOW, "closed": None}
        connection.execute(insert(schema.review_round).values(**second))
    assert newer.document_id not in collected(staff)
    staff.deliver(staff.chain.close_round(2))
    assert newer.document_id in collected(staff)


def test_every_packet_shown_can_be_verified_decisions_and_staffs_acts_too(panel):
    built, desks = panel
    case, rubric = built.cases[1], built.rubric
    desks["reviewer"].deliver(desks["reviewer"].chain.score(case, rubric))
    desks["chair"].deliver(desks["chair"].chain.decide(case, rubric, "panel-a"))
    after_the_deadline(built, *desks.values())
    desks["staff"].deliver(desks["staff"].chain.close_round())
    for name in ("chair", "head", "staff"):
        answer = desks[name].ask("GET", PACKETS, PacketsAnswer)
        keys = {each.kid: certified(desks[name], each) for each in answer.experts}
        signers = {
            opened_packet(from_base64(each.envelope), keys.get).header.kid
            for each in answer.packets
        }
        assert signers == set(keys)
        assert desks["chair"].signing.key_id in signers


def test_people_appear_under_their_numbers_and_not_under_their_names(panel):
    built, desks = panel
    for name in ("reviewer", "chair"):
        desks[name].deliver(desks[name].chain.score(built.cases[0], built.rubric))
    answer = desks["chair"].ask("GET", PACKETS, PacketsAnswer)
    kids = {desks[name].signing.key_id for name in ("reviewer", "chair")}
    assert {expert.kid for expert in answer.experts} == kids
    assert {each.pseudonym for each in answer.assignments} == {1, 2, 3}
    assert {each.pseudonym for each in answer.experts} < {1, 2, 3}
    shown = answer.model_dump_json() + "".join(
        from_base64(each.certificate).decode()
        + str(read_envelope(from_base64(each.certificate)).body)
        for each in answer.experts
    )
    assert "laptop" not in shown  # the name of a computer is often its owner's
    assert 'reviewer"' not in answer.model_dump_json(exclude={"experts"})


def certified(desk: TestDesk, expert: Expert) -> VerifyKey:
    """The key of a device, whose certificate the server signed and the log holds."""
    certificate = opened(from_base64(expert.certificate), Certificate, desk.server_key)
    receipt = Receipt.parse(expert.receipt)
    verify_receipt(receipt, [log_of(desk)])
    leaf = read_entry(receipt.leaf)
    assert isinstance(leaf, CertificateLeaf)
    assert (leaf.certificate, leaf.kid) == (certificate.id, expert.kid)
    return VerifyKey(from_base64(certificate.document.signing_key))


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


def test_the_scope_tells_when_earlier_packets_have_become_visible(panel):
    built, desks = panel
    reviewer, chair = desks["reviewer"], desks["chair"]
    reviewer.deliver(*(reviewer.chain.score(case, built.rubric) for case in built.cases))
    before = chair.ask("GET", PACKETS, PacketsAnswer)
    target = f"/v1/packets?after={before.next_leaf}"
    assert chair.ask("GET", target, PacketsAnswer).scope == before.scope
    own = chair.chain.score(built.cases[0], built.rubric)
    chair.deliver(own)
    after = chair.ask("GET", target, PacketsAnswer)
    assert [packet_id(each.envelope) for each in after.packets] == [own.document_id]
    assert after.scope != before.scope
    declares(chair, conflicts=(built.cases[0].number,))
    assert chair.ask("GET", target, PacketsAnswer).scope != after.scope


def test_a_packet_comes_again_when_its_disposition_changed(panel):
    built, desks = panel
    reviewer, head = desks["reviewer"], desks["head"]
    first, second = (reviewer.chain.score(case, built.rubric) for case in built.cases)
    reviewer.deliver(first, second)
    seen = head.ask("GET", PACKETS, PacketsAnswer)
    target = f"/v1/packets?after={seen.next_leaf}"
    assert collected(head, target) == []
    words = ("revoke", reviewer.signing.key_id, "--from-leaf", str(seen.packets[1].leaf))
    assert main(["--home", str(built.path), *words, "--reason", "Lost"]) == 0
    (again,) = head.ask("GET", target, PacketsAnswer).packets
    assert (packet_id(again.envelope), again.disposition, again.leaf) == (
        second.document_id,
        Disposition.HELD_REVOKED_KEY,
        seen.packets[1].leaf,
    )
    assert collected(head) == [first.document_id, second.document_id]


@pytest.mark.parametrize("declared", [False, True])
def test_a_recusal_for_a_conflict_is_one_review_less(panel, declared):
    built, desks = panel
    reviewer, case = desks["reviewer"], built.cases[0]
    if declared:
        manifest = manifest_of(reviewer)
        reviewer.deliver(
            reviewer.chain.declare(manifest.document, manifest.id, conflicts=(case.number,))
        )
    reviewer.deliver(reviewer.chain.recuse(case, built.rubric))
    answer = desks["staff"].ask("GET", "/v1/progress", ProgressAnswer)
    row = next(each for each in answer.people if each.name == "reviewer")
    assert (row.assigned, row.conflicts, row.recused) == (2, 0, 1)
    assert [(each.conflicts, each.recused) for each in answer.cases] == [(0, 1), (0, 0)]


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
    assert answer.packets == 3 + 2  # the chair and the head have declared
    assert "mark" not in answer.model_dump_json()
    assert desks["chair"].ask("GET", "/v1/progress", ProgressAnswer).code is (
        RefusalCode.NOT_PERMITTED
    )

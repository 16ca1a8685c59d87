"""One sync, against the real server: declaration before content, each packet delivered once."""

import pytest

from central_server.cli.main import main
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.translog import Receipt
from reviewer_app.errors import ServerRefused
from reviewer_app.models.case_list import list_cases
from reviewer_app.models.cases import case_content
from reviewer_app.models.collected import assignments, collected_packets, experts
from reviewer_app.models.documents import alignments
from reviewer_app.models.files import file_of
from reviewer_app.models.rows import CaseQuery, DeliveryState
from reviewer_app.reading.align import Alignment, alignment_key
from reviewer_app.reading.units import reading_text
from reviewer_app.sync.contents import open_file
from tests.builders.documents import PDF

ALL_DECLARED = {
    "n001": ConflictAnswer.NONE,
    "n002": ConflictAnswer.DISCLOSED,
    "n003": ConflictAnswer.CONFLICT,
}


def released(desk) -> None:
    desk.sync()
    desk.declare(**ALL_DECLARED)
    desk.sync()


def test_the_first_sync_brings_headers_and_sealed_texts(desk, folder):
    report = desk.sync()
    assert set(desk.states().values()) == {"undeclared"}
    assert set(desk.states()) == {case.number for case in folder.cases}
    assert report.batch is not None
    assert (report.batch.cases, report.batch.released, report.batch.files_waiting) == (3, 0, 0)
    with desk.store.read() as connection:
        assert {case_content(connection, number) for number in desk.states()} == {None}
        given = {case.number: case.headers for case in list_cases(connection)}
    assert given == {case.number: case.headers for case in folder.cases}


def test_content_opens_after_the_declaration_and_not_with_a_conflict(desk, folder):
    released(desk)
    assert desk.states() == {
        "WIC-2026-001": "unread",
        "WIC-2026-002": "unread",
        "WIC-2026-003": "conflict",
    }
    with desk.store.read() as connection:
        texts = {number: case_content(connection, number) for number in desk.states()}
    given = {case.number: case for case in folder.cases}
    assert texts == given | {"WIC-2026-003": None}


def test_alignments_and_search_are_ready_when_a_case_is(desk, folder):
    released(desk)
    case = folder.cases[0]
    texts = case.elements.background
    key = alignment_key(reading_text(texts.zh), reading_text(texts.en))
    word = texts.en[0].paragraphs[0].split()[0].strip(".,")
    with desk.store.read() as connection:
        kept = alignments(connection, [key])
        found = list_cases(connection, CaseQuery(search=word))
    assert Alignment.model_validate_json(kept[key]).groups
    assert case.number in {each.number for each in found}


def test_an_attachment_opens_in_memory_and_only_ciphertext_lies_on_the_disk(desk, folder):
    released(desk)
    (attachment,) = folder.cases[0].attachments
    with desk.store.read() as connection:
        file = file_of(connection, attachment.sha256)
    assert file is not None
    assert open_file(desk.store.folder, file) == PDF
    blobs = [path.read_bytes() for path in (desk.store.folder / "blobs").iterdir()]
    assert PDF not in blobs
    assert not any(b"%PDF" in blob or "背景".encode() in blob for blob in blobs)


def test_a_score_is_delivered_once_and_its_receipt_kept(desk):
    released(desk)
    packet = desk.score("WIC-2026-001")
    report = desk.sync()
    assert (report.delivered, report.received, report.held) == (1, (packet,), ())
    stored = desk.packets()[-1]
    assert (stored.state, stored.disposition) == (DeliveryState.RECEIVED, Disposition.COUNTED)
    assert Receipt.parse(stored.receipt or "").index == stored.leaf
    assert desk.sync().delivered == 0
    assert desk.states()["WIC-2026-001"] == "received"


def test_a_held_packet_is_shown_as_held(desk):
    released(desk)
    packet = desk.score("WIC-2026-003")
    report = desk.sync()
    assert (report.received, report.held) == ((), (packet,))
    assert desk.states()["WIC-2026-003"] == "held"


def test_a_second_sync_asks_for_nothing_again(desk, network):
    released(desk)
    desk.sync()
    network.asked.clear()
    desk.sync()
    assert [asked.partition("?")[0] for asked in network.asked] == [
        "GET /v1/hello",
        "GET /v1/state",
        "GET /v1/notices",
    ]


def test_many_packets_go_in_few_requests_and_in_order(desk, network):
    released(desk)
    first = desk.score("WIC-2026-001")
    others = [desk.score("WIC-2026-002", mark=1 + number % 9) for number in range(204)]
    network.asked.clear()
    report = desk.sync()
    # two deliver, the third asks what they are held against, the fourth what others said
    assert network.count("/v1/packets") == 4
    assert report.delivered == 205
    assert report.received == (first, others[0])
    assert [each.leaf for each in desk.packets()] == sorted(
        each.leaf for each in desk.packets() if each.leaf is not None
    )


def test_a_chair_collects_verified_scores_by_pseudonym(desk, desk_of, folder):
    released(desk)
    packet = desk.score("WIC-2026-001")
    desk.sync()
    chair = desk_of("chair")
    chair.sync()
    chair.declare(n001=ConflictAnswer.NONE)
    chair.sync()
    with chair.store.read() as connection:
        rows = collected_packets(connection)
        people = experts(connection)
        asked = assignments(connection)
    assert packet in {row.id for row in rows}
    assert {row.kid for row in rows} <= {person.kid for person in people}
    assert {each.case for each in asked} <= {case.number for case in folder.cases}


def test_staff_see_progress_and_no_packet_of_an_open_round(desk, desk_of):
    released(desk)
    desk.score("WIC-2026-001")
    desk.sync()
    staff = desk_of("staff")
    assert staff.sync().collected == 0
    counted = {row.case: row.received for row in staff.engine.progress().cases}
    assert counted["WIC-2026-001"] == 1


def test_a_chair_asks_only_for_what_is_new_and_anew_where_more_is_visible(desk, desk_of, network):
    released(desk)
    first, second = desk.score("WIC-2026-001"), desk.score("WIC-2026-002")
    desk.sync()
    chair = desk_of("chair")
    chair.sync()
    chair.declare(n001=ConflictAnswer.NONE)
    assert chair.sync().collected == 1
    assert collected_by(chair) == {first}
    network.asked.clear()
    assert chair.sync().collected == 0
    (again,) = [each for each in network.asked if "/v1/packets?" in each]
    assert not again.endswith("after=0")
    amended = desk.amend("WIC-2026-001", first)
    desk.sync()
    chair.declare(n002=ConflictAnswer.NONE)
    assert chair.sync().collected == 2
    assert collected_by(chair) == {first, second, amended}


def collected_by(chair) -> set[str]:
    with chair.store.read() as connection:
        return {row.id for row in collected_packets(connection)}


def revoke(folder, kid: str, leaf: int) -> None:
    """The operator revokes a device while the server runs."""
    words = ["revoke", kid, "--from-leaf", str(leaf), "--reason", "Lost"]
    assert main(["--home", str(folder.path), *words]) == 0


def test_a_revoked_desk_learns_which_packets_are_held_now(desk, folder):
    released(desk)
    first, second = desk.score("WIC-2026-001"), desk.score("WIC-2026-002")
    desk.sync()
    leaf = next(each.leaf for each in desk.packets() if each.id == second)
    revoke(folder, desk.vault.kid, leaf)
    with pytest.raises(ServerRefused) as refused:
        desk.sync()
    assert refused.value.code is RefusalCode.REVOKED_DEVICE
    standing = {each.id: each.disposition for each in desk.packets()}
    assert (standing[first], standing[second]) == (
        Disposition.COUNTED,
        Disposition.HELD_REVOKED_KEY,
    )
    assert desk.states()["WIC-2026-002"] == "held"


def test_a_packet_signed_after_the_revocation_still_arrives(desk, folder):
    released(desk)
    revoke(folder, desk.vault.kid, 0)
    packet = desk.score("WIC-2026-001")
    with pytest.raises(ServerRefused):
        desk.sync()
    (row,) = [each for each in desk.packets() if each.id == packet]
    assert (row.state, row.disposition) == (DeliveryState.RECEIVED, Disposition.HELD_REVOKED_KEY)

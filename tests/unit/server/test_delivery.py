"""Delivering: receipts prove themselves, and a packet that is known is answered for ever."""

from sqlalchemy import func, select, update

from central_server.store import schema
from review_protocol.canonical import from_base64, to_base64
from review_protocol.documents.answers import (
    BatchAnswer,
    DeliveryAnswer,
    Refusal,
    RefusalCode,
    StateAnswer,
)
from review_protocol.documents.leaf import Disposition, PacketLeaf, read_entry
from review_protocol.documents.packet import DeclarationPacket
from review_protocol.documents.people import KeyPurpose
from review_protocol.exchange import DELIVERY_INFO, PACKET_LIMIT, PACKETS, Delivery
from review_protocol.keys import SigningKey, VerifyKey
from review_protocol.sealing import seal_to
from review_protocol.translog import NoteVerifier, Receipt, verify_consistency, verify_receipt
from review_protocol.translog.checkpoint import open_checkpoint
from tests.builders.desks import TestDesk, manifest_of
from tests.builders.documents import Chain, a_declaration
from tests.builders.two_staff import AFTER, after_the_deadline


def log_of(desk: TestDesk) -> NoteVerifier:
    """The log's key, as the root vouches for it."""
    assert desk.trust is not None
    return NoteVerifier(
        desk.trust.origin, VerifyKey(from_base64(desk.trust.key_for(KeyPurpose.LOG)))
    )


def test_a_receipt_proves_the_packet(desk, folder):
    score = desk.chain.score(folder.cases[0], folder.rubric)
    (arrived,) = desk.deliver(score).arrived
    receipt = Receipt.parse(arrived.receipt)
    checkpoint = verify_receipt(receipt, [log_of(desk)])
    assert checkpoint.size == receipt.index + 1
    assert read_entry(receipt.leaf) == PacketLeaf(
        type="leaf/1",
        packet=score.document_id,
        kid=desk.signing.key_id,
        chain=desk.chain.chain,
        seq=1,
        received="2026-07-10T08:00:00Z",
        disposition=Disposition.COUNTED,
    )


def test_all_receipts_of_a_delivery_hold_against_one_checkpoint(desk, folder):
    scores = [desk.chain.score(case, folder.rubric) for case in folder.cases]
    amended = desk.chain.amend(folder.cases[0], folder.rubric, scores[0].document_id)
    answer = desk.deliver(*scores, amended)
    receipts = [Receipt.parse(each.receipt) for each in answer.arrived]
    checkpoints = {verify_receipt(receipt, [log_of(desk)]) for receipt in receipts}
    assert [receipt.index for receipt in receipts] == [2, 3, 4]
    assert {checkpoint.size for checkpoint in checkpoints} == {5}
    assert [each.disposition for each in answer.arrived] == [Disposition.COUNTED] * 3


def test_the_same_packet_gets_the_same_receipt_byte_for_byte(desk, folder):
    score = desk.chain.score(folder.cases[0], folder.rubric)
    first = desk.deliver(score)
    desk.deliver(desk.chain.score(folder.cases[1], folder.rubric))
    again = desk.deliver(score, score)
    assert again.arrived == (first.arrived[0], first.arrived[0])


def test_also_after_the_device_was_revoked(desk, folder, server):
    score = desk.chain.score(folder.cases[0], folder.rubric)
    first = desk.deliver(score)
    with server.store.write() as connection:
        connection.execute(update(schema.device).values(revoked_from=3))
    later = desk.chain.score(folder.cases[1], folder.rubric)
    answer = desk.deliver(score, later)
    assert answer.arrived[0] == first.arrived[0]
    assert answer.arrived[1].disposition is Disposition.HELD_REVOKED_KEY
    assert desk.ask("GET", "/v1/batch", BatchAnswer).code is RefusalCode.REVOKED_DEVICE
    assert desk.last.status == 403


def test_what_is_not_validly_signed_leaves_no_trace(desk, folder, server):
    score = desk.chain.score(folder.cases[0], folder.rubric)
    stranger = Chain(SigningKey(b"\x09" * 32), desk.chain.deployment)
    unknown = stranger.score(folder.cases[0], folder.rubric)
    forged = score.to_bytes().replace(b'"sig":"', b'"sig":"AAAA', 1)
    answer = desk.deliver(b"not an envelope", unknown, score, forged)
    assert [(each.position, each.reason) for each in answer.rejected] == [
        (0, "MalformedEnvelope"),
        (1, "BadSignature"),
        (3, "MalformedEnvelope"),
    ]
    assert [each.packet for each in answer.arrived] == [score.document_id]
    with server.store.read() as connection:
        assert connection.execute(select(func.count()).select_from(schema.packet)).scalar() == 1


def test_in_a_large_delivery_each_keeps_its_place(desk, folder):
    scores = [desk.chain.score(folder.cases[0], folder.rubric) for _ in range(40)]
    sent = [score.to_bytes() for score in scores]
    for place in (3, 39):
        body = to_base64(scores[place].body.replace(b'"familiarity":', b'"familiarity": '))
        sent[place] = sent[place].replace(to_base64(scores[place].body).encode(), body.encode())
    sent[20] = b"not an envelope"
    answer = desk.deliver(*sent)
    assert [(each.position, each.reason) for each in answer.rejected] == [
        (3, "BadSignature"),
        (20, "MalformedEnvelope"),
        (39, "BadSignature"),
    ]
    left = [score.document_id for place, score in enumerate(scores) if place not in (3, 20, 39)]
    assert [each.packet for each in answer.arrived] == left


def test_a_packet_beyond_its_limit_is_rejected(desk):
    answer = desk.deliver(b" " * (PACKET_LIMIT + 1))
    assert [each.reason for each in answer.rejected] == ["TooLarge"]


def test_the_received_bytes_are_what_is_kept(desk, folder, server):
    spaced = desk.chain.score(folder.cases[0], folder.rubric).to_bytes().replace(b":", b" : ", 1)
    desk.deliver(spaced)
    with server.store.read() as connection:
        assert connection.execute(select(schema.packet.c.envelope)).scalar() == spaced


def test_a_delivery_sealed_to_another_key_or_not_at_all_is_malformed(desk):
    delivery = Delivery(packets=(to_base64(b"x"),)).body()
    sealed_elsewhere = seal_to(desk.exchange.public, delivery, info=DELIVERY_INFO, aad=b"")
    for body in (sealed_elsewhere, delivery):
        refusal = desk.ask("POST", PACKETS, DeliveryAnswer, body)
        assert isinstance(refusal, Refusal)
        assert (refusal.code, desk.last.status) == (RefusalCode.MALFORMED, 422)


def test_each_state_proves_that_the_log_grew_from_the_known_one(desk, folder):
    known = open_checkpoint(
        desk.ask("GET", "/v1/state", StateAnswer).log.checkpoint, [log_of(desk)]
    )
    desk.deliver(desk.chain.score(folder.cases[0], folder.rubric))
    target = f"/v1/state?size={known.size}&root={known.root.hex()}"
    view = desk.ask("GET", target, StateAnswer).log
    new = open_checkpoint(view.checkpoint, [log_of(desk)])
    proof = [bytes.fromhex(each) for each in view.consistency]
    assert new.size == known.size + 1
    verify_consistency(known.size, known.root, new.size, new.root, proof)


def test_closing_a_round_is_a_leaf_and_ends_it(desk, enrol, folder):
    staff = enrol("staff")
    after_the_deadline(folder, staff, desk)
    closing = staff.deliver(staff.chain.close_round())
    assert closing.arrived[0].disposition is Disposition.COUNTED
    assert staff.ask("GET", "/v1/state", StateAnswer).round.closed == AFTER
    late = desk.deliver(desk.chain.score(folder.cases[0], folder.rubric))
    assert late.arrived[0].disposition is Disposition.HELD_LATE


def test_a_conflict_declared_in_one_delivery_holds_the_score_behind_it(desk, folder):
    manifest = manifest_of(desk)
    number = folder.cases[0].number
    declared = desk.chain.declare(manifest.document, manifest.id, conflicts=(number,))
    answer = desk.deliver(declared, desk.chain.score(folder.cases[0], folder.rubric))
    assert [each.disposition for each in answer.arrived] == [
        Disposition.COUNTED,
        Disposition.HELD_NOT_ASSIGNED,
    ]


def test_declarations_on_very_many_cases_that_do_not_exist_are_held(desk):
    packets = [
        desk.chain.sign(
            DeclarationPacket,
            round=1,
            manifest="0" * 64,
            declarations=tuple(
                a_declaration(f"X-{packet}-{number}", "0" * 64) for number in range(1000)
            ),
        )
        for packet in range(24)
    ]
    found = {each.disposition for each in desk.deliver(*packets).arrived}
    assert found == {Disposition.HELD_NOT_ASSIGNED}

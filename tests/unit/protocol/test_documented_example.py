"""docs/protocol-example.json is what the code makes, and verifies by the public keys alone."""

import json
import subprocess
from pathlib import Path

import pytest

from review_protocol.armour import Purpose, read_armour
from review_protocol.canonical import from_base64, sha256_hex
from review_protocol.documents.acts import RotationPacket
from review_protocol.documents.leaf import ActLeaf, PacketLeaf, read_entry
from review_protocol.documents.notice import Notice
from review_protocol.documents.packet import ScorePacket
from review_protocol.documents.people import Certificate, KeyPurpose, Trust
from review_protocol.envelope import pae, read_envelope
from review_protocol.failures import BadSignature
from review_protocol.keys import VerifyKey
from review_protocol.opening import opened, opened_packet
from review_protocol.rotation import rotated_key
from review_protocol.translog import NoteVerifier, Receipt, open_checkpoint, verify_receipt
from review_protocol.translog.succession import Successor, continues
from tests.unit.protocol.example import example

VERIFY_WITH_OPENSSL = ["openssl", "pkeyutl", "-verify", "-pubin", "-rawin"]
VERIFY_WITH_OPENSSL += ["-inkey", "key.pem", "-in", "signed", "-sigfile", "signature"]
DOCUMENTED = Path(__file__).parents[3] / "docs" / "protocol-example.json"


@pytest.fixture
def documented() -> dict[str, str]:
    values: dict[str, str] = json.loads(DOCUMENTED.read_text("utf-8"))
    return values


def root_key(documented: dict[str, str]) -> VerifyKey:
    lines = documented["root_key_pem"].splitlines()[1:-1]
    return VerifyKey.from_der(from_base64("".join(lines)))


def trust_of(documented: dict[str, str]) -> Trust:
    return opened(documented["trust"].encode(), Trust, root_key(documented)).document


def certificate_of(documented: dict[str, str]) -> Certificate:
    server = VerifyKey(from_base64(trust_of(documented).key_for(KeyPurpose.SERVER)))
    return opened(documented["certificate"].encode(), Certificate, server).document


def test_it_is_what_the_code_makes(documented: dict[str, str]) -> None:
    assert documented == example()


def test_the_root_names_the_deployment(documented: dict[str, str]) -> None:
    assert documented["deployment"] == sha256_hex(root_key(documented).der())
    assert trust_of(documented).deployment == documented["deployment"]


def test_the_packet_opens_by_the_certified_key(documented: dict[str, str]) -> None:
    device = VerifyKey(from_base64(certificate_of(documented).signing_key))
    packet = opened_packet(documented["packet_envelope"].encode(), {device.key_id: device}.get)
    assert packet.id == documented["packet_id"]
    assert isinstance(packet.document, ScorePacket)
    assert packet.document.body().decode() == documented["packet_body"]


def test_another_key_does_not_open_it(documented: dict[str, str]) -> None:
    with pytest.raises(BadSignature):
        opened(documented["packet_envelope"].encode(), ScorePacket, root_key(documented))


def test_the_receipt_proves_the_packets_leaf(documented: dict[str, str]) -> None:
    trust = trust_of(documented)
    log = NoteVerifier(trust.origin, VerifyKey(from_base64(trust.key_for(KeyPurpose.LOG))))
    assert log.to_text() == documented["log_verifier_key"]
    receipt = Receipt.parse(documented["receipt"])
    assert verify_receipt(receipt, [log]).size == 2
    leaf = read_entry(receipt.leaf)
    assert isinstance(leaf, PacketLeaf)
    assert leaf.packet == documented["packet_id"]


def test_the_new_key_of_the_rotation_signed_its_statement(documented: dict[str, str]) -> None:
    device = VerifyKey(from_base64(certificate_of(documented).signing_key))
    envelope = documented["rotation_envelope"].encode()
    packet = opened_packet(envelope, {device.key_id: device}.get).document
    assert isinstance(packet, RotationPacket)
    assert packet.header.prev == documented["packet_id"]
    statement = documented["rotation_statement"].encode()
    assert rotated_key(packet).signed(statement, from_base64(packet.proof))


def test_the_notice_is_signed_and_a_leaf(documented: dict[str, str]) -> None:
    server = VerifyKey(from_base64(trust_of(documented).key_for(KeyPurpose.SERVER)))
    notice = opened(documented["notice"].encode(), Notice, server)
    leaf = read_entry(documented["notice_leaf"].encode())
    assert isinstance(leaf, ActLeaf)
    assert (leaf.act, leaf.subject) == ("notice", notice.id)


def test_the_next_log_keeps_what_the_receipt_proved(documented: dict[str, str]) -> None:
    trust = trust_of(documented)
    log = NoteVerifier(trust.origin, VerifyKey(from_base64(trust.key_for(KeyPurpose.LOG))))
    known = open_checkpoint(documented["checkpoint"], [log])
    root = root_key(documented)
    after = opened(documented["trust_after_restore"].encode(), Trust, root).document
    assert continues(trust, after, known) == Successor(after.origin, known, known, 2, 0)


def test_the_block_holds_the_sealed_bytes(documented: dict[str, str]) -> None:
    (found,) = read_armour([documented["hand_in_block"].encode()]).found
    assert (found.purpose, found.deployment) == (Purpose.HAND_IN, documented["deployment"])
    assert found.sealed == from_base64(documented["hand_in_sealed"])


def test_openssl_alone_verifies_the_packet(documented: dict[str, str], tmp_path: Path) -> None:
    envelope = read_envelope(documented["packet_envelope"].encode())
    device = VerifyKey(from_base64(certificate_of(documented).signing_key))
    (tmp_path / "signed").write_bytes(pae(envelope.payload_type, envelope.body))
    (tmp_path / "signature").write_bytes(envelope.signature)
    (tmp_path / "key.pem").write_text(device.pem())
    verdict = subprocess.run(
        VERIFY_WITH_OPENSSL,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (verdict.returncode, verdict.stdout.strip()) == (0, "Signature Verified Successfully")

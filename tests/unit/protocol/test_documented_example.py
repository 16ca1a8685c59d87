"""docs/protocol-example.json is what the code makes, and verifies by the public keys alone."""

import json
import subprocess
from pathlib import Path

import pytest

from review_protocol.canonical import from_base64, sha256_hex
from review_protocol.documents.leaf import PacketLeaf, read_entry
from review_protocol.documents.packet import ScorePacket
from review_protocol.documents.people import Certificate, KeyPurpose, Trust
from review_protocol.envelope import pae, read_envelope
from review_protocol.failures import BadSignature
from review_protocol.keys import VerifyKey
from review_protocol.opening import opened, opened_packet
from review_protocol.translog import NoteVerifier, Receipt, verify_receipt
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

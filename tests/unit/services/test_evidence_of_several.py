"""Evidence of what several people signed on a case: by the app's own check and the script's."""

from __future__ import annotations

from pathlib import Path

import pytest

from review_protocol.documents.leaf import Disposition, DispositionLeaf
from review_protocol.documents.packet import WithdrawalPacket
from review_protocol.keys import ExchangeKey
from review_protocol.opening import sealed
from reviewer_app.services.evidence_files import (
    CertifiedKey,
    Proofs,
    ProvedPacket,
    document_name,
    evidence_files,
)
from reviewer_app.verifying.folder import verified_folder
from reviewer_app.verifying.found import Fault
from tests.builders.documents import a_rubric
from tests.builders.world import NOW, SignedWorld, a_key
from tests.unit.services.test_evidence_files import verified, with_new_sums, written

pytestmark = pytest.mark.campaign

PEOPLE = {7: "p-one", 9: "p-two"}
RUBRIC = a_rubric()


def of_two(changed: Disposition | None = None) -> dict[str, bytes]:
    """Two people's withdrawals; how the first stands may have been changed by a later leaf."""
    world = SignedWorld()
    devices, packets = [], []
    for seed, person in PEOPLE.items():
        key = a_key(seed)
        certificate = world.certified(key, ExchangeKey(bytes([seed]) * 32), person=person)
        receipt = world.certificate_receipt(certificate, person=person)
        devices.append(CertifiedKey(certificate.to_bytes(), receipt))
        packet = WithdrawalPacket(
            header=world.header(key),
            nonce="6" * 32,
            checkpoint=None,
            claimed=NOW,
            round=1,
            manifest="1" * 64,
            case="WIC-2026-001",
            case_hash="2" * 64,
            rubric=RUBRIC.id,
            supersedes="5" * 64,
            reason="a mistake",
        )
        change = None
        if changed is not None and not packets:
            leaf = DispositionLeaf(
                type="disposition/1",
                packet=packet.id,
                disposition=changed,
                act="e" * 64,
                received=NOW,
            )
            change = world.receipt(leaf.entry())
        envelope = sealed(packet, key).to_bytes()
        packets.append(ProvedPacket(person, envelope, world.packet_receipt(packet), change))
    proofs = Proofs(
        world.root.public,
        world.trust_envelope.to_bytes(),
        None,
        packets,
        devices=devices,
        documents=(RUBRIC.body(),),
        beside={"dossier.txt": b"for people\n"},
    )
    return dict(evidence_files(proofs))


@pytest.mark.parametrize("changed", [None, Disposition.HELD_REVOKED_KEY])
def test_both_checks_find_it_sound(tmp_path: Path, changed: Disposition | None):
    folder = written(of_two(changed), tmp_path)
    found = verified_folder(folder)
    assert (found.wrong, found.device, len(found.devices)) == ((), "", 2)
    stands = changed or Disposition.COUNTED
    assert [each.disposition for each in found.packets] == [stands.value, "counted"]
    assert found.documents == (RUBRIC.id,)
    ran = verified(folder)
    assert ran.returncode == 0, ran.stdout
    assert "All is right, 2 packet(s)" in ran.stdout


KID = a_key(9).key_id
RUBRIC_FILE = f"documents/{document_name(RUBRIC.body())}"


@pytest.mark.parametrize(
    ("file", "fault"),
    [
        ("packets/p-one/change/receipt.tlog-proof", Fault.CHANGE),
        ("packets/p-one/change/leaf.json", Fault.CONTRADICTS),
        (RUBRIC_FILE, Fault.DOCUMENT),
        (f"devices/{KID}/certificate/certificate.envelope.json", Fault.CERTIFICATE),
        (f"devices/{KID}/device.pem", Fault.CONTRADICTS),
    ],
)
def test_a_forger_is_found_by_both(tmp_path: Path, file: str, fault: Fault):
    folder = written(of_two(Disposition.HELD_LATE), tmp_path)
    content = bytearray((folder / file).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / file).write_bytes(bytes(content))
    with_new_sums(folder)
    assert (file, fault) in [(each.file, each.fault) for each in verified_folder(folder).wrong]
    assert verified(folder).returncode == 1


def test_a_change_of_another_packet_changes_nothing(tmp_path: Path):
    folder = written(of_two(Disposition.HELD_LATE), tmp_path)
    (folder / "packets/p-two/change").mkdir()
    for each in (folder / "packets/p-one/change").iterdir():
        (folder / "packets/p-two/change" / each.name).write_bytes(each.read_bytes())
    with_new_sums(folder)
    found = verified_folder(folder)
    assert ("packets/p-two/change/receipt.tlog-proof", Fault.CHANGE) in [
        (each.file, each.fault) for each in found.wrong
    ]
    assert verified(folder).returncode == 1


def test_packets_of_somebody_without_a_certificate_are_not_believed(tmp_path: Path):
    files = {
        path: content for path, content in of_two().items() if not path.startswith(f"devices/{KID}")
    }
    folder = written(files, tmp_path)
    with_new_sums(folder)
    found = verified_folder(folder)
    assert [each.folder for each in found.packets] == ["packets/p-one"]
    assert ("packets/p-two/packet.envelope.json", Fault.SIGNATURE) in [
        (each.file, each.fault) for each in found.wrong
    ]
    assert verified(folder).returncode == 1

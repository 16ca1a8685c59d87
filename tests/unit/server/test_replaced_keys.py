"""After `restore --new-keys` the old keys speak for nobody: what they signed is signed anew."""

import pytest
from sqlalchemy import select

from central_server.restored import DoesNotAsk
from central_server.store import schema
from review_protocol.canonical import from_base64, to_base64
from review_protocol.documents.answers import BatchAnswer, RefusalCode
from review_protocol.documents.batch import Manifest
from review_protocol.documents.leaf import CertificateLeaf
from review_protocol.documents.people import Certificate, EnrolmentAnswer, KeyPurpose
from review_protocol.envelope import read_envelope
from review_protocol.opening import opened, sealed
from review_protocol.returning import Readmitted
from review_protocol.translog import (
    Checkpoint,
    MemoryTiles,
    MerkleTree,
    NoteSigner,
    Receipt,
    leaf_hash,
    receipt_texts,
    sign_checkpoint,
)
from tests.builders.desks import TestDesk, manifest_of
from tests.builders.restoring import NOW, Story, come_back
from tests.builders.server import a_server_folder

pytestmark = pytest.mark.campaign


@pytest.fixture
def story(tmp_path) -> Story:
    return Story(a_server_folder(tmp_path, declared=True), tmp_path)


def test_one_key_of_each_kind_is_left_and_all_is_signed_by_it(story):
    old = story.folder.home.load_keys()
    story.restored(keys=False)
    with story.serving(story.home) as transport:
        trust = come_back(story, story.desk, transport)
        gone = {to_base64(each.public.raw) for each in (old.server, old.log, old.intake)}
        assert gone.isdisjoint(each.key for each in trust.keys)
        assert [each.purpose for each in trust.keys] == [
            KeyPurpose.SERVER,
            KeyPurpose.LOG,
            KeyPurpose.INTAKE,
        ]
        assert story.desk.deliver(story.after).arrived[0].disposition.counts
        story.confirm()
        assert isinstance(manifest_of(story.desk).document, Manifest)
        assert story.check().right


def test_the_same_code_and_key_get_the_same_certificate_under_the_new_signature(story):
    before = story.desk.enrolled
    story.restored(keys=False)
    with story.serving(story.home) as transport:
        come_back(story, story.desk, transport)
        asked = select(schema.invitation.c.answer).where(
            schema.invitation.c.used_kid == story.desk.signing.key_id
        )
        with story.server.store.read() as connection:
            again = EnrolmentAnswer.from_body(connection.execute(asked).scalar_one())
        one, other = (read_envelope(from_base64(each.certificate)) for each in (before, again))
        assert one.document_id == other.document_id
        assert other.keyid == story.server.keys.server.key_id != one.keyid
        assert again.trust != before.trust


def test_who_is_in_the_backup_comes_back_with_a_certificate_of_the_new_key(story):
    story.restored(keys=False)
    with story.serving(story.home) as transport:
        come_back(story, story.desk, transport)
        back = story.hand_back(story.desk, anew=True)
        assert isinstance(back, Readmitted)
        certificate = opened(from_base64(back.certificate), Certificate, story.desk.server_key)
        assert certificate.document == story.desk.certificate


def test_a_device_that_the_backup_has_not_waits_until_it_is_let_in_by_name(story):
    story.restored(keys=False)
    with story.serving(story.home) as transport:
        come_back(story, story.late, transport)
        assert story.hand_back(story.late).code is RefusalCode.BUSY
        assert story.late.deliver(story.lates).code is RefusalCode.UNKNOWN_DEVICE
        story.confirm()
        assert story.hand_back(story.late).code is RefusalCode.BUSY  # forgotten, and asks again
        with pytest.raises(DoesNotAsk):
            story.confirm("d-aaaaaaaaaaaaaaaa")
        story.confirm(story.late.signing.key_id)
        assert isinstance(story.hand_back(story.late, anew=True), Readmitted)
        assert story.late.deliver(story.lates).arrived[0].disposition.counts
        assert story.check().right


def test_a_thief_of_the_old_keys_gets_no_device_in(story):
    """With them a certificate and its receipt are made as good as the true ones."""
    old = story.folder.home.load_keys()
    thief = TestDesk(story.desk.transport, b"\x13" * 16)
    forged = story.desk.certificate.model_copy(
        update={
            "kid": thief.signing.key_id,
            "signing_key": to_base64(thief.signing.public.raw),
            "exchange_key": to_base64(thief.exchange.public.raw),
        }
    )
    certificate = sealed(forged, old.server)
    story.restored(keys=False)
    with story.serving(story.home) as transport:
        come_back(story, thief, transport)
        thief.certificate, thief.enrolled = forged, story.desk.enrolled
        refused = story.hand_back(
            thief,
            certificate=to_base64(certificate.to_bytes()),
            receipt=a_leaf_of_the_old_log(story, forged, certificate.document_id),
        )
        assert refused.code is RefusalCode.BUSY
        assert thief.ask("GET", "/v1/batch", BatchAnswer).code is RefusalCode.UNKNOWN_DEVICE
        story.confirm()
        assert thief.ask("GET", "/v1/batch", BatchAnswer).code is RefusalCode.UNKNOWN_DEVICE


def a_leaf_of_the_old_log(story: Story, certificate: Certificate, id: str) -> str:
    entry = CertificateLeaf(
        type="certificate/1",
        certificate=id,
        kid=certificate.kid,
        person=certificate.person,
        received=NOW,
    ).entry()
    tree = MerkleTree(MemoryTiles())
    tree.append([leaf_hash(entry)])
    origin = story.old_trust.origin
    signer = NoteSigner(origin, story.folder.home.load_keys().log)
    note = sign_checkpoint(Checkpoint(origin, 1, tree.root()), signer)
    return receipt_texts([Receipt(entry, 0, tree.inclusion_proof(0), note)])[0]

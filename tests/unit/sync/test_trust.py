"""What is believed: nothing older than what was seen, and nothing that does not prove itself."""

import pytest

from review_protocol.canonical import to_base64
from review_protocol.documents.answers import LogView
from review_protocol.documents.people import Certificate, KeyPurpose, Role, TrustedKey
from review_protocol.failures import BadSignature, MalformedDocument, ProtocolFailure
from review_protocol.keys import ExchangeKey
from review_protocol.opening import sealed
from review_protocol.translog import Checkpoint, NoteSigner, sign_checkpoint
from reviewer_app.errors import LogSplit, ManifestRolledBack
from reviewer_app.sync.trust import (
    TrustRolledBack,
    TrustState,
    extended,
    opened_by_server,
    opened_certificate,
    opened_manifest,
    opened_release,
    proved_arrival,
)
from tests.builders.batches import Batch
from tests.builders.sample import some_cases
from tests.builders.world import SignedWorld, a_key
from tests.unit.models.packets import a_score

DEVICE, EXCHANGE = a_key(9), ExchangeKey(bytes([8]) * 32)


@pytest.fixture
def world() -> SignedWorld:
    return SignedWorld()


@pytest.fixture
def trust(world: SignedWorld) -> TrustState:
    return TrustState.first(world.root.public, world.trust_envelope.to_bytes())


@pytest.fixture
def certificate(world: SignedWorld, trust: TrustState) -> Certificate:
    envelope = world.certified(DEVICE, EXCHANGE).to_bytes()
    return opened_certificate(envelope, trust, kid=DEVICE.key_id).document


@pytest.fixture
def batch(world: SignedWorld) -> Batch:
    return Batch(world, some_cases(1))


def renewed(world: SignedWorld, number: int, *, server=None, signer=None, **changes) -> bytes:
    keys = world.trust.keys
    if server is not None:
        keys += (TrustedKey(purpose=KeyPurpose.SERVER, key=to_base64(server.public.raw)),)
    update = {"number": number, "keys": keys} | changes
    document = world.trust.model_copy(update=update)
    return sealed(document, signer or world.root).to_bytes()


def test_only_the_root_names_keys(world, trust):
    with pytest.raises(BadSignature):
        trust.newer(renewed(world, 2, signer=world.server))
    with pytest.raises(BadSignature):
        TrustState.first(a_key(7).public, world.trust_envelope.to_bytes())


def test_a_newer_list_replaces_keys_and_keeps_the_old_ones_for_what_they_signed(world, trust):
    newer = trust.newer(renewed(world, 2, server=a_key(5)))
    assert newer.server_key == a_key(5).public
    old = world.certified(DEVICE, EXCHANGE).to_bytes()
    assert opened_by_server(old, Certificate, newer).document.kid == DEVICE.key_id


def test_an_older_list_or_another_with_its_number_is_refused(world, trust):
    newer = trust.newer(renewed(world, 2, server=a_key(5)))
    assert newer.newer(newer.envelope) is newer
    for offered in (world.trust_envelope.to_bytes(), renewed(world, 2, server=a_key(6))):
        with pytest.raises(TrustRolledBack):
            newer.newer(offered)


def test_a_list_of_another_deployment_or_without_a_key_is_refused(world, trust):
    with pytest.raises(MalformedDocument):
        trust.newer(renewed(world, 2, deployment="0" * 64))
    with pytest.raises(MalformedDocument):
        trust.newer(renewed_without(world, KeyPurpose.INTAKE))


def renewed_without(world: SignedWorld, purpose: KeyPurpose) -> bytes:
    keys = tuple(key for key in world.trust.keys if key.purpose is not purpose)
    return sealed(world.trust.model_copy(update={"number": 2, "keys": keys}), world.root).to_bytes()


def test_a_certificate_is_for_this_device_only(world, trust):
    envelope = world.certified(DEVICE, EXCHANGE).to_bytes()
    with pytest.raises(MalformedDocument):
        opened_certificate(envelope, trust, kid=a_key(7).key_id)


def test_a_lower_manifest_number_is_a_rollback(trust, certificate, batch):
    third = batch.manifest(DEVICE.key_id, EXCHANGE.public, number=3)
    known = opened_manifest(third.to_bytes(), trust, certificate, None).document
    assert opened_manifest(third.to_bytes(), trust, certificate, known).id == known.id
    second = batch.manifest(DEVICE.key_id, EXCHANGE.public, number=2).to_bytes()
    other = batch.manifest(DEVICE.key_id, EXCHANGE.public, number=3).to_bytes()
    for offered, number in ((second, 2), (other, 3)):  # keys are wrapped anew: other content
        with pytest.raises(ManifestRolledBack) as told:
            opened_manifest(offered, trust, certificate, known)
        assert (told.value.seen, told.value.offered) == (3, number)


def test_a_batch_for_somebody_else_is_not_ours(trust, certificate, batch):
    manifest = batch.manifest(DEVICE.key_id, EXCHANGE.public)
    other = batch.manifest(DEVICE.key_id, EXCHANGE.public, person="p-two", role=Role.CHAIR)
    with pytest.raises(MalformedDocument):
        opened_manifest(other.to_bytes(), trust, certificate, None)
    release = batch.release(manifest, a_key(7).key_id, EXCHANGE.public, ())
    with pytest.raises(MalformedDocument):
        opened_release(release.to_bytes(), trust, certificate)


def view(world: SignedWorld, known: int) -> LogView:
    proof = world.tree.consistency_proof(known) if known else ()
    return LogView(checkpoint=world.checkpoint(), consistency=tuple(x.hex() for x in proof))


def test_a_log_that_extends_the_known_one_is_believed(world, trust):
    note, size = world.checkpoint(), world.tree.size
    world.receipt(b"more")
    assert extended(note, view(world, size), trust).size == size + 1
    assert extended(None, view(world, 0), trust).size == size + 1


def test_a_log_that_does_not_is_split(world, trust):
    note, size = world.checkpoint(), world.tree.size
    rewritten = SignedWorld(leaves=0)
    for number in range(size + 2):
        rewritten.receipt(b"other %d" % number)
    with pytest.raises(LogSplit) as told:
        extended(note, view(rewritten, size), trust)
    assert (told.value.known_size, told.value.offered_size) == (size, size + 2)


def test_the_log_of_a_restored_server_extends_the_one_before(world, trust):
    """The root has signed for its origin, in a newer list of keys; its leaves are the old ones."""
    moved = trust.newer(renewed(world, 2, origin="reviews.example.org/log/2"))
    before, size = world.checkpoint(), world.tree.size
    world.receipt(b"the first of the new log")
    restored = Checkpoint("reviews.example.org/log/2", world.tree.size, world.tree.root())
    note = sign_checkpoint(restored, NoteSigner(restored.origin, world.log))
    offered = LogView(checkpoint=note, consistency=view(world, size).consistency)
    assert extended(before, offered, moved) == restored
    with pytest.raises(ProtocolFailure):
        extended(before, offered, trust)
    with pytest.raises(LogSplit):
        extended(before, LogView(checkpoint=note, consistency=()), moved)


def test_a_shorter_log_and_another_root_of_the_same_size_are_splits(world, trust):
    note = world.checkpoint()
    for leaves in (world.tree.size - 1, world.tree.size):
        other = SignedWorld(leaves=0)
        for number in range(leaves):
            other.receipt(b"other %d" % number)
        with pytest.raises(LogSplit):
            extended(note, view(other, 0), trust)


def test_a_checkpoint_of_a_strangers_log_is_no_split(world, trust):
    stranger = SignedWorld()
    stranger.log = a_key(77)
    with pytest.raises(ProtocolFailure):
        extended(world.checkpoint(), view(stranger, 0), trust)


@pytest.mark.parametrize("field", ["id", "kid", "chain", "seq"])
def test_a_receipt_is_of_exactly_one_packet(world, trust, field):
    packet = a_score()(world.header(DEVICE))
    text = world.packet_receipt(packet)
    receipt, leaf = proved_arrival(text, packet.id, packet.header, trust)
    assert (receipt.index, leaf.disposition.counts) == (5, True)
    id, header = packet.id, packet.header
    match field:
        case "id":
            id = "0" * 64
        case "seq":
            header = header.model_copy(update={"seq": 2})
        case _:
            header = header.model_copy(update={field: "0" * 31 + "1"})
    with pytest.raises(MalformedDocument):
        proved_arrival(text, id, header, trust)


def test_a_receipt_of_another_kind_of_leaf_is_none(world, trust):
    text = world.certificate_receipt(world.certified(DEVICE, EXCHANGE))
    packet = a_score()(world.header(DEVICE))
    with pytest.raises(MalformedDocument):
        proved_arrival(text, packet.id, packet.header, trust)

"""Receipts of a log that was lost prove when packets had arrived; and which are believed."""

import pytest

from central_server.store import schema
from review_protocol.canonical import to_base64
from review_protocol.documents.answers import RefusalCode, StateAnswer
from review_protocol.documents.leaf import Disposition, PacketLeaf, read_entry
from review_protocol.keys import SigningKey
from review_protocol.opening import sealed
from review_protocol.returning import RECEIPTS, RECEIPTS_INFO, PastReceipts, PastReceiptsTaken
from review_protocol.sealing import seal_to
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
from tests.builders.desks import TestDesk
from tests.builders.restoring import Story, come_back
from tests.builders.server import a_server_folder

pytestmark = pytest.mark.campaign


@pytest.fixture
def story(tmp_path) -> Story:
    return Story(a_server_folder(tmp_path, declared=True), tmp_path)


def hand_receipts(desk: TestDesk, *receipts: str, trusts: tuple[bytes, ...] = ()):
    handed = PastReceipts(receipts=receipts, trusts=tuple(map(to_base64, trusts)))
    kid = desk.signing.key_id.encode()
    body = seal_to(desk.intake, handed.body(), info=RECEIPTS_INFO, aad=kid)
    return desk.ask("POST", RECEIPTS, PastReceiptsTaken, body)


def after_the_deadline(story: Story, desk: TestDesk, transport) -> None:
    story.folder.clock.forward(days=25_000)
    come_back(story, desk, transport)


def a_receipt(story: Story, index: int, *, key: SigningKey | None = None, **changed) -> str:
    """What the old log's key can still sign: that a packet was this leaf."""
    lost = Receipt.parse(story.lost.receipt)
    leaf = read_entry(lost.leaf)
    assert isinstance(leaf, PacketLeaf)
    entry = leaf.model_copy(update=changed).entry()
    tree = MerkleTree(MemoryTiles())
    tree.append([*(leaf_hash(b"%d" % at) for at in range(index)), leaf_hash(entry)])
    origin = story.old_trust.origin
    signer = NoteSigner(origin, key or story.folder.home.load_keys().log)
    note = sign_checkpoint(Checkpoint(origin, tree.size, tree.root()), signer)
    return receipt_texts([Receipt(entry, index, tree.inclusion_proof(index), note)])[0]


def test_what_had_come_in_time_counts_though_it_comes_back_after_the_deadline(story):
    story.restored()
    with story.serving(story.home) as transport:
        after_the_deadline(story, story.desk, transport)
        assert hand_receipts(story.desk, story.lost.receipt).believed == 1
        assert hand_receipts(story.desk, story.lost.receipt).believed == 1  # as often as it likes
        (arrived,) = story.desk.deliver(story.after).arrived
        assert arrived.disposition is Disposition.COUNTED
        assert story.check().right


def test_without_the_old_receipt_it_is_held_as_late(story):
    story.restored()
    with story.serving(story.home) as transport:
        after_the_deadline(story, story.desk, transport)
        (arrived,) = story.desk.deliver(story.after).arrived
        assert arrived.disposition is Disposition.HELD_LATE


def test_what_is_believed_is_a_leaf_that_names_the_receipts(story):
    story.restored()
    with story.serving(story.home) as transport:
        come_back(story, story.desk, transport)
        hand_receipts(story.desk, story.lost.receipt)
        with story.server.store.read() as connection:
            newest = connection.execute(
                schema.leaf.select().order_by(schema.leaf.c.position.desc())
            ).first()
            leaf = read_entry(newest.entry)
            assert leaf.act == "past-receipts"
            kept = connection.execute(
                schema.document.select().where(schema.document.c.id == leaf.subject)
            ).one()
        assert PastReceipts.from_body(kept.body).receipts == (story.lost.receipt,)


def test_what_came_again_before_its_receipt_is_judged_anew(story):
    """A hand-in file brings packets, and no old receipts: these come at the next connection."""
    story.restored()
    with story.serving(story.home) as transport:
        after_the_deadline(story, story.desk, transport)
        (arrived,) = story.desk.deliver(story.after).arrived
        assert arrived.disposition is Disposition.HELD_LATE
        hand_receipts(story.desk, story.lost.receipt)
        (change,) = story.desk.ask("GET", "/v1/state", StateAnswer).changes
        assert (change.packet, change.disposition) == (arrived.packet, Disposition.COUNTED)
        assert story.check().right


def test_the_round_was_closed_early_after_it_had_come(story):
    story.restored()
    with story.serving(story.home) as transport:
        story.folder.clock.forward(days=2)
        come_back(story, story.desk, transport)
        with story.server.store.write() as connection:
            connection.execute(schema.review_round.update().values(closed=story.server.now()))
        hand_receipts(story.desk, story.lost.receipt)
        (arrived,) = story.desk.deliver(story.after).arrived
        assert arrived.disposition is Disposition.COUNTED


def test_what_an_old_key_signs_outside_of_its_time_and_place_is_not_believed(story):
    """A thief of the old log's key makes receipts as good as the true ones; but only as of then."""
    index = Receipt.parse(story.lost.receipt).index
    stranger = SigningKey(b"\x66" * 32)
    story.restored()
    with story.serving(story.home) as transport:
        come_back(story, story.desk, transport)
        for forged in (
            a_receipt(story, index, received="2026-07-31T10:00:00Z"),  # the log had ended
            a_receipt(story, index, received="2026-06-01T10:00:00Z"),  # before what the backup has
            a_receipt(story, 0),  # a place at which the backup has something else
            a_receipt(story, index, key=stranger),
            "nothing",
        ):
            assert hand_receipts(story.desk, forged).believed == 0
        assert hand_receipts(story.desk, a_receipt(story, index)).believed == 1
        other = a_receipt(story, index, packet="f" * 64)
        assert hand_receipts(story.desk, other).believed == 0  # one place, two packets


def test_two_packets_of_one_place_in_one_request_are_one(story):
    index = Receipt.parse(story.lost.receipt).index
    story.restored()
    with story.serving(story.home) as transport:
        come_back(story, story.desk, transport)
        other = a_receipt(story, index, packet="f" * 64)
        assert hand_receipts(story.desk, story.lost.receipt, other).believed == 1


def test_where_the_keys_were_replaced_old_receipts_prove_nothing(story):
    story.restored(keys=False)
    with story.serving(story.home) as transport:
        after_the_deadline(story, story.desk, transport)
        assert hand_receipts(story.desk, story.lost.receipt).believed == 0
        (arrived,) = story.desk.deliver(story.after).arrived
        assert arrived.disposition is Disposition.HELD_LATE


def test_a_log_between_two_restores_proves_by_the_roots_word(story):
    """Restored twice from one backup: what came in between is in neither."""
    between = story.restored("first").record.read_bytes()
    with story.serving(story.home) as transport:
        come_back(story, story.desk, transport)
        (arrived,) = story.desk.deliver(story.after).arrived
    story.restored("second")
    with story.serving(story.home) as transport:
        after_the_deadline(story, story.desk, transport)
        assert hand_receipts(story.desk, arrived.receipt).believed == 0
        assert hand_receipts(story.desk, arrived.receipt, trusts=(between,)).believed == 1
        (again,) = story.desk.deliver(story.after).arrived
        assert again.disposition is Disposition.COUNTED


def test_a_trust_document_that_the_root_did_not_sign_is_refused(story):
    story.restored()
    forged = sealed(story.old_trust, SigningKey(b"\x66" * 32)).to_bytes()
    with story.serving(story.home) as transport:
        come_back(story, story.desk, transport)
        refused = hand_receipts(story.desk, story.lost.receipt, trusts=(forged,))
        assert refused.code is RefusalCode.MALFORMED


def test_a_server_that_was_not_restored_takes_no_old_receipts(story):
    with story.serving(story.folder.path) as transport:
        come_back(story, story.desk, transport)
        refused = hand_receipts(story.desk, story.lost.receipt)
        assert refused.code is RefusalCode.NOT_FOUND


def test_a_device_enrolled_between_two_restores_comes_back(story):
    """Its certificate is a leaf of a log that the older backup knows nothing of."""
    between = story.restored("first").record.read_bytes()
    with story.serving(story.home) as transport:
        late = TestDesk(transport, story.late.secret, seed=b"\x05" * 32)
        with story.server.store.write() as connection:
            connection.execute(schema.invitation.update().values(expires="2026-12-01T00:00:00Z"))
        late.enrol()
    story.restored("second")
    with story.serving(story.home) as transport:
        come_back(story, late, transport)
        assert story.hand_back(late).code is RefusalCode.MALFORMED
        story.folder.clock.forward(minutes=10)
        returned = story.hand_back(late, trusts=(to_base64(between),))
        assert returned.kid == late.signing.key_id
        assert late.deliver(late.chain.score(story.folder.cases[0], story.folder.rubric)).arrived
        assert story.check().right

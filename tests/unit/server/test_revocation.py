"""A lost device: what it signed before stays counted, the rest is held, and each change is told."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from central_server.log import log_size
from central_server.revocation import CannotRevoke, revoke
from review_protocol.documents.answers import BatchAnswer, PacketsAnswer, RefusalCode, StateAnswer
from review_protocol.documents.leaf import Disposition, DispositionLeaf, RevocationLeaf, read_entry
from review_protocol.translog import Receipt, verify_receipt
from tests.builders.documents import NOW
from tests.unit.server.conftest import declares
from tests.unit.server.test_delivery import log_of


def revoked(server, kid: str, from_leaf: int) -> str:
    with server.log.appending(server.store) as group:
        return revoke(
            group, kid, from_leaf=from_leaf, reason="Lost", issuer=server.issuer, now=NOW
        ).id


def test_what_lies_before_the_position_stays_counted(desk, enrol, folder, server):
    first, second = (desk.chain.score(case, folder.rubric) for case in folder.cases)
    answer = desk.deliver(first, second)
    leaves = [Receipt.parse(each.receipt).index for each in answer.arrived]
    revoked(server, desk.signing.key_id, leaves[1])
    head = enrol("head")
    declares(head)
    collected = head.ask("GET", "/v1/packets?after=0", PacketsAnswer).packets
    assert [each.disposition for each in collected] == [
        Disposition.COUNTED,
        Disposition.HELD_REVOKED_KEY,
    ]
    assert collected[0].change is None
    changed = Receipt.parse(collected[1].change)
    verify_receipt(changed, [log_of(head)])
    assert read_entry(changed.leaf).packet == second.document_id
    again = desk.deliver(first, second)
    assert [each.receipt for each in again.arrived] == [each.receipt for each in answer.arrived]
    assert desk.ask("GET", "/v1/batch", BatchAnswer).code is RefusalCode.REVOKED_DEVICE


def test_a_revoked_device_is_told_what_became_of_its_packets_and_no_more(desk, folder, server):
    first, second = (desk.chain.score(case, folder.rubric) for case in folder.cases)
    answer = desk.deliver(first, second)
    revoked(server, desk.signing.key_id, Receipt.parse(answer.arrived[1].receipt).index)
    state = desk.ask("GET", "/v1/state", StateAnswer)
    assert [(each.packet, each.disposition) for each in state.changes] == [
        (second.document_id, Disposition.HELD_REVOKED_KEY)
    ]
    assert (state.manifest, state.devices) == (None, ())


def test_the_persons_other_device_is_told_with_a_receipt(desk, folder, server, tablet):
    score = desk.chain.score(folder.cases[0], folder.rubric)
    desk.deliver(score)
    act = revoked(server, desk.signing.key_id, 0)
    tablet.enrol()
    state = tablet.ask("GET", "/v1/state", StateAnswer)
    assert [device.name for device in state.devices] == ["tablet"]
    (change,) = state.changes
    assert (change.packet, change.disposition) == (
        score.document_id,
        Disposition.HELD_REVOKED_KEY,
    )
    receipt = Receipt.parse(change.receipt)
    verify_receipt(receipt, [log_of(tablet)])
    assert read_entry(receipt.leaf) == DispositionLeaf(
        type="disposition/1",
        packet=score.document_id,
        disposition=Disposition.HELD_REVOKED_KEY,
        act=act,
        received=NOW,
    )


def test_the_revocation_itself_is_a_leaf(desk, server):
    act = revoked(server, desk.signing.key_id, 1)
    with server.store.read() as connection:
        (text,) = server.log.receipts(connection, [2])
    leaf = read_entry(Receipt.parse(text).leaf)
    assert isinstance(leaf, RevocationLeaf)
    assert (leaf.revocation, leaf.from_leaf) == (act, 1)


@pytest.mark.parametrize(
    ("kid", "leaf", "reason"),
    [
        ("d-aaaaaaaaaaaaaaaa", 0, "no-such-device"),
        (None, 3, "no-such-leaf"),
        (None, -1, "no-such-leaf"),
    ],
)
def test_only_a_known_device_is_revoked_and_from_a_leaf_that_is_there(
    desk, server, kid, leaf, reason
):
    with pytest.raises(CannotRevoke) as refused:
        revoked(server, kid or desk.signing.key_id, leaf)
    assert (refused.value.reason, refused.value.leaves) == (reason, 2)
    with server.store.read() as connection:
        assert log_size(connection) == 2


def test_the_same_delivery_from_two_sides_at_once_is_taken_in_once(enrol, folder):
    desks = [enrol("reviewer"), enrol("second")]
    scores = [desk.chain.score(case, folder.rubric) for desk in desks for case in folder.cases]
    for desk in desks:
        desk.hello()
    with ThreadPoolExecutor(2) as threads:
        asked = [threads.submit(desk.deliver, *scores) for desk in desks]
        answers = [each.result() for each in asked]
    assert answers[0].arrived == answers[1].arrived
    assert len({Receipt.parse(each.receipt).index for each in answers[0].arrived}) == 4

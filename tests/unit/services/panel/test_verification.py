"""Every packet is verified before it counts; what fails is counted nowhere, and told."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from review_protocol.documents.dossier import Withheld
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.panel_acts import ExpertRequestPacket
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from reviewer_app.models.dossier import Doubt
from reviewer_app.models.others_schema import collected, expert
from reviewer_app.services.panel.listed_rows import ListHead, ListQuery
from reviewer_app.services.panel.room import PanelRoom
from reviewer_app.services.panel.verification import Failed, Fork, Gap, Signer, Verification
from tests.builders.panel import APanel, Told, a_panel, never, print_nothing


@pytest.fixture
def panel(tmp_path):
    with a_panel(tmp_path) as panel:
        panel.told = Told()
        for expert_, mark in zip(panel.experts.values(), (5, 7, 9), strict=True):
            for at in range(3):
                expert_.score(panel.case(at), mark)
        yield panel


def verified(panel: APanel) -> Verification:
    panel.collect()
    found = fresh(panel).table().verification
    assert found is not None
    return found


def fresh(panel: APanel) -> PanelRoom:
    """A room that has verified nothing yet, as after a start."""
    return panel.desk.services.panel


def change(panel: APanel, packet: str, **fields: object) -> None:
    with panel.desk.store.write() as connection:
        connection.execute(update(collected).where(collected.c.id == packet).values(**fields))


def expert_of(panel: APanel, number: int) -> Signer:
    return Signer(panel.experts[number].pseudonym, None)


def test_all_that_verified_is_counted_by_packets_and_experts(panel):
    panel.colleague(Role.CHAIR, "connect").decide(panel.case(0), Recommendation.CASEBOOK)
    found = verified(panel)
    assert (found.packets, found.experts, found.is_whole) == (10, 3, True)
    assert found.log_size == panel.desk.world.tree.size
    assert (found.uncounted, found.bridged, found.chains_known) == (0, 0, True)


def test_what_the_server_offers_and_does_not_verify_is_told_and_not_counted(panel):
    last = panel.experts[2].sent[-1]
    panel.experts[2].sent[-1] = last.model_copy(
        update={"receipt": panel.experts[2].sent[0].receipt}
    )
    found = verified(panel)
    assert found.failed == (Failed(expert_of(panel, 2), Doubt.RECEIPT, 1),)
    assert (found.packets, found.uncounted, found.is_whole) == (8, 1, False)
    row = fresh(panel).table().rows[2]
    assert (row.overall.n, row.overall.mean) == (2, 7.0)


def test_what_was_changed_in_the_database_is_told_and_not_counted(panel):
    panel.collect()
    ids = [panel.experts[number].last for number in (1, 2, 3)]
    with panel.desk.store.read() as connection:
        rows = {row.id: row for row in connection.execute(collected.select())}
    envelope = rows[ids[0]].envelope
    at = envelope.index(b'"sig":"') + 10
    letter = b"A" if envelope[at : at + 1] != b"A" else b"B"
    change(panel, ids[0], envelope=envelope[:at] + letter + envelope[at + 1 :])
    change(panel, ids[1], receipt=rows[ids[0]].receipt)
    change(panel, ids[2], disposition=Disposition.COUNTED, change=rows[ids[2]].receipt)
    found = fresh(panel).table().verification
    doubts = (Doubt.SIGNATURE, Doubt.RECEIPT, Doubt.CHANGE)
    expected = [Failed(expert_of(panel, at), doubt, 1) for at, doubt in enumerate(doubts, 1)]
    assert found is not None
    assert found.failed == tuple(expected)
    assert fresh(panel).table().rows[2].overall.n == 0


def test_a_device_whose_certificate_is_not_in_the_log_counts_nowhere(panel):
    panel.collect()
    kid = panel.experts[1].key.key_id
    other = panel.experts[2].certificate_receipt
    with panel.desk.store.write() as connection:
        connection.execute(update(expert).where(expert.c.kid == kid).values(receipt=other))
    found = fresh(panel).table().verification
    assert found is not None
    assert found.failed == (Failed(Signer(None, None), Doubt.DEVICE, 3),)
    assert [row.overall.n for row in fresh(panel).table().rows] == [2, 2, 2]


def test_a_packet_that_is_not_there_leaves_a_gap_and_its_leaf_closes_it(panel):
    missing = panel.experts[1].sent.pop(1)
    found = verified(panel)
    assert found.gaps == (Gap(expert_of(panel, 1), 2, 2),)
    assert (found.gaps[0].packets, found.is_whole, found.packets) == (1, False, 8)
    panel.experts[1].sent.insert(1, missing)
    panel.told.hide(panel.case(1))
    panel.experts[2].score(panel.case(0), 8)
    found = verified(panel)
    assert (found.gaps, found.bridged, found.is_whole) == ((), 3, True)
    assert found.packets == 7


def test_an_older_server_that_tells_no_leaves_leaves_it_open_whether_chains_are_whole(panel):
    panel.told = None
    panel.experts[1].sent.pop(1)
    found = verified(panel)
    assert (found.chains_known, found.gaps, found.is_whole) == (False, (), True)


def test_two_packets_at_one_place_are_a_fork(panel):
    first = panel.experts[1]
    twin = type(first)(panel.desk.world, first.pseudonym)
    twin.score(panel.case(2), 1, disposition=Disposition.HELD_FORK)
    first.sent.extend(twin.sent)
    found = verified(panel)
    assert found.forks == (Fork(expert_of(panel, 1), 1),)
    assert fresh(panel).table().rows[2].overall.n == 3


def test_a_predecessor_that_is_another_is_told(panel):
    first = panel.experts[1]
    first.last = "f" * 64
    first.score(panel.case(0), 6)
    assert verified(panel).forks == (Fork(expert_of(panel, 1), 4),)


def test_what_a_revoked_key_signed_is_counted_apart(panel):
    panel.experts[1].score(panel.case(0), 6, disposition=Disposition.HELD_REVOKED_KEY)
    found = verified(panel)
    assert (found.revoked, found.is_whole, found.packets) == (1, True, 10)


def test_what_no_expert_said_is_told_by_role(panel):
    head = panel.colleague(Role.HEAD)
    head.act(ExpertRequestPacket, panel.case(0), reason="Two experts differ.")
    head.sent[0] = head.sent[0].model_copy(update={"receipt": panel.experts[1].sent[0].receipt})
    assert verified(panel).failed == (Failed(Signer(None, Role.HEAD), Doubt.RECEIPT, 1),)


def test_what_comes_between_the_packets_and_their_leaves_is_no_gap(panel):
    """The server's answers are of different moments: only what both are of is judged."""
    panel.told.hide(panel.case(1), Withheld.OWN_SCORE_FIRST)
    panel.collect()
    panel.told = None
    panel.experts[1].score(panel.case(2), 3)
    assert verified(panel).is_whole


def test_a_kept_list_that_says_all_verified_stands_no_more_once_something_fails(panel):
    listing = fresh(panel).listing
    panel.collect()
    listing.check(print_nothing, never)
    head = opened(panel)
    assert head.grounds.verified is not None
    assert (head.stands, head.grounds.verified.is_whole) == (True, True)
    panel.experts[2].score(panel.case(0), 8)
    last = panel.experts[2].sent[-1]
    receipt = panel.experts[2].sent[0].receipt
    panel.experts[2].sent[-1] = last.model_copy(update={"receipt": receipt})
    panel.collect()
    assert not opened(panel).stands
    listing.check(print_nothing, never)
    head = opened(panel)
    assert head.grounds.verified is not None
    assert (head.stands, head.grounds.verified.uncounted) == (True, 1)


def opened(panel: APanel) -> ListHead:
    found = fresh(panel).listing.open(ListQuery())
    assert found is not None
    return found.head

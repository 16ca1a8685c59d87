"""How a packet stands is known by a leaf: an older leaf never takes the place of a newer one."""

from dataclasses import replace

import pytest

from review_protocol.documents.leaf import Disposition
from reviewer_app.models.collected import CollectedRow, collected_packets, keep_collected
from reviewer_app.models.past_receipts import forget_standings
from reviewer_app.models.store import Store

ARRIVED = CollectedRow(
    id="a" * 64,
    kind="score",
    case="WIC-2026-001",
    kid="d-abcdefghij234567",
    disposition=Disposition.COUNTED,
    leaf=7,
    envelope=b"{}",
    receipt="of leaf 7",
)
CHANGED = replace(ARRIVED, disposition=Disposition.HELD_REVOKED_KEY, leaf=12, receipt="of leaf 12")


@pytest.mark.parametrize("order", [(ARRIVED, CHANGED), (CHANGED, ARRIVED), (CHANGED, CHANGED)])
def test_the_newer_leaf_stands_in_whichever_order_they_come(desk: Store, order):
    with desk.write() as connection:
        for each in order:
            keep_collected(connection, [each])
        assert collected_packets(connection) == (CHANGED,)


def test_in_a_log_that_follows_another_places_count_anew(desk: Store):
    again = replace(ARRIVED, leaf=9, receipt="of leaf 9 in the next log")
    with desk.write() as connection:
        keep_collected(connection, [CHANGED])
        forget_standings(connection)
        keep_collected(connection, [again])
        assert collected_packets(connection) == (again,)

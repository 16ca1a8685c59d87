"""The outbox as it is shown: newest first, with the names of its cases."""

from __future__ import annotations

import pytest

from review_protocol.documents.leaf import Disposition
from reviewer_app.errors import NoConnection
from reviewer_app.services.rows import DeliveryState
from tests.builders.batches import Batch
from tests.builders.desk import a_desk
from tests.builders.panel import never, print_nothing


def test_every_signed_packet_is_there_with_how_far_it_came(tmp_path):
    with a_desk(tmp_path, cases=2) as desk:
        first, second = desk.numbers
        held = desk.score(first)
        receipt = desk.receive(held, Disposition.HELD_LATE)
        waiting = desk.score(second)
        rows = desk.services.handin.outbox()
        assert [(row.packet, row.state) for row in rows[:2]] == [
            (waiting, DeliveryState.SIGNED),
            (held, DeliveryState.RECEIVED),
        ]
        assert (rows[1].disposition, rows[0].disposition) == (Disposition.HELD_LATE, None)
        assert (rows[2].kind, rows[2].case, rows[2].case_name) == ("declaration", None, None)
        assert desk.services.handin.receipt(held) == receipt
        assert desk.services.handin.receipt(waiting) is None
        assert desk.services.handin.receipt("0" * 64) is None


def test_a_case_that_left_the_batch_keeps_its_name(tmp_path):
    with a_desk(tmp_path, cases=2) as desk:
        gone, kept = desk.cases
        desk.score(gone.number)
        desk.cases = (kept,)
        desk.batch = Batch(desk.world, desk.cases)
        desk.manifest = desk.batch.manifest(
            desk.vault.kid, desk.vault.exchange_key.public, number=2
        )
        desk.take_in()
        assert desk.numbers == (kept.number,)
        assert desk.services.handin.outbox()[0].case_name == gone.headers.name


def test_without_a_cable_nothing_is_lost(tmp_path):
    with a_desk(tmp_path) as desk:
        packet = desk.score(desk.numbers[0])
        with pytest.raises(NoConnection):
            desk.services.handin.sync(print_nothing, never)
        (row, _) = desk.services.handin.outbox()
        assert (row.packet, row.state, row.tries) == (packet, DeliveryState.SIGNED, 0)
        assert desk.services.desk.overview().waiting == 1

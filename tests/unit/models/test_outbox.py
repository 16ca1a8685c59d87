"""Signed packets: one chain, one transaction, and a delivery that only goes forward."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.opening import opened_packet
from reviewer_app.models import chains, outbox
from reviewer_app.models.declarations import standing_declarations
from reviewer_app.models.facts import FactName, forget_fact
from reviewer_app.models.figures import desk_figures
from reviewer_app.models.rows import DeliveryState
from reviewer_app.models.store import Store, open_store
from tests.unit.models.conftest import KEY
from tests.unit.models.packets import CASE, NOW, a_score, an_amendment, declarations

LATER = "2026-07-20T09:00:00Z"


def sign(desk: Store, build, device):
    return desk.perform(lambda connection: outbox.append(connection, build, device, NOW))


def packets(desk: Store):
    with desk.read() as connection:
        return outbox.all_packets(connection)


def test_packets_make_one_chain_and_verify(desk: Store, device, world):
    first = sign(desk, a_score(), device)
    second = sign(desk, an_amendment(first.id), device)
    stored = packets(desk)
    assert [each.id for each in stored] == [first.id, second.id]
    opened = [opened_packet(each.envelope, lambda kid: device.public) for each in stored]
    assert [each.header.seq for each in opened] == [1, 2]
    assert [each.header.prev for each in opened] == [None, first.id]
    assert {each.header.chain for each in opened} == {first.header.chain}
    assert {each.header.deployment for each in opened} == {world.deployment}
    assert [each.document() for each in stored] == [first.document, second.document]


def test_a_packet_that_does_not_fit_takes_no_number(desk: Store, device):
    def broken(header):
        raise RuntimeError("the sheet is incomplete")

    with pytest.raises(RuntimeError):
        sign(desk, broken, device)
    assert sign(desk, a_score(), device).header.seq == 1


def test_a_desk_that_is_not_enrolled_signs_nothing(desk: Store, device):
    with desk.write() as connection:
        forget_fact(connection, FactName.ROOT_KEY)
    with pytest.raises(ValueError, match="enrolled"):
        sign(desk, a_score(), device)


def test_a_new_chain_begins_at_one(desk: Store, device):
    first = sign(desk, a_score(), device)
    with desk.write() as connection:
        chain = chains.start_chain(connection)
    second = sign(desk, a_score("WIC-2026-002"), device)
    assert (second.header.chain, second.header.seq, second.header.prev) == (chain, 1, None)
    assert second.header.chain != first.header.chain


def test_from_signed_to_received(desk: Store, device):
    packet = sign(desk, a_score(), device)
    with desk.write() as connection:
        outbox.note_sending(connection, [packet.id], LATER)
        outbox.note_next_try(connection, [packet.id], "2026-07-20T10:00:00Z")
    (sending,) = packets(desk)
    assert (sending.state, sending.tries) == (DeliveryState.SENDING, 1)
    with desk.read() as connection:
        assert outbox.waiting_packets(connection, due=LATER) == ()
        assert outbox.waiting_packets(connection, due="2026-07-20T10:00:00Z") == (sending,)
        assert desk_figures(connection, ()).waiting == 1
    with desk.write() as connection:
        for text, leaf in (("receipt", 7), ("another", 9)):
            proved = outbox.ProvedReceipt(packet.id, Disposition.COUNTED, text, leaf)
            outbox.note_all_received(connection, [proved], LATER)
        outbox.note_sending(connection, [packet.id], LATER)
    (received,) = packets(desk)
    assert (received.state, received.receipt, received.leaf, received.tries) == (
        DeliveryState.RECEIVED,
        "receipt",
        7,
        1,
    )
    with desk.write() as connection:
        outbox.note_disposition(connection, packet.id, Disposition.HELD_LATE, 12, LATER)
        outbox.note_disposition(connection, packet.id, Disposition.HELD_FORK, 9, LATER)
    (held,) = packets(desk)
    assert (held.disposition, held.receipt) == (Disposition.HELD_LATE, "receipt")
    with desk.read() as connection:
        figures = desk_figures(connection, ())
    assert (figures.waiting, figures.last_leaf) == (0, 7)


def test_the_newest_declaration_stands(desk: Store, device):
    sign(desk, declarations(n001=ConflictAnswer.NONE, n002=ConflictAnswer.CONFLICT), device)
    second = sign(desk, declarations(n001=ConflictAnswer.DISCLOSED), device)
    with desk.read() as connection:
        standing = standing_declarations(connection)
    assert {case: each.answer for case, each in standing.items()} == {
        "WIC-2026-001": ConflictAnswer.DISCLOSED,
        "WIC-2026-002": ConflictAnswer.CONFLICT,
    }
    assert standing["WIC-2026-001"].packet == second.id


SIGN_FOR_EVER = f"""
import os, pathlib, sys
from review_protocol.keys import SigningKey
from reviewer_app.models import outbox
from reviewer_app.models.figures import desk_figures
from reviewer_app.models.facts import FactName, keep_fact
from reviewer_app.models.store import open_store
from tests.builders.world import SignedWorld, a_key
from tests.unit.models.packets import a_score

store = open_store(pathlib.Path(sys.argv[1]), bytes(range(32)))
with store.write() as connection:
    keep_fact(connection, FactName.ROOT_KEY, SignedWorld().root.public.raw)
for number in range(1, 10_000):
    with store.write() as connection:
        packet = outbox.append(connection, a_score(f"CASE-{{number}}"), a_key(9), "{NOW}")
    print(packet.id, flush=True)
"""


@pytest.mark.parametrize("kill_after", [1, 5, 11])
def test_what_was_signed_outlives_a_killed_app(tmp_path: Path, device, kill_after: int):
    with subprocess.Popen(
        [sys.executable, "-c", SIGN_FOR_EVER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as app:
        assert app.stdout is not None
        told = [app.stdout.readline().strip() for _ in range(kill_after)]
        app.kill()
        told += app.stdout.read().split()
    assert all(told)
    store = open_store(tmp_path, KEY)
    stored = packets(store)
    assert [each.id for each in stored][: len(told)] == told
    assert len(stored) - len(told) in (0, 1)  # one may be committed and not told
    assert [each.seq for each in stored] == list(range(1, len(stored) + 1))
    for before, after in pairwise(stored):
        header = opened_packet(after.envelope, lambda kid: device.public).header
        assert header.prev == before.id
    assert {each.state for each in stored} == {DeliveryState.SIGNED}
    assert CASE not in {each.case for each in stored}
    store.close()

"""Signing and handing in: every packet gets a receipt that verifies, whatever the network does."""

import pytest

from review_protocol.documents.packet import RecusalReason
from review_protocol.documents.score import LanguageRead
from review_protocol.translog import Receipt
from reviewer_app.errors import NoConnection
from reviewer_app.services.believed import trust_of
from reviewer_app.services.rows import CaseState, DeliveryState
from reviewer_app.sync.trust import proved_arrival
from tests.e2e.world import World, a_sheet


def states(desk):
    return {row.number: row.state for row in desk.services.desk.cases()}


def test_a_round_of_work_is_held_by_the_server_with_receipts(world: World):
    desk = world.desk("Ada").ready()
    first, second, third, *_ = desk.numbers
    signed = [desk.score(number, 7) for number in (first, second, third)]
    assert {row.state for row in desk.services.handin.outbox()[:3]} == {DeliveryState.SIGNED}
    report = desk.sync()
    assert set(report.received) == set(signed)
    signing = desk.services.signing
    later = [
        signing.amend(first, a_sheet(9), LanguageRead.BOTH, "the annex convinced me"),
        signing.withdraw(second, "to be read again"),
        signing.recuse(third, RecusalReason.NOT_COMPETENT, None, "outside my field"),
    ]
    assert set(desk.sync().received) == set(later)
    held = world.packets()
    assert {held[packet] for packet in signed + later} == {"counted"}
    assert (states(desk)[first], states(desk)[second], states(desk)[third]) == (
        CaseState.RECEIVED,
        CaseState.WITHDRAWN,
        CaseState.RECUSED,
    )


def test_every_receipt_verifies_by_the_trust_that_the_desk_holds(world: World):
    desk = world.desk("Ada").ready()
    with desk.open.store.read() as connection:
        trust = trust_of(connection)
    receipts = desk.receipts()
    held = world.packets()
    rows = {row.packet: row for row in desk.services.handin.outbox()}
    assert receipts
    assert set(receipts) <= set(held)
    for packet, text in receipts.items():
        proved_arrival(text, packet, header_of(desk, packet), trust)
        assert Receipt.parse(text).index == rows[packet].leaf


def header_of(desk, packet):
    from reviewer_app.models.outbox import stored_packet

    with desk.open.store.read() as connection:
        return stored_packet(connection, packet).document().header


def test_work_goes_on_without_the_server_and_is_delivered_later(world: World, server):
    desk = world.desk("Ben").ready()
    server.stop()
    packets = [desk.score(number, 6) for number in desk.numbers[:3]]
    with pytest.raises(NoConnection):
        desk.sync()
    assert {row.state for row in desk.services.handin.outbox()[:3]} <= {
        DeliveryState.SIGNED,
        DeliveryState.SENDING,
    }
    assert desk.services.desk.overview().waiting == 3
    server.start()
    assert set(desk.sync().received) == set(packets)
    assert desk.services.desk.overview().waiting == 0


def test_syncing_twice_delivers_once(world: World):
    desk = world.desk("Chi").ready()
    desk.score(desk.numbers[0], 5)
    desk.sync()
    before = (world.packets(), desk.receipts())
    again = desk.sync()
    assert again.delivered == 0
    assert (world.packets(), desk.receipts()) == before


def test_the_servers_own_check_finds_its_log_right(world: World):
    assert "The log is right" in world.server.run("log", "verify")

"""Refusals that ask for patience, clocks that are wrong, and tries that never end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.exchange import ENVELOPE_TYPE
from reviewer_app.errors import NotOurServer, ServerRefused
from reviewer_app.models.keys import Keys
from reviewer_app.models.outbox import all_packets
from reviewer_app.models.rows import DeliveryState
from reviewer_app.models.store import open_store
from reviewer_app.services.handin import HandIn
from reviewer_app.services.preparing import Preparing
from reviewer_app.sync.backoff import LONGEST_ASKED, LONGEST_WAIT, is_due, next_try, seconds_asked
from reviewer_app.sync.clock import moment
from reviewer_app.sync.engine import SyncEngine
from tests.builders.tables import without_words
from tests.unit.sync.desks import Desk, midday
from tests.unit.sync.network import Network, said

pytestmark = pytest.mark.campaign

NOW = midday()
SOONEST, DAY = timedelta(seconds=15), timedelta(days=1)
"""The least wait of a first try, and the most that a server may ask for."""

ASKED = {
    "seconds": ("7200", timedelta(hours=2)),
    "a date": ("Mon, 20 Jul 2026 14:00:00 GMT", timedelta(hours=2)),
    "a date that is over": ("Mon, 20 Jul 2020 14:00:00 GMT", timedelta()),
    "none": (None, timedelta()),
    "zero": ("0", timedelta()),
    "less than nothing": ("-7200", timedelta()),
    "for ever": ("99999999999999999999", DAY),
    "a date beyond all days": ("Fri, 31 Dec 9999 23:59:59 GMT", DAY),
    "nonsense": ("soon, perhaps", timedelta()),
    "a fraction": ("1.5", timedelta()),
    "other digits": ("٧٢٠٠", timedelta()),
}


@pytest.fixture
def waiting(desk: Desk) -> Desk:
    """A desk with a declaration that waits to be delivered."""
    desk.sync()
    desk.declare(n001=ConflictAnswer.NONE)
    return desk


def a_refusal(folder, network: Network, status: int, asked: str | None) -> None:
    from central_server.failures import Refused
    from central_server.http.answers import refusal

    def refuse(handler, reply) -> None:
        with folder.open() as server:
            nonce = handler.headers["Review-Request"]
            answer = refusal(server, Refused(RefusalCode.BUSY, "later", None), nonce)
        more = {} if asked is None else {"Retry_After": asked.encode().decode("latin-1")}
        said(bytes(answer.body), status=status, content_type=ENVELOPE_TYPE, **more)(handler, None)

    network.spoil("/v1/packets", refuse, reaching=False)


@pytest.mark.parametrize("status", [429, 503])
def test_every_kind_of_retry_after_is_kept_and_bounded(
    waiting: Desk, network: Network, folder, status: int, monkeypatch
):
    # the answer's own date is what a date in it is counted from
    monkeypatch.setattr(
        "http.server.BaseHTTPRequestHandler.date_time_string",
        lambda handler, stamp=None: "Mon, 20 Jul 2026 12:00:00 GMT",
    )
    for tries, (asked, least) in enumerate(ASKED.values(), start=1):
        a_refusal(folder, network, status, asked)
        with pytest.raises(ServerRefused):
            waiting.sync()
        own = next_try(NOW, tries, scatter=0.0) - NOW
        wait = moment(next_try_on_the_disk(waiting)) - NOW
        second = timedelta(seconds=1)
        assert max(least, own) - second <= wait <= max(least + own / 10, own), asked
        assert wait <= LONGEST_ASKED + LONGEST_WAIT


def next_try_on_the_disk(desk: Desk) -> str:
    again = open_store(desk.store.folder, desk.vault.database_key)
    try:
        with again.read() as connection:
            (packet,) = all_packets(connection)
    finally:
        again.close()
    assert packet.next_try is not None
    return packet.next_try


@pytest.mark.parametrize("status", [429, 503])
def test_an_unsigned_refusal_is_nobodys_word_and_its_retry_after_neither(
    waiting: Desk, network: Network, status: int
):
    network.spoil(
        "/v1/packets", said(b"{}", status=status, content_type="text/plain", Retry_After="86400")
    )
    with pytest.raises(NotOurServer):
        waiting.sync()
    (packet,) = waiting.packets()
    assert packet.next_try is not None
    assert moment(packet.next_try) - NOW < timedelta(minutes=1)


def test_a_date_is_counted_from_the_answers_own_date_not_from_our_clock():
    date, until = "Mon, 20 Jul 2026 12:00:00 GMT", "Mon, 20 Jul 2026 12:10:00 GMT"
    assert seconds_asked(until, date) == "600"
    assert seconds_asked(date, until) == "0"
    for kept in ("600", "soon", None):
        assert seconds_asked(kept, date) == kept
    assert seconds_asked(until, "nonsense") == until
    assert seconds_asked(until, None) == until


@given(asked=st.text(max_size=60), date=st.none() | st.text(max_size=60))
def test_whatever_a_stranger_writes_there_the_wait_is_bounded(asked: str, date: str | None):
    when = next_try(NOW, 1, scatter=0.0, retry_after=seconds_asked(asked, date))
    assert SOONEST <= when - NOW <= LONGEST_ASKED + LONGEST_WAIT
    assert is_due(when.strftime("%Y-%m-%dT%H:%M:%SZ"), when)


@pytest.mark.parametrize("years", [-2, 2])
def test_a_desk_whose_clock_is_two_years_off_hands_in_as_ever(waiting: Desk, years: int):
    off = NOW + years * timedelta(days=365)
    aids = Preparing(without_words())
    engine = SyncEngine(
        waiting.store,
        Keys(waiting.store.folder, waiting.vault),
        aids,
        clock=lambda: off,
        scatter=lambda: 0.0,
    )
    report = engine.sync(waiting.told.append, lambda: False)
    (packet,) = waiting.packets()
    assert report.received == (packet.id,)
    assert packet.state is DeliveryState.RECEIVED


def test_a_clock_that_jumps_between_tries_neither_stops_nor_floods():
    tried = next_try(NOW, 3, scatter=0.5).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert not is_due(tried, NOW)
    assert is_due(tried, NOW + timedelta(days=730))
    assert is_due(tried, NOW - timedelta(days=730))
    assert not is_due(tried, NOW - timedelta(hours=12))  # within what a server may ask for


def test_tries_never_end_and_the_file_is_offered_after_eight(waiting: Desk, network: Network):
    handin = HandIn(waiting.store, waiting.engine, midday)
    for tries in range(1, 12):
        network.spoil("/v1/packets", said(b"", status=503, content_type="text/plain"))
        with pytest.raises(NotOurServer):
            waiting.sync()
        (packet,) = waiting.packets()
        assert packet.tries == tries
        assert handin.offers_file(moment(packet.signed_at)) is (tries >= 8)
    assert len(waiting.sync().received) == 1
    assert not handin.offers_file(datetime(2027, 1, 1, tzinfo=UTC))


def test_the_file_is_offered_after_a_day(waiting: Desk):
    handin = HandIn(waiting.store, waiting.engine, midday)
    (packet,) = waiting.packets()
    signed = moment(packet.signed_at)
    assert not handin.offers_file(signed + timedelta(hours=23))
    assert handin.offers_file(signed + DAY)

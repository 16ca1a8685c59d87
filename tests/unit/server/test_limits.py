"""Limits on what one device and one address may ask, deliver and store."""

from collections.abc import Callable

import pytest

from central_server.delivery import open_packets
from central_server.failures import Refused
from central_server.http.app import create_app
from central_server.limits import Buckets, Limiter, Limits, nearly_full, network_of
from central_server.server import open_server
from review_protocol.documents.answers import Hello, Refusal, RefusalCode, StateAnswer
from tests.builders.desks import TestDesk, in_process
from tests.builders.server import ServerFolder

NONCE = "ab" * 16


@pytest.fixture
def limited(folder) -> Callable:
    """Opens the folder's server with these limits, and answers its enrolled desk."""
    opened = []

    def open_it(**limits: int) -> TestDesk:
        opening = open_server(folder.path, clock=folder.clock, limits=Limits(**limits))
        server = opening.__enter__()
        opened.append(opening)
        desk = TestDesk(in_process(create_app(server)), folder.people["reviewer"].secret)
        desk.enrol()
        return desk

    yield open_it
    for opening in opened:
        opening.__exit__(None, None, None)


def scores(desk: TestDesk, folder: ServerFolder, count: int):
    return [desk.chain.score(folder.cases[0], folder.rubric) for _ in range(count)]


def test_a_bucket_is_full_at_first_and_fills_again():
    now = [0.0]
    buckets = Buckets(3, 60, lambda: now[0])
    assert [buckets.take("a") for _ in range(4)] == [0, 0, 0, 21]
    assert buckets.take("b") == 0  # each has its own
    now[0] = 19.0
    assert buckets.take("a") > 0
    now[0] = 20.5
    assert [buckets.take("a") for _ in range(2)] == [0, 20]


def test_what_no_bucket_holds_is_taken_once_in_a_while():
    buckets = Buckets(10, 60, lambda: 0.0)
    assert buckets.take("a", 1000) == 0
    assert buckets.take("a") > 0


def test_no_limit_is_no_limit():
    buckets = Buckets(0, 60, lambda: 0.0)
    assert {buckets.take("a", 10**6) for _ in range(100)} == {0}


def test_the_memory_is_bounded(server):
    buckets = Buckets(5, 60, lambda: 0.0)
    for number in range(30_000):
        buckets.take(f"d-{number}")
    assert len(buckets._levels) == 10_000


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("unknown", "unknown"),
    ],
)
def test_an_ipv6_subscriber_is_one_address(address, network):
    assert network_of(address) == network


def test_a_device_that_asks_too_often_is_told_when_to_come_back(limited):
    desk = limited(requests_per_minute=3)
    told = [desk.ask("GET", "/v1/state", StateAnswer) for _ in range(4)]
    assert [isinstance(each, StateAnswer) for each in told] == [True, True, True, False]
    assert told[3].code is RefusalCode.TOO_MANY_TRIES  # signed, and sealed to the device
    assert desk.last.status == 429
    assert 1 <= int(desk.last.headers["retry-after"]) <= 21


def test_nobody_uses_up_the_requests_of_another_device(limited):
    desk = limited(requests_per_minute=2)
    for _ in range(20):
        headers = {
            "Review-Device": desk.signing.key_id,
            "Review-Nonce": desk.server_nonce or desk.hello().request_nonce,
            "Review-Request": NONCE,
            "Review-Signature": "A" * 86 + "==",
        }
        assert desk.transport("GET", "/v1/state", headers, b"").status == 401
    assert isinstance(desk.ask("GET", "/v1/state", StateAnswer), StateAnswer)


def test_an_address_that_asks_too_often_is_refused_by_a_signed_answer(limited):
    desk = limited(address_requests_per_minute=5)
    replies = [desk.transport("GET", f"/v1/hello?nonce={NONCE}", {}, b"") for _ in range(9)]
    assert [each.status for each in replies] == [200] * 3 + [429] * 6  # two went for enrolling
    refusal = desk.open_clear(replies[-1].body, Refusal)
    assert (refusal.code, refusal.nonce) == (RefusalCode.TOO_MANY_TRIES, NONCE)
    assert int(replies[-1].headers["retry-after"]) >= 1
    assert replies[-1].headers["cache-control"] == "no-store"
    desk.open_clear(replies[0].body, Hello)


def test_blobs_count_for_the_address_too(limited):
    desk = limited(address_requests_per_minute=3)
    statuses = [desk.transport("GET", "/v1/blobs/" + "0" * 64, {}, b"").status for _ in range(3)]
    assert statuses == [404, 429, 429]


def test_packets_of_an_hour(limited, folder):
    desk = limited(packets_per_hour=4)
    assert len(desk.deliver(*scores(desk, folder, 4)).arrived) == 4
    refusal = desk.deliver(*scores(desk, folder, 1))
    assert refusal.code is RefusalCode.TOO_MANY_TRIES
    assert int(desk.last.headers["retry-after"]) > 600


@pytest.mark.parametrize("limits", [{"stored_packets": 3}, {"stored_bytes": 7000}])
def test_a_device_cannot_fill_the_disk(limited, folder, limits):
    desk = limited(**limits)
    first = scores(desk, folder, 3)
    arrived = desk.deliver(*first).arrived
    refusal = desk.deliver(*scores(desk, folder, 3))
    assert refusal.code is RefusalCode.BUSY
    assert desk.last.status == 503
    assert desk.last.headers["retry-after"] == "3600"
    assert desk.deliver(*first).arrived == arrived  # what is there is always answered


def test_staff_are_told_of_a_device_that_has_stored_nearly_all(limited, folder):
    desk = limited()
    desk.deliver(*scores(desk, folder, 9))
    with folder.open() as server, server.store.read() as connection:
        assert nearly_full(connection, Limits(stored_packets=11)) == ()
        [(kid, count, size)] = nearly_full(connection, Limits(stored_packets=10))
        assert (kid, count) == (desk.signing.key_id, 9)
        assert nearly_full(connection, Limits(stored_bytes=size)) == ((kid, count, size),)
        assert nearly_full(connection, Limits(stored_packets=0, stored_bytes=0)) == ()


def test_the_count_goes_on_where_the_server_was_started_anew(limited, folder):
    desk = limited(stored_packets=4)
    desk.deliver(*scores(desk, folder, 3))
    with folder.open() as server:
        limiter = Limiter(Limits(stored_packets=4), server.store)
        anew = TestDesk(in_process(create_app(server)), desk.secret, chain=desk.chain)
        anew.hello()
        packets = scores(anew, folder, 2)
        found = open_packets(
            [each.to_bytes() for each in packets],
            lambda kid: desk.signing.public,
            server.verifying,
        ).packets
        with pytest.raises(Refused):
            limiter.require_room(found)
        limiter.require_room(found[:1])

"""Two deliveries under way at once: the same comes of it as of one after the other."""

import threading
from collections.abc import Callable

import pytest

from central_server.failures import Refused
from central_server.http.answers import refusal
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.exchange import ENVELOPE_TYPE
from reviewer_app.errors import NoConnection, ServerRefused
from reviewer_app.models.rows import DeliveryState
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.delivering import Delivered, Delivering
from reviewer_app.sync.knowledge import read_knowledge
from reviewer_app.sync.session import DeviceSession
from tests.unit.sync.desks import ONE_TRY, midday, never
from tests.unit.sync.network import Network, lost, passed_on, said

pytestmark = pytest.mark.campaign

CASES = ("WIC-2026-001", "WIC-2026-002", "WIC-2026-003")
ALL = {f"n00{number}": ConflictAnswer.NONE for number in (1, 2, 3)}
PATIENCE = 10  # seconds


@pytest.fixture
def released(desk, network):
    """A desk with three cases open; its next requests are counted from none."""
    desk.sync()
    desk.declare(**ALL)
    desk.sync()
    network.asked.clear()
    return desk


def deliver(desk, cancelled: Callable[[], bool] = never) -> Delivered:
    """Deliver what waits, one packet at a time."""
    known = read_knowledge(desk.store, desk.vault)
    client = ServerClient(known.server, transport=ONE_TRY)
    try:
        session = DeviceSession(client, client.meet(known.trust), desk.vault)
        one_by_one = Delivering(desk.store, midday, lambda: 0.0, most=1)
        return one_by_one.deliver(session, desk.told.append, cancelled)
    finally:
        client.close()


class Open:
    """Counts the deliveries that are at the server at the same time."""

    def __init__(self, network: Network) -> None:
        self.most = 0
        self._now = 0
        self._lock = threading.Lock()
        upstream = network.upstream
        assert upstream is not None

        def counted(method, target, headers, body):
            with self._lock:
                self._now += method == "POST"
                self.most = max(self.most, self._now)
            try:
                return upstream(method, target, headers, body)
            finally:
                with self._lock:
                    self._now -= method == "POST"

        network.upstream = counted


def states(desk) -> list[tuple[DeliveryState, Disposition | None]]:
    return [(each.state, each.disposition) for each in desk.packets()]


RECEIVED = (DeliveryState.RECEIVED, Disposition.COUNTED)


def test_two_scores_of_two_cases_are_under_way_at_once(released, network):
    together = threading.Barrier(2)

    def together_only(handler, reply):
        together.wait(PATIENCE)
        passed_on(handler, reply)

    scores = [released.score(number) for number in CASES[:2]]
    network.spoil("/v1/packets", together_only, together_only)
    assert deliver(released) == Delivered(2, tuple(scores))
    assert states(released) == [RECEIVED] * 3


def test_what_hangs_together_goes_one_after_the_other(desk, network):
    desk.sync()
    desk.declare(**ALL)
    desk.sync()
    desk.declare(n001=ConflictAnswer.DISCLOSED)
    first = desk.score(CASES[0])
    second = desk.amend(CASES[0], first)
    desk.amend(CASES[0], second)
    at_once = Open(network)
    assert len(deliver(desk).received) == 4
    assert states(desk) == [RECEIVED] * 5
    assert at_once.most == 1


def test_what_overtakes_another_is_made_the_same_of(released, network):
    """The first of two comes to the server when the second has its answer."""
    second_is_through = threading.Event()
    bodies: list[bytes] = []
    upstream = network.upstream
    assert upstream is not None

    def late(method, target, headers, body):
        if method == "POST":
            bodies.append(body)
            if len(bodies) == 1:
                assert second_is_through.wait(PATIENCE)
                return upstream(method, target, headers, body)
            reply = upstream(method, target, headers, body)
            second_is_through.set()
            return reply
        return upstream(method, target, headers, body)

    network.upstream = late
    scores = [released.score(number) for number in CASES[:2]]
    assert set(deliver(released).received) == set(scores)
    first, second = released.packets()[1:]
    assert states(released) == [RECEIVED] * 3
    assert (second.seq, second.leaf) == (first.seq + 1, (first.leaf or 0) - 1)
    onward = released.score(CASES[2])
    assert deliver(released).received == (onward,)


def by_id(desk):
    return {each.id: each for each in desk.packets()}


def test_where_one_of_two_answers_is_lost_the_other_is_kept(released, network):
    scores = [released.score(number) for number in CASES[:2]]
    network.spoil("/v1/packets", lost)
    with pytest.raises(NoConnection):
        deliver(released)
    (kept,) = (by_id(released)[id] for id in scores if by_id(released)[id].receipt)
    (sending,) = (by_id(released)[id] for id in scores if id != kept.id)
    assert (sending.state, sending.tries) == (DeliveryState.SENDING, 1)
    assert (sending.next_try or "") > sending.changed_at
    leaves = network_size(released)
    assert deliver(released).received == (sending.id,)
    assert network_size(released) == leaves  # it had arrived


def network_size(desk) -> int:
    """The leaves of the log."""
    known = read_knowledge(desk.store, desk.vault)
    client = ServerClient(known.server, transport=ONE_TRY)
    try:
        session = DeviceSession(client, client.meet(known.trust), desk.vault)
        return int(session.state(None).log.checkpoint.split("\n")[1])
    finally:
        client.close()


def test_where_the_server_dies_between_two_both_are_delivered_again(released, network):
    """One is in the log and its answer is lost, the other never came."""
    scores = [released.score(number) for number in CASES[:2]]
    before = network_size(released)
    network.spoil("/v1/packets", lost)
    network.spoil("/v1/packets", lost, reaching=False)
    with pytest.raises(NoConnection):
        deliver(released)
    assert network_size(released) == before + 1
    assert {each.state for each in released.packets()[1:]} == {DeliveryState.SENDING}
    assert set(deliver(released).received) == set(scores)
    assert states(released) == [RECEIVED] * 3
    assert network_size(released) == before + 2


def test_where_one_of_two_is_refused_the_other_is_kept(released, network, folder):
    together = threading.Barrier(2)

    def also(handler, reply):
        together.wait(PATIENCE)
        passed_on(handler, reply)

    with folder.open() as server:

        def busy(handler, reply):
            together.wait(PATIENCE)
            nonce = handler.headers["Review-Request"]
            answer = refusal(server, Refused(RefusalCode.BUSY, "later", 7200), nonce)
            body = bytes(answer.body)
            said(body, status=503, content_type=ENVELOPE_TYPE, Retry_After="7200")(handler, None)

        network.spoil("/v1/packets", busy, reaching=False)
        network.spoil("/v1/packets", also)
        for number in CASES[:2]:
            released.score(number)
        with pytest.raises(ServerRefused) as told:
            deliver(released)
    assert told.value.code is RefusalCode.BUSY
    packets = released.packets()[1:]
    assert {each.state for each in packets} == {DeliveryState.RECEIVED, DeliveryState.SENDING}
    put_off = next(each for each in packets if each.state is DeliveryState.SENDING)
    assert (put_off.next_try or "") >= "2026-07-20T14:00:00Z"


def test_cancelled_nothing_more_leaves_and_what_is_under_way_comes_home(released, network):
    for number in CASES:
        released.score(number)
    left = iter([False])
    assert len(deliver(released, lambda: next(left, True)).received) == 1
    assert network.count("/v1/packets") == 1
    assert states(released)[1:] == [RECEIVED, *[(DeliveryState.SIGNED, None)] * 2]

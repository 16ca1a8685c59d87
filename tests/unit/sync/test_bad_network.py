"""An answer without the server's signature changes nothing; every way to fail has its name."""

import socket
import ssl
import threading
from pathlib import Path

import pytest

from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.exchange import ENVELOPE_TYPE, SEALED_TYPE
from reviewer_app.errors import (
    AnswerCutOff,
    ConnectionStep,
    Found,
    NoConnection,
    NotOurServer,
    ServerRefused,
    UntrustedCertificate,
)
from reviewer_app.models.rows import DeliveryState
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.http import Transport
from tests.builders.certificates import a_self_signed_certificate
from tests.builders.world import SignedWorld
from tests.unit.sync.desks import never
from tests.unit.sync.network import (
    a_network,
    altered,
    cut_off,
    cut_off_in_its_head,
    endless,
    lost,
    passed_on,
    said,
)

pytestmark = pytest.mark.campaign

PAGE = b"<!DOCTYPE html><title>Welcome to the hotel</title>"


@pytest.fixture
def waiting(desk):
    """A desk with declarations that wait to be delivered."""
    desk.sync()
    desk.declare(n001=ConflictAnswer.NONE, n002=ConflictAnswer.NONE, n003=ConflictAnswer.NONE)
    return desk


UNSIGNED = {
    "page": (said(PAGE, content_type="text/html; charset=utf-8"), Found.HTML),
    "page as json": (said(PAGE, content_type="application/json"), Found.HTML),
    "redirect": (said(b"", status=302, Location="http://login.example.net/"), Found.HTML),
    "511": (said(b"", status=511, content_type="text/html"), Found.HTML),
    "json": (said(b'{"ok": true}', content_type="application/json"), Found.UNSIGNED),
    "500": (said(b"oh no", status=500, content_type="text/plain"), Found.UNSIGNED),
    "503": (said(b"later", status=503, content_type="text/plain"), Found.BUSY),
    "429": (said(b"{}", status=429, content_type="application/json"), Found.BUSY),
    "empty": (said(b"", status=200, content_type=SEALED_TYPE), Found.UNSIGNED),
    "flipped": (altered(lambda body: body[:-1] + bytes([body[-1] ^ 1])), Found.UNSIGNED),
    "short": (altered(lambda body: body[:100]), Found.UNSIGNED),
}


@pytest.mark.parametrize("path", ["/v1/hello", "/v1/packets", "/v1/state", "/v1/batch"])
def test_what_is_not_signed_changes_nothing(waiting, network, path):
    states = waiting.states()
    for spoiled, found in UNSIGNED.values():
        network.spoil(path, spoiled)
        with pytest.raises(NotOurServer) as told:
            waiting.sync()
        assert told.value.found is found
        assert waiting.states() in (states, dict.fromkeys(states, "awaiting_release"))
    assert waiting.sync().held == ()
    assert set(waiting.states().values()) == {"unread"}


def test_another_servers_true_signature_is_not_ours(waiting, network):
    stranger = SignedWorld()
    answer = stranger.trust_envelope.to_bytes()
    network.spoil("/v1/hello", said(answer, content_type=ENVELOPE_TYPE))
    with pytest.raises(NotOurServer):
        waiting.sync()


def test_an_old_answer_to_another_question_is_not_taken(waiting, network):
    heard: list[bytes] = []
    network.spoil("/v1/state", altered(lambda body: heard.append(body) or body))
    waiting.sync()
    network.spoil("/v1/state", altered(lambda body: heard[0]))
    with pytest.raises(NotOurServer):
        waiting.sync()


def test_a_lost_answer_is_delivered_again_and_counted_once(waiting, network):
    network.spoil("/v1/packets", lost)
    with pytest.raises(NoConnection) as told:
        waiting.sync()
    assert told.value.step is ConnectionStep.ANSWER
    (sending,) = waiting.packets()
    assert (sending.state, sending.tries) == (DeliveryState.SENDING, 1)
    assert sending.next_try is not None
    assert sending.next_try > sending.changed_at
    report = waiting.sync()
    assert report.received == (sending.id,)
    (received,) = waiting.packets()
    assert (received.tries, received.next_try) == (2, None)


def test_a_cut_off_answer_says_how_much_came(waiting, network):
    network.spoil("/v1/packets", cut_off(30))
    with pytest.raises(AnswerCutOff) as told:
        waiting.sync()
    assert told.value.received == 30
    assert told.value.expected is not None
    assert told.value.expected > 30


def test_an_answer_cut_off_in_its_head_is_not_taken_for_another_server_s(waiting, network):
    network.spoil("/v1/packets", cut_off_in_its_head)
    with pytest.raises(AnswerCutOff) as told:
        waiting.sync()
    assert (told.value.received, told.value.expected) == (0, None)
    assert waiting.packets()[0].state is DeliveryState.SENDING


def test_a_cut_off_answer_without_length_is_no_answer(waiting, network):
    network.spoil("/v1/packets", cut_off(30, announced=False))
    with pytest.raises(NotOurServer):
        waiting.sync()
    assert waiting.packets()[0].state is DeliveryState.SENDING


def test_an_endless_answer_ends_at_the_limit():
    with a_network() as network:
        network.spoil("/v1/hello", endless, reaching=False)
        client = ServerClient(network.address, transport=Transport(answer_limit=1 << 20))
        with pytest.raises(NotOurServer):
            client.meet(None)
        client.close()


def test_a_stale_nonce_costs_one_more_request(waiting, network, folder):
    folder.clock.forward(minutes=1)
    network.spoil("/v1/hello", passed_on)
    original = folder.clock.now

    def too_late(handler, reply):
        folder.clock.forward(minutes=30)
        passed_on(handler, reply)

    network.spoil("/v1/hello", too_late)
    waiting.sync()
    network.asked.clear()
    waiting.declare(n001=ConflictAnswer.DISCLOSED)
    report = waiting.sync()
    assert folder.clock.now > original
    assert len(report.received) == 1
    assert network.count("/v1/state") == 3  # stale, again, and after the delivery
    assert network.count("/v1/packets") == 1


def test_a_signed_refusal_is_told_and_its_retry_after_honoured(waiting, network, folder):
    with folder.open() as server:
        from central_server.failures import Refused
        from central_server.http.answers import refusal

        def busy(handler, reply):
            nonce = handler.headers["Review-Request"]
            answer = refusal(server, Refused(RefusalCode.BUSY, "later", 7200), nonce)
            said(
                bytes(answer.body),
                status=503,
                content_type=ENVELOPE_TYPE,
                Retry_After="7200",
            )(handler, None)

        network.spoil("/v1/packets", busy, reaching=False)
        with pytest.raises(ServerRefused) as told:
            waiting.sync()
    assert (told.value.code, told.value.retry_after) == (RefusalCode.BUSY, "7200")
    assert (waiting.packets()[0].next_try or "") >= "2026-07-20T14:00:00Z"


def test_no_server_there(tmp_path: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    client = ServerClient(f"http://127.0.0.1:{port}")
    with pytest.raises(NoConnection) as told:
        client.meet(None)
    assert told.value.step is ConnectionStep.TCP
    client.close()


@pytest.mark.parametrize("address", ["http://no-such-host.invalid", "http://", "reviews.example"])
def test_a_name_that_is_none(address: str):
    client = ServerClient(address)
    with pytest.raises(NoConnection) as told:
        client.meet(None)
    assert told.value.step is ConnectionStep.NAME
    client.close()


def test_a_server_that_says_nothing_is_given_up():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        client = ServerClient(address, transport=Transport(stall_timeout=0.1))
        with pytest.raises(NoConnection) as told:
            client.meet(None)
        assert told.value.step is ConnectionStep.TIMEOUT
        client.close()


def test_a_proxy_that_is_not_there(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    client = ServerClient("http://reviews.example.org")
    with pytest.raises(NoConnection) as told:
        client.meet(None)
    assert told.value.step is ConnectionStep.PROXY
    client.close()


def test_a_proxy_that_wants_a_password():
    with a_network() as network:
        network.spoil("/v1/hello", said(b"", status=407), reaching=False)
        client = ServerClient(network.address)
        with pytest.raises(NoConnection) as told:
            client.meet(None)
        assert told.value.step is ConnectionStep.PROXY_SIGN_IN
        client.close()


def test_a_certificate_that_nobody_vouches_for(tmp_path: Path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(a_self_signed_certificate(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            taken, _ = listening.accept()
            with taken:
                try:
                    context.wrap_socket(taken, server_side=True).close()
                except OSError:
                    return

        thread = threading.Thread(target=answer)
        thread.start()
        client = ServerClient(f"https://localhost:{listening.getsockname()[1]}")
        with pytest.raises(UntrustedCertificate) as told:
            client.meet(None)
        client.close()
        thread.join()
    assert "certificate" in told.value.reason.lower()


def test_cancelling_ends_the_sync_without_marking_it_whole(waiting, network):
    network.asked.clear()
    waiting.sync(cancelled=lambda: True)
    assert network.count("/v1/packets") == 0
    assert waiting.packets()[0].state is DeliveryState.SIGNED
    assert waiting.sync(cancelled=never).delivered == 1

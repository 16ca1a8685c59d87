"""Another expert's device asks with our nonce, and somebody in between passes its answer on."""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from review_protocol.documents.answers import Hello
from review_protocol.envelope import read_envelope
from review_protocol.exchange import ANSWER_INFO, ENVELOPE_TYPE, SEALED_TYPE, sign_request
from review_protocol.keys import ExchangePublicKey
from review_protocol.sealing import open_sealed, seal_to
from reviewer_app.errors import Found, NotOurServer
from reviewer_app.models.facts import FactName, fact_of
from tests.builders.desks import Reply
from tests.unit.sync.desks import Desk
from tests.unit.sync.network import Network, passed_on, said

pytestmark = pytest.mark.campaign

STATE_OF_OTHER = "/v1/state?size=0"
REFUSED_TO_OTHER = "/v1/packets?after=0"
"""A reviewer may not ask for it: the refusal is signed and sealed to that device."""


def answer_to(other: Desk, network: Network, target: str, nonce: str) -> bytes:
    """What the server says to the other device, which opens it with its own key."""
    assert network.upstream is not None
    hello = network.upstream("GET", f"/v1/hello?nonce={'0' * 32}", {}, b"")
    server_nonce = Hello.from_body(read_envelope(hello.body).body).request_nonce
    signature = sign_request(
        other.vault.signing_key,
        "GET",
        target,
        b"",
        server_nonce=server_nonce,
        request_nonce=nonce,
    )
    reply = network.upstream("GET", target, signature.headers(), b"")
    aad = nonce.encode("ascii")
    return open_sealed(other.vault.exchange_key, reply.body, info=ANSWER_INFO, aad=aad)


@pytest.mark.parametrize("is_sealed_again", [False, True])
@pytest.mark.parametrize("target", [STATE_OF_OTHER, REFUSED_TO_OTHER])
def test_what_was_said_to_another_device_is_not_believed(
    desk_of: Callable[[str], Desk], network: Network, target: str, *, is_sealed_again: bool
):
    desk, other = desk_of("reviewer"), desk_of("second")
    before = known_devices(desk)

    def pass_on(handler: BaseHTTPRequestHandler, reply: Reply | None) -> None:
        nonce = handler.headers["Review-Request"]
        body, kind = answer_to(other, network, target, nonce), ENVELOPE_TYPE
        if is_sealed_again:
            mine: ExchangePublicKey = desk.vault.exchange_key.public
            body = seal_to(mine, body, info=ANSWER_INFO, aad=nonce.encode("ascii"))
            kind = SEALED_TYPE
        said(body, content_type=kind)(handler, reply)

    network.spoil("/v1/state", pass_on)
    with pytest.raises(NotOurServer) as raised:
        desk.sync()
    assert raised.value.found is Found.UNSIGNED
    assert known_devices(desk) == before
    network.spoil("/v1/state", passed_on)
    desk.sync()
    assert known_devices(desk) is not None


def known_devices(desk: Desk) -> bytes | None:
    with desk.store.read() as connection:
        return fact_of(connection, FactName.DEVICES)

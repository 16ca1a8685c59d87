"""Hand-over by file: sealed for one reader, about one device of one deployment."""

import pytest

from review_protocol.armour import Armoured, Purpose, armour_texts, read_armour
from review_protocol.canonical import from_base64
from review_protocol.documents.handover import Handover, HandoverReply
from review_protocol.exchange import HANDOVER_COUNT, HANDOVER_INFO, HANDOVER_LIMIT
from review_protocol.failures import BadSignature, CannotOpen, MalformedDocument, TooLarge
from review_protocol.file_failures import OtherDeployment, OtherDevice
from review_protocol.handover import opened_handover, opened_reply, sealed_handover, sealed_reply
from review_protocol.keys import ExchangeKey, SigningKey
from review_protocol.sealing import seal_to
from tests.builders.documents import Chain, a_case, a_rubric
from tests.builders.handed_over import a_handover, a_handover_reply

DEVICE, SERVER = SigningKey(b"\x07" * 32), SigningKey(b"\x02" * 32)
INTAKE, EXCHANGE = ExchangeKey(b"\x05" * 32), ExchangeKey(b"\x06" * 32)
DEPLOYMENT, OTHER = "d" * 64, "e" * 64
OTHER_KID = SigningKey(b"\x09" * 32).key_id


def opened_by_server(content: bytes, deployment: str = DEPLOYMENT, kid: str = "") -> Handover:
    return opened_handover(content, INTAKE, deployment=deployment, kid=kid or DEVICE.key_id)


def opened_by_device(
    content: bytes, server: SigningKey = SERVER, deployment: str = DEPLOYMENT
) -> HandoverReply:
    keys = (server.public,)
    opened = opened_reply(content, EXCHANGE, keys, deployment=deployment, kid=DEVICE.key_id)
    return opened.document


def test_packets_arrive_through_text_as_they_were_signed() -> None:
    chain = Chain(DEVICE, deployment=DEPLOYMENT)
    signed = [chain.score(a_case(), a_rubric()), chain.ask("哪一版为准？")]
    handover = a_handover(*signed)
    content = sealed_handover(handover, INTAKE.public)
    texts = armour_texts(Armoured(Purpose.HAND_IN, DEPLOYMENT, DEVICE.key_id, content))
    (found,) = read_armour(text.encode() for text in texts).found
    arrived = opened_by_server(found.sealed, found.deployment, found.device)
    assert arrived == handover
    assert [from_base64(each) for each in arrived.packets] == [
        envelope.to_bytes() for envelope in signed
    ]


def test_a_reply_opens_on_its_device_and_by_the_servers_key() -> None:
    reply = a_handover_reply(known_size=3)
    content = sealed_reply(reply, SERVER, EXCHANGE.public)
    assert opened_by_device(content) == reply
    with pytest.raises(BadSignature):
        opened_by_device(content, SigningKey(b"\x0a" * 32))
    with pytest.raises(CannotOpen):
        opened_reply(
            content,
            ExchangeKey(b"\x0b" * 32),
            (SERVER.public,),
            deployment=DEPLOYMENT,
            kid=DEVICE.key_id,
        )


def test_a_block_renamed_to_another_device_does_not_open() -> None:
    content = sealed_handover(a_handover(), INTAKE.public)
    with pytest.raises(CannotOpen):
        opened_by_server(content, kid=OTHER_KID)
    with pytest.raises(CannotOpen):
        opened_by_server(content, OTHER)


def test_what_is_inside_is_about_the_same_device_and_deployment() -> None:
    for changed, failure in (
        ({"deployment": OTHER}, OtherDeployment),
        ({"kid": OTHER_KID}, OtherDevice),
    ):
        body = a_handover(**changed).body()
        context = f"{DEPLOYMENT}/{DEVICE.key_id}".encode()
        content = seal_to(INTAKE.public, body, info=HANDOVER_INFO, aad=context)
        with pytest.raises(failure):
            opened_by_server(content)


def test_a_hand_over_is_no_reply() -> None:
    context = f"{DEPLOYMENT}/{DEVICE.key_id}".encode()
    body = sealed_reply(a_handover_reply(), SERVER, INTAKE.public)
    with pytest.raises(CannotOpen):
        opened_by_server(body)
    reply = seal_to(INTAKE.public, a_handover_reply().body(), info=HANDOVER_INFO, aad=context)
    with pytest.raises(MalformedDocument):
        opened_by_server(reply)


def test_what_is_too_large_is_not_opened() -> None:
    with pytest.raises(TooLarge):
        opened_by_server(bytes(HANDOVER_LIMIT + 1))


def test_a_reply_may_be_longer_than_an_envelope_elsewhere() -> None:
    reply = a_handover_reply(log="x" * (2 << 20))
    assert opened_by_device(sealed_reply(reply, SERVER, EXCHANGE.public)) == reply


def test_a_hand_over_has_a_bounded_number_of_packets() -> None:
    fields = a_handover().model_dump(mode="json") | {"packets": [""] * (HANDOVER_COUNT + 1)}
    with pytest.raises(MalformedDocument):
        Handover.from_fields({"kind": "handover", **fields})

"""Bodies sealed under an invitation's secret: for its holders, one purpose and one message."""

import pytest

from review_protocol.canonical import from_base64, to_base64
from review_protocol.exchange import (
    DECLINE_LABEL,
    ENROLMENT_ANSWER_LABEL,
    ENROLMENT_REQUEST_LABEL,
    DeclinePost,
)
from review_protocol.failures import CannotOpen, MalformedDocument
from review_protocol.keys import mac_key
from review_protocol.sealed_enrolment import (
    SealedReply,
    open_post,
    open_reply,
    seal_post,
    seal_reply,
)

SECRET, ABOUT = bytes(range(16)), {"invitation": "i-2mrj3kpw", "nonce": "a" * 32}


def declining(reason: str) -> DeclinePost:
    return DeclinePost(**ABOUT, reason=reason, mac="0" * 64)


def test_it_opens_to_the_holder_of_the_secret() -> None:
    post = seal_post(SECRET, DECLINE_LABEL, declining("没有时间"), **ABOUT)
    assert DeclinePost.model_validate_json(open_post(SECRET, DECLINE_LABEL, post)) == declining(
        "没有时间"
    )


@pytest.mark.parametrize(
    ("secret", "label", "changed"),
    [
        (bytes(16), DECLINE_LABEL, {}),
        (SECRET, ENROLMENT_REQUEST_LABEL, {}),
        (SECRET, DECLINE_LABEL, {"nonce": "b" * 32}),
        (SECRET, DECLINE_LABEL, {"invitation": "i-other"}),
        (SECRET, DECLINE_LABEL, {"sealed": ""}),
        (SECRET, DECLINE_LABEL, {"sealed": to_base64(b"\x02" + bytes(99))}),
    ],
    ids=["secret", "purpose", "nonce", "invitation", "nothing", "form"],
)
def test_it_opens_to_nothing_else(secret: bytes, label: str, changed: dict[str, str]) -> None:
    post = seal_post(SECRET, DECLINE_LABEL, declining("no"), **ABOUT)
    with pytest.raises((CannotOpen, MalformedDocument)):
        open_post(secret, label, post.model_copy(update=changed))


def test_every_bit_counts() -> None:
    reply = seal_reply(SECRET, ENROLMENT_ANSWER_LABEL, b"{}", **ABOUT)
    raw = from_base64(reply.sealed)
    for place in range(len(raw)):
        other = raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]
        with pytest.raises(CannotOpen):
            open_reply(
                SECRET, ENROLMENT_ANSWER_LABEL, SealedReply(sealed=to_base64(other)), **ABOUT
            )


def test_its_length_tells_no_names_length() -> None:
    lengths = {
        len(seal_post(SECRET, DECLINE_LABEL, declining("x" * count), **ABOUT).sealed)
        for count in range(60)
    }
    assert len(lengths) == 1


def test_no_two_are_sealed_under_one_key_and_none_under_a_macs() -> None:
    posts = {seal_post(SECRET, DECLINE_LABEL, declining("no"), **ABOUT).sealed for _ in range(20)}
    assert len(posts) == 20
    with pytest.raises(CannotOpen):
        open_post(
            mac_key(SECRET, DECLINE_LABEL),
            DECLINE_LABEL,
            seal_post(SECRET, DECLINE_LABEL, declining("no"), **ABOUT),
        )


def test_sealed_as_ever() -> None:
    reply = seal_reply(
        SECRET, ENROLMENT_ANSWER_LABEL, b"{}", **ABOUT, randomness=lambda length: b"\x07" * length
    )
    assert from_base64(reply.sealed)[:17] == b"\x01" + b"\x07" * 16
    assert reply.sealed[24:64] == "B41edp2Ih3IGnmmORzx4kcBzsN8HbANv3uxT3a2c"

"""Enrolling: one key for one invitation, an answer that may be lost, and tries that are slowed."""

import json
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from central_server.devices import all_devices
from central_server.http.app import create_app
from central_server.slowing import FREE_TRIES
from central_server.store import schema
from review_protocol.canonical import from_base64, to_base64
from review_protocol.crockford import invitation_id
from review_protocol.documents.answers import Declined, Invited, Refusal, RefusalCode
from review_protocol.documents.leaf import CertificateLeaf, read_entry
from review_protocol.documents.people import EnrolmentAnswer, Role
from review_protocol.envelope import read_envelope
from review_protocol.exchange import (
    DECLINE_LABEL,
    DECLINES,
    ENROLMENT_ANSWER_LABEL,
    ENROLMENTS,
    INVITATION_LABEL,
    INVITATIONS,
    DeclinePost,
    InvitationPost,
)
from review_protocol.keys import ExchangePublicKey, mac, mac_key
from review_protocol.sealed_enrolment import DECLINED_LABEL
from review_protocol.translog import Receipt, verify_receipt
from tests.builders.desks import TestDesk, in_process
from tests.unit.server.test_delivery import log_of


@pytest.fixture
def stranger(transport, folder) -> TestDesk:
    """A device that is not enrolled yet."""
    return TestDesk(transport, folder.people["chair"].secret)


def refused_tries(server, desk: TestDesk) -> int:
    table = schema.invitation
    with server.store.read() as connection:
        return connection.execute(
            select(table.c.refused_tries).where(table.c.id == invitation_id(desk.secret))
        ).scalar_one()


def decline_body(desk: TestDesk, reason: str, secret: bytes | None = None) -> bytes:
    invitation, nonce = invitation_id(desk.secret), desk.nonce()
    key = mac_key(secret or desk.secret, DECLINE_LABEL)
    code = mac(key, invitation.encode(), nonce.encode(), reason.encode())
    post = DeclinePost(invitation=invitation, nonce=nonce, reason=reason, mac=code)
    return desk.sealed_post(DECLINE_LABEL, post, nonce=nonce, secret=secret)


def test_a_device_is_certified_and_the_certificate_is_a_leaf(stranger, folder):
    answer = stranger.enrol()
    certificate = stranger.certificate
    assert (certificate.person, certificate.roles, certificate.panels, certificate.kid) == (
        folder.people["chair"].id,
        (Role.CHAIR,),
        ("panel-a",),
        stranger.signing.key_id,
    )
    receipt = Receipt.parse(answer.log_proof)
    verify_receipt(receipt, [log_of(stranger)])
    leaf = read_entry(receipt.leaf)
    assert isinstance(leaf, CertificateLeaf)
    assert leaf.certificate == read_envelope(from_base64(answer.certificate)).document_id


def test_the_same_key_gets_the_same_answer_byte_for_byte(stranger):
    def inner() -> bytes:
        stranger.enrol(nonce="a" * 32)
        return stranger.open_reply(ENROLMENT_ANSWER_LABEL, stranger.last.body, nonce="a" * 32)

    assert inner() == inner()


def test_another_nonce_gets_the_same_certificate_and_proof(stranger):
    first, again = stranger.enrol(), stranger.enrol()
    assert first.nonce != again.nonce
    assert again == first.model_copy(update={"nonce": again.nonce})


def test_it_is_given_again_even_when_the_invitation_has_expired(stranger, folder):
    first = stranger.enrol()
    folder.clock.forward(days=365 * 70)
    assert stranger.enrol().certificate == first.certificate


def test_another_key_is_refused_and_told_to_staff(stranger, transport, server):
    stranger.enrol()
    thief = TestDesk(transport, stranger.secret, seed=b"\x02" * 32)
    refusal = thief.enrol()
    assert (refusal.code, thief.last.status) == (RefusalCode.USED_INVITATION, 409)
    assert refused_tries(server, stranger) == 1


def test_a_wrong_mac_is_as_unknown_as_a_wrong_invitation(stranger, transport, server):
    stranger.hello()
    reply = transport("POST", ENROLMENTS, {}, stranger.enrolment_post(secret=b"\x00" * 16))
    wrong = stranger.open_clear(reply.body, Refusal)
    nobody = TestDesk(transport, b"\x07" * 16)
    unknown = nobody.enrol()
    assert (wrong.code, reply.status) == (RefusalCode.UNKNOWN_INVITATION, 404)
    assert (unknown.code, nobody.last.status) == (RefusalCode.UNKNOWN_INVITATION, 404)
    assert wrong.detail == unknown.detail
    assert refused_tries(server, stranger) == 1


def test_a_wrong_mac_inside_is_no_better(stranger, transport, server):
    stranger.hello()
    reply = transport("POST", ENROLMENTS, {}, stranger.enrolment_post(mac_secret=b"\x00" * 16))
    assert stranger.open_clear(reply.body, Refusal).code is RefusalCode.UNKNOWN_INVITATION
    assert refused_tries(server, stranger) == 1


def test_a_post_is_taken_under_its_own_nonce_only(stranger, transport):
    stranger.hello()
    post = json.loads(stranger.enrolment_post(nonce="a" * 32))
    moved = json.dumps({**post, "nonce": "b" * 32}).encode()
    reply = transport("POST", ENROLMENTS, {}, moved)
    refusal = stranger.open_clear(reply.body, Refusal)
    assert (refusal.code, refusal.nonce) == (RefusalCode.UNKNOWN_INVITATION, "b" * 32)


UNLIKELY = 8
"""Characters of base64 from which on chance does not write them; a short name is plain below."""


def test_who_opens_tls_reads_no_name_and_no_reason(stranger, transport):
    """Only the invitation's id and the nonce are readable, of what is sent and what comes back."""
    seen: list[bytes] = []

    def proxy(method, target, headers, body):
        reply = transport(method, target, headers, body)
        if target in (ENROLMENTS, DECLINES):
            seen.extend((body, reply.body))
        return reply

    watched = TestDesk(proxy, stranger.secret, name="Li Na's laptop")
    proxied = watched.enrol()
    names = [b"Li Na's laptop", proxied.person_name.encode(), watched.signing.key_id.encode()]
    proxy("POST", DECLINES, {}, decline_body(watched, "My sister has applied"))
    assert len(seen) == 4
    texts = [*seen, *(from_base64(json.loads(each).get("sealed", "")) for each in seen[:3])]
    words = (*names, b"My sister has applied", b"certificate", b"programme")
    written = [to_base64(word).rstrip("=").encode()[2:-2] for word in words]
    for text in texts:
        for word in (*words, *(each for each in written if len(each) >= UNLIKELY)):
            assert word not in text


def test_an_expired_invitation_is_refused(stranger, folder):
    folder.clock.forward(days=365 * 70)
    assert stranger.enrol().code is RefusalCode.EXPIRED_INVITATION
    assert stranger.last.status == 410


def test_a_declined_invitation_is_closed(stranger, transport):
    stranger.hello()
    body = decline_body(stranger, "No time this summer")
    reply = transport("POST", DECLINES, {}, body)
    nonce = json.loads(body)["nonce"]
    envelope = stranger.open_reply(DECLINED_LABEL, reply.body, nonce=nonce)
    assert stranger.open_clear(envelope, Declined).nonce == nonce
    assert stranger.enrol().code is RefusalCode.DECLINED_INVITATION
    assert transport("POST", DECLINES, {}, decline_body(stranger, "Again")).status == 200


def test_declining_needs_the_secret(stranger, transport):
    stranger.hello()
    reply = transport("POST", DECLINES, {}, decline_body(stranger, "Not I", b"\x00" * 16))
    assert stranger.open_clear(reply.body, Refusal).code is RefusalCode.UNKNOWN_INVITATION
    assert isinstance(stranger.enrol(), EnrolmentAnswer)


def test_wrong_tries_are_slowed_and_never_locked(stranger, transport, folder):
    stranger.hello()
    wrong = stranger.enrolment_post(secret=b"\x00" * 16)
    statuses = [transport("POST", ENROLMENTS, {}, wrong).status for _ in range(FREE_TRIES)]
    assert statuses == [404] * FREE_TRIES
    refusal = stranger.enrol()
    assert (refusal.code, stranger.last.headers["retry-after"]) == (
        RefusalCode.TOO_MANY_TRIES,
        "1",
    )
    assert stranger.last.status == 429
    folder.clock.forward(seconds=1)
    assert isinstance(stranger.enrol(), EnrolmentAnswer)


def test_one_address_does_not_slow_another(stranger, server):
    elsewhere = in_process(create_app(server), client="198.51.100.1")
    stranger.hello()
    wrong = stranger.enrolment_post(secret=b"\x00" * 16)
    for _ in range(FREE_TRIES + 1):
        elsewhere("POST", ENROLMENTS, {}, wrong)
    assert isinstance(stranger.enrol(), EnrolmentAnswer)


def test_other_addresses_of_one_subscriber_are_slowed_too(stranger, server):
    stranger.hello()
    wrong = stranger.enrolment_post(secret=b"\x00" * 16)
    statuses = [
        in_process(create_app(server), client=f"2001:db8:1:2::{number:x}")(
            "POST", ENROLMENTS, {}, wrong
        ).status
        for number in range(1, FREE_TRIES + 2)
    ]
    assert statuses == [404] * FREE_TRIES + [429]


@dataclass(frozen=True)
class Nowhere:
    """A key whose public half is this."""

    public: ExchangePublicKey


def test_a_key_that_nothing_can_be_sealed_to_is_refused(stranger, server):
    # a point of small order; everything for a person is sealed to all their devices
    stranger.exchange = Nowhere(ExchangePublicKey(bytes(32)))
    refusal = stranger.enrol()
    assert (refusal.code, stranger.last.status) == (RefusalCode.MALFORMED, 422)
    with server.store.read() as connection:
        assert all_devices(connection) == ()


@pytest.mark.parametrize("body", [b"", b"{}", b"[1]", b'{"sealed":"!","mac":"x"}', b"\xff"])
def test_a_malformed_post_is_refused_signed(stranger, transport, body):
    stranger.hello()
    for resource in (ENROLMENTS, DECLINES, INVITATIONS):
        reply = transport("POST", resource, {}, body)
        assert reply.status == 422
        assert stranger.open_clear(reply.body, Refusal).code is RefusalCode.MALFORMED


def inquiry_body(desk: TestDesk, secret: bytes | None = None) -> bytes:
    invitation, nonce = invitation_id(desk.secret), desk.nonce()
    code = mac(
        mac_key(secret or desk.secret, INVITATION_LABEL), invitation.encode(), nonce.encode()
    )
    post = InvitationPost(invitation=invitation, nonce=nonce, mac=code)
    return post.model_dump_json().encode()


def test_an_open_invitation_is_known_before_anything_is_made(stranger, transport, server):
    stranger.hello()
    body = inquiry_body(stranger)
    reply = transport("POST", INVITATIONS, {}, body)
    assert stranger.open_clear(reply.body, Invited).nonce.encode() in body
    assert refused_tries(server, stranger) == 0
    assert isinstance(stranger.enrol(), EnrolmentAnswer)


@pytest.mark.parametrize(
    ("enrolled", "refused"),
    [(True, RefusalCode.USED_INVITATION), (False, RefusalCode.EXPIRED_INVITATION)],
)
def test_an_invitation_that_is_not_open_is_refused_with_its_reason(
    stranger, transport, folder, enrolled: bool, refused: RefusalCode
):
    def asked(secret: bytes | None = None) -> RefusalCode:
        stranger.hello()
        reply = transport("POST", INVITATIONS, {}, inquiry_body(stranger, secret))
        return stranger.open_clear(reply.body, Refusal).code

    assert asked(b"\x00" * 16) is RefusalCode.UNKNOWN_INVITATION
    if enrolled:
        stranger.enrol()
    folder.clock.forward(days=365 * 70)
    assert asked() is refused


def test_asking_for_a_declined_invitation(stranger, transport):
    stranger.hello()
    transport("POST", DECLINES, {}, decline_body(stranger, "No time"))
    reply = transport("POST", INVITATIONS, {}, inquiry_body(stranger))
    assert stranger.open_clear(reply.body, Refusal).code is RefusalCode.DECLINED_INVITATION


def test_asking_for_codes_is_slowed_too(stranger, transport):
    stranger.hello()
    wrong = inquiry_body(stranger, b"\x00" * 16)
    for _ in range(FREE_TRIES):
        transport("POST", INVITATIONS, {}, wrong)
    assert transport("POST", INVITATIONS, {}, inquiry_body(stranger)).status == 429

"""What an enrolment says and what its answer must prove; pure, nothing is sent or kept."""

from __future__ import annotations

from dataclasses import dataclass

from review_protocol.canonical import from_base64, parse_canonical, to_base64
from review_protocol.documents.answers import Declined
from review_protocol.documents.base import read_fields
from review_protocol.documents.people import Certificate, EnrolmentAnswer, EnrolmentRequest
from review_protocol.documents.programme import Programme
from review_protocol.envelope import read_envelope
from review_protocol.exchange import (
    DECLINE_LABEL,
    ENROLMENT_ANSWER_LABEL,
    ENROLMENT_REQUEST_LABEL,
    INVITATION_LABEL,
    DeclinePost,
    EnrolmentPost,
    InvitationPost,
)
from review_protocol.failures import MalformedDocument, ProtocolFailure
from review_protocol.keys import VerifyKey, mac, mac_key, mac_matches
from review_protocol.opening import opened, sealed
from review_protocol.sealed_enrolment import (
    DECLINED_LABEL,
    Certified,
    SealedPost,
    SealedReply,
    open_reply,
    seal_post,
)
from reviewer_app.errors import EnrolmentForged
from reviewer_app.models.vault import Vault
from reviewer_app.sync.client import root_key_of
from reviewer_app.sync.trust import TrustState, opened_certificate, proved_certificate


@dataclass(frozen=True, slots=True)
class ProvedEnrolment:
    """All that a desk needs, proved by the invitation's secret, the root and the log."""

    trust: TrustState
    certificate: Certificate
    certificate_envelope: bytes
    log_proof: str
    checkpoint: str
    person_name: str
    programme: Programme
    awaits_words: bool
    """Whether staff wait to be read this device's six words."""


def enrolment_post(
    invitation: str, secret: bytes, vault: Vault, device_name: str, nonce: str
) -> SealedPost:
    """The device's keys, signed by itself, under a MAC from the invitation's secret and sealed."""
    request = EnrolmentRequest(
        invitation=invitation,
        nonce=nonce,
        signing_key=to_base64(vault.signing_key.public.raw),
        exchange_key=to_base64(vault.exchange_key.public.raw),
        device_name=device_name,
    )
    post = EnrolmentPost(
        request=to_base64(sealed(request, vault.signing_key).to_bytes()),
        mac=mac(mac_key(secret, ENROLMENT_REQUEST_LABEL), request.body()),
    )
    return seal_post(secret, ENROLMENT_REQUEST_LABEL, post, invitation=invitation, nonce=nonce)


def decline_post(invitation: str, secret: bytes, reason: str, nonce: str) -> SealedPost:
    """That the invited person declines, under a MAC from the invitation's secret and sealed."""
    parts = (invitation.encode(), nonce.encode(), reason.encode())
    code = mac(mac_key(secret, DECLINE_LABEL), *parts)
    post = DeclinePost(invitation=invitation, nonce=nonce, reason=reason, mac=code)
    return seal_post(secret, DECLINE_LABEL, post, invitation=invitation, nonce=nonce)


def require_declined(
    reply: SealedReply, post: SealedPost, secret: bytes, server_key: VerifyKey
) -> None:
    """That those who invited know of the declining; raises EnrolmentForged."""
    try:
        envelope = open_reply(
            secret, DECLINED_LABEL, reply, invitation=post.invitation, nonce=post.nonce
        )
        said = opened(envelope, Declined, server_key).document
    except ProtocolFailure as error:
        raise EnrolmentForged(f"{type(error).__name__}: {error}") from error
    if said.nonce != post.nonce:
        raise EnrolmentForged("this answers another request")


def invitation_post(invitation: str, secret: bytes, nonce: str) -> InvitationPost:
    """Whether the invitation is open, under a MAC from its secret."""
    code = mac(mac_key(secret, INVITATION_LABEL), invitation.encode(), nonce.encode())
    return InvitationPost(invitation=invitation, nonce=nonce, mac=code)


def proved_enrolment(
    reply: SealedReply, post: SealedPost, secret: bytes, vault: Vault, met: TrustState
) -> ProvedEnrolment:
    """What the answer says, once it proves that those who invited gave it to these keys.

    Raises EnrolmentForged: the seal, the MAC, the root's trust document, the server's signatures,
    our keys in the certificate, its leaf in the log, and the server that was met all have to agree.
    """
    try:
        inner = open_reply(
            secret,
            ENROLMENT_ANSWER_LABEL,
            reply,
            invitation=post.invitation,
            nonce=post.nonce,
        )
        parse_canonical(inner)
        return _proved(read_fields(Certified, inner), secret, vault, met, post.nonce)
    except ProtocolFailure as error:
        raise EnrolmentForged(f"{type(error).__name__}: {error}") from error


def _proved(
    reply: Certified, secret: bytes, vault: Vault, met: TrustState, nonce: str
) -> ProvedEnrolment:
    raw = from_base64(reply.answer)
    body = read_envelope(raw).body
    if not mac_matches(reply.mac, mac_key(secret, ENROLMENT_ANSWER_LABEL), body):
        raise EnrolmentForged("the MAC is not the invitation's")
    parse_canonical(body)
    answer = EnrolmentAnswer.from_body(body)
    trust = TrustState.first(root_key_of(answer.root_key), from_base64(answer.trust))
    opened(raw, EnrolmentAnswer, trust.server_key)
    if answer.nonce != nonce:
        raise EnrolmentForged("this answers another request")
    if trust.deployment != met.deployment:
        raise EnrolmentForged("the server that was met is another one")
    envelope = from_base64(answer.certificate)
    found = opened_certificate(envelope, trust, kid=vault.kid)
    certificate = found.document
    if certificate.exchange_key != to_base64(vault.exchange_key.public.raw):
        raise EnrolmentForged("the certificate is for another key")
    receipt = proved_certificate(answer.log_proof, found, trust)
    return ProvedEnrolment(
        trust=trust,
        certificate=certificate,
        certificate_envelope=envelope,
        log_proof=answer.log_proof,
        checkpoint=receipt.checkpoint,
        person_name=answer.person_name,
        programme=_programme(from_base64(answer.programme)),
        awaits_words=reply.awaits_words,
    )


def _programme(body: bytes) -> Programme:
    parse_canonical(body)
    programme = Programme.from_body(body)
    if programme.body() != body:
        raise MalformedDocument("the programme is not canonical")
    return programme

"""Sealing and opening of what is handed over by file, between one device and the server."""

from __future__ import annotations

from collections.abc import Iterable

from review_protocol.canonical import parse_canonical
from review_protocol.documents.handover import Handover, HandoverReply
from review_protocol.envelope import read_envelope
from review_protocol.exchange import HANDOVER_INFO, HANDOVER_LIMIT, REPLY_INFO
from review_protocol.failures import BadSignature, TooLarge
from review_protocol.file_failures import OtherDeployment, OtherDevice
from review_protocol.keys import ExchangeKey, ExchangePublicKey, SigningKey, VerifyKey
from review_protocol.opening import Opened, opened, sealed
from review_protocol.sealing import open_sealed, seal_to


def sealed_handover(handover: Handover, intake: ExchangePublicKey) -> bytes:
    """A hand-over, sealed to the intake key; raises TooLarge."""
    context = _context(handover.deployment, handover.kid)
    return _bounded(seal_to(intake, handover.body(), info=HANDOVER_INFO, aad=context))


def opened_handover(content: bytes, intake: ExchangeKey, *, deployment: str, kid: str) -> Handover:
    """The hand-over in a block whose header names this deployment and device.

    Its packets are not verified by this. Raises TooLarge, CannotOpen, MalformedDocument,
    NotCanonical, OtherDeployment, OtherDevice.
    """
    context = _context(deployment, kid)
    body = open_sealed(intake, _bounded(content), info=HANDOVER_INFO, aad=context)
    handover = Handover.from_fields(parse_canonical(body))
    _require(handover.deployment, deployment, handover.kid, kid)
    return handover


def sealed_reply(reply: HandoverReply, server_key: SigningKey, device: ExchangePublicKey) -> bytes:
    """A reply, signed by the server and sealed to the device; raises TooLarge."""
    envelope = sealed(reply, server_key).to_bytes()
    context = _context(reply.deployment, reply.kid)
    return _bounded(seal_to(device, envelope, info=REPLY_INFO, aad=context))


def unsealed_reply(
    content: bytes, exchange_key: ExchangeKey, *, deployment: str, kid: str
) -> bytes:
    """The envelope of the reply to this device, by nobody's signature yet.

    For a desk that must first learn from it, by the root's signature, which keys the server has.
    Raises TooLarge, CannotOpen.
    """
    context = _context(deployment, kid)
    return open_sealed(exchange_key, _bounded(content), info=REPLY_INFO, aad=context)


def opened_reply(
    content: bytes,
    exchange_key: ExchangeKey,
    server_keys: Iterable[VerifyKey],
    *,
    deployment: str,
    kid: str,
) -> Opened[HandoverReply]:
    """The reply to this device that one of the server's keys signed.

    What is inside is not verified by this. Raises TooLarge, CannotOpen, and as `signed_reply`.
    """
    envelope = unsealed_reply(content, exchange_key, deployment=deployment, kid=kid)
    return signed_reply(envelope, server_keys, deployment=deployment, kid=kid)


def signed_reply(
    envelope: bytes, server_keys: Iterable[VerifyKey], *, deployment: str, kid: str
) -> Opened[HandoverReply]:
    """The same of a reply that is unsealed. Raises MalformedEnvelope, BadSignature,
    MalformedDocument, NotCanonical, OtherDeployment, OtherDevice."""
    keyid = read_envelope(envelope, limit=HANDOVER_LIMIT).keyid
    key = next((key for key in server_keys if key.key_id == keyid), None)
    if key is None:
        raise BadSignature(keyid)
    reply = opened(envelope, HandoverReply, key, limit=HANDOVER_LIMIT)
    _require(reply.document.deployment, deployment, reply.document.kid, kid)
    return reply


def _context(deployment: str, kid: str) -> bytes:
    return f"{deployment}/{kid}".encode()


def _bounded(content: bytes) -> bytes:
    if len(content) > HANDOVER_LIMIT:
        raise TooLarge(len(content), HANDOVER_LIMIT)
    return content


def _require(deployment: str, own: str, kid: str, own_kid: str) -> None:
    if deployment != own:
        raise OtherDeployment(own, deployment)
    if kid != own_kid:
        raise OtherDevice(own_kid, kid)

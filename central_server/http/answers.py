"""Answers as they go over the wire: signed by the server, and sealed to the device that asked."""

from __future__ import annotations

from starlette.responses import Response

from central_server.devices import Device
from central_server.failures import Refused
from central_server.server import Server
from review_protocol.documents.answers import Answer, Refusal, RefusalCode
from review_protocol.exchange import ANSWER_INFO, ENVELOPE_TYPE, SEALED_TYPE
from review_protocol.opening import sealed
from review_protocol.sealing import seal_to

STATUS = {
    RefusalCode.STALE_NONCE: 401,
    RefusalCode.UNKNOWN_DEVICE: 401,
    RefusalCode.BAD_SIGNATURE: 401,
    RefusalCode.REVOKED_DEVICE: 403,
    RefusalCode.NOT_PERMITTED: 403,
    RefusalCode.ROUND_OPEN: 403,
    RefusalCode.UNKNOWN_INVITATION: 404,
    RefusalCode.NOT_FOUND: 404,
    RefusalCode.NO_BATCH: 404,
    RefusalCode.USED_INVITATION: 409,
    RefusalCode.EXPIRED_INVITATION: 410,
    RefusalCode.DECLINED_INVITATION: 410,
    RefusalCode.TOO_LARGE: 413,
    RefusalCode.MALFORMED: 422,
    RefusalCode.TOO_MANY_TRIES: 429,
    RefusalCode.BUSY: 503,
}


class EnvelopeResponse(Response):
    """A signed envelope in the clear."""

    media_type = ENVELOPE_TYPE


class SealedResponse(Response):
    """A signed envelope, sealed (HPKE) to the exchange key of the device that asked."""

    media_type = SEALED_TYPE


def clear_answer(server: Server, answer: Answer, *, status: int = 200) -> Response:
    """An answer to a stranger."""
    envelope = sealed(answer, server.keys.server)
    return EnvelopeResponse(envelope.to_bytes(), status_code=status)


def sealed_answer(server: Server, device: Device, answer: Answer, *, status: int = 200) -> Response:
    """An answer for one device: its request's nonce is bound into the seal, and the nonce for its
    next request names it."""
    own = answer.model_copy(update={"request_nonce": server.nonces.fresh(device.kid)})
    envelope = sealed(own, server.keys.server).to_bytes()
    aad = answer.nonce.encode("ascii")
    content = seal_to(device.exchange_key, envelope, info=ANSWER_INFO, aad=aad)
    return SealedResponse(content, status_code=status)


def refusal(server: Server, refused: Refused, nonce: str, device: Device | None = None) -> Response:
    """A refusal that names the request's nonce; sealed where the asker is known."""
    answer = Refusal(
        nonce=nonce,
        code=refused.code,
        detail=refused.detail,
        request_nonce=server.nonces.fresh(),
    )
    status = STATUS[refused.code]
    if device is None:
        response = clear_answer(server, answer, status=status)
    else:
        response = sealed_answer(server, device, answer, status=status)
    if refused.retry_after is not None:
        response.headers["Retry-After"] = str(refused.retry_after)
    return response

"""From a reply's bytes to a verified answer: unsealed, signed by the server, naming our nonce."""

from __future__ import annotations

from typing import TypeVar

from review_protocol.canonical import parse_canonical
from review_protocol.documents.answers import Answer, Refusal
from review_protocol.envelope import Envelope, kind_of, read_envelope, verify
from review_protocol.exchange import ANSWER_INFO, SEALED_TYPE
from review_protocol.failures import BadSignature, MalformedDocument, ProtocolFailure
from review_protocol.keys import ExchangeKey, VerifyKey
from review_protocol.sealing import open_sealed
from reviewer_app.errors import Found, NotOurServer, ServerRefused
from reviewer_app.sync.http import ANSWER_LIMIT, Reply

_Answer = TypeVar("_Answer", bound=Answer)


class RefusedWithNonce(ServerRefused):
    """A signed refusal, with the fresh nonce that it carries for one more try."""

    request_nonce: str = ""


def verified_answer(
    reply: Reply,
    model: type[_Answer],
    *,
    server: str,
    server_key: VerifyKey,
    nonce: str,
    exchange_key: ExchangeKey | None = None,
) -> _Answer:
    """The answer of this kind to the request with this nonce; raises as `signed_answer`."""
    answer, _ = signed_answer(
        reply,
        model,
        server=server,
        server_key=server_key,
        nonce=nonce,
        exchange_key=exchange_key,
    )
    return answer


def signed_answer(
    reply: Reply,
    model: type[_Answer],
    *,
    server: str,
    server_key: VerifyKey,
    nonce: str,
    exchange_key: ExchangeKey | None,
) -> tuple[_Answer, bytes]:
    """The same, and the bytes of the envelope that proves who gave it.

    Raises NotOurServer where it is not validly signed by the server's key, does not open to our
    key, or answers another request; ServerRefused where the server refused, signed.
    """
    try:
        signed = _unsealed(reply, nonce, exchange_key)
        envelope = read_envelope(signed, limit=ANSWER_LIMIT)
        verify(envelope, server_key)
        if kind_of(envelope.payload_type)[0] == Refusal.kind:
            refusal = _document(envelope, Refusal, nonce)
            refused = RefusedWithNonce(refusal.code, refusal.detail, reply.retry_after)
            refused.request_nonce = refusal.request_nonce
            raise refused
        return _document(envelope, model, nonce), signed
    except BadSignature as error:
        raise NotOurServer(server, Found.OTHER_KEY) from error
    except ProtocolFailure as error:
        raise NotOurServer(server, reply.unproved) from error


def _unsealed(reply: Reply, nonce: str, exchange_key: ExchangeKey | None) -> bytes:
    if exchange_key is None or reply.content_type != SEALED_TYPE:
        return reply.body
    return open_sealed(exchange_key, reply.body, info=ANSWER_INFO, aad=nonce.encode("ascii"))


def _document(envelope: Envelope, model: type[_Answer], nonce: str) -> _Answer:
    fields = parse_canonical(envelope.body)
    if kind_of(envelope.payload_type) != (model.kind, 1):
        raise MalformedDocument(f"the answer is not of the kind {model.kind}")
    answer = model.from_fields(fields)
    if answer.nonce != nonce:
        raise MalformedDocument("this answers another request")
    return answer

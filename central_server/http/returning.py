"""What a desk hands back to a restored server that does not know it any more."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from central_server.failures import Refused
from central_server.http.answers import clear_answer, refusal
from central_server.http.describing import answers, json_body, sealed_body
from central_server.http.requests import (
    Asked,
    Headers,
    answered,
    answered_stranger,
)
from central_server.past_receipts import TakeReceipts
from central_server.returning import TakeBack, TakenBack
from central_server.server import Server
from review_protocol.canonical import parse_canonical, to_base64
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.base import read_fields
from review_protocol.exchange import ENVELOPE_TYPE, UPLOAD_LIMIT
from review_protocol.failures import CannotOpen, MalformedDocument, NotCanonical
from review_protocol.returning import (
    CERTIFICATES,
    RECEIPTS,
    RECEIPTS_INFO,
    RETURN_LIMIT,
    CertificatePost,
    PastReceipts,
    PastReceiptsTaken,
    Readmitted,
    Returned,
)
from review_protocol.sealing import open_sealed


class ReturningResources:
    """Resources of a server that was restored from a backup."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def router(self) -> APIRouter:
        """The routes of these resources."""
        routes = APIRouter(tags=["public"])
        routes.post(
            CERTIFICATES,
            response_class=Response,
            responses=answers(
                Returned, "The certificate is in the log again", 404, 413, media_type=ENVELOPE_TYPE
            ),
            openapi_extra=json_body(CertificatePost),
        )(self.certificate)
        routes.post(
            RECEIPTS,
            tags=["desk"],
            response_class=Response,
            responses=answers(PastReceiptsTaken, "How many are believed", 401, 404, 413),
            openapi_extra=sealed_body(
                PastReceipts, "Receipts of earlier logs, sealed to the intake key"
            ),
        )(self.receipts)
        return routes

    async def certificate(self, request: Request) -> Response:
        """Hand back a certificate that was lost, with the receipt of the old log."""
        limit = RETURN_LIMIT * 2
        return await answered_stranger(self._server, request, self._certificate, limit=limit)

    async def receipts(self, request: Request, headers: Headers) -> Response:
        """Hand back receipts of earlier logs, before the packets that were lost."""
        return await answered(
            self._server, request, headers, self._receipts, limit=UPLOAD_LIMIT, revoked_too=True
        )

    def _receipts(self, asked: Asked) -> PastReceiptsTaken:
        server, kid = self._server, asked.device.kid
        try:
            body = open_sealed(
                server.keys.intake, asked.body, info=RECEIPTS_INFO, aad=kid.encode("ascii")
            )
            handed = PastReceipts.from_fields(parse_canonical(body))
        except (CannotOpen, MalformedDocument, NotCanonical) as error:
            raise Refused(RefusalCode.MALFORMED, type(error).__name__) from error
        return PastReceiptsTaken(
            nonce=asked.nonce,
            believed=server.commit(TakeReceipts(handed, server.issuer.deployment, server.clock)),
            request_nonce=server.nonces.fresh(),
        )

    def _certificate(self, address: str, body: bytes) -> Response:
        server = self._server
        post = read_fields(CertificatePost, body)
        try:
            taken = server.commit(TakeBack(post, server.log, server.issuer, server.clock))
        except Refused as refused:
            if refused.code is RefusalCode.MALFORMED:
                server.slowing.count(address, server.clock())
            return refusal(server, refused, post.nonce)
        if isinstance(taken, Refused):
            return refusal(server, taken, post.nonce)
        return clear_answer(server, self._answer(post, taken))

    def _answer(self, post: CertificatePost, taken: TakenBack) -> Readmitted | Returned:
        fresh = self._server.nonces.fresh()
        if not post.anew:
            return Returned(
                nonce=post.nonce, kid=taken.kid, receipt=taken.receipt, request_nonce=fresh
            )
        return Readmitted(
            nonce=post.nonce,
            kid=taken.kid,
            certificate=to_base64(taken.certificate),
            receipt=taken.receipt,
            request_nonce=fresh,
        )

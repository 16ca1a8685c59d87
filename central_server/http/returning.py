"""What a desk hands back to a restored server that does not know it any more."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from central_server.failures import Refused
from central_server.http.answers import clear_answer, refusal
from central_server.http.describing import answers, json_body
from central_server.http.requests import address_of, bounded_body
from central_server.returning import TakeBack
from central_server.server import Server
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.base import read_fields
from review_protocol.exchange import ENVELOPE_TYPE
from review_protocol.returning import CERTIFICATES, RETURN_LIMIT, CertificatePost, Returned


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
        return routes

    async def certificate(self, request: Request) -> Response:
        """Hand back a certificate that was lost, with the receipt of the old log."""
        body = await bounded_body(request, RETURN_LIMIT * 2)
        return await run_in_threadpool(self._certificate, address_of(request), body)

    def _certificate(self, address: str, body: bytes) -> Response:
        server = self._server
        post = read_fields(CertificatePost, body)
        wait = server.slowing.wait(address, server.clock())
        if wait:
            raise Refused(RefusalCode.TOO_MANY_TRIES, "wait before the next try", wait)
        try:
            kid, receipt = server.commit(TakeBack(post, server.log, server.clock))
        except Refused as refused:
            if refused.code is RefusalCode.MALFORMED:
                server.slowing.count(address, server.clock())
            return refusal(server, refused, post.nonce)
        return clear_answer(
            server,
            Returned(
                nonce=post.nonce,
                kid=kid,
                receipt=receipt,
                request_nonce=server.nonces.fresh(),
            ),
        )

"""What staff and a panel's people ask of what waits for them."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from central_server.http.describing import answers
from central_server.http.requests import Asked, Headers, answered
from central_server.matters import matters
from central_server.server import Server
from review_protocol.documents.matters import MattersAnswer
from review_protocol.exchange import MATTERS


class MattersResources:
    """Late reviews, wishes for another expert, conflicts taken back."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def router(self) -> APIRouter:
        """The routes of these resources."""
        routes = APIRouter(tags=["desk"], default_response_class=Response)
        told = answers(MattersAnswer, "What waits, without a score", 401, 403)
        routes.get(MATTERS, responses=told)(self.matters)
        return routes

    async def matters(self, request: Request, headers: Headers) -> Response:
        """Late reviews and requests for another expert, for staff; conflicts taken back, for a
        panel too."""
        return await answered(self._server, request, headers, self._answer)

    def _answer(self, asked: Asked) -> MattersAnswer:
        server = self._server
        with server.store.read() as connection:
            return matters(
                connection,
                asked.device,
                now=server.now(),
                nonce=asked.nonce,
                request_nonce=server.nonces.fresh(),
            )

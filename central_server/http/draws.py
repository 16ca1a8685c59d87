"""What a panel and staff ask of how reviews were given out."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from central_server.draws import Draws
from central_server.http.describing import answers
from central_server.http.requests import Asked, Headers, answered
from central_server.server import Server
from review_protocol.documents.draws import DrawsAnswer
from review_protocol.exchange import DRAWS


class DrawsResources:
    """The seeds of the assignment."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._draws = Draws(server.log)

    def router(self) -> APIRouter:
        """The routes of these resources."""
        routes = APIRouter(tags=["desk"], default_response_class=Response)
        told = answers(DrawsAnswer, "How reviews were given out", 401, 403)
        routes.get(DRAWS, responses=told)(self.draws)
        return routes

    async def draws(self, request: Request, headers: Headers) -> Response:
        """The seed of each run of the assignment, and the receipt of the act that names it."""
        return await answered(self._server, request, headers, self._answer)

    def _answer(self, asked: Asked) -> DrawsAnswer:
        server = self._server
        with server.store.read() as connection:
            return self._draws.answer(
                connection,
                asked.device,
                nonce=asked.nonce,
                request_nonce=server.nonces.fresh(),
            )

"""What a panel's member asks beside the packets: what is withheld, and who decides it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from central_server.dossier import dossier, dossier_state
from central_server.http.describing import answers
from central_server.http.requests import Asked, Headers, answered
from central_server.server import Server
from review_protocol.documents.dossier import DossierAnswer, DossierStateAnswer
from review_protocol.exchange import DOSSIER, DOSSIER_STATE


class DossierResources:
    """What chairs, the head and their deputies are told of their panel."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def router(self) -> APIRouter:
        """The routes of these resources."""
        routes = APIRouter(tags=["desk"], default_response_class=Response)
        routes.get(
            DOSSIER, responses=answers(DossierAnswer, "What is withheld, and why", 401, 403)
        )(self.dossier)
        routes.get(
            DOSSIER_STATE,
            responses=answers(DossierStateAnswer, "Whether any of that is new", 401, 403),
        )(self.dossier_state)
        return routes

    async def dossier(
        self,
        request: Request,
        headers: Headers,
        after: Annotated[int, Query(ge=0, lt=2**53, description="The leaf to begin with")] = 0,
    ) -> Response:
        """What is withheld from the asker, who decides it, ties, and leaves without packets."""
        return await answered(
            self._server, request, headers, lambda asked: self._dossier(asked, after)
        )

    async def dossier_state(self, request: Request, headers: Headers) -> Response:
        """By what a desk knows whether what it was told of its panel still stands."""
        return await answered(self._server, request, headers, self._state)

    def _state(self, asked: Asked) -> DossierStateAnswer:
        server = self._server
        with server.store.read() as connection:
            return dossier_state(
                *(connection, server.log, asked.device),
                nonce=asked.nonce,
                request_nonce=server.nonces.fresh(),
            )

    def _dossier(self, asked: Asked, after: int) -> DossierAnswer:
        server = self._server
        with server.store.read() as connection:
            return dossier(
                connection,
                server.log,
                asked.device,
                after=after,
                nonce=asked.nonce,
                request_nonce=server.nonces.fresh(),
            )

"""What a desk asks of the secretariat's notices."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from central_server.http.describing import answers
from central_server.http.requests import Asked, Headers, answered
from central_server.notices import last_number, notices_after
from central_server.server import Server
from review_protocol.canonical import to_base64
from review_protocol.documents.notice import NoticesAnswer
from review_protocol.exchange import NOTICES


class NoticeResources:
    """The notices of the person whose device asks."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def router(self) -> APIRouter:
        """The routes of these resources."""
        routes = APIRouter(tags=["desk"], default_response_class=Response)
        routes.get(NOTICES, responses=answers(NoticesAnswer, "The asker's notices", 401, 403))(
            self.notices
        )
        return routes

    async def notices(
        self,
        request: Request,
        headers: Headers,
        after: Annotated[int, Query(ge=0, lt=2**53, description="The last number known")] = 0,
    ) -> Response:
        """What the secretariat told the asker, from the next number on."""
        return await answered(
            self._server, request, headers, lambda asked: self._notices(asked, after)
        )

    def _notices(self, asked: Asked, after: int) -> NoticesAnswer:
        server, person = self._server, asked.device.person.id
        with server.store.read() as connection:
            return NoticesAnswer(
                nonce=asked.nonce,
                notices=tuple(map(to_base64, notices_after(connection, person, after))),
                next=last_number(connection, person),
                request_nonce=server.nonces.fresh(),
            )

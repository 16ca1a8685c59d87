"""What a device asks of the log itself: its entries, all of them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from central_server.entries import entries_from
from central_server.http.describing import answers
from central_server.http.requests import Asked, Headers, answered
from central_server.server import Server
from review_protocol.documents.entries import EntriesAnswer, packed_entries
from review_protocol.exchange import ENTRIES

_Position = Query(ge=0, lt=2**53, alias="from", description="The position to begin with")
_Size = Query(ge=0, lt=2**53, description="Leaves of the tree to prove; the present one's")


class LogResources:
    """The log, for every certified device: it holds no name and no score."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def router(self) -> APIRouter:
        """The routes of these resources."""
        routes = APIRouter(tags=["desk"], default_response_class=Response)
        routes.get(ENTRIES, responses=answers(EntriesAnswer, "Entries of the log", 401, 403))(
            self.entries
        )
        return routes

    async def entries(
        self,
        request: Request,
        headers: Headers,
        first: Annotated[int, _Position] = 0,
        size: Annotated[int | None, _Size] = None,
    ) -> Response:
        """What the log says, in its order, so that a desk sees what is certified in its person's
        name and that nothing was left out."""
        return await answered(
            self._server, request, headers, lambda asked: self._entries(asked, first, size)
        )

    def _entries(self, asked: Asked, first: int, size: int | None) -> EntriesAnswer:
        server = self._server
        with server.store.read() as connection:
            page = entries_from(connection, first, size)
        return EntriesAnswer(
            nonce=asked.nonce,
            entries=packed_entries(page.entries),
            next=page.next,
            size=page.size,
            consistency=tuple(each.hex() for each in page.consistency),
            request_nonce=server.nonces.fresh(),
        )

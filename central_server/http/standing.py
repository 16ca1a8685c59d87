"""What a device asks about itself: whether its six words are still to be read."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from central_server.http.describing import answers
from central_server.http.requests import Asked, Headers, answered
from central_server.server import Server
from review_protocol.documents.answers import DeviceStanding
from review_protocol.exchange import DEVICE


class StandingResources:
    """What holds for the asking device alone."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def router(self) -> APIRouter:
        """The routes of these resources."""
        routes = APIRouter(tags=["desk"], default_response_class=Response)
        routes.get(DEVICE, responses=answers(DeviceStanding, "How the device stands", 401, 403))(
            self.device
        )
        return routes

    async def device(self, request: Request, headers: Headers) -> Response:
        """Whether releases and packets are withheld from the asking device."""
        return await answered(self._server, request, headers, self._device)

    def _device(self, asked: Asked) -> DeviceStanding:
        return DeviceStanding(
            nonce=asked.nonce,
            awaits_words=asked.device.awaits_words,
            request_nonce=self._server.nonces.fresh(),
        )

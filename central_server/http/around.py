"""What lies around every request: headers that keep browsers out, a limit for each address, and
one log line without contents."""

from __future__ import annotations

import logging
import time

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from central_server.failures import Refused
from central_server.http.answers import refusal
from central_server.http.requests import address_of, nonce_of
from central_server.server import Server

ACCESS = logging.getLogger("central_server.access")
KEEP_OUT = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_FOR_TLS = {"Strict-Transport-Security": "max-age=31536000"}


class SecurityHeaders:
    """Adds headers to every answer; a resource's own stay as they are."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        added = KEEP_OUT | (_FOR_TLS if scope.get("scheme") == "https" else {})

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in added.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)


class AddressLimit:
    """Refuses, signed, what comes too fast from one address; nothing of it is read."""

    def __init__(self, app: ASGIApp, server: Server) -> None:
        self._app = app
        self._server = server

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        try:
            self._server.limiter.require_address(address_of(request))
        except Refused as refused:
            response = refusal(self._server, refused, nonce_of(request))
            await response(scope, receive, send)
            return
        await self._app(scope, receive, send)


class AccessLog:
    """Logs method, resource, status, milliseconds, bytes and key id; never a path with a value."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and log it when it is over."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status, sent = 0, 0

        async def counting(message: Message) -> None:
            nonlocal status, sent
            if message["type"] == "http.response.start":
                status = message["status"]
            elif message["type"] == "http.response.body":
                sent += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, counting)
        finally:
            spent = round(1000 * (time.perf_counter() - began), 1)
            ACCESS.info("request", extra={"fields": _fields(scope, status, spent, sent)})


def _fields(scope: Scope, status: int, spent: float, sent: int) -> dict[str, object]:
    return {
        "method": scope["method"],
        "resource": getattr(scope.get("route"), "path", "none"),
        "status": status or 503,
        "milliseconds": spent,
        "bytes": sent,
        "kid": scope.get("kid"),
    }

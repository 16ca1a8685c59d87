"""Requests as they come: bodies bounded before they are read, devices known by their signature."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Header
from sqlalchemy import update
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from central_server.clock import later
from central_server.devices import Device, find_device
from central_server.failures import Refused
from central_server.http.answers import refusal, sealed_answer
from central_server.http.patience import BODY_SECONDS, BODY_STALL_SECONDS
from central_server.log import Appended, OpenGroup
from central_server.restored import require_confirmed
from central_server.server import Server
from central_server.spent_codes import forget_spent
from central_server.store import schema
from central_server.writer import Finish
from review_protocol.canonical import from_base64
from review_protocol.documents.answers import Answer, RefusalCode
from review_protocol.exchange import (
    DEVICE_HEADER,
    REQUEST_NONCE_HEADER,
    SERVER_NONCE_HEADER,
    SIGNATURE_HEADER,
    RequestSignature,
    verify_request,
)
from review_protocol.failures import BadSignature, MalformedDocument

NO_NONCE = "0" * 32
"""What a refusal names where the request had no readable nonce."""
_NONCE = re.compile(r"[0-9a-f]{32}", re.ASCII)
_SEEN_MINUTES = 5
_RETRY_SECONDS = 2
StrangerAnswering = Callable[[str, bytes], Response]
"""Address and body in; counts the tries that fail."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of a known device, its signature verified."""

    device: Device
    nonce: str
    body: bytes


Answering = Callable[[Asked], Answer]


@dataclass(frozen=True, slots=True)
class SignatureHeaders:
    """The four headers by which a device signs one request."""

    kid: str
    server_nonce: str
    request_nonce: str
    signature: str


def signature_headers(
    kid: Annotated[
        str, Header(alias=DEVICE_HEADER, description="The device's key id", max_length=40)
    ],
    server_nonce: Annotated[
        str,
        Header(
            alias=SERVER_NONCE_HEADER,
            description="A nonce that the server gave in any earlier answer; valid ten minutes",
            max_length=200,
        ),
    ],
    request_nonce: Annotated[
        str,
        Header(
            alias=REQUEST_NONCE_HEADER,
            description="128 random bits in hex; the answer names them",
            pattern="^[0-9a-f]{32}$",
        ),
    ],
    signature: Annotated[
        str,
        Header(
            alias=SIGNATURE_HEADER,
            description="Ed25519 over method, target, body hash and both nonces, base64",
            max_length=100,
        ),
    ],
) -> SignatureHeaders:
    """The headers of a signed request."""
    return SignatureHeaders(kid, server_nonce, request_nonce, signature)


Headers = Annotated[SignatureHeaders, Depends(signature_headers)]


async def bounded_body(
    request: Request,
    limit: int,
    *,
    stall: float = BODY_STALL_SECONDS,
    longest: float = BODY_SECONDS,
) -> bytes:
    """The request's body, at most `limit` bytes; raises Refused before more is read.

    Waits `stall` seconds for each piece and `longest` for all, and then refuses: busy.
    """
    too_large = Refused(RefusalCode.TOO_LARGE, f"more than {limit} bytes")
    claimed = request.headers.get("content-length", "")
    if claimed.isascii() and claimed.isdigit() and int(claimed[:20]) > limit:
        raise too_large
    body = bytearray()
    now = asyncio.get_running_loop().time
    end = now() + longest
    try:
        async with asyncio.timeout_at(min(now() + stall, end)) as patience:
            async for chunk in request.stream():
                patience.reschedule(min(now() + stall, end))
                body += chunk
                if len(body) > limit:
                    raise too_large
    except TimeoutError as error:
        raise Refused(RefusalCode.BUSY, "the body came too slowly", _RETRY_SECONDS) from error
    return bytes(body)


async def answered_stranger(
    server: Server, request: Request, answering: StrangerAnswering, *, limit: int
) -> Response:
    """The answer to who is no known device, in a thread; raises Refused for an address that has
    tried too often."""
    body = await bounded_body(request, limit)
    address = address_of(request)
    wait = server.slowing.wait(address, server.clock())
    if wait:
        raise Refused(RefusalCode.TOO_MANY_TRIES, "wait before the next try", wait)
    return await run_in_threadpool(answering, address, body)


async def answered(
    server: Server,
    request: Request,
    headers: SignatureHeaders,
    answering: Answering,
    *,
    limit: int = 0,
    revoked_too: bool = False,
) -> Response:
    """Read, verify and answer a signed request in a thread; what the answering refuses is sealed.

    Raises Refused where the asker is not known.
    """
    body = await bounded_body(request, limit)

    def work() -> Response:
        device = _known_device(server, request, headers, body)
        request.scope["kid"] = device.kid
        try:
            server.limiter.require_request(device.kid)
            if device.revoked and not revoked_too:
                raise Refused(RefusalCode.REVOKED_DEVICE, "the device was revoked")
            if not revoked_too:
                require_confirmed(server.store, device.kid)
            _note_seen(server, device)
            answer = answering(Asked(device, headers.request_nonce, body))
        except Refused as refused:
            return refusal(server, refused, headers.request_nonce, device)
        return sealed_answer(server, device, answer)

    return await run_in_threadpool(work)


def address_of(request: Request) -> str:
    """Where a request comes from: behind a proxy, where that says."""
    return request.client.host if request.client is not None else "unknown"


def nonce_of(request: Request) -> str:
    """The nonce that a refusal of this request names."""
    given = request.headers.get(REQUEST_NONCE_HEADER) or request.query_params.get("nonce", "")
    return given if _NONCE.fullmatch(given) else NO_NONCE


def _known_device(
    server: Server, request: Request, headers: SignatureHeaders, body: bytes
) -> Device:
    server.nonces.check(headers.server_nonce, headers.kid)
    with server.store.read() as connection:
        device = find_device(connection, headers.kid)
    if device is None:
        raise Refused(RefusalCode.UNKNOWN_DEVICE, "no device has this key")
    try:
        signature = RequestSignature(
            headers.kid,
            headers.server_nonce,
            headers.request_nonce,
            from_base64(headers.signature),
        )
        verify_request(signature, device.verify_key, request.method, _target(request), body)
    except (BadSignature, MalformedDocument) as error:
        raise Refused(RefusalCode.BAD_SIGNATURE, "the signature does not hold") from error
    return device


def _target(request: Request) -> str:
    """Path and query as they stood in the request line."""
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode("ascii")
    query: bytes = request.scope["query_string"]
    return (raw + b"?" + query if query else raw).decode("ascii", "replace")


def _note_seen(server: Server, device: Device) -> None:
    """Let the writer note that the device was here, at most every few minutes."""
    now = server.now()
    if device.last_seen is not None and now < later(device.last_seen, minutes=_SEEN_MINUTES):
        return

    def work(group: OpenGroup) -> Finish[None]:
        table = schema.device
        group.connection.execute(
            update(table).where(table.c.kid == device.kid).values(last_seen=now)
        )
        if device.last_seen is None:
            forget_spent(group.connection, now)
        return _nothing

    with contextlib.suppress(Refused):
        noted = server.writer.submit(work)
        if device.last_seen is None:
            noted.add_done_callback(lambda _: server.store.wipe_log())


def _nothing(appended: Appended) -> None:
    return None

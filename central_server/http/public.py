"""What a stranger may ask: who the server is, to enrol or decline, checkpoints and ciphertext."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response

from central_server.enrolment import Decline, Enrol, invitation_refusal, read_wish
from central_server.failures import Refused
from central_server.http.answers import clear_answer, refusal
from central_server.http.describing import answers, bytes_answer, json_body
from central_server.http.requests import address_of, bounded_body
from central_server.server import Server
from review_protocol.canonical import to_base64
from review_protocol.documents.answers import Declined, Hello, Invited, RefusalCode
from review_protocol.documents.base import read_fields
from review_protocol.exchange import (
    BLOBS,
    CHECKPOINT,
    DECLINES,
    ENROLMENTS,
    ENVELOPE_TYPE,
    HELLO,
    INVITATIONS,
    DeclinePost,
    EnrolmentPost,
    EnrolmentReply,
    InvitationPost,
)

VERSION = "0.1.0"
_FORM_LIMIT = 64 << 10
_BLOB_HEADERS = {"Cache-Control": "public, max-age=31536000, immutable"}


class PublicResources:
    """Resources without a device's signature."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def router(self) -> APIRouter:
        """The routes of these resources."""
        routes = APIRouter(tags=["public"])
        routes.get(
            HELLO,
            response_class=Response,
            responses=answers(Hello, "Who the server is, signed", media_type=ENVELOPE_TYPE),
        )(self.hello)
        self._add_invitations(routes)
        self._add_files(routes)
        return routes

    def _add_invitations(self, routes: APIRouter) -> None:
        routes.post(
            ENROLMENTS,
            responses=answers(
                EnrolmentReply,
                "The certificate",
                *(404, 409, 410, 413, 429),
                media_type="application/json",
            ),
            openapi_extra=json_body(EnrolmentPost),
        )(self.enrol)
        routes.post(
            DECLINES,
            response_class=Response,
            responses=answers(
                Declined,
                "The invitation is closed",
                *(404, 409, 413, 429),
                media_type=ENVELOPE_TYPE,
            ),
            openapi_extra=json_body(DeclinePost),
        )(self.decline)
        routes.post(
            INVITATIONS,
            response_class=Response,
            responses=answers(
                Invited,
                "The invitation is open",
                *(404, 409, 410, 413, 429),
                media_type=ENVELOPE_TYPE,
            ),
            openapi_extra=json_body(InvitationPost),
        )(self.invited)

    def _add_files(self, routes: APIRouter) -> None:
        routes.get(
            CHECKPOINT,
            response_class=Response,
            responses=bytes_answer("A signed note", "text/plain; charset=utf-8"),
        )(self.checkpoint)
        routes.get(
            BLOBS + "/{cipher_sha256}",
            response_class=Response,
            responses=bytes_answer("The ciphertext", "application/octet-stream", 404, 422)
            | {
                206: {"description": "The range that was asked for"},
                304: {"description": "It is the one that the asker has"},
                416: {"description": "There is no such range"},
            },
        )(self.blob)
        routes.head(BLOBS + "/{cipher_sha256}", include_in_schema=False)(self.blob)

    async def hello(
        self,
        nonce: Annotated[
            str, Query(pattern="^[0-9a-f]{32}$", description="128 random bits in hex")
        ],
    ) -> Response:
        """Who the server is: root key, trust document, time, and a nonce to sign a request with."""
        server = self._server
        hello = Hello(
            nonce=nonce,
            deployment=server.issuer.deployment,
            trust=to_base64(server.trust),
            root_key=to_base64(server.root_key),
            time=server.now(),
            request_nonce=server.nonces.fresh(),
            version=VERSION,
        )
        return clear_answer(server, hello)

    async def enrol(self, request: Request) -> Response:
        """Certify a device's keys by an invitation's secret. The same keys may ask again."""
        body = await bounded_body(request, _FORM_LIMIT)
        return await run_in_threadpool(self._enrol, address_of(request), body)

    async def decline(self, request: Request) -> Response:
        """Close an invitation at the invited person's own word."""
        body = await bounded_body(request, _FORM_LIMIT)
        return await run_in_threadpool(self._decline, address_of(request), body)

    async def invited(self, request: Request) -> Response:
        """Whether an invitation is open, before anything is made or signed for it."""
        body = await bounded_body(request, _FORM_LIMIT)
        return await run_in_threadpool(self._invited, address_of(request), body)

    def checkpoint(self) -> Response:
        """The log's newest checkpoint, a signed note."""
        with self._server.store.read() as connection:
            return PlainTextResponse(self._server.log.note(connection))

    def blob(
        self,
        request: Request,
        cipher_sha256: Annotated[
            str, Path(pattern="^[0-9a-f]{64}$", description="SHA-256 of the ciphertext")
        ],
    ) -> Response:
        """A file's ciphertext by its hash: immutable, in ranges where asked."""
        path = self._server.home.blobs / cipher_sha256
        if not path.is_file():
            raise Refused(RefusalCode.NOT_FOUND, "no such file")
        headers = {**_BLOB_HEADERS, "ETag": f'"{cipher_sha256}"'}
        known = request.headers.get("if-none-match", "")
        if known == "*" or headers["ETag"] in known:
            return Response(status_code=304, headers=headers)
        return FileResponse(path, media_type="application/octet-stream", headers=headers)

    def _enrol(self, address: str, body: bytes) -> Response:
        server = self._server
        self._require_patience(address)
        wish = read_wish(read_fields(EnrolmentPost, body))
        outcome = server.commit(Enrol(wish, server.issuer, server.clock))
        if isinstance(outcome, Refused):
            return self._refused(outcome, wish.request.nonce, address)
        return JSONResponse(outcome.model_dump(mode="json"))

    def _decline(self, address: str, body: bytes) -> Response:
        server = self._server
        self._require_patience(address)
        post = read_fields(DeclinePost, body)
        refused = server.commit(Decline(post, server.clock))
        if refused is not None:
            return self._refused(refused, post.nonce, address)
        return clear_answer(server, Declined(nonce=post.nonce))

    def _invited(self, address: str, body: bytes) -> Response:
        server = self._server
        self._require_patience(address)
        post = read_fields(InvitationPost, body)
        with server.store.read() as connection:
            refused = invitation_refusal(connection, post, server.now())
        if refused is not None:
            return self._refused(refused, post.nonce, address)
        return clear_answer(server, Invited(nonce=post.nonce))

    def _require_patience(self, address: str) -> None:
        wait = self._server.slowing.wait(address, self._server.clock())
        if wait:
            raise Refused(RefusalCode.TOO_MANY_TRIES, "wait before the next try", wait)

    def _refused(self, refused: Refused, nonce: str, address: str) -> Response:
        if refused.code is RefusalCode.UNKNOWN_INVITATION:
            self._server.slowing.count(address, self._server.clock())
        return refusal(self._server, refused, nonce)

"""What a stranger may ask: who the server is, the newest checkpoint, and ciphertext."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from central_server.failures import Refused
from central_server.http.answers import clear_answer
from central_server.http.describing import answers, bytes_answer
from central_server.server import Server
from review_protocol.canonical import to_base64
from review_protocol.documents.answers import Hello, RefusalCode
from review_protocol.exchange import BLOBS, CHECKPOINT, ENVELOPE_TYPE, HELLO

VERSION = "0.1.0"
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
        self._add_files(routes)
        return routes

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

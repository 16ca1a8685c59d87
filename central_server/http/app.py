"""The HTTP interface: resources, their description, and refusals for everything that goes wrong."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from central_server.failures import Refused, ServerFailure
from central_server.http.answers import refusal
from central_server.http.around import KEEP_OUT, AccessLog, AddressLimit, SecurityHeaders
from central_server.http.describing import DOCUMENTS, OVERVIEW, schemas_of
from central_server.http.desk import DeskResources
from central_server.http.dossier import DossierResources
from central_server.http.draws import DrawsResources
from central_server.http.invitations import InvitationResources
from central_server.http.log import LogResources
from central_server.http.matters import MattersResources
from central_server.http.notices import NoticeResources
from central_server.http.public import VERSION, PublicResources
from central_server.http.requests import nonce_of
from central_server.http.returning import ReturningResources
from central_server.http.standing import StandingResources
from central_server.server import Server
from review_protocol.documents.answers import RefusalCode
from review_protocol.failures import ProtocolFailure, TooLarge

_RETRY_SECONDS = 30


def create_app(server: Server) -> FastAPI:
    """The application that answers for a server; closing the server stays the caller's."""
    app = FastAPI(
        title="Central server of the reviewer workstation",
        version=VERSION,
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.include_router(PublicResources(server).router())
    app.include_router(InvitationResources(server).router())
    app.include_router(DeskResources(server).router())
    app.include_router(DossierResources(server).router())
    app.include_router(DrawsResources(server).router())
    app.include_router(MattersResources(server).router())
    app.include_router(StandingResources(server).router())
    app.include_router(NoticeResources(server).router())
    app.include_router(LogResources(server).router())
    app.include_router(ReturningResources(server).router())
    _describe(app)
    refusals = Refusals(server)
    for kind in (RequestValidationError, HTTPException, ServerFailure, ProtocolFailure, Exception):
        app.add_exception_handler(kind, refusals.refuse)
    app.add_middleware(AddressLimit, server=server)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(AccessLog)
    return app


def _describe(app: FastAPI) -> None:
    """The description, made when it is first asked for, with the schemas that it refers to."""

    def described() -> dict[str, object]:
        if app.openapi_schema is None:
            whole = get_openapi(
                title=app.title, version=app.version, description=OVERVIEW, routes=app.routes
            )
            whole["components"] = {"schemas": schemas_of(DOCUMENTS)}
            app.openapi_schema = whole
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]  # as FastAPI's documentation has it


class Refusals:
    """Turns whatever a request met into a signed refusal; what went wrong inside stays inside."""

    def __init__(self, server: Server) -> None:
        self._server = server

    async def refuse(self, request: Request, error: Exception) -> Response:
        """The refusal of this request, in the clear and naming its nonce where there is one."""
        response = refusal(self._server, refused_for(error), nonce_of(request))
        response.headers.update(KEEP_OUT)  # the answer to a bug is made outside the middleware
        return response


def refused_for(error: Exception) -> Refused:
    """What the asker is told of an error."""
    match error:
        case Refused():
            return error
        case RequestValidationError():
            first = error.errors()[0]
            return Refused(RefusalCode.MALFORMED, ".".join(str(step) for step in first["loc"]))
        case HTTPException():
            return Refused(RefusalCode.NOT_FOUND, "no such resource")
        case TooLarge():
            return Refused(RefusalCode.TOO_LARGE, "too large")
        case ProtocolFailure():
            return Refused(RefusalCode.MALFORMED, type(error).__name__)
    return Refused(RefusalCode.BUSY, "the server could not answer", _RETRY_SECONDS)

"""What the holder of an invitation may ask: whether it is open, to enrol, and to decline."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from central_server.enrolment import (
    CountTry,
    Decline,
    Enrol,
    find_secret,
    invitation_refusal,
    read_wish,
)
from central_server.failures import Refused
from central_server.http.answers import clear_answer, refusal
from central_server.http.describing import answers, json_body
from central_server.http.requests import answered_stranger
from central_server.server import Server
from review_protocol.canonical import canonical, parse_canonical
from review_protocol.documents.answers import Declined, Invited, RefusalCode
from review_protocol.documents.base import read_fields
from review_protocol.exchange import (
    DECLINE_LABEL,
    DECLINES,
    ENROLMENT_ANSWER_LABEL,
    ENROLMENT_REQUEST_LABEL,
    ENROLMENTS,
    ENVELOPE_TYPE,
    INVITATIONS,
    DeclinePost,
    EnrolmentPost,
    InvitationPost,
)
from review_protocol.failures import CannotOpen, MalformedDocument
from review_protocol.opening import sealed
from review_protocol.sealed_enrolment import (
    DECLINED_LABEL,
    SealedPost,
    SealedReply,
    open_post,
    seal_reply,
)

_FORM_LIMIT = 64 << 10


class InvitationResources:
    """Bodies are sealed under the invitation's secret, so that nobody on the way reads them."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def router(self) -> APIRouter:
        """The routes of these resources."""
        routes = APIRouter(tags=["public"])
        routes.post(
            ENROLMENTS,
            responses=answers(
                SealedReply,
                "The certificate, as `Certified`, sealed under the invitation's secret",
                *(404, 409, 410, 413, 429),
                media_type="application/json",
            ),
            openapi_extra=json_body(SealedPost, "`EnrolmentPost`, sealed"),
        )(self.enrol)
        routes.post(
            DECLINES,
            responses=answers(
                SealedReply,
                "The invitation is closed: the envelope of `Declined`, sealed",
                *(404, 409, 413, 429),
                media_type="application/json",
            ),
            openapi_extra=json_body(SealedPost, "`DeclinePost`, sealed"),
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
        return routes

    async def enrol(self, request: Request) -> Response:
        """Certify a device's keys by an invitation's secret. The same keys may ask again."""
        return await answered_stranger(self._server, request, self._enrol, limit=_FORM_LIMIT)

    async def decline(self, request: Request) -> Response:
        """Close an invitation at the invited person's own word."""
        return await answered_stranger(self._server, request, self._decline, limit=_FORM_LIMIT)

    async def invited(self, request: Request) -> Response:
        """Whether an invitation is open, before anything is made or signed for it."""
        return await answered_stranger(self._server, request, self._invited, limit=_FORM_LIMIT)

    def _enrol(self, address: str, body: bytes) -> Response:
        server, post = self._server, read_fields(SealedPost, body)
        found = self._opened(post, ENROLMENT_REQUEST_LABEL)
        if isinstance(found, Refused):
            return self._refused(found, post.nonce, address)
        secret, inner = found
        wish = read_wish(read_fields(EnrolmentPost, inner))
        _require_same(post, wish.request.invitation, wish.request.nonce)
        outcome = server.commit(Enrol(wish, server.issuer, server.clock))
        if isinstance(outcome, Refused):
            return self._refused(outcome, post.nonce, address)
        answer = canonical(outcome.model_dump(mode="json"))
        return _sealed(secret, ENROLMENT_ANSWER_LABEL, answer, post)

    def _decline(self, address: str, body: bytes) -> Response:
        server, post = self._server, read_fields(SealedPost, body)
        found = self._opened(post, DECLINE_LABEL)
        if isinstance(found, Refused):
            return self._refused(found, post.nonce, address)
        secret, inner = found
        declining = read_fields(DeclinePost, inner)
        _require_same(post, declining.invitation, declining.nonce)
        refused = server.commit(Decline(declining, server.clock))
        if refused is not None:
            return self._refused(refused, post.nonce, address)
        answer = sealed(Declined(nonce=post.nonce), server.keys.server).to_bytes()
        return _sealed(secret, DECLINED_LABEL, answer, post)

    def _invited(self, address: str, body: bytes) -> Response:
        server = self._server
        post = read_fields(InvitationPost, body)
        with server.store.read() as connection:
            refused = invitation_refusal(connection, post, server.now())
        if refused is not None:
            return self._refused(refused, post.nonce, address)
        return clear_answer(server, Invited(nonce=post.nonce))

    def _opened(self, post: SealedPost, label: str) -> tuple[bytes, bytes] | Refused:
        """The invitation's secret and what it opens; what it does not open is counted."""
        with self._server.store.read() as connection:
            secret = find_secret(connection, post.invitation)
        try:
            if secret is None:
                raise CannotOpen("key")
            inner = open_post(secret, label, post)
        except CannotOpen:
            return self._server.commit(CountTry(post.invitation))
        parse_canonical(inner)
        return secret, inner

    def _refused(self, refused: Refused, nonce: str, address: str) -> Response:
        if refused.code is RefusalCode.UNKNOWN_INVITATION:
            self._server.slowing.count(address, self._server.clock())
        return refusal(self._server, refused, nonce)


def _sealed(secret: bytes, label: str, answer: bytes, post: SealedPost) -> Response:
    reply = seal_reply(secret, label, answer, invitation=post.invitation, nonce=post.nonce)
    return JSONResponse(reply.model_dump(mode="json"))


def _require_same(post: SealedPost, invitation: str, nonce: str) -> None:
    if (invitation, nonce) != (post.invitation, post.nonce):
        raise MalformedDocument("the post inside is another one's")

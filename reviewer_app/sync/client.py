"""The server as strangers and invited people meet it: hello, enrolment, declining."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from review_protocol.canonical import canonical, from_base64, parse_canonical
from review_protocol.documents.answers import Hello, Invited, Refusal
from review_protocol.documents.base import read_fields
from review_protocol.envelope import read_envelope
from review_protocol.exchange import (
    DECLINES,
    ENROLMENTS,
    HELLO,
    INVITATIONS,
    REQUEST_NONCE_HEADER,
    InvitationPost,
)
from review_protocol.failures import BadSignature, ProtocolFailure
from review_protocol.keys import KEY_LENGTH, VerifyKey
from review_protocol.returning import CERTIFICATES, CertificatePost, Readmitted
from review_protocol.sealed_enrolment import SealedPost, SealedReply
from reviewer_app.errors import Found, NotOurServer
from reviewer_app.sync.answers import verified_answer
from reviewer_app.sync.http import Http, Reply, Transport
from reviewer_app.sync.lines import Lines
from reviewer_app.sync.proxies import FROM_SYSTEM, ProxyChoice
from reviewer_app.sync.trust import TrustRolledBack, TrustState

NewNonce = Callable[[], str]
DEFAULT_TRANSPORT = Transport()


def new_nonce() -> str:
    """128 random bits in hex."""
    return secrets.token_hex(16)


@dataclass(frozen=True, slots=True)
class Met:
    """A server that proved to hold the key of the trust document; `hello` is its own word."""

    hello: Hello
    trust: TrustState


class ServerClient:
    """One server by its address, such as `https://reviews.example.org`. One thread at a time."""

    def __init__(
        self,
        server: str,
        *,
        transport: Transport = DEFAULT_TRANSPORT,
        nonce: NewNonce = new_nonce,
        lines: Lines | None = None,
        proxy: ProxyChoice = FROM_SYSTEM,
    ) -> None:
        self.http = Http(server, transport, lines or Lines(), proxy)
        self.nonce = nonce

    def beside(self) -> ServerClient:
        """The same server over another connection, for another thread; to be closed apart."""
        twin = ServerClient(self.server, nonce=self.nonce)
        twin.http = self.http.beside()
        return twin

    @property
    def server(self) -> str:
        return self.http.server

    def meet(self, trust: TrustState | None) -> Met:
        """Ask who it is, by the trust that the desk holds; None before the enrolment, when the
        answer proves only that it is whole.

        Raises NoConnection, UntrustedCertificate, NotOurServer, AnswerCutOff.
        """
        nonce = self.nonce()
        reply = self.http.ask("GET", f"{HELLO}?{urlencode({'nonce': nonce})}", headers={})
        offered = self._offered_trust(reply, trust)
        hello = verified_answer(
            reply, Hello, server=self.server, server_key=offered.server_key, nonce=nonce
        )
        if hello.deployment != offered.deployment:
            raise NotOurServer(self.server, Found.OTHER_KEY)
        return Met(hello, offered)

    def enrol(self, post: SealedPost, met: Met) -> SealedReply:
        """Send an enrolment; the caller opens the answer, and verifies MAC and content.

        Raises ServerRefused (signed by the key that was met), and what `meet` raises.
        """
        return self._post_sealed(ENROLMENTS, post, met)

    def decline(self, post: SealedPost, met: Met) -> SealedReply:
        """Close an invitation at the invited person's word; raises as `enrol`."""
        return self._post_sealed(DECLINES, post, met)

    def ask_invitation(self, post: InvitationPost, met: Met) -> Invited:
        """Ask whether an invitation is open; raises as `enrol`."""
        reply = self._post(INVITATIONS, post.model_dump_json().encode("utf-8"), post.nonce)
        return verified_answer(
            reply, Invited, server=self.server, server_key=met.trust.server_key, nonce=post.nonce
        )

    def hand_back(self, post: CertificatePost, met: Met) -> Readmitted:
        """Give a restored server this device's certificate again; raises as `enrol`."""
        reply = self._post(CERTIFICATES, post.model_dump_json().encode("utf-8"), post.nonce)
        return verified_answer(
            reply, Readmitted, server=self.server, server_key=met.trust.server_key, nonce=post.nonce
        )

    def close(self) -> None:
        """Close the connection."""
        self.http.close()

    def _post(self, target: str, body: bytes, nonce: str) -> Reply:
        # the header is for refusals that are made before the body is read
        headers = {"Content-Type": "application/json", REQUEST_NONCE_HEADER: nonce}
        return self.http.ask("POST", target, body=body, headers=headers)

    def _post_sealed(self, target: str, post: SealedPost, met: Met) -> SealedReply:
        reply = self._post(target, post.model_dump_json().encode("utf-8"), post.nonce)
        self._raise_refusal(reply, met, post.nonce)
        try:
            return read_fields(SealedReply, canonical(parse_canonical(reply.body)))
        except ProtocolFailure as error:
            raise NotOurServer(self.server, reply.unproved) from error

    def _raise_refusal(self, reply: Reply, met: Met, nonce: str) -> None:
        """Where the reply is an envelope, it can only be a refusal."""
        try:
            read_envelope(reply.body)
        except ProtocolFailure:
            return
        verified_answer(
            reply, Refusal, server=self.server, server_key=met.trust.server_key, nonce=nonce
        )

    def _offered_trust(self, reply: Reply, known: TrustState | None) -> TrustState:
        """The trust that the hello carries, on the known root's word; not yet the hello itself."""
        try:
            envelope = read_envelope(reply.body)
            parse_canonical(envelope.body)
            hello = Hello.from_body(envelope.body)
            offered = from_base64(hello.trust)
            if known is None:
                return TrustState.first(root_key_of(hello.root_key), offered)
            return known.newer(offered)
        except (BadSignature, TrustRolledBack) as error:
            raise NotOurServer(self.server, Found.OTHER_KEY) from error
        except ProtocolFailure as error:
            raise NotOurServer(self.server, reply.unproved) from error


def root_key_of(text: str) -> VerifyKey:
    """A root key in base64, of its 32 raw bytes or of its DER; raises ProtocolFailure."""
    raw = from_base64(text)
    return VerifyKey(raw) if len(raw) == KEY_LENGTH else VerifyKey.from_der(raw)

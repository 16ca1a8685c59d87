"""A desk's side of the wire for tests: enrols, signs requests, verifies and opens every answer."""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message

from review_protocol.canonical import from_base64, to_base64
from review_protocol.crockford import invitation_id
from review_protocol.documents.answers import (
    Answer,
    Arrived,
    BatchAnswer,
    DeliveryAnswer,
    Hello,
    Refusal,
)
from review_protocol.documents.base import Document, Part
from review_protocol.documents.batch import Manifest
from review_protocol.documents.people import (
    Certificate,
    EnrolmentAnswer,
    EnrolmentRequest,
    KeyPurpose,
    Trust,
)
from review_protocol.envelope import Envelope, kind_of, read_envelope, verify
from review_protocol.exchange import (
    ANSWER_INFO,
    DELIVERY_INFO,
    ENROLMENT_ANSWER_LABEL,
    ENROLMENT_REQUEST_LABEL,
    ENROLMENTS,
    HELLO,
    PACKETS,
    SEALED_TYPE,
    Delivery,
    EnrolmentPost,
    sign_request,
)
from review_protocol.keys import (
    ExchangeKey,
    ExchangePublicKey,
    SigningKey,
    VerifyKey,
    mac,
    mac_key,
    mac_matches,
)
from review_protocol.opening import Opened, opened, sealed
from review_protocol.sealed_enrolment import Certified, SealedReply, open_reply, seal_post
from review_protocol.sealing import open_sealed, seal_to
from tests.builders.documents import Chain

_Doc = TypeVar("_Doc", bound=Document)
_Answer = TypeVar("_Answer", bound=Answer)


@dataclass(frozen=True)
class Reply:
    """An HTTP answer; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


Transport = Callable[[str, str, dict[str, str], bytes], Reply]
"""Method, target, headers, body in; an HTTP answer out."""


def in_process(app: ASGIApp, client: str = "192.0.2.7") -> Transport:
    """A transport straight into an ASGI application."""

    def call(method: str, target: str, headers: dict[str, str], body: bytes) -> Reply:
        return asyncio.run(_call(app, client, method, target, headers, body))

    return call


async def _call(
    app: ASGIApp, client: str, method: str, target: str, headers: dict[str, str], body: bytes
) -> Reply:
    parts = urlsplit(target)
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": parts.path,
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), text.encode()) for name, text in headers.items()],
        "client": (client, 5000),
        "server": ("testserver", 80),
    }
    sent = [
        {"type": "http.request", "body": body[at : at + 65536], "more_body": True}
        for at in range(0, len(body), 65536)
    ] + [{"type": "http.request", "body": b"", "more_body": False}]
    messages: list[Message] = []

    async def receive() -> Message:
        if not sent:
            await asyncio.Event().wait()  # a client that stays until it is answered
        return sent.pop(0)

    async def send(message: Message) -> None:
        messages.append(message)

    await app(scope, receive, send)
    start = next(each for each in messages if each["type"] == "http.response.start")
    content = b"".join(
        each.get("body", b"") for each in messages if each["type"] == "http.response.body"
    )
    given = {name.decode().lower(): text.decode() for name, text in start["headers"]}
    return Reply(start["status"], given, content)


@dataclass
class TestDesk:
    """A device: its keys, and the trust it came to."""

    __test__ = False

    transport: Transport
    secret: bytes
    name: str = "laptop"
    seed: bytes = b"\x01" * 32
    requests: int = 0
    server_nonce: str = ""
    server_key: VerifyKey | None = None
    intake: ExchangePublicKey | None = None
    chain: Chain | None = None
    certificate: Certificate | None = None
    trust: Trust | None = None
    last: Reply | None = None
    enrolled: EnrolmentAnswer | None = field(default=None, repr=False)
    awaits_words: bool = False

    def __post_init__(self) -> None:
        self.signing = SigningKey(hashlib.sha256(b"sign" + self.seed + self.secret).digest())
        self.exchange = ExchangeKey(hashlib.sha256(b"open" + self.seed + self.secret).digest())

    def nonce(self) -> str:
        """A nonce for the next request."""
        self.requests += 1
        return hashlib.sha256(self.seed + bytes([self.requests % 256])).hexdigest()[:32]

    def hello(self) -> Hello:
        """Ask who the server is; trusts what it says."""
        nonce = self.nonce()
        reply = self.transport("GET", f"{HELLO}?nonce={nonce}", {}, b"")
        claimed = Hello.from_body(read_envelope(reply.body).body)
        root = VerifyKey.from_der(from_base64(claimed.root_key))
        self.trust = opened(from_base64(claimed.trust), Trust, root).document
        self.server_key = VerifyKey(from_base64(self.trust.key_for(KeyPurpose.SERVER)))
        self.intake = ExchangePublicKey(from_base64(self.trust.key_for(KeyPurpose.INTAKE)))
        hello = opened(reply.body, Hello, self.server_key).document
        assert hello.nonce == nonce
        self.server_nonce = hello.request_nonce
        return hello

    def enrolment_post(
        self,
        *,
        nonce: str | None = None,
        secret: bytes | None = None,
        mac_secret: bytes | None = None,
    ) -> bytes:
        """The body of an enrolment; another secret for all of it, or for its MAC alone."""
        nonce, secret = nonce or self.nonce(), secret or self.secret
        request = EnrolmentRequest(
            invitation=invitation_id(self.secret),
            nonce=nonce,
            signing_key=to_base64(self.signing.public.raw),
            exchange_key=to_base64(self.exchange.public.raw),
            device_name=self.name,
        )
        envelope = sealed(request, self.signing)
        code = mac(mac_key(mac_secret or secret, ENROLMENT_REQUEST_LABEL), envelope.body)
        post = EnrolmentPost(request=to_base64(envelope.to_bytes()), mac=code)
        return self.sealed_post(ENROLMENT_REQUEST_LABEL, post, nonce=nonce, secret=secret)

    def sealed_post(
        self, label: str, post: Part, *, nonce: str, secret: bytes | None = None
    ) -> bytes:
        """A body under the invitation's secret, or another one."""
        sealed_body = seal_post(
            secret or self.secret,
            label,
            post,
            invitation=invitation_id(self.secret),
            nonce=nonce,
        )
        return sealed_body.model_dump_json().encode()

    def open_reply(self, label: str, body: bytes, *, nonce: str) -> bytes:
        """What an answer to such a post holds."""
        reply = SealedReply.model_validate_json(body)
        invitation = invitation_id(self.secret)
        return open_reply(self.secret, label, reply, invitation=invitation, nonce=nonce)

    def enrol(self, *, nonce: str | None = None) -> EnrolmentAnswer | Refusal:
        """Enrol; verifies the answer's MAC and signature."""
        hello = self.hello()
        nonce = nonce or self.nonce()
        post = self.enrolment_post(nonce=nonce)
        self.last = self.transport("POST", ENROLMENTS, {}, post)
        if self.last.status != 200:
            return self.open_clear(self.last.body, Refusal)
        inner = self.open_reply(ENROLMENT_ANSWER_LABEL, self.last.body, nonce=nonce)
        reply = Certified.model_validate_json(inner)
        self.awaits_words = reply.awaits_words
        raw = from_base64(reply.answer)
        key = mac_key(self.secret, ENROLMENT_ANSWER_LABEL)
        assert mac_matches(reply.mac, key, read_envelope(raw).body)
        self.enrolled = self.open_clear(raw, EnrolmentAnswer)
        self.certificate = self.open_clear(from_base64(self.enrolled.certificate), Certificate)
        self.chain = self.chain or Chain(self.signing, hello.deployment)
        return self.enrolled

    def open_clear(self, body: bytes, model: type[_Doc]) -> _Doc:
        """A document that the server signed."""
        assert self.server_key is not None
        return opened(body, model, self.server_key).document

    def ask(
        self, method: str, target: str, model: type[_Answer], body: bytes = b""
    ) -> _Answer | Refusal:
        """A signed request and its verified answer, a document of the model or a Refusal."""
        if not self.server_nonce:
            self.hello()
        nonce = self.nonce()
        signature = sign_request(
            self.signing,
            method,
            target,
            body,
            server_nonce=self.server_nonce,
            request_nonce=nonce,
        )
        self.last = self.transport(method, target, signature.headers(), body)
        content = self.last.body
        if self.last.headers["content-type"] == SEALED_TYPE:
            content = open_sealed(
                self.exchange, content, info=ANSWER_INFO, aad=nonce.encode("ascii")
            )
        envelope = read_envelope(content)
        assert self.server_key is not None
        verify(envelope, self.server_key)
        kind, _ = kind_of(envelope.payload_type)
        answer: _Answer | Refusal
        if kind == Refusal.kind:
            answer = Refusal.from_body(envelope.body)
        else:
            answer = model.from_body(envelope.body)
        assert answer.nonce == nonce
        self.server_nonce = dict(answer)["request_nonce"]  # in every answer to a device
        return answer

    def arrived(self, envelope: Envelope) -> Arrived:
        """Deliver a packet, and what the server says of it."""
        answer = self.deliver(envelope)
        assert isinstance(answer, DeliveryAnswer)
        return answer.arrived[0]

    def deliver(self, *envelopes: Envelope | bytes) -> DeliveryAnswer | Refusal:
        """Deliver packets."""
        if self.intake is None:
            self.hello()
        raw = [each if isinstance(each, bytes) else each.to_bytes() for each in envelopes]
        delivery = Delivery(packets=tuple(to_base64(each) for each in raw))
        aad = self.signing.key_id.encode("ascii")
        assert self.intake is not None
        body = seal_to(self.intake, delivery.body(), info=DELIVERY_INFO, aad=aad)
        return self.ask("POST", PACKETS, DeliveryAnswer, body)


def manifest_of(desk: TestDesk) -> Opened[Manifest]:
    """The manifest that a desk is given."""
    batch = desk.ask("GET", "/v1/batch", BatchAnswer)
    assert isinstance(batch, BatchAnswer)
    assert desk.server_key is not None
    return opened(from_base64(batch.manifest), Manifest, desk.server_key)

"""HTTP with bounds: no redirects, stall timeouts, limited answers; its errors told as failures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reviewer_app.errors import AnswerCutOff, ConnectionStep, Found, NoConnection, NotOurServer
from reviewer_app.sync.backoff import seconds_asked
from reviewer_app.sync.http_errors import connection_failures
from reviewer_app.sync.lines import Lines
from reviewer_app.sync.proxies import FROM_SYSTEM, Proxy, ProxyChoice, proxy_for

if TYPE_CHECKING:
    from requests import Response, Session

CHUNK = 1 << 20
ANSWER_LIMIT = 64 << 20
_BUSY = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Transport:
    """Seconds without a byte until a connection, or an answer, counts as stalled; and how often a
    device asks in one conversation, where an answer is lost or altered on its way."""

    connect_timeout: float = 10.0
    stall_timeout: float = 30.0
    answer_limit: int = ANSWER_LIMIT
    tries: int = 3


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer, nothing in it verified; `retry_after` in seconds where it can be told."""

    status: int
    content_type: str
    body: bytes
    retry_after: str | None

    @property
    def unproved(self) -> Found:
        """What answered, where this does not carry the server's signature."""
        return Found.BUSY if self.status in _BUSY else Found.UNSIGNED


class Stream:
    """An answer whose body is still on its way."""

    def __init__(self, server: str, response: Response) -> None:
        self._server = server
        self._response = response
        self.status = response.status_code
        self.headers: Mapping[str, str] = response.headers
        self.content_type = response.headers.get("Content-Type", "").partition(";")[0].strip()

    @property
    def announced(self) -> int | None:
        """Content-Length, None where it is not said."""
        text = self.headers.get("Content-Length", "")
        return int(text) if text.isascii() and text.isdigit() else None

    def chunks(self) -> Iterator[bytes]:
        """The body as it comes, in pieces of at most 1 MiB; raises AnswerCutOff.

        Every byte that came is given out before the failure: a slow link resumes from it.
        """
        received = 0
        raw = self._response.raw
        raw.enforce_content_length = False  # it would swallow the last piece

        def so_far() -> tuple[int, int | None]:
            return received, self.announced

        while True:
            with connection_failures(self._server, so_far):
                chunk: bytes = raw.read1(CHUNK, decode_content=False)
            if not chunk:
                break
            received += len(chunk)
            yield chunk
        if self.announced is not None and received < self.announced:
            raise AnswerCutOff(self._server, received, self.announced)

    def body(self, limit: int) -> bytes:
        """The whole body; raises NotOurServer beyond `limit` bytes, and what `chunks` raises."""
        parts: list[bytes] = []
        size = 0
        for chunk in self.chunks():
            size += len(chunk)
            if size > limit:
                raise NotOurServer(self._server, Found.UNSIGNED)
            parts.append(chunk)
        return b"".join(parts)

    def require_no_page(self) -> None:
        """Raise NotOurServer for a redirect or a page: a sign-in page or a proxy spoke."""
        page = self.content_type.lower() in {"text/html", "application/xhtml+xml"}
        if page or 300 <= self.status < 400:
            raise NotOurServer(self._server, Found.HTML)


class Http:
    """Requests to one server, by the proxy that was chosen. One thread at a time."""

    def __init__(
        self,
        server: str,
        transport: Transport,
        lines: Lines,
        proxy: ProxyChoice = FROM_SYSTEM,
    ) -> None:
        self.server = server.rstrip("/")
        self.transport = transport
        self._lines = lines
        self._choice = proxy

    def ask(
        self, method: str, target: str, *, body: bytes = b"", headers: Mapping[str, str]
    ) -> Reply:
        """One request and its whole answer; `target` is path and query.

        Raises NoConnection, UntrustedCertificate, NotOurServer, AnswerCutOff.
        """
        with self.open(method, target, body=body, headers=headers) as stream:
            stream.require_no_page()
            content = stream.body(self.transport.answer_limit)
            if content.lstrip()[:1] == b"<":
                raise NotOurServer(self.server, Found.HTML)
            retry_after = seconds_asked(
                stream.headers.get("Retry-After"), stream.headers.get("Date")
            )
            return Reply(stream.status, stream.content_type, content, retry_after)

    @contextmanager
    def open(
        self, method: str, target: str, *, body: bytes = b"", headers: Mapping[str, str]
    ) -> Iterator[Stream]:
        """The answer as a stream, closed at the end; raises as `ask`."""
        proxy = self._proxy()
        with connection_failures(self.server):
            response = self._session.request(
                method,
                self.server + target,
                data=body or None,
                headers={"Accept-Encoding": "identity", **headers},
                timeout=(self.transport.connect_timeout, self.transport.stall_timeout),
                proxies={} if proxy is None else {"http": proxy.url, "https": proxy.url},
                allow_redirects=False,
                stream=True,
            )
        try:
            if response.status_code == 407:
                raise NoConnection(self.server, ConnectionStep.PROXY_SIGN_IN)
            yield Stream(self.server, response)
        finally:
            response.close()

    def beside(self) -> Http:
        """Another connection to the same server, for another thread; to be closed apart."""
        return Http(self.server, self.transport, self._lines, self._choice)

    def close(self) -> None:
        """Close what is open; nothing is made for it."""
        session = self.__dict__.pop("_session", None)
        if session is not None:
            session.close()

    def _proxy(self) -> Proxy | None:
        try:
            proxy = proxy_for(self.server, self._choice)
        except ValueError as error:
            raise NoConnection(self.server, ConnectionStep.PROXY) from error
        if proxy is not None and proxy.scheme not in ("http", "https"):
            raise NoConnection(self.server, ConnectionStep.PROXY)  # SOCKS is not spoken here
        return proxy

    @cached_property
    def _session(self) -> Session:
        # 100 ms to import, and never needed before the first window is there
        import requests

        from reviewer_app.sync.held import Held

        session = requests.Session()
        session.trust_env = False  # no .netrc, no list of authorities from the environment
        session.mount("http://", Held(self._lines))
        if urlsplit(self.server).scheme == "https":
            from reviewer_app.sync.tls import SystemTrust

            session.mount("https://", SystemTrust(self._lines))
        return session


Connect = Callable[[str], Http]

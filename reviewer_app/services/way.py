"""The connection to a server, a step at a time: its name, its port, the proxy, the certificate."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from reviewer_app.errors import CertificateFault
from reviewer_app.services.findings import Finding, Outcome
from reviewer_app.services.probing import Patient, TunnelRefused, open_tunnel
from reviewer_app.services.shown_certificate import read_certificate, shown_certificate
from reviewer_app.sync.clock import Clock, timestamp
from reviewer_app.sync.proxies import Proxy, ProxyChoice, proxy_for

_PORTS = {"https": 443, "http": 80}
_FAULTS = {
    CertificateFault.UNKNOWN_AUTHORITY: Finding.UNKNOWN_AUTHORITY,
    CertificateFault.OTHER_NAME: Finding.OTHER_NAME,
    CertificateFault.EXPIRED: Finding.EXPIRED,
    CertificateFault.NOT_YET_VALID: Finding.NOT_YET_VALID,
    CertificateFault.OTHER: Finding.UNTRUSTED,
}
Told = tuple[Outcome, Finding, Mapping[str, str]]


class EndsHere(Exception):
    """A step is not good; carries what was found."""

    def __init__(self, finding: Finding, **facts: str) -> None:
        super().__init__(finding)
        self.finding, self.facts = finding, facts


class Way:
    """The way to one server as far as a trusted connection; steps raise EndsHere."""

    def __init__(self, server: str, choice: ProxyChoice, clock: Clock, patient: Patient) -> None:
        self._server = server
        self._address = _split(server)
        self._choice = choice
        self._clock = clock
        self._patient = patient

    @property
    def proxy(self) -> Proxy | None:
        """The proxy on the way, by the choice that stands."""
        try:
            return proxy_for(self._server, self._choice)
        except ValueError as error:
            raise EndsHere(Finding.PROXY_UNSUPPORTED, proxy="?") from error

    def name(self) -> Told:
        """The addresses of the server, or of the proxy that asks for it."""
        host, port = self._next
        try:
            found = self._patient.addresses(host, port)
        except TimeoutError as error:
            raise EndsHere(Finding.NAME_SILENT, host=host) from error
        except (OSError, UnicodeError) as error:
            raise EndsHere(Finding.NAME_NOT_FOUND, host=host) from error
        return good(Finding.NAME_FOUND, host=host, addresses=", ".join(found))

    def tcp(self) -> Told:
        """A connection to its port."""
        host, at = self._next
        try:
            with self._patient.connected(host, at) as line:
                address, port = line.getpeername()[:2]
        except ConnectionRefusedError as error:
            raise EndsHere(Finding.REFUSED, host=host, port=str(at)) from error
        except TimeoutError as error:
            raise EndsHere(Finding.SILENT, host=host, port=str(at)) from error
        except OSError as error:
            raise EndsHere(
                Finding.UNREACHABLE, host=host, port=str(at), reason=said(error)
            ) from error
        return good(Finding.REACHED, address=str(address), port=str(port))

    def through_proxy(self) -> Told:
        """The way through the proxy."""
        proxy = self.proxy
        if proxy is None:
            return good(Finding.DIRECT)
        if proxy.scheme not in ("http", "https"):
            raise EndsHere(Finding.PROXY_UNSUPPORTED, proxy=f"{proxy.scheme} {proxy.place}")
        if self._address.scheme == "https" and proxy.scheme == "http":
            self._try_tunnel(proxy)
        return good(Finding.VIA_PROXY, proxy=proxy.place)

    def tls(self) -> Told:
        """Whether the certificate is trusted, and who signed it."""
        proxy = self.proxy
        if self._address.scheme == "http":
            here = proxy is None and self._is_here()
            return good(Finding.LOCAL_HTTP) if here else (Outcome.NOTED, Finding.HTTP, {})
        if proxy is not None and proxy.scheme == "https":
            return Outcome.SKIPPED, Finding.NOT_TRIED, {}  # TLS within TLS: the answer tells
        # 50 ms to import, and asked for only by those whose connection fails
        from reviewer_app.sync.http_errors import certificate_fault
        from reviewer_app.sync.tls import system_context

        try:
            with self._line() as line, _wrapped(system_context(), line, self._target[0]) as secure:
                shown = read_certificate(secure.getpeercert(binary_form=True) or b"")
        except ssl.SSLCertVerificationError as error:
            raise self._untrusted(certificate_fault(error), error) from error
        except OSError as error:
            finding = Finding.NO_TLS if isinstance(error, ssl.SSLError) else Finding.BROKE_OFF
            raise EndsHere(finding, reason=said(error)) from error
        facts = {"issuer": shown.issuer, "until": shown.until}
        if self._is_public():
            return Outcome.GOOD, Finding.TRUSTED, facts
        return Outcome.NOTED, Finding.PRIVATE_AUTHORITY, facts

    def _untrusted(self, fault: CertificateFault, error: OSError) -> EndsHere:
        try:
            with self._line() as line:
                shown = shown_certificate(line, self._target[0])
        except OSError:
            shown = read_certificate(b"")
        return EndsHere(
            _FAULTS[fault],
            issuer=shown.issuer,
            subject=shown.subject,
            names=", ".join(shown.names),
            since=shown.since,
            until=shown.until,
            clock=timestamp(self._clock()),
            reason=getattr(error, "verify_message", "") or said(error),
        )

    def _is_public(self) -> bool:
        """Whether also the public list of authorities vouches for the certificate."""
        from requests.utils import DEFAULT_CA_BUNDLE_PATH

        public = ssl.create_default_context(cafile=DEFAULT_CA_BUNDLE_PATH)
        try:
            with self._line() as line, _wrapped(public, line, self._target[0]):
                return True
        except ssl.SSLCertVerificationError:
            return False
        except OSError:
            return True  # nothing is claimed that was not seen

    @property
    def _target(self) -> tuple[str, int]:
        """Host and port of the server itself."""
        host, scheme = self._address.hostname, self._address.scheme
        if not host or scheme not in _PORTS:
            raise EndsHere(Finding.NO_ADDRESS, server=self._server)
        return host, self._address.port or _PORTS[scheme]

    @property
    def _next(self) -> tuple[str, int]:
        """Host and port to which the connection itself goes: the proxy's where there is one."""
        target, proxy = self._target, self.proxy
        return target if proxy is None else (proxy.host, proxy.port)

    def _try_tunnel(self, proxy: Proxy) -> None:
        try:
            with self._line():
                return
        except TunnelRefused as refused:
            if refused.status == 407:
                raise EndsHere(Finding.PROXY_SIGN_IN, proxy=proxy.place) from refused
            status = str(refused.status)
            raise EndsHere(Finding.PROXY_REFUSED, proxy=proxy.place, status=status) from refused
        except OSError as error:
            raise EndsHere(Finding.BROKE_OFF, reason=said(error)) from error

    @contextmanager
    def _line(self) -> Iterator[socket.socket]:
        """A connection as far as the server, through the proxy where there is one."""
        with self._patient.connected(*self._next) as line:
            proxy = self.proxy
            if proxy is not None:
                open_tunnel(line, proxy, *self._target)
            yield line

    def _is_here(self) -> bool:
        """Whether the server is on this very computer, so that nothing goes over a network."""
        with self._patient.connected(*self._target) as line:
            return ip_address(line.getpeername()[0].partition("%")[0]).is_loopback


def good(finding: Finding, **facts: str) -> Told:
    """What a step found that is as it should be."""
    return Outcome.GOOD, finding, facts


def said(error: OSError) -> str:
    """What the system says of an error, without numbers where it has words."""
    return error.strerror or str(error) or type(error).__name__


def _split(server: str) -> SplitResult:
    try:
        address = urlsplit(server)
        _ = address.port  # raises for what is no port
    except ValueError:
        return urlsplit("")
    return address


@contextmanager
def _wrapped(context: ssl.SSLContext, line: socket.socket, host: str) -> Iterator[ssl.SSLSocket]:
    with context.wrap_socket(line, server_hostname=host) as secure:
        yield secure

"""Where the way to a server ends: its name, its port, its TLS certificate, its signature."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from cryptography.x509 import load_der_x509_certificate
from cryptography.x509.oid import NameOID

from reviewer_app.errors import (
    AnswerCutOff,
    NoConnection,
    NotOurServer,
    ServerRefused,
    UntrustedCertificate,
)
from reviewer_app.services.rows import HTTP, LOCAL_HTTP, DiagnosisOutcome, DiagnosisStep
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.trust import TrustState

STEPS = ("name", "tcp", "tls", "signature")
PATIENCE = 10.0
"""Seconds that each step may take."""

_PORTS = {"https": 443, "http": 80}


class _EndsHere(Exception):
    """A step went wrong; its text is the fact."""


def diagnosed(
    server: str, trust: TrustState | None, connect: Callable[[str], ServerClient]
) -> tuple[DiagnosisStep, ...]:
    """All four steps; what comes after the first that is bad is skipped.

    `detail` is a fact: addresses; address and port; who signed the certificate and until which
    day it is valid (and, where it is not trusted, why), HTTP or LOCAL_HTTP; the server's version
    and the deployment's first 16 digits.
    """
    way = _Way(server, trust, connect)
    steps: list[DiagnosisStep] = []
    for name in STEPS:
        if steps and steps[-1].outcome is not DiagnosisOutcome.GOOD:
            steps.append(DiagnosisStep(name, DiagnosisOutcome.SKIPPED, ""))
            continue
        try:
            steps.append(DiagnosisStep(name, DiagnosisOutcome.GOOD, way.step(name)))
        except (_EndsHere, OSError) as error:
            steps.append(DiagnosisStep(name, DiagnosisOutcome.BAD, str(error) or repr(error)))
    return tuple(steps)


class _Way:
    def __init__(
        self, server: str, trust: TrustState | None, connect: Callable[[str], ServerClient]
    ) -> None:
        self._server = server
        self._address = _split(server)
        self._trust = trust
        self._connect = connect

    def step(self, name: str) -> str:
        match name:
            case "name":
                return self._name()
            case "tcp":
                return self._tcp()
            case "tls":
                return self._tls()
        return self._signature()

    @property
    def _host(self) -> str:
        if not self._address.hostname or self._address.scheme not in _PORTS:
            raise _EndsHere(self._server)
        return self._address.hostname

    @property
    def _port(self) -> int:
        return self._address.port or _PORTS[self._address.scheme]

    def _name(self) -> str:
        found = socket.getaddrinfo(self._host, self._port, type=socket.SOCK_STREAM)
        return ", ".join(dict.fromkeys(str(each[4][0]) for each in found))

    def _tcp(self) -> str:
        with socket.create_connection((self._host, self._port), timeout=PATIENCE) as connection:
            address, port = connection.getpeername()[:2]
        return f"{address} {port}"

    def _tls(self) -> str:
        if self._address.scheme == "http":
            return LOCAL_HTTP if self._is_here() else HTTP
        # 50 ms to import, and asked for only by those whose connection fails
        import truststore

        try:
            return _signed_by(self._certificate(truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)))
        except ssl.SSLCertVerificationError as error:
            unverified = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            unverified.check_hostname = False
            unverified.verify_mode = ssl.CERT_NONE  # only to tell whose certificate it is
            told = _signed_by(self._certificate(unverified))
            raise _EndsHere(f"{told}; {error.verify_message or error}") from error

    def _is_here(self) -> bool:
        """Whether the server is on this very computer, so that nothing goes over a network."""
        with socket.create_connection((self._host, self._port), timeout=PATIENCE) as connection:
            return ip_address(connection.getpeername()[0].partition("%")[0]).is_loopback

    def _certificate(self, context: ssl.SSLContext) -> bytes:
        """The certificate that the server shows, as DER."""
        with (
            socket.create_connection((self._host, self._port), timeout=PATIENCE) as plain,
            context.wrap_socket(plain, server_hostname=self._host) as secure,
        ):
            return secure.getpeercert(binary_form=True) or b""

    def _signature(self) -> str:
        client = self._connect(self._server)
        try:
            met = client.meet(self._trust)
        except NotOurServer as failure:
            raise _EndsHere(str(failure.found)) from failure
        except NoConnection as failure:
            raise _EndsHere(str(failure.step)) from failure
        except (UntrustedCertificate, AnswerCutOff, ServerRefused) as failure:
            raise _EndsHere(type(failure).__name__) from failure
        finally:
            client.close()
        return f"{met.hello.version}; {met.trust.deployment[:16]}"


def _split(server: str) -> SplitResult:
    try:
        address = urlsplit(server)
        _ = address.port  # raises for what is no port
    except ValueError:
        return urlsplit("")
    return address


def _signed_by(certificate: bytes) -> str:
    """Organisation or name of who signed it, and the day until which it is valid."""
    try:
        found = load_der_x509_certificate(certificate)
    except ValueError:
        return "?"
    for kind in (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME):
        names = found.issuer.get_attributes_for_oid(kind)
        if names:
            return f"{names[0].value!s}; {found.not_valid_after_utc:%Y-%m-%d}"
    return f"{found.issuer.rfc4514_string()}; {found.not_valid_after_utc:%Y-%m-%d}"

"""Errors of requests and urllib3, as the failures that they are."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import IncompleteRead

from reviewer_app.errors import (
    AnswerCutOff,
    CertificateFault,
    ConnectionStep,
    ExpectedFailure,
    NoConnection,
    UntrustedCertificate,
)
from reviewer_app.sync.clock import Clock, timestamp, utc_now

Received = Callable[[], tuple[int, int | None]]

_FAULTS = {
    9: CertificateFault.NOT_YET_VALID,
    10: CertificateFault.EXPIRED,
    18: CertificateFault.UNKNOWN_AUTHORITY,  # signed by itself
    19: CertificateFault.UNKNOWN_AUTHORITY,  # its authority is signed by itself
    20: CertificateFault.UNKNOWN_AUTHORITY,
    21: CertificateFault.UNKNOWN_AUTHORITY,
    62: CertificateFault.OTHER_NAME,
    64: CertificateFault.OTHER_NAME,  # an address
}
"""By the codes of OpenSSL's X509_verify_cert_error_string."""

_WORDS = {
    "not yet valid": CertificateFault.NOT_YET_VALID,
    "expired": CertificateFault.EXPIRED,
    "mismatch": CertificateFault.OTHER_NAME,
    "not trusted": CertificateFault.UNKNOWN_AUTHORITY,
    "not standards compliant": CertificateFault.OTHER,
}
"""By what other systems than Linux say."""


@contextmanager
def connection_failures(
    server: str, received: Received | None = None, clock: Clock = utc_now
) -> Iterator[None]:
    """Raise the library's errors inside as failures.

    `received` is given while a body is read: bytes received, and bytes announced.
    """
    # slow to import, and not needed before the first request
    from requests.exceptions import RequestException
    from urllib3.exceptions import HTTPError

    try:
        yield
    except (RequestException, HTTPError) as error:
        raise _failure(server, error, received, clock) from error


def certificate_fault(error: ssl.SSLCertVerificationError) -> CertificateFault:
    """Why a certificate was not trusted."""
    known = _FAULTS.get(getattr(error, "verify_code", 0))
    if known is not None:
        return known
    said = str(error).lower()
    return next((fault for word, fault in _WORDS.items() if word in said), CertificateFault.OTHER)


def _failure(
    server: str, error: Exception, received: Received | None, clock: Clock
) -> ExpectedFailure:
    from requests import exceptions

    causes = list(_causes(error))
    if isinstance(error, exceptions.ProxyError):
        return NoConnection(server, _proxy_step(causes))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            fault = certificate_fault(cause)
            return UntrustedCertificate(server, str(cause), fault, timestamp(clock()))
    if received is not None:
        return AnswerCutOff(server, *received())
    if isinstance(error, exceptions.SSLError):
        return NoConnection(server, ConnectionStep.TLS)
    if any(isinstance(cause, IncompleteRead) for cause in causes):
        return AnswerCutOff(server, 0, None)  # within its head
    if isinstance(error, exceptions.Timeout):
        return NoConnection(server, ConnectionStep.TIMEOUT)
    if isinstance(error, exceptions.InvalidProxyURL):
        return NoConnection(server, ConnectionStep.PROXY)
    if isinstance(
        error, (exceptions.InvalidURL, exceptions.MissingSchema, exceptions.InvalidSchema)
    ):
        return NoConnection(server, ConnectionStep.NAME)
    return NoConnection(server, _step(causes))


def _step(causes: list[BaseException]) -> ConnectionStep:
    from urllib3.exceptions import NameResolutionError, NewConnectionError

    if any(isinstance(cause, NameResolutionError) for cause in causes):
        return ConnectionStep.NAME
    if any(isinstance(cause, NewConnectionError) for cause in causes):
        return ConnectionStep.TCP
    return ConnectionStep.ANSWER


def _proxy_step(causes: list[BaseException]) -> ConnectionStep:
    """urllib3 tells a refused tunnel by an OSError whose text begins so."""
    said = "Tunnel connection failed: 407"
    signs_in = any(isinstance(each, OSError) and str(each).startswith(said) for each in causes)
    return ConnectionStep.PROXY_SIGN_IN if signs_in else ConnectionStep.PROXY


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The errors inside: urllib3 keeps the reason as an argument or an attribute."""
    seen: list[BaseException] = [error]
    while seen:
        cause = seen.pop()
        yield cause
        inner = [*cause.args, getattr(cause, "reason", None)]
        seen.extend(each for each in inner if isinstance(each, BaseException) and each is not cause)

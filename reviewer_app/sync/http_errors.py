"""Errors of requests and urllib3, as the failures that they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reviewer_app.errors import (
    AnswerCutOff,
    ConnectionStep,
    ExpectedFailure,
    NoConnection,
    UntrustedCertificate,
)

Received = Callable[[], tuple[int, int | None]]


@contextmanager
def connection_failures(server: str, received: Received | None = None) -> Iterator[None]:
    """Raise the library's errors inside as failures.

    `received` is given while a body is read: bytes received, and bytes announced.
    """
    # slow to import, and not needed before the first request
    from requests.exceptions import RequestException
    from urllib3.exceptions import HTTPError

    try:
        yield
    except (RequestException, HTTPError) as error:
        raise _failure(server, error, received) from error


def _failure(server: str, error: Exception, received: Received | None) -> ExpectedFailure:
    from http.client import IncompleteRead

    from requests import exceptions

    if isinstance(error, exceptions.ProxyError):
        return NoConnection(server, ConnectionStep.PROXY)
    if isinstance(error, exceptions.SSLError):
        return UntrustedCertificate(server, str(_deepest(error)))
    if received is not None:
        return AnswerCutOff(server, *received())
    if any(isinstance(cause, IncompleteRead) for cause in _causes(error)):
        return AnswerCutOff(server, 0, None)  # within its head
    if isinstance(error, exceptions.Timeout):
        return NoConnection(server, ConnectionStep.TIMEOUT)
    if isinstance(error, (exceptions.InvalidURL, exceptions.MissingSchema)):
        return NoConnection(server, ConnectionStep.NAME)
    if isinstance(error, exceptions.InvalidSchema):
        return NoConnection(server, ConnectionStep.NAME)
    return NoConnection(server, _step(error))


def _step(error: Exception) -> ConnectionStep:
    from urllib3.exceptions import NameResolutionError, NewConnectionError

    causes = list(_causes(error))
    if any(isinstance(cause, NameResolutionError) for cause in causes):
        return ConnectionStep.NAME
    if any(isinstance(cause, NewConnectionError) for cause in causes):
        return ConnectionStep.TCP
    return ConnectionStep.ANSWER


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The errors inside: urllib3 keeps the reason as an argument or an attribute."""
    seen: list[BaseException] = [error]
    while seen:
        cause = seen.pop()
        yield cause
        inner = [*cause.args, getattr(cause, "reason", None)]
        seen.extend(each for each in inner if isinstance(each, BaseException) and each is not cause)


def _deepest(error: BaseException) -> BaseException:
    return list(_causes(error))[-1]

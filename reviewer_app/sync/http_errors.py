"""Errors of requests and urllib3, as the failures that they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reviewer_app.errors import (
    AnswerCutOff,
    ConnectionStep,
    ExpectedFailure,
    NoConnection,
    UntrustedCertificate,
)

if TYPE_CHECKING:
    from requests.exceptions import RequestException

Received = Callable[[], tuple[int, int | None]]


@contextmanager
def connection_failures(server: str, received: Received | None = None) -> Iterator[None]:
    """Raise the library's errors inside as failures.

    `received` is given while a body is read: bytes received, and bytes announced.
    """
    from requests.exceptions import RequestException  # slow, and not needed before a request

    try:
        yield
    except RequestException as error:
        raise _failure(server, error, received) from error


def _failure(server: str, error: RequestException, received: Received | None) -> ExpectedFailure:
    from requests import exceptions

    if isinstance(error, exceptions.ProxyError):
        return NoConnection(server, ConnectionStep.PROXY)
    if isinstance(error, exceptions.SSLError):
        return UntrustedCertificate(server, str(_deepest(error)))
    if received is not None:
        return AnswerCutOff(server, *received())
    if isinstance(error, exceptions.Timeout):
        return NoConnection(server, ConnectionStep.TIMEOUT)
    if isinstance(error, (exceptions.InvalidURL, exceptions.MissingSchema)):
        return NoConnection(server, ConnectionStep.NAME)
    if isinstance(error, exceptions.InvalidSchema):
        return NoConnection(server, ConnectionStep.NAME)
    return NoConnection(server, _step(error))


def _step(error: RequestException) -> ConnectionStep:
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

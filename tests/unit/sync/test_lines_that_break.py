"""Connections that are refused, reset, stalled or answered wrongly, at each of their stages."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reviewer_app.errors import (
    AnswerCutOff,
    CertificateFault,
    ConnectionStep,
    ExpectedFailure,
    Found,
    NoConnection,
    NotOurServer,
    UntrustedCertificate,
)
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.http import Transport
from tests.builders.lines import (
    Serve,
    a_listener,
    answers,
    behind_tls,
    closes_after_request,
    keeps_silent,
    resets,
    resets_after_request,
    resets_before_reading,
)
from tests.system.authorities import Authority, an_authority

pytestmark = pytest.mark.campaign

IMPATIENT = Transport(connect_timeout=5, stall_timeout=0.3, answer_limit=1 << 20)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@contextmanager
def meeting(address: str, transport: Transport = IMPATIENT) -> Iterator[Callable[[], object]]:
    client = ServerClient(address, transport=transport)
    try:
        yield lambda: client.meet(None)
    finally:
        client.close()


def failure_of(serve: Serve, address: str = "http://127.0.0.1") -> ExpectedFailure:
    """What meeting a server that behaves like this fails with."""
    with (
        a_listener(serve) as port,
        meeting(f"{address}:{port}") as meet,
        pytest.raises(ExpectedFailure) as told,
    ):
        meet()
    return told.value


@pytest.mark.parametrize(
    "serve",
    [
        resets_before_reading,
        resets_after_request,
        closes_after_request,
        answers(b"\0\1nonsense\r\n\r\n"),
    ],
)
def test_a_line_that_breaks_before_an_answer(serve: Serve):
    failure = failure_of(serve)
    assert isinstance(failure, NoConnection)
    assert failure.step is ConnectionStep.ANSWER


def test_a_line_that_breaks_as_it_comes_about():
    """Whether there was a connection yet depends on who looks first."""
    failure = failure_of(resets)
    assert isinstance(failure, NoConnection)
    assert failure.step in (ConnectionStep.TCP, ConnectionStep.ANSWER)


def test_a_line_that_is_silent_is_given_up_after_the_stall_timeout():
    failure = failure_of(keeps_silent)
    assert isinstance(failure, NoConnection)
    assert failure.step is ConnectionStep.TIMEOUT


@pytest.mark.parametrize(
    "raw",
    [
        HEAD + b"Content-Length: 100\r\n\r\nhalf of it",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n64\r\nhalf of it",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n6\r\n{'ok':\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nno length",
        HEAD,
        b"HTTP/1.1 200",
    ],
)
@pytest.mark.parametrize("then", [None, resets, keeps_silent])
def test_an_answer_that_ends_early_is_never_taken_for_a_whole_one(raw: bytes, then: Serve | None):
    failure = failure_of(answers(raw, then))
    assert isinstance(failure, (AnswerCutOff, NoConnection)), failure
    if isinstance(failure, NoConnection):
        assert failure.step in (ConnectionStep.ANSWER, ConnectionStep.TIMEOUT)


@pytest.mark.parametrize("length", [b"5, 6", b"-5", b"soon", b"99999999999999999999"])
def test_a_length_that_is_none_brings_nothing_down(length: bytes):
    assert isinstance(
        failure_of(answers(HEAD + b"Content-Length: " + length + b'\r\n\r\n{"ok":1}')),
        (AnswerCutOff, NotOurServer, NoConnection),
    )


def an_endless_head(line: socket.socket) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        line.sendall(b"X-More: and more\r\n" * 100)


def test_a_head_without_end_is_left():
    assert isinstance(failure_of(an_endless_head), NoConnection)


def a_kilobyte_a_second(raw: bytes) -> Serve:
    def serve(line: socket.socket) -> None:
        for at in range(0, len(raw), 100):
            line.sendall(raw[at : at + 100])
            time.sleep(0.1)

    return serve


def test_a_slow_answer_has_all_the_time_it_needs():
    """Three times the stall timeout, and every byte is waited for."""
    body = b'{"not": "signed"}' + b" " * 900
    raw = HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body
    began = time.monotonic()
    failure = failure_of(a_kilobyte_a_second(raw))
    assert isinstance(failure, NotOurServer)  # it was read to its end
    assert failure.found is Found.UNSIGNED
    assert time.monotonic() - began > 3 * IMPATIENT.stall_timeout


@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.1 302 Found\r\nLocation: http://sign-in.hotel.example/\r\n"
        b"Content-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>",
        b"HTTP/1.1 511 Network Authentication Required\r\nContent-Type: text/html\r\n"
        b"Content-Length: 6\r\n\r\n<html>",
    ],
)
def test_a_captive_portal_is_told_as_such(raw: bytes):
    failure = failure_of(answers(raw))
    assert isinstance(failure, NotOurServer)
    assert failure.found is Found.HTML


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """One that this computer trusts, and no other."""
    authority = an_authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
    return authority


SECURE = "https://localhost"


@pytest.mark.parametrize(
    ("certified", "fault"),
    [
        ({"since": -800, "until": -700}, CertificateFault.EXPIRED),
        ({"since": 700, "until": 800}, CertificateFault.NOT_YET_VALID),
        ({"name": "another.example.org"}, CertificateFault.OTHER_NAME),
    ],
)
def test_a_certificate_of_another_time_or_name(
    authority: Authority, tmp_path: Path, certified: dict, fault: CertificateFault
):
    failure = failure_of(behind_tls(authority.certify(tmp_path, **certified)), SECURE)
    assert isinstance(failure, UntrustedCertificate)
    assert failure.fault is fault
    assert failure.clock != ""


def test_an_interceptors_certificate_is_not_trusted(
    authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "stranger").mkdir()
    stranger = an_authority(tmp_path / "stranger", "A hotel's filter")
    # what the environment names for other programs changes nothing
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(stranger.file))
    monkeypatch.setenv("CURL_CA_BUNDLE", str(stranger.file))
    failure = failure_of(behind_tls(stranger.certify(tmp_path)), SECURE)
    assert isinstance(failure, UntrustedCertificate)
    assert failure.fault is CertificateFault.UNKNOWN_AUTHORITY


def test_the_systems_own_authorities_are_trusted_and_no_other_list(
    authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Requests brings a list of its own; an authority that only stands there is not believed."""
    serve = behind_tls(authority.certify(tmp_path), answers(HEAD + b"Content-Length: 2\r\n\r\n{}"))
    assert isinstance(failure_of(serve, SECURE), NotOurServer)  # TLS held, the signature did not
    monkeypatch.delenv("SSL_CERT_FILE")
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(authority.file))
    assert isinstance(failure_of(serve, SECURE), UntrustedCertificate)


def resets_within_the_handshake(line: socket.socket) -> None:
    line.recv(1)
    resets(line)


def speaks_http(line: socket.socket) -> None:
    line.recv(65536)
    line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


@pytest.mark.parametrize("serve", [resets_within_the_handshake, speaks_http])
def test_what_speaks_no_tls_is_no_certificate_of_a_stranger(serve: Serve):
    failure = failure_of(serve, SECURE)
    assert isinstance(failure, NoConnection)
    assert failure.step in (ConnectionStep.TLS, ConnectionStep.ANSWER)


def test_a_reset_within_tls(authority: Authority, tmp_path: Path):
    failure = failure_of(behind_tls(authority.certify(tmp_path), resets_after_request), SECURE)
    assert isinstance(failure, NoConnection)
    assert failure.step is ConnectionStep.ANSWER

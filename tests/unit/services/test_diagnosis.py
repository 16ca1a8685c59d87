"""What is found on the way to a server whose TLS certificate nobody here trusts."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from reviewer_app.services.diagnosis import diagnosed
from reviewer_app.services.rows import LOCAL_HTTP
from reviewer_app.sync.client import ServerClient
from tests.unit.sync.network import Network, a_network, said


def an_unknown_certificate(path: Path) -> None:
    """Key and certificate, signed by nobody that this computer knows."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Example Proxy Ltd"),
            x509.NameAttribute(NameOID.COMMON_NAME, "localhost"),
        ]
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2036, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(private + certificate.public_bytes(Encoding.PEM))


@pytest.fixture
def strange_tls(tmp_path: Path) -> Iterator[str]:
    an_unknown_certificate(tmp_path / "tls.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "tls.pem")
    listening = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        with suppress(OSError):  # the listening socket was closed
            while True:
                plain, _ = listening.accept()
                with plain, suppress(OSError), context.wrap_socket(plain, server_side=True):
                    pass

    thread = threading.Thread(target=answer)
    thread.start()
    yield f"https://localhost:{listening.getsockname()[1]}"
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join()


def outcomes(server: str) -> list[str]:
    return [step.outcome.value for step in diagnosed(server, None, ServerClient)]


def test_it_is_told_who_signed_a_certificate_that_nobody_trusts(strange_tls):
    steps = diagnosed(strange_tls, None, ServerClient)
    assert [step.outcome.value for step in steps] == ["good", "good", "bad", "skipped"]
    assert steps[2].detail.startswith("Example Proxy Ltd; 2036-01-01; ")
    assert "self" in steps[2].detail


def test_something_else_that_answers_is_no_server_of_ours():
    with a_network() as network:
        network.spoil("/v1/hello", said(b"<html>", content_type="text/html"), reaching=False)
        steps = diagnosed(network.address, None, ServerClient)
    assert [step.outcome.value for step in steps] == ["good", "good", "good", "bad"]
    assert steps[3].detail == "html"


def test_each_step_that_fails_skips_the_rest():
    assert outcomes("http://127.0.0.1:9") == ["good", "bad", "skipped", "skipped"]
    assert outcomes("http://no-such-name.invalid") == ["bad", "skipped", "skipped", "skipped"]
    for no_address in ("", "reviews", "ftp://example.org", "http://[", "http://a:99999"):
        assert outcomes(no_address) == ["bad", "skipped", "skipped", "skipped"]


def test_the_network_of_the_tests_is_there(network: Network):
    assert outcomes(network.address) == ["good"] * 4


def test_a_server_on_this_computer_needs_no_certificate(network: Network):
    assert diagnosed(network.address, None, ServerClient)[2].detail == LOCAL_HTTP

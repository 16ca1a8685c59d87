"""The real process with a certificate of its own: TLS 1.2 and newer, and headers on everything."""

import http.client
import socket
import ssl
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.builders.certificates import a_self_signed_certificate
from tests.builders.processes import a_server_process
from tests.builders.server import ServerFolder, a_server_folder

pytestmark = pytest.mark.campaign

NONCE = "ab" * 16
HELLO = f"/v1/hello?nonce={NONCE}"
EVERYWHERE = {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


def trusting(pem: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=str(pem))
    context.check_hostname = True
    return context


def headers_of(connection: http.client.HTTPConnection, method: str, target: str, **given: str):
    connection.request(method, target, headers=given)
    answer = connection.getresponse()
    answer.read()
    return answer.status, {name.lower(): text for name, text in answer.getheaders()}


def ask_for_everything(connection: http.client.HTTPConnection, blob: str):
    """Good and bad requests, each with the status that is expected."""
    for method, target, status in (
        ("GET", HELLO, 200),
        ("GET", "/v1/log/checkpoint", 200),
        ("GET", "/openapi.json", 200),
        ("GET", "/docs", 404),
        ("GET", "/redoc", 404),
        ("GET", "/docs/oauth2-redirect", 404),
        ("GET", "/", 404),
        ("GET", "/v1/hello", 422),
        ("POST", "/v1/sealed-enrolments", 422),
        ("POST", "/v1/certificates", 422),
        ("GET", "/v1/state", 422),
        ("TRACE", "/v1/state", 404),
        ("GET", f"/v1/blobs/{blob}", 200),
    ):
        found, headers = headers_of(connection, method, target)
        assert found == status, (method, target)
        yield target, headers


def test_headers_over_tls(tmp_path):
    built = a_server_folder(tmp_path)
    blob = next(built.home.blobs.iterdir()).name
    pem = a_self_signed_certificate(tmp_path)
    pem.chmod(0o600)
    with a_server_process(built.path, "--certfile", str(pem), "--keyfile", str(pem)) as server:
        port = urlsplit(server.url).port
        assert server.url.startswith("https://")
        connection = http.client.HTTPSConnection(
            "localhost", port, timeout=30, context=trusting(pem)
        )
        connection.connect()
        assert connection.sock.version() == "TLSv1.3"
        for target, headers in ask_for_everything(connection, blob):
            assert EVERYWHERE.items() <= headers.items(), target
            assert headers["strict-transport-security"] == "max-age=31536000"
            assert "server" not in headers
            kept = "public, max-age=31536000, immutable" if "/blobs/" in target else "no-store"
            assert headers["cache-control"] == kept
        connection.close()
        assert server.stop() == 0


def test_without_tls_nobody_is_told_to_come_by_tls(tmp_path):
    built = a_server_folder(tmp_path)
    blob = next(built.home.blobs.iterdir()).name
    with a_server_process(built.path) as server:
        connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=30)
        for target, headers in ask_for_everything(connection, blob):
            assert EVERYWHERE.items() <= headers.items(), target
            assert "strict-transport-security" not in headers
        connection.close()


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_old_versions_of_tls_are_not_spoken(tmp_path):
    built = a_server_folder(tmp_path)
    pem = a_self_signed_certificate(tmp_path)
    with a_server_process(built.path, "--certfile", str(pem), "--keyfile", str(pem)) as server:
        port = urlsplit(server.url).port

        def version(newest: ssl.TLSVersion) -> str | None:
            context = trusting(pem)
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = newest
            with (
                socket.create_connection(("localhost", port), 30) as line,
                context.wrap_socket(line, server_hostname="localhost") as spoken,
            ):
                return spoken.version()

        assert version(ssl.TLSVersion.TLSv1_2) == "TLSv1.2"
        for old in (ssl.TLSVersion.TLSv1_1, ssl.TLSVersion.TLSv1):
            with pytest.raises(ssl.SSLError):
                version(old)


def serve(built: ServerFolder, *arguments: object) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "central_server", "--home", built.path, "--lang", "en"]
    return subprocess.run(
        [*command, "serve", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_files_that_do_not_belong_together_are_one_sentence(tmp_path):
    built = a_server_folder(tmp_path)
    one = a_self_signed_certificate(tmp_path)
    one = one.rename(tmp_path / "one.pem")
    two = a_self_signed_certificate(tmp_path)
    done = serve(built, "--certfile", one, "--keyfile", two)
    assert (done.returncode, done.stdout) == (1, "")
    assert "is not this certificate's" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_a_key_that_others_can_read_is_warned_of(tmp_path):
    built = a_server_folder(tmp_path)
    pem = a_self_signed_certificate(tmp_path)
    for mode, warned in ((0o644, True), (0o600, False)):
        pem.chmod(mode)
        log = tmp_path / f"{mode}.log"
        arguments = ("--certfile", str(pem), "--keyfile", str(pem))
        with a_server_process(built.path, *arguments, log=log) as server:
            server.stop()
        assert ("chmod 600" in log.read_text(encoding="utf-8")) is warned

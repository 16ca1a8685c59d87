"""The real process: says where it listens, answers, logs without contents, stops when told."""

import contextlib
import json
import signal
import socket
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from review_protocol.documents.answers import StateAnswer
from review_protocol.documents.leaf import Disposition
from tests.builders.desks import TestDesk
from tests.builders.processes import a_server_process
from tests.builders.server import a_server_folder


def test_a_desk_enrols_and_delivers_to_the_real_process(tmp_path):
    built = a_server_folder(tmp_path, declared=True)
    port_file = tmp_path / "port"
    with a_server_process(built.path, "--port-file", str(port_file)) as server:
        assert server.url == f"http://127.0.0.1:{port_file.read_text().strip()}"
        desk = TestDesk(server.transport, built.people["reviewer"].secret)
        desk.enrol()
        scores = [desk.chain.score(case, built.rubric) for case in built.cases]
        first = desk.deliver(*scores)
        assert [each.disposition for each in first.arrived] == [Disposition.COUNTED] * 2
        assert server.stop() == 0
    with a_server_process(built.path) as server:
        desk.transport = server.transport
        assert desk.deliver(*scores).arrived == first.arrived


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_when_told(tmp_path, number):
    built = a_server_folder(tmp_path)
    with a_server_process(built.path) as server:
        assert server.stop(number) == 0


def test_its_log_has_figures_and_no_contents(tmp_path):
    built = a_server_folder(tmp_path)
    with a_server_process(built.path) as server:
        desk = TestDesk(server.transport, built.people["reviewer"].secret)
        desk.enrol()
        desk.ask("GET", "/v1/state?size=0", StateAnswer)
        desk.transport("GET", "/v1/blobs/" + "0" * 64, {}, b"")
        server.stop()
    lines = [json.loads(line) for line in server.log.read_text(encoding="utf-8").splitlines()]
    requests = [line for line in lines if line["logger"] == "central_server.access"]
    assert [(each["method"], each["resource"], each["status"]) for each in requests] == [
        ("GET", "/v1/hello", 200),
        ("POST", "/v1/sealed-enrolments", 200),
        ("GET", "/v1/state", 200),
        ("GET", "/v1/blobs/{cipher_sha256}", 404),
    ]
    assert requests[2]["kid"] == desk.signing.key_id
    assert requests[2]["bytes"] > 0
    text = server.log.read_text(encoding="utf-8")
    for secret in ("reviewer", desk.secret.hex(), "nonce", "0" * 64):
        assert secret not in text


def test_beyond_this_machine_it_wants_tls(tmp_path):
    built = a_server_folder(tmp_path)
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "central_server",
            "--home",
            built.path,
            "serve",
            "--host",
            "0.0.0.0",
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 1
    assert "0.0.0.0" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.campaign
@pytest.mark.parametrize("behind", [False, True])
def test_only_behind_a_proxy_is_its_word_on_addresses_taken(tmp_path, behind):
    built = a_server_folder(tmp_path)
    options = ("--behind-proxy",) if behind else ()
    with a_server_process(built.path, *options) as server:
        desk = TestDesk(server.transport, built.people["reviewer"].secret)
        desk.hello()
        statuses = [
            desk.transport(
                "POST",
                "/v1/sealed-enrolments",
                {"X-Forwarded-For": f"192.0.2.{guess}"},
                desk.enrolment_post(secret=bytes([guess]) * 16),
            ).status
            for guess in range(7)
        ]
    assert statuses == ([404] * 7 if behind else [404] * 5 + [429] * 2)


@pytest.mark.campaign
def test_a_head_beyond_all_measure_is_refused_and_the_server_goes_on(tmp_path):
    built = a_server_folder(tmp_path)
    with a_server_process(built.path) as server:
        address = urlsplit(server.url)
        with socket.create_connection((address.hostname, address.port), 30) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"x" * (1 << 18))
            with contextlib.suppress(ConnectionResetError):
                answer = connection.recv(4096)
                assert answer.startswith(b"HTTP/1.1 400")
        assert server.transport("GET", f"/v1/hello?nonce={'ab' * 16}", {}, b"").status == 200

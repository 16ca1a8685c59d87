"""What is found on the way to a server, step by step, whatever stands in the way."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reviewer_app.services.diagnosis import Diagnosis, KnownLog
from reviewer_app.services.findings import Finding, Outcome, Step, StepFound
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.proxies import ProxyChoice, ProxyMode
from reviewer_app.sync.trust import TrustState
from tests.builders.lines import (
    Serve,
    a_listener,
    a_proxy,
    answers,
    behind_tls,
    keeps_silent,
    resets_after_request,
)
from tests.builders.world import SignedWorld
from tests.system.authorities import Authority, an_authority
from tests.unit.sync.network import Network, a_network, said

NAMES = ("http_proxy", "https_proxy", "no_proxy", "all_proxy")
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    authority = an_authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
    return authority


def found(diagnosis: Diagnosis) -> dict[Step, StepFound]:
    return {step: diagnosis.run(step) for step in Step}


def diagnosed(server: str, trust: TrustState | None = None, **more) -> dict[Step, StepFound]:
    return found(Diagnosis(server, trust, **{"patience": 5.0, **more}))


def end_of(steps: dict[Step, StepFound]) -> StepFound:
    """The step that failed; all between it and the clock are skipped."""
    (bad,) = [each for each in steps.values() if each.outcome is Outcome.BAD]
    after = list(Step)[list(Step).index(bad.step) + 1 : list(Step).index(Step.CLOCK)]
    assert [steps[step].finding for step in after] == [Finding.NOT_TRIED] * len(after)
    return bad


def trust_of(network: Network) -> TrustState:
    client = ServerClient(network.address)
    try:
        return client.meet(None).trust
    finally:
        client.close()


def test_the_whole_way_to_a_server_on_this_computer(network: Network, folder):
    now = folder.clock.now
    steps = diagnosed(
        network.address, trust_of(network), clock=lambda: now, log=KnownLog(7, split=False)
    )
    assert [each.finding for each in steps.values()] == [
        Finding.NAME_FOUND,
        Finding.REACHED,
        Finding.DIRECT,
        Finding.LOCAL_HTTP,
        Finding.ANSWERED,
        Finding.OURS,
        Finding.CLOCK_RIGHT,
        Finding.LOG_CONTINUES,
    ]
    assert {each.outcome for each in steps.values()} == {Outcome.GOOD}
    assert steps[Step.LOG].facts == {"size": "7"}


@pytest.mark.parametrize("apart", [timedelta(days=-730), timedelta(days=730)])
def test_a_clock_two_years_off_is_told_and_stops_nothing(network: Network, folder, apart):
    now = folder.clock.now + apart
    steps = diagnosed(network.address, trust_of(network), clock=lambda: now)
    assert steps[Step.SIGNATURE].outcome is Outcome.GOOD
    clock = steps[Step.CLOCK]
    assert (clock.outcome, clock.finding) == (Outcome.NOTED, Finding.CLOCK_OFF)
    assert abs(int(clock.facts["seconds"]) - apart.total_seconds()) < 60


def test_a_clock_behind_what_was_signed_long_ago_is_recognised_without_the_server():
    world = SignedWorld()
    trust = TrustState.first(world.root.public, world.trust_envelope.to_bytes())
    steps = diagnosed("http://127.0.0.1:9", trust, clock=lambda: datetime(2024, 7, 1, tzinfo=UTC))
    assert steps[Step.CLOCK].finding is Finding.CLOCK_BEHIND
    assert steps[Step.CLOCK].facts["own"].startswith("2024-07-01")


@pytest.mark.parametrize(
    "server", ["", "reviews", "ftp://example.org", "http://[", "http://a:99999"]
)
def test_an_address_that_is_none(server: str):
    assert end_of(diagnosed(server)).finding is Finding.NO_ADDRESS


def test_a_name_that_nobody_knows():
    bad = end_of(diagnosed("http://no-such-name.invalid"))
    assert (bad.finding, bad.facts) == (Finding.NAME_NOT_FOUND, {"host": "no-such-name.invalid"})


def test_a_port_that_refuses():
    bad = end_of(diagnosed("http://127.0.0.1:9"))
    assert (bad.step, bad.finding) == (Step.TCP, Finding.REFUSED)


@pytest.mark.parametrize(
    ("answer", "leads_to"),
    [
        (said(b"<html>", content_type="text/html"), ""),
        (said(b"<html>", content_type="application/json"), ""),
        (said(b"", status=302, Location="http://login.hotel.example/x"), "login.hotel.example"),
        (said(b"", status=511, content_type="text/html"), ""),
    ],
)
def test_a_captive_portal_is_recognised(answer, leads_to: str):
    with a_network() as network:
        network.spoil("/v1/hello", answer, reaching=False)
        bad = end_of(diagnosed(network.address))
    assert (bad.step, bad.finding) == (Step.ANSWER, Finding.PAGE)
    assert bad.facts["leads_to"] == leads_to


def test_something_else_that_answers_is_no_server_of_ours():
    with a_listener(answers(OK)) as port:
        bad = end_of(diagnosed(f"http://127.0.0.1:{port}"))
    assert (bad.step, bad.finding) == (Step.SIGNATURE, Finding.UNSIGNED)


def test_another_programmes_server_is_not_ours(network: Network):
    world = SignedWorld()
    trust = TrustState.first(world.root.public, world.trust_envelope.to_bytes())
    assert end_of(diagnosed(network.address, trust)).finding is Finding.OTHER_KEY


@pytest.mark.parametrize(
    ("serve", "finding"),
    [(keeps_silent, Finding.NO_ANSWER), (resets_after_request, Finding.NO_ANSWER)],
)
def test_a_server_that_does_not_answer(serve: Serve, finding: Finding):
    with a_listener(serve) as port:
        bad = end_of(diagnosed(f"http://127.0.0.1:{port}", patience=0.3))
    assert (bad.step, bad.finding) == (Step.ANSWER, finding)


def test_a_certificate_that_only_this_computer_trusts_looks_like_a_filter(
    authority: Authority, tmp_path: Path
):
    with a_listener(behind_tls(authority.certify(tmp_path), answers(OK))) as port:
        steps = diagnosed(f"https://localhost:{port}")
    tls = steps[Step.TLS]
    assert (tls.outcome, tls.finding) == (Outcome.NOTED, Finding.PRIVATE_AUTHORITY)
    assert tls.facts["issuer"] == "An employer's authority"
    assert end_of(steps).finding is Finding.UNSIGNED


@pytest.mark.parametrize(
    ("certified", "finding", "fact"),
    [
        ({"since": -800, "until": -700}, Finding.EXPIRED, "until"),
        ({"since": 700, "until": 800}, Finding.NOT_YET_VALID, "since"),
        ({"name": "other.example.org"}, Finding.OTHER_NAME, "names"),
    ],
)
def test_why_a_certificate_is_not_trusted(
    authority: Authority, tmp_path: Path, certified: dict, finding: Finding, fact: str
):
    with a_listener(behind_tls(authority.certify(tmp_path, **certified))) as port:
        bad = end_of(diagnosed(f"https://localhost:{port}"))
    assert (bad.step, bad.finding) == (Step.TLS, finding)
    assert bad.facts[fact] not in ("", "?")


def test_an_interceptor_is_named_and_hears_nothing(authority: Authority, tmp_path: Path):
    (tmp_path / "hotel").mkdir()
    stranger = an_authority(tmp_path / "hotel", "A hotel's filter")
    heard: list[bytes] = []
    with a_listener(
        behind_tls(stranger.certify(tmp_path), lambda line: heard.append(line.recv(65536)))
    ) as port:
        bad = end_of(diagnosed(f"https://localhost:{port}"))
    assert (bad.finding, bad.facts["issuer"]) == (Finding.UNKNOWN_AUTHORITY, "A hotel's filter")
    assert set(heard) <= {b""}


def test_what_speaks_no_tls():
    def serve(line):
        line.recv(65536)
        line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with a_listener(serve) as port:
        bad = end_of(diagnosed(f"https://localhost:{port}"))
    assert (bad.step, bad.finding) == (Step.TLS, Finding.NO_TLS)


@pytest.mark.parametrize(
    ("status", "login", "finding"),
    [
        (200, "ada:secret", Finding.PROXY_SIGN_IN),
        (403, "", Finding.PROXY_REFUSED),
        (502, "", Finding.PROXY_REFUSED),
    ],
)
def test_a_proxy_that_lets_nothing_through(status: int, login: str, finding: Finding):
    with a_proxy(login=login, status=status) as proxy:
        choice = ProxyChoice(ProxyMode.ADDRESS, "127.0.0.1", proxy.at, "ada", "wrong")
        bad = end_of(diagnosed("https://reviews.example.org", proxy=choice))
    assert (bad.step, bad.finding) == (Step.PROXY, finding)
    assert bad.facts["proxy"] == f"127.0.0.1:{proxy.at}"
    assert "wrong" not in repr(bad)


def test_the_whole_way_through_a_proxy(network: Network):
    with a_proxy(int(network.address.rpartition(":")[2]), login="ada:secret") as proxy:
        choice = ProxyChoice(ProxyMode.ADDRESS, "127.0.0.1", proxy.at, "ada", "secret")
        steps = diagnosed("http://reviews.example.org", trust_of(network), proxy=choice)
    assert steps[Step.PROXY].finding is Finding.VIA_PROXY
    assert steps[Step.TLS].finding is Finding.HTTP
    assert steps[Step.SIGNATURE].finding is Finding.OURS


def test_a_log_that_contradicted_itself_is_told_whatever_else_there_is():
    steps = diagnosed("http://127.0.0.1:9", log=KnownLog(7, split=True))
    assert steps[Step.LOG].finding is Finding.LOG_SPLIT


@pytest.mark.parametrize("step", [Step.TLS, Step.ANSWER])
def test_a_diagnosis_is_ended_in_the_middle_of_a_step(step: Step):
    reached = threading.Event()

    def silent(line) -> None:
        line.recv(1)
        reached.set()
        line.recv(65536)
        line.recv(65536)

    with a_listener(silent) as port:
        scheme = "https" if step is Step.TLS else "http"
        diagnosis = Diagnosis(f"{scheme}://localhost:{port}", None, patience=60)
        got: list[StepFound] = []
        trying: Callable[[], None] = lambda: got.append(diagnosis.run(step))  # noqa: E731
        thread = threading.Thread(target=trying)
        thread.start()
        assert reached.wait(10)
        diagnosis.end()
        thread.join(10)
    assert [each.finding for each in got] == [Finding.CANCELLED]

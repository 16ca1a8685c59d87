"""The way through a proxy: the system's, none, or one's own; its password stays in the database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer_app.errors import ConnectionStep, NoConnection, UntrustedCertificate
from reviewer_app.models.store import Store, open_store
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.proxies import (
    FROM_SYSTEM,
    Proxy,
    ProxyChoice,
    ProxyMode,
    keep_proxy,
    kept_proxy,
    proxy_for,
)
from tests.builders.lines import a_listener, a_proxy, answers, behind_tls
from tests.system.authorities import an_authority
from tests.unit.sync.network import Network

SERVER = "https://reviews.example.org"
LOGIN = "ada:p@ss: 口令/?"
NAMES = ("http_proxy", "https_proxy", "no_proxy", "all_proxy")


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path, b"k" * 32)
    yield store
    store.close()


def named(port: int, login: str = "") -> ProxyChoice:
    user, _, password = login.partition(":")
    return ProxyChoice(ProxyMode.ADDRESS, "127.0.0.1", port, user, password)


def port_of(network: Network) -> int:
    return int(network.address.rpartition(":")[2])


def meet(server: str, choice: ProxyChoice):
    client = ServerClient(server, proxy=choice)
    try:
        return client.meet(None)
    finally:
        client.close()


def test_the_environment_names_the_proxy_and_what_goes_without(monkeypatch: pytest.MonkeyPatch):
    assert proxy_for(SERVER, FROM_SYSTEM) is None
    monkeypatch.setenv("https_proxy", "http://ada:p%40ss@proxy.example.org:3128")
    found = Proxy("http", "proxy.example.org", 3128, "ada:p@ss")
    assert proxy_for(SERVER, FROM_SYSTEM) == found
    assert proxy_for(SERVER, ProxyChoice(ProxyMode.NONE)) is None
    assert proxy_for("http://127.0.0.1:8000", FROM_SYSTEM) is None
    monkeypatch.setenv("no_proxy", "example.org")
    assert proxy_for(SERVER, FROM_SYSTEM) is None


@pytest.mark.parametrize("server", ["http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1"])
def test_a_server_on_this_computer_needs_no_proxy(server: str):
    assert proxy_for(server, named(3128)) is None


def test_a_server_is_met_through_the_proxy_that_was_named(network: Network):
    with a_proxy(port_of(network)) as proxy:
        assert meet("http://reviews.example.org", named(proxy.at)).hello.version
    assert proxy.asked[0].startswith("GET http://reviews.example.org/v1/hello?nonce=")


def test_name_and_password_are_given_to_the_proxy(network: Network):
    with a_proxy(port_of(network), login=LOGIN) as proxy:
        assert meet("http://reviews.example.org", named(proxy.at, LOGIN)).hello.version


@pytest.mark.parametrize("server", ["http://reviews.example.org", SERVER])
@pytest.mark.parametrize("login", ["", "ada:wrong"])
def test_a_proxy_that_wants_another_password_is_told_as_such(server: str, login: str):
    with a_proxy(login=LOGIN) as proxy, pytest.raises(NoConnection) as told:
        meet(server, named(proxy.at, login))
    assert told.value.step is ConnectionStep.PROXY_SIGN_IN
    assert "wrong" not in repr(told.value)


@pytest.mark.parametrize("status", [403, 502, 503])
def test_a_proxy_that_lets_nothing_through(status: int):
    with a_proxy(status=status) as proxy, pytest.raises(NoConnection) as told:
        meet(SERVER, named(proxy.at))
    assert told.value.step is ConnectionStep.PROXY


@pytest.mark.parametrize(
    "named_by_the_system",
    ["socks5://127.0.0.1:9", "http://", "http://127.0.0.1:nine", "http://[:1"],
)
def test_a_proxy_that_cannot_be_used_is_told(
    named_by_the_system: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("https_proxy", named_by_the_system)
    with pytest.raises(NoConnection) as told:
        meet(SERVER, FROM_SYSTEM)
    assert told.value.step is ConnectionStep.PROXY


def test_a_proxy_that_opens_tls_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """It lets the tunnel be opened, and shows a certificate of its own in it."""
    trusted = an_authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted.file))
    (tmp_path / "filter").mkdir()
    forged = an_authority(tmp_path / "filter", "A filter").certify(tmp_path, "reviews.example.org")
    serve = behind_tls(forged, answers(b"HTTP/1.1 200 OK\r\n\r\n"))
    with (
        a_listener(serve) as port,
        a_proxy(port) as proxy,
        pytest.raises(UntrustedCertificate),
    ):
        meet(SERVER, named(proxy.at))
    assert proxy.asked == ["CONNECT reviews.example.org:443 HTTP/1.0"]


def test_the_choice_is_kept_and_its_password_is_nowhere_to_be_read(store: Store, tmp_path: Path):
    assert kept_proxy(store) == FROM_SYSTEM
    choice = named(3128, LOGIN)
    keep_proxy(store, choice)
    assert kept_proxy(store) == choice
    user, _, password = LOGIN.partition(":")
    assert password not in repr(choice)
    assert password not in repr(proxy_for(SERVER, choice))
    for path in tmp_path.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            assert password.encode() not in raw
            assert user.encode() + b'"' not in raw


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"mode":"other"}', '{"mode":"none","port":"x"}'])
def test_what_was_not_kept_so_is_the_systems_way(text: str):
    assert ProxyChoice.from_text(text) == FROM_SYSTEM

"""TLS with certificates of an authority that this computer trusts, or does not."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.builders.lines import a_listener, behind_tls
from tests.e2e.world import World, server_in
from tests.system.authorities import Authority, an_authority
from tests.system.people import Person, Said, class_of


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return an_authority(tmp_path)


@pytest.fixture
def world(founded: Path, tmp_path: Path) -> World:
    """The founded programme, not served yet."""
    folder = Path(shutil.copytree(founded, tmp_path / "programme"))
    return World(folder, server_in(folder))


@pytest.fixture
def act(tmp_path: Path, authority: Authority) -> Callable[..., Said]:
    """An act of a reviewer whose computer trusts the authority, or does not."""
    home = tmp_path / "home"
    home.mkdir()

    def act(name: str, *, trusting: bool = True, **facts: object) -> Said:
        more = {"SSL_CERT_FILE": str(authority.file)} if trusting else {}
        person = Person(os.getuid(), home, (), more)
        return person.act(f"network_acts.{name}", profile=home / "profile", **facts)

    return act


@contextmanager
def serving_with(world: World, certificate: Path, port: int = 0) -> Iterator[str]:
    """The world's server behind this certificate; answers its address."""
    secure = server_in(world.folder)
    secure.port = port
    secure.log = certificate.with_suffix(".log")
    secure.serving_words = ("--certfile", str(certificate), "--keyfile", str(certificate))
    secure.start()
    try:
        yield f"https://localhost:{secure.port}"
    finally:
        secure.stop()


def port_of(address: str) -> int:
    return int(address.rpartition(":")[2])


def test_a_desk_works_where_the_authority_is_trusted_and_waits_where_not(
    world: World, authority: Authority, act, tmp_path: Path
):
    letter = world.letter("Ada")
    with serving_with(world, authority.certify(tmp_path)) as address:
        facts = {"server": address, "code": letter.code}
        assert act("meet", trusting=False, **facts).failure == "UntrustedCertificate"
        enrolled = act("enrol_and_score", **facts).answer
        assert enrolled["server"] == address

        stopped = act("sync", trusting=False).answer
        assert class_of(stopped["refused"]) == "UntrustedCertificate"
        assert "certificate verify failed" in stopped["refused"]["facts"]["reason"]
        assert enrolled["packet"] not in world.packets()

        synced = act("sync").answer
        assert (synced["refused"], synced["received"]) == (None, [enrolled["packet"]])
        assert enrolled["packet"] in world.packets()
        assert set(synced["proved"]) == set(world.packets())
        steps = act("diagnose").answer["steps"]
        assert any("An employer's authority" in step for step in steps), steps


def test_a_certificate_of_another_name_too_old_or_of_a_stranger(
    world: World, authority: Authority, act, tmp_path: Path
):
    stranger = an_authority(tmp_path, "A stranger")
    with serving_with(world, authority.certify(tmp_path)) as address:
        code = world.letter("Ben").code
        packet = act("enrol_and_score", server=address, code=code).answer["packet"]
    other, theirs = authority.certify(tmp_path, "another.example.org"), stranger.certify(tmp_path)
    # our server does not serve with a certificate that is too old; somebody else may
    old = behind_tls(authority.certify(tmp_path, until=-1))
    for standing_there, reason in (
        (serving_with(world, other, port_of(address)), "Hostname mismatch"),
        (a_listener(old, port_of(address)), "certificate has expired"),
        (serving_with(world, theirs, port_of(address)), "certificate verify failed"),
    ):
        with standing_there:
            stopped = act("sync").answer
            assert class_of(stopped["refused"]) == "UntrustedCertificate"
            assert reason in stopped["refused"]["facts"]["reason"]
    assert packet not in world.packets()
    with serving_with(world, authority.certify(tmp_path), port_of(address)):
        assert act("sync").answer["received"] == [packet]

"""A server is founded whole, with a root key apart, or not at all."""

from __future__ import annotations

import pytest

from central_server.facts import Fact, read_fact
from central_server.failures import HomeExists
from central_server.founding import ROOT_PURPOSE, CannotFound, found
from central_server.home import Home
from central_server.server import open_server
from central_server.verifying import verify_log
from review_protocol.canonical import from_base64, sha256_hex
from review_protocol.documents.people import KeyPurpose, Trust
from review_protocol.failures import WrongPassphrase
from review_protocol.keys import SigningKey, VerifyKey
from review_protocol.opening import opened
from review_protocol.passphrase import open_with_passphrase
from tests.unit.intake.conftest import CHEAP

NOW = "2026-06-01T00:00:00Z"


def again(home, root, passphrase="correct horse", origin="example.org/log/1"):
    return found(home, root, passphrase, origin=origin, now=NOW, cost=CHEAP)


def everything(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_the_root_signs_the_servers_keys_and_lies_apart(founded, tmp_path):
    sealed = (tmp_path / "root.key").read_bytes()
    root = SigningKey(open_with_passphrase(sealed, "correct horse", purpose=ROOT_PURPOSE))
    with pytest.raises(WrongPassphrase):
        open_with_passphrase(sealed, "correct hors", purpose=ROOT_PURPOSE)
    with open_server(founded) as server, server.store.read() as connection:
        trust = opened(read_fact(connection, Fact.TRUST), Trust, root.public).document
        assert VerifyKey.from_der(read_fact(connection, Fact.ROOT_KEY)) == root.public
        keys = server.keys
        assert verify_log(connection, server.home).leaves == 1
    assert (trust.number, trust.deployment) == (1, sha256_hex(root.public.der()))
    assert from_base64(trust.key_for(KeyPurpose.SERVER)) == keys.server.public.raw
    assert from_base64(trust.key_for(KeyPurpose.LOG)) == keys.log.public.raw
    assert from_base64(trust.key_for(KeyPurpose.INTAKE)) == keys.intake.public.raw
    assert root.seed.hex() not in "".join(
        path.read_text(encoding="ascii") for path in Home(founded).keys.iterdir()
    )


def test_files_are_the_owners_alone(founded, tmp_path):
    modes = {path.stat().st_mode & 0o777 for path in (*Home(founded).keys.iterdir(),)}
    assert modes == {0o600}
    assert (tmp_path / "root.key").stat().st_mode & 0o777 == 0o600
    assert founded.stat().st_mode & 0o777 == 0o700


def test_nothing_is_overwritten(founded, tmp_path):
    before = everything(tmp_path)
    with pytest.raises(HomeExists):
        again(founded, tmp_path / "other.key")
    with pytest.raises(CannotFound, match="root-exists"):
        again(tmp_path / "second", tmp_path / "root.key")
    assert everything(tmp_path) == before


@pytest.mark.parametrize(
    ("root", "passphrase", "origin", "reason"),
    [
        ("home/root.key", "correct horse", "example.org", "root-inside"),
        ("nowhere/root.key", "correct horse", "example.org", "no-folder"),
        ("root.key", "short", "example.org", "short-passphrase"),
        ("root.key", "correct horse", "two words", "origin"),
        ("root.key", "correct horse", "x" * 151, "origin"),
    ],
)
def test_what_cannot_be_founded_leaves_nothing(tmp_path, root, passphrase, origin, reason):
    with pytest.raises(CannotFound, match=reason):
        again(tmp_path / "home", tmp_path / root, passphrase, origin)
    assert everything(tmp_path) == []


def test_a_failure_midway_leaves_nothing(tmp_path):
    """The disk refuses the last step: the folder's place is taken between check and rename."""

    def randomness(count):
        if count != 32:
            (tmp_path / "home").mkdir()
            (tmp_path / "home" / "taken").touch()
        return bytes(count)

    with pytest.raises(OSError, match="not empty"):
        found(
            tmp_path / "home",
            tmp_path / "root.key",
            "correct horse",
            origin="example.org",
            now=NOW,
            randomness=lambda count: randomness(count) if count == 16 else bytes(count),
            cost=CHEAP,
        )
    assert everything(tmp_path) == ["home", "home/taken"]


def test_an_empty_folder_may_be_there(tmp_path):
    (tmp_path / "home").mkdir()
    again(tmp_path / "home", tmp_path / "root.key")
    assert Home(tmp_path / "home").database.exists()

"""Secrets at rest."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_protocol.canonical import canonical, sha256_hex
from review_protocol.failures import DamagedSecret, ProtocolFailure, WrongPassphrase
from review_protocol.passphrase import Argon2Cost, open_with_passphrase, seal_with_passphrase

CHEAP = Argon2Cost(memory_kib=8, passes=1, lanes=1)
SECRET = bytes(range(32))
SEALED = seal_with_passphrase(SECRET, "正确 horse", purpose="signing key", cost=CHEAP)


def with_checksum(**changes: object) -> bytes:
    members = {k: v for k, v in json.loads(SEALED).items() if k != "sha256"} | changes
    return canonical(members | {"sha256": sha256_hex(canonical(members))})


@given(st.binary(max_size=50), st.text(max_size=10))
def test_the_passphrase_opens_what_it_sealed(secret: bytes, passphrase: str) -> None:
    sealed = seal_with_passphrase(secret, passphrase, purpose="desk", cost=CHEAP)
    assert open_with_passphrase(sealed, passphrase, purpose="desk") == secret


def test_the_file_says_how_it_was_made() -> None:
    members = json.loads(SEALED)
    assert members["type"] == "sealed-secret/1"
    assert (members["memory_kib"], members["passes"], members["lanes"]) == (8, 1, 1)
    assert SECRET.hex() not in SEALED.hex()


def test_full_width_letters_of_an_input_method_are_the_same_passphrase() -> None:
    assert open_with_passphrase(SEALED, "正确　ｈｏｒｓｅ", purpose="signing key") == SECRET


@pytest.mark.parametrize("passphrase", ["", "正确 Horse", "正确 horse "])
def test_a_wrong_passphrase_is_called_so(passphrase: str) -> None:
    with pytest.raises(WrongPassphrase) as refusal:
        open_with_passphrase(SEALED, passphrase, purpose="signing key")
    assert refusal.value.purpose == "signing key"


@given(st.integers(0, len(SEALED) * 8 - 1))
def test_any_flipped_bit_is_damage_and_never_a_wrong_passphrase(at: int) -> None:
    damaged = bytearray(SEALED)
    damaged[at // 8] ^= 1 << at % 8
    with pytest.raises(DamagedSecret):
        open_with_passphrase(bytes(damaged), "正确 horse", purpose="signing key")


@pytest.mark.parametrize("kept", [0, 1, len(SEALED) // 2, len(SEALED) - 1])
def test_a_file_cut_off_is_damage(kept: int) -> None:
    with pytest.raises(DamagedSecret):
        open_with_passphrase(SEALED[:kept], "正确 horse", purpose="signing key")


def test_one_secret_does_not_stand_in_for_another() -> None:
    with pytest.raises(DamagedSecret):
        open_with_passphrase(SEALED, "正确 horse", purpose="database key")
    with pytest.raises(DamagedSecret):
        open_with_passphrase(
            with_checksum(purpose="database key"), "正确 horse", purpose="database key"
        )


@pytest.mark.parametrize(
    "changes",
    [
        {"memory_kib": 1 << 30},
        {"passes": 1 << 30},
        {"lanes": 1 << 20},
        {"lanes": 0},
        {"memory_kib": "8"},
        {"passes": True},
        {"salt": ""},
        {"salt": 7},
        {"nonce": "QQ=="},
        {"ciphertext": ""},
        {"ciphertext": "QR=="},
        {"type": "sealed-secret/2"},
        {"more": 1},
    ],
    ids=str,
)
def test_a_forged_file_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ProtocolFailure):
        open_with_passphrase(with_checksum(**changes), "正确 horse", purpose="signing key")


def test_a_cost_beyond_the_bounds_cannot_be_chosen() -> None:
    with pytest.raises(ValueError, match="not a cost"):
        Argon2Cost(memory_kib=4)

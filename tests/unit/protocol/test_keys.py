"""Keys, their ids, and the codes that authenticate enrolment."""

import contextlib
import hashlib
import hmac
import json
import pickle
from collections.abc import Iterator
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import (
    load_der_public_key,
    load_pem_public_key,
)

from review_protocol.failures import BadSignature, MalformedKey, TooLarge
from review_protocol.keys import (
    ExchangeKey,
    ExchangePublicKey,
    SigningKey,
    VerifyKey,
    key_id,
    mac,
    mac_key,
    mac_matches,
)

KEY = SigningKey(bytes(range(32)))


def test_signatures_are_judged_as_wycheproof_judges_them(shared: Path) -> None:
    vectors = json.loads((shared / "vectors" / "ed25519_test.json").read_bytes())
    judged = {}
    for group in vectors["testGroups"]:
        key = VerifyKey(bytes.fromhex(group["publicKey"]["pk"]))
        assert key.der() == bytes.fromhex(group["publicKeyDer"])
        for case in group["tests"]:
            signature = bytes.fromhex(case["sig"])
            valid = key.signed(bytes.fromhex(case["msg"]), signature)
            judged[case["tcId"]] = (valid, case["result"] == "valid")
    assert len(judged) == vectors["numberOfTests"] == 151
    assert [number for number, (ours, theirs) in judged.items() if ours != theirs] == []


def test_a_point_of_small_order_signs_nothing() -> None:
    """The identity as key and as R, S = 0: the equation holds for every message."""
    identity = bytes([1]) + bytes(31)
    assert not VerifyKey(identity).signed(b"anything", identity + bytes(32))


def test_the_first_vector_of_rfc_8032() -> None:
    key = SigningKey(
        bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    )
    assert key.public.raw.hex() == (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    )
    assert key.sign(b"").hex().startswith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873")


def test_the_id_is_taken_from_the_hash_of_the_der_key() -> None:
    assert key_id(KEY.public) == KEY.key_id == "d-ubiig7mfa4cyfthx"


def test_public_keys_are_what_other_software_reads() -> None:
    exchange = ExchangeKey(bytes(range(32))).public
    for key in (KEY.public, exchange):
        by_der, by_pem = load_der_public_key(key.der()), load_pem_public_key(key.pem().encode())
        assert by_der.public_bytes_raw() == by_pem.public_bytes_raw() == key.raw
    assert VerifyKey.from_der(KEY.public.der()) == KEY.public
    assert ExchangePublicKey.from_der(exchange.der()) == exchange


def test_a_key_of_another_kind_or_length_is_refused() -> None:
    with pytest.raises(MalformedKey):
        VerifyKey.from_der(ExchangeKey(bytes(32)).public.der())
    with pytest.raises(MalformedKey):
        VerifyKey.from_der(KEY.public.der() + b"\0")
    for kind in (VerifyKey, SigningKey, ExchangeKey, ExchangePublicKey):
        with pytest.raises(MalformedKey):
            kind(bytes(31))


def test_a_printed_key_shows_no_secret() -> None:
    seed = bytes(range(65, 97))
    assert str(seed)[2:-1] not in repr(SigningKey(seed)) + repr(ExchangeKey(seed))


def test_new_keys_come_from_the_given_randomness() -> None:
    assert SigningKey.generate(lambda count: bytes(count)) == SigningKey(bytes(32))
    assert SigningKey.generate() != SigningKey.generate()


def test_the_code_is_an_hmac_over_parts_with_their_lengths() -> None:
    key = mac_key(b"secret of sixteen", "device")
    assert len(key) == 32
    lengths = [(3).to_bytes(8, "big"), (0).to_bytes(8, "big")]
    expected = hmac.digest(key, lengths[0] + b"abc" + lengths[1], hashlib.sha256).hex()
    assert mac(key, b"abc", b"") == expected
    assert mac(key, b"ab", b"c") != mac(key, b"abc", b"") != mac(key, b"abc")


def test_a_code_is_for_one_purpose_and_one_message() -> None:
    key = mac_key(b"secret", "device")
    assert mac_matches(mac(key, b"hello"), key, b"hello")
    assert not mac_matches(mac(key, b"hello"), mac_key(b"secret", "server"), b"hello")
    assert not mac_matches(mac(key, b"hello"), key, b"hallo")
    assert not mac_matches("é", key, b"hello")


def test_the_facts_of_a_failure_stay_and_its_traceback_does_not_matter() -> None:
    @contextlib.contextmanager
    def passing_through() -> Iterator[None]:
        yield

    with pytest.raises(TooLarge) as refusal, passing_through():
        raise TooLarge(7, 5)
    assert str(refusal.value) == "size=7, limit=5"
    with pytest.raises(FrozenInstanceError):
        refusal.value.limit = 9
    assert str(pickle.loads(pickle.dumps(BadSignature("d-x")))) == "key_id='d-x'"

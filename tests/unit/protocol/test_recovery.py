"""A desk's key that was left with the programme: who may open it, and what the code holds fast."""

import pytest

from review_protocol.canonical import to_base64
from review_protocol.failures import CannotOpen, MistypedCode, ProtocolFailure
from review_protocol.keys import ExchangeKey
from review_protocol.recovery import (
    EscrowedKey,
    RecoveryAnswer,
    RecoveryRequest,
    answered,
    escrowed,
    read_file,
    recovered_key,
    recovery_request,
)

ESCROW = ExchangeKey(b"\x05" * 32)
OTHER = ExchangeKey(b"\x06" * 32)
DATABASE_KEY = bytes(range(32))
NOW = "2026-07-20T08:00:00Z"


def left(**changes: str) -> EscrowedKey:
    whose = {"deployment": "a" * 64, "kid": "d-" + "a" * 16, "profile": "b" * 32}
    return escrowed(DATABASE_KEY, ESCROW.public, **whose, now=NOW).model_copy(update=changes)


def test_the_answer_brings_the_key_to_the_one_who_asked():
    request, key = recovery_request(left(), NOW)
    answer = answered(request, ESCROW)
    assert recovered_key(answer, request, key) == DATABASE_KEY
    with pytest.raises(CannotOpen):
        recovered_key(answer, request, OTHER)


def test_files_are_read_as_they_were_written():
    request, _ = recovery_request(left(), NOW)
    answer = answered(request, ESCROW)
    for model, file in (
        (EscrowedKey, left()),
        (RecoveryRequest, request),
        (RecoveryAnswer, answer),
    ):
        assert read_file(model, file.body()).body() == file.body()
        with pytest.raises(ProtocolFailure):
            read_file(model, file.body()[:-1])
        with pytest.raises(ProtocolFailure):
            read_file(model, file.body().replace(b"/1", b"/2"))


@pytest.mark.parametrize(
    "changes",
    [{"kid": "d-" + "b" * 16}, {"profile": "c" * 32}, {"deployment": "d" * 64}],
)
def test_a_key_that_is_passed_off_as_another_desks_does_not_open(changes: dict[str, str]):
    request, _ = recovery_request(left(**changes), NOW)
    with pytest.raises(CannotOpen):
        answered(request, ESCROW)


def test_another_escrow_key_opens_nothing():
    request, _ = recovery_request(left(), NOW)
    with pytest.raises(CannotOpen):
        answered(request, OTHER)


def test_an_answer_is_of_one_request():
    request, key = recovery_request(left(), NOW)
    later, _ = recovery_request(left(), NOW)
    with pytest.raises(CannotOpen):
        recovered_key(answered(later, ESCROW), request, key)


def test_the_code_changes_with_whoever_is_to_get_the_key():
    request, _ = recovery_request(left(), NOW)
    stolen = request.model_copy(update={"answer_key": to_base64(OTHER.public.raw)})
    assert request.is_named_by(request.code.replace("-", " ").lower())
    assert not stolen.is_named_by(request.code)


def test_a_slip_of_the_ear_is_no_other_code():
    request, _ = recovery_request(left(), NOW)
    first = "1" if request.code[0] != "1" else "2"
    with pytest.raises(MistypedCode):
        request.is_named_by(first + request.code[1:])

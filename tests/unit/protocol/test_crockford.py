"""Invitation codes as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_protocol.crockford import decode_code, encode_code, invitation_id, new_secret
from review_protocol.failures import MistypedCode

SECRET = bytes.fromhex("cee2a2eb070b92785420a273a9c082e8")
CODE = "6EWAHEP-1RBJ9W5-8852EEM-W10Q8J"
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
secrets_of_invitations = st.binary(min_size=16, max_size=16)


@given(secrets_of_invitations)
def test_a_code_is_thirty_characters_and_reads_back(secret: bytes) -> None:
    code = encode_code(secret)
    assert [len(group) for group in code.split("-")] == [7, 7, 7, 6]
    assert decode_code(code) == secret


def test_the_form_of_a_code_stays() -> None:
    assert (encode_code(SECRET), invitation_id(SECRET)) == (CODE, "7a6601db84d870f0")


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " — ").replace("0", "O").replace("1", "l"),
        " " + CODE.replace("0", "o").replace("1", "I") + "\n",
        CODE.translate({ord(c): ord(c) + 0xFEE0 for c in CODE if c != "-"}).replace("-", "　"),
        CODE.replace("-", "－"),
        "\ufeff" + CODE.replace("-", "\u200b"),
    ],
    ids=["lower", "bare", "letters", "spaces", "full width", "wide hyphen", "invisible"],
)
def test_ways_of_typing_do_not_matter(typed: str) -> None:
    assert decode_code(typed) == SECRET


@given(secrets_of_invitations, st.integers(0, 26), st.sampled_from(SYMBOLS))
def test_every_single_slip_is_noticed(secret: bytes, at: int, typed: str) -> None:
    code = encode_code(secret).replace("-", "")
    slip = code[:at] + typed + code[at + 1 :]
    if slip != code:
        with pytest.raises(MistypedCode) as refusal:
            decode_code(slip)
        assert refusal.value.reason == "check"


@given(secrets_of_invitations, st.integers(0, 26), st.integers(0, 26))
def test_every_exchange_of_two_symbols_is_noticed(secret: bytes, one: int, two: int) -> None:
    symbols = list(encode_code(secret).replace("-", ""))
    symbols[one], symbols[two] = symbols[two], symbols[one]
    if symbols[one] != symbols[two]:
        with pytest.raises(MistypedCode):
            decode_code("".join(symbols))


@pytest.mark.parametrize("slip", [CODE.replace("8J", "J8"), CODE.replace("2", "Z")])
def test_where_a_slip_may_be_anywhere_no_place_is_pointed_at(slip: str) -> None:
    with pytest.raises(MistypedCode) as refusal:
        decode_code(slip)
    assert (refusal.value.reason, refusal.value.positions) == ("check", ())


def test_a_symbol_of_no_code_is_pointed_at() -> None:
    with pytest.raises(MistypedCode) as refusal:
        decode_code("U" + CODE[1:9] + "码" + CODE[10:])
    assert (refusal.value.reason, refusal.value.positions) == ("symbol", (0, 9))


def test_too_few_and_too_many_symbols_are_told_apart() -> None:
    with pytest.raises(MistypedCode) as refusal:
        decode_code(CODE[:-1])
    assert refusal.value.reason == "short"
    with pytest.raises(MistypedCode) as refusal:
        decode_code(CODE + " 7Z")
    assert (refusal.value.reason, refusal.value.positions) == ("long", (31, 32))
    with pytest.raises(MistypedCode):
        decode_code("")


def test_the_first_symbol_leaves_a_hundred_and_twenty_eight_bits() -> None:
    """`Z` and 25 zeros have a check symbol too, and would not fit into sixteen bytes."""
    for check in SYMBOLS:
        with pytest.raises(MistypedCode):
            decode_code("Z" + "0" * 25 + check)


def test_each_invitation_has_its_own_secret_and_id() -> None:
    one, two = new_secret(), new_secret()
    assert invitation_id(one) != invitation_id(two)

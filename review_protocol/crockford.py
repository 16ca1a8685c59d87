"""Invitation codes: 128 bits that a person types by hand and that notice a slip of the finger.

26 symbols of Crockford's base32 and one check symbol of the same alphabet, in groups of seven.
Crockford's own check symbol (modulo 37) may be one of `*~$=U`, which are hard to find on a Chinese
keyboard; here it is the sum of the symbols, each times a power of a generator of GF(32), which
like his notices every single wrong symbol, and every exchange of any two.
"""

import secrets
import unicodedata
from collections.abc import Sequence

from review_protocol.failures import MistypedCode
from review_protocol.keys import Randomness, derive

SECRET_LENGTH = 16
_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {symbol: value for value, symbol in enumerate(_SYMBOLS)} | {"O": 0, "I": 1, "L": 1}
_SECRET_SYMBOLS = 26
_CODE_SYMBOLS = _SECRET_SYMBOLS + 1
_GROUP = 7
_FIELD_POLYNOMIAL = 0b100101
_SEPARATOR_CATEGORIES = {"Zs", "Zl", "Zp", "Pd", "Pc", "Cc", "Cf"}
_MORE_SEPARATORS = {"\u2212", "\u30fc", "\u00b7", "."}


def new_secret(randomness: Randomness = secrets.token_bytes) -> bytes:
    """The 128-bit secret of a new invitation."""
    return randomness(SECRET_LENGTH)


def invitation_id(secret: bytes) -> str:
    """The public id of an invitation: 16 hex digits derived from its secret (HKDF)."""
    return derive(secret, "invitation/id", 8).hex()


def encode_code(secret: bytes) -> str:
    """The code of a 16-byte secret, 30 characters: 7-7-7-6 symbols with hyphens between."""
    if len(secret) != SECRET_LENGTH:
        raise ValueError("a secret has 16 bytes")
    number = int.from_bytes(secret, "big")
    values = [number >> 5 * place & 31 for place in reversed(range(_SECRET_SYMBOLS))]
    values.append(_weighted_sum(values))
    symbols = "".join(_SYMBOLS[value] for value in values)
    return "-".join(symbols[at : at + _GROUP] for at in range(0, _CODE_SYMBOLS, _GROUP))


def decode_code(text: str) -> bytes:
    """The secret in a code as a person typed it.

    Case, O for 0, I and L for 1, full-width letters, spaces and dashes of any kind do not matter.
    Raises MistypedCode, whose positions are indices into `text`.
    """
    values, places = _read(text)
    if len(values) > _CODE_SYMBOLS:
        raise MistypedCode("long", tuple(places[_CODE_SYMBOLS:]))
    if len(values) < _CODE_SYMBOLS:
        raise MistypedCode("short")
    if not _is_code(values):
        raise MistypedCode("check")
    number = 0
    for value in values[:_SECRET_SYMBOLS]:
        number = number << 5 | value
    return number.to_bytes(SECRET_LENGTH, "big")


def _read(text: str) -> tuple[list[int], list[int]]:
    """The values of the symbols, and where in `text` each stood."""
    values, places, strangers = [], [], []
    for place, typed in enumerate(text):
        for symbol in unicodedata.normalize("NFKC", typed).upper():
            value = _VALUES.get(symbol)
            if value is not None:
                values.append(value)
                places.append(place)
            elif (
                unicodedata.category(symbol) not in _SEPARATOR_CATEGORIES
                and symbol not in _MORE_SEPARATORS
            ):
                strangers.append(place)
    if strangers:
        raise MistypedCode("symbol", tuple(strangers))
    return values, places


def _is_code(values: Sequence[int]) -> bool:
    """Whether the check symbol is right and the first symbol leaves 128 bits."""
    return values[0] < 8 and _weighted_sum(values[:-1]) == values[-1]


def _weighted_sum(values: Sequence[int]) -> int:
    """The check symbol: Σ x^i · value_i in GF(32), i = 1 … 26 from the right."""
    total = 0
    for value in values:
        total = _times_x(total ^ value)
    return total


def _times_x(element: int) -> int:
    doubled = element << 1
    return doubled ^ _FIELD_POLYNOMIAL if doubled & 32 else doubled

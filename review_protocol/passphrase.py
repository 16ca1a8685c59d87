"""Secrets at rest under a passphrase: self-describing, and a slip told from a damaged file."""

import hmac
import secrets
import unicodedata
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from review_protocol.canonical import (
    JsonValue,
    canonical,
    from_base64,
    parse_canonical,
    sha256_hex,
    to_base64,
)
from review_protocol.failures import (
    DamagedSecret,
    MalformedDocument,
    NotCanonical,
    WrongPassphrase,
)
from review_protocol.keys import Randomness, derive
from review_protocol.late_dataclasses import dataclass

_TYPE = "sealed-secret/1"
_KEYS = {
    "check",
    "ciphertext",
    "lanes",
    "memory_kib",
    "nonce",
    "passes",
    "purpose",
    "salt",
    "sha256",
    "type",
}
_SALT_LENGTH = 16
_NONCE_LENGTH = 12
_CHECK_LENGTH = 16
_MOST_MEMORY_KIB = 1 << 20
_MOST_PASSES = 64
_MOST_LANES = 64


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """What one try of a passphrase costs: memory in KiB, passes over it, parallel lanes.

    The default is RFC 9106's second recommended choice. The bounds (1 GiB, 64 passes, 64 lanes)
    keep a forged file from occupying the machine that tries to open it.
    """

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        sound = (
            1 <= self.passes <= _MOST_PASSES
            and 1 <= self.lanes <= _MOST_LANES
            and 8 * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
        )
        if not sound:
            raise ValueError(f"not a cost of Argon2id: {self}")


DEFAULT_COST = Argon2Cost()


def normalised(passphrase: str) -> str:
    """The NFKC form of a passphrase.

    NFKC and not NFC: an input method may give full-width letters and digits on one day and plain
    ones on the next, and both look alike on a screen that shows dots.
    """
    return unicodedata.normalize("NFKC", passphrase)


def seal_with_passphrase(
    secret: bytes,
    passphrase: str,
    *,
    purpose: str,
    cost: Argon2Cost = DEFAULT_COST,
    randomness: Randomness = secrets.token_bytes,
) -> bytes:
    """Canonical JSON that holds `secret` under Argon2id and ChaCha20-Poly1305.

    `purpose` says what the secret is; it is authenticated, so one secret cannot stand in for
    another. `check` tells a wrong passphrase from a damaged file, and costs as much to try as
    the passphrase itself; `sha256` over the rest finds damage before any passphrase is tried.
    """
    salt, nonce = randomness(_SALT_LENGTH), randomness(_NONCE_LENGTH)
    key, check = _keys(passphrase, salt, cost)
    head: dict[str, JsonValue] = {
        "check": to_base64(check),
        "lanes": cost.lanes,
        "memory_kib": cost.memory_kib,
        "nonce": to_base64(nonce),
        "passes": cost.passes,
        "purpose": purpose,
        "salt": to_base64(salt),
        "type": _TYPE,
    }
    ciphertext = ChaCha20Poly1305(key).encrypt(nonce, secret, canonical(head))
    whole = head | {"ciphertext": to_base64(ciphertext)}
    return canonical(whole | {"sha256": sha256_hex(canonical(whole))})


def open_with_passphrase(sealed: bytes, passphrase: str, *, purpose: str) -> bytes:
    """The secret in what `seal_with_passphrase` made.

    Raises DamagedSecret (also for another purpose), and WrongPassphrase only where the file is
    whole.
    """
    members = _whole(sealed)
    if members["purpose"] != purpose:
        raise DamagedSecret("sealed for another purpose")
    salt, nonce = _bytes(members, "salt", _SALT_LENGTH), _bytes(members, "nonce", _NONCE_LENGTH)
    ciphertext, expected = _bytes(members, "ciphertext"), _bytes(members, "check")
    key, check = _keys(passphrase, salt, _cost(members))
    if not hmac.compare_digest(check, expected):
        raise WrongPassphrase(purpose)
    head = {name: members[name] for name in _KEYS - {"ciphertext", "sha256"}}
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, ciphertext, canonical(head))
    except (InvalidTag, ValueError) as error:
        raise DamagedSecret("ciphertext") from error


def _keys(passphrase: str, salt: bytes, cost: Argon2Cost) -> tuple[bytes, bytes]:
    """The encryption key, and the value by which a right passphrase is known."""
    stretched = Argon2id(
        salt=salt,
        length=32,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(normalised(passphrase).encode("utf-8", "surrogatepass"))
    return derive(stretched, "secret/key"), derive(stretched, "secret/check", _CHECK_LENGTH)


def _whole(sealed: bytes) -> Mapping[str, JsonValue]:
    """The members of a sealed secret whose checksum is right; raises DamagedSecret."""
    try:
        members = parse_canonical(sealed)
    except (MalformedDocument, NotCanonical) as error:
        raise DamagedSecret("form") from error
    if not isinstance(members, Mapping) or members.keys() != _KEYS or members["type"] != _TYPE:
        raise DamagedSecret("form")
    rest = {name: member for name, member in members.items() if name != "sha256"}
    if members["sha256"] != sha256_hex(canonical(rest)):
        raise DamagedSecret("checksum")
    return members


def _bytes(members: Mapping[str, JsonValue], name: str, length: int | None = None) -> bytes:
    text = members[name]
    if not isinstance(text, str):
        raise DamagedSecret(name)
    try:
        content = from_base64(text)
    except MalformedDocument as error:
        raise DamagedSecret(name) from error
    if length not in (None, len(content)):
        raise DamagedSecret(name)
    return content


def _cost(members: Mapping[str, JsonValue]) -> Argon2Cost:
    memory, passes, lanes = members["memory_kib"], members["passes"], members["lanes"]
    if not (type(memory) is int and type(passes) is int and type(lanes) is int):  # no booleans
        raise DamagedSecret("cost")
    try:
        return Argon2Cost(memory, passes, lanes)
    except ValueError as error:
        raise DamagedSecret("cost") from error

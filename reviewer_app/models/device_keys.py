"""The keys of a profile in memory, and the bytes that its passphrase seals."""

from __future__ import annotations

from dataclasses import field, replace

from review_protocol.canonical import (
    JsonValue,
    canonical,
    from_base64,
    parse_canonical,
    to_base64,
)
from review_protocol.failures import MalformedDocument
from review_protocol.keys import KEY_LENGTH, ExchangeKey, Randomness, SigningKey
from review_protocol.late_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyPair:
    """What a device signs with, and what is sealed to it."""

    signing_key: SigningKey
    exchange_key: ExchangeKey

    @classmethod
    def generate(cls, randomness: Randomness) -> KeyPair:
        return cls(SigningKey.generate(randomness), ExchangeKey.generate(randomness))

    @property
    def kid(self) -> str:
        return self.signing_key.key_id


@dataclass(frozen=True, slots=True)
class EarlierKey:
    """A key that others took the place of: what was sealed to it still opens, nothing is signed."""

    kid: str
    exchange_key: ExchangeKey


@dataclass(frozen=True, slots=True)
class Vault:
    """The keys in memory. Who signs holds one: nothing but the passphrase opens it."""

    profile: str
    """A random name of this profile: under it the keyring holds its convenience copy."""
    database_key: bytes = field(repr=False)
    signing_key: SigningKey
    exchange_key: ExchangeKey
    earlier: tuple[EarlierKey, ...] = ()
    """Oldest first."""
    coming: KeyPair | None = None
    """New keys that the server does not know yet."""

    @property
    def kid(self) -> str:
        """The key id under which this device signs."""
        return self.signing_key.key_id

    @property
    def kids(self) -> frozenset[str]:
        """The ids of all keys of this device: earlier ones, its own, and the coming one."""
        coming = () if self.coming is None else (self.coming.kid,)
        return frozenset((*(each.kid for each in self.earlier), self.kid, *coming))

    def opens(self, kid: str) -> ExchangeKey | None:
        """What opens that which was sealed to this key of the device, now or earlier."""
        own = EarlierKey(self.kid, self.exchange_key)
        found = (each.exchange_key for each in (own, *self.earlier) if each.kid == kid)
        return next(found, None)

    def turned(self) -> Vault:
        """The coming keys as this device's own; ValueError where there are none."""
        if self.coming is None:
            raise ValueError("there are no new keys")
        return replace(
            self,
            signing_key=self.coming.signing_key,
            exchange_key=self.coming.exchange_key,
            earlier=(*self.earlier, EarlierKey(self.kid, self.exchange_key)),
            coming=None,
        )


def is_single(vault: Vault) -> bool:
    """Whether there is one pair alone, as before the first change of keys."""
    return not vault.earlier and vault.coming is None


def keys_of_one(vault: Vault) -> bytes:
    """The keys of a vault with one pair: database, signing, exchange, 32 bytes each."""
    return vault.database_key + vault.signing_key.seed + vault.exchange_key.raw


def vault_of_one(profile: str, keys: bytes) -> Vault:
    """The inverse of `keys_of_one`; raises MalformedDocument."""
    if len(keys) != 3 * KEY_LENGTH:
        raise MalformedDocument("the keys are 96 bytes")
    database, signing, exchange = (
        keys[at : at + KEY_LENGTH] for at in range(0, 3 * KEY_LENGTH, KEY_LENGTH)
    )
    return Vault(profile, database, SigningKey(signing), ExchangeKey(exchange))


def keys_of_several(vault: Vault) -> bytes:
    """The database's key, and those of the device in the order in which they follow each other.

    Of earlier ones the signing key is left out: it is revoked.
    """
    devices: list[JsonValue] = [
        {"exchange": to_base64(each.exchange_key.raw), "kid": each.kid, "signing": None}
        for each in vault.earlier
    ]
    own = KeyPair(vault.signing_key, vault.exchange_key)
    for pair in (own,) if vault.coming is None else (own, vault.coming):
        devices.append(
            {
                "exchange": to_base64(pair.exchange_key.raw),
                "kid": pair.kid,
                "signing": to_base64(pair.signing_key.seed),
            }
        )
    return canonical({"database": to_base64(vault.database_key), "devices": devices})


def vault_of_several(profile: str, keys: bytes, uses: int) -> Vault:
    """The inverse, the device's own keys being at the place `uses`; raises MalformedDocument."""
    fields = parse_canonical(keys)
    devices = fields.get("devices") if isinstance(fields, dict) else None
    if not isinstance(fields, dict) or not isinstance(devices, list):
        raise MalformedDocument("the keys are an object")
    if uses not in range(max(len(devices) - 2, 0), len(devices)):
        raise MalformedDocument("the keys in use are none of these")
    pairs = [_pair(each) for each in devices[uses:]]
    return Vault(
        profile,
        _key(fields.get("database")),
        pairs[0].signing_key,
        pairs[0].exchange_key,
        tuple(_earlier(each) for each in devices[:uses]),
        pairs[1] if len(pairs) > 1 else None,
    )


def _pair(fields: JsonValue) -> KeyPair:
    if not isinstance(fields, dict):
        raise MalformedDocument("a pair of keys is an object")
    return KeyPair(
        SigningKey(_key(fields.get("signing"))), ExchangeKey(_key(fields.get("exchange")))
    )


def _earlier(fields: JsonValue) -> EarlierKey:
    kid = fields.get("kid") if isinstance(fields, dict) else None
    if not isinstance(fields, dict) or not isinstance(kid, str):
        raise MalformedDocument("an earlier key has an id")
    return EarlierKey(kid, ExchangeKey(_key(fields.get("exchange"))))


def _key(text: JsonValue) -> bytes:
    raw = from_base64(text) if isinstance(text, str) else b""
    if len(raw) != KEY_LENGTH:
        raise MalformedDocument("a key is 32 bytes")
    return raw

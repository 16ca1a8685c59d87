"""The profile's keys under its passphrase: of the database, for signing, for receiving."""

from __future__ import annotations

import errno
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from review_protocol.canonical import (
    JsonValue,
    canonical,
    from_base64,
    parse_canonical,
    to_base64,
)
from review_protocol.failures import (
    DamagedSecret,
    MalformedDocument,
    NotCanonical,
)
from review_protocol.failures import WrongPassphrase as SecretStaysShut
from review_protocol.keys import KEY_LENGTH, ExchangeKey, Randomness, SigningKey
from review_protocol.passphrase import (
    DEFAULT_COST,
    Argon2Cost,
    normalised,
    open_with_passphrase,
    seal_with_passphrase,
)
from reviewer_app.errors import (
    DamagedProfile,
    ExpectedFailure,
    StorageFault,
    WeakPassphrase,
    WrongPassphrase,
)
from reviewer_app.models.disk import disk_failures, write_atomically

PROFILE_FILE = "profile.json"
LEAST_PASSPHRASE = 10
"""Characters, after NFKC, that a passphrase has at least."""

_FORMAT = "practice-review/profile/1"
_PURPOSE = "profile keys"


@dataclass(frozen=True, slots=True)
class Vault:
    """The three keys in memory. Who signs holds one: nothing but the passphrase opens it."""

    profile: str
    """A random name of this profile: under it the keyring holds its convenience copy."""
    database_key: bytes = field(repr=False)
    signing_key: SigningKey
    exchange_key: ExchangeKey

    @property
    def kid(self) -> str:
        """The key id under which this device signs."""
        return self.signing_key.key_id


def create_vault(
    folder: Path,
    passphrase: str,
    cost: Argon2Cost = DEFAULT_COST,
    *,
    randomness: Randomness = secrets.token_bytes,
) -> Vault:
    """Make new keys and write them to `profile.json` in `folder`, which is made if need be.

    Raises WeakPassphrase, DiskFull, FolderReadOnly, StorageFault (also where a profile is there
    already: its keys are never written over).
    """
    require_strength(passphrase)
    vault = Vault(
        profile=randomness(16).hex(),
        database_key=randomness(KEY_LENGTH),
        signing_key=SigningKey.generate(randomness),
        exchange_key=ExchangeKey.generate(randomness),
    )
    with disk_failures(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if is_profile(folder):
            raise FileExistsError(errno.EEXIST, "there is a profile already")
    _write(folder, vault, passphrase, cost, randomness)
    return vault


def open_vault(folder: Path, passphrase: str) -> Vault:
    """The keys of a profile; takes about a fifth of a second, on purpose.

    Raises WrongPassphrase only where the file is whole; DamagedProfile, StorageFault.
    """
    profile, sealed = _read(folder)
    try:
        opened = open_with_passphrase(sealed, passphrase, purpose=_PURPOSE)
    except SecretStaysShut as error:
        raise WrongPassphrase from error
    except DamagedSecret as error:
        raise DamagedProfile(folder / PROFILE_FILE) from error
    if len(opened) != 3 * KEY_LENGTH:
        raise DamagedProfile(folder / PROFILE_FILE)
    return Vault(
        profile,
        opened[:KEY_LENGTH],
        SigningKey(opened[KEY_LENGTH : 2 * KEY_LENGTH]),
        ExchangeKey(opened[2 * KEY_LENGTH :]),
    )


def change_passphrase(
    folder: Path,
    vault: Vault,
    passphrase: str,
    cost: Argon2Cost = DEFAULT_COST,
    *,
    randomness: Randomness = secrets.token_bytes,
) -> None:
    """Keep these keys under this passphrase; the file changes at once or not at all.

    What was written is opened again before what was there before is given up; takes two times
    what a passphrase costs. Raises WeakPassphrase, DiskFull, FolderReadOnly, StorageFault.
    """
    require_strength(passphrase)
    path = folder / PROFILE_FILE
    with disk_failures(path):
        before = path.read_bytes() if path.exists() else None
    _write(folder, vault, passphrase, cost, randomness)
    try:
        if open_vault(folder, passphrase) != vault:
            raise StorageFault(path, "the disk gave back something else")
    except ExpectedFailure as failure:
        if before is not None:
            write_atomically(path, before)
        raise StorageFault(path, "what was written cannot be read") from failure


def is_profile(folder: Path) -> bool:
    """Whether a profile was made in this folder, whatever its state."""
    try:
        return (folder / PROFILE_FILE).is_file()
    except OSError:  # no such path can be, or it may not be looked at
        return False


def profile_name(folder: Path) -> str:
    """The random name of the profile, without opening it; raises DamagedProfile, StorageFault."""
    return _read(folder)[0]


def require_strength(passphrase: str) -> None:
    """Raise WeakPassphrase for fewer than ten characters, white space around them aside."""
    if len(normalised(passphrase).strip()) < LEAST_PASSPHRASE:
        raise WeakPassphrase(LEAST_PASSPHRASE)


def _write(
    folder: Path, vault: Vault, passphrase: str, cost: Argon2Cost, randomness: Randomness
) -> None:
    keys = vault.database_key + vault.signing_key.seed + vault.exchange_key.raw
    sealed = seal_with_passphrase(
        keys, passphrase, purpose=_PURPOSE, cost=cost, randomness=randomness
    )
    content: dict[str, JsonValue] = {
        "format": _FORMAT,
        "keys": to_base64(sealed),
        "profile": vault.profile,
    }
    write_atomically(folder / PROFILE_FILE, canonical(content))


def _read(folder: Path) -> tuple[str, bytes]:
    """The profile's name, and its keys as they are sealed."""
    path = folder / PROFILE_FILE
    with disk_failures(path):
        content = path.read_bytes()
    try:
        fields = parse_canonical(content)
        if not isinstance(fields, dict) or fields.get("format") != _FORMAT:
            raise DamagedProfile(path)
        profile, keys = fields.get("profile"), fields.get("keys")
        if not isinstance(profile, str) or not isinstance(keys, str):
            raise DamagedProfile(path)
        return profile, from_base64(keys)
    except (MalformedDocument, NotCanonical) as error:
        raise DamagedProfile(path) from error

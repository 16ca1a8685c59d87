"""The profile's keys under its passphrase: of the database, for signing, for receiving."""

from __future__ import annotations

import errno
import secrets
from collections.abc import Mapping
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
from review_protocol.late_dataclasses import dataclass
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
from reviewer_app.models.device_keys import (
    Vault as Vault,
)
from reviewer_app.models.device_keys import (
    is_single,
    keys_of_one,
    keys_of_several,
    vault_of_one,
    vault_of_several,
)
from reviewer_app.models.disk import disk_failures, write_atomically

PROFILE_FILE = "profile.json"
LEAST_PASSPHRASE = 10
"""Characters, after NFKC, that a passphrase has at least."""

_ONE = "practice-review/profile/1"
_SEVERAL = "practice-review/profile/2"
"""With the keys that the device had before, or is to have next; `uses` says which are its own."""
_PURPOSE = "profile keys"


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
    kept = _read(folder)
    try:
        opened = open_with_passphrase(kept.sealed, passphrase, purpose=_PURPOSE)
        if kept.uses is None:
            return vault_of_one(kept.profile, opened)
        return vault_of_several(kept.profile, opened, kept.uses)
    except SecretStaysShut as error:
        raise WrongPassphrase from error
    except (DamagedSecret, MalformedDocument, NotCanonical) as error:
        raise DamagedProfile(folder / PROFILE_FILE) from error


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


def turn_keys(folder: Path, vault: Vault) -> Vault:
    """Make the coming keys of this vault the device's own, at once or not at all; no passphrase.

    Answers the vault as it is then. Raises DamagedProfile, DiskFull, FolderReadOnly, StorageFault.
    """
    kept, turned = _read(folder), vault.turned()
    _keep(folder, _Kept(kept.profile, kept.sealed, len(turned.earlier)))
    return turned


def is_profile(folder: Path) -> bool:
    """Whether a profile was made in this folder, whatever its state."""
    try:
        return (folder / PROFILE_FILE).is_file()
    except OSError:  # no such path can be, or it may not be looked at
        return False


def profile_name(folder: Path) -> str:
    """The random name of the profile, without opening it; raises DamagedProfile, StorageFault."""
    return _read(folder).profile


def require_strength(passphrase: str) -> None:
    """Raise WeakPassphrase for fewer than ten characters, white space around them aside."""
    if len(normalised(passphrase).strip()) < LEAST_PASSPHRASE:
        raise WeakPassphrase(LEAST_PASSPHRASE)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file holds: the name, the keys as they are sealed, and, where there are several of
    the device, the place of those in use."""

    profile: str
    sealed: bytes
    uses: int | None


def _write(
    folder: Path, vault: Vault, passphrase: str, cost: Argon2Cost, randomness: Randomness
) -> None:
    one = is_single(vault)
    sealed = seal_with_passphrase(
        keys_of_one(vault) if one else keys_of_several(vault),
        passphrase,
        purpose=_PURPOSE,
        cost=cost,
        randomness=randomness,
    )
    _keep(folder, _Kept(vault.profile, sealed, None if one else len(vault.earlier)))


def _keep(folder: Path, kept: _Kept) -> None:
    content: dict[str, JsonValue] = {
        "format": _ONE if kept.uses is None else _SEVERAL,
        "keys": to_base64(kept.sealed),
        "profile": kept.profile,
    }
    if kept.uses is not None:
        content["uses"] = kept.uses
    write_atomically(folder / PROFILE_FILE, canonical(content))


def _read(folder: Path) -> _Kept:
    path = folder / PROFILE_FILE
    with disk_failures(path):
        content = path.read_bytes()
    try:
        fields = parse_canonical(content)
        kept = _kept(fields) if isinstance(fields, dict) else None
    except (MalformedDocument, NotCanonical) as error:
        raise DamagedProfile(path) from error
    if kept is None:
        raise DamagedProfile(path)
    return kept


def _kept(fields: Mapping[str, JsonValue]) -> _Kept | None:
    profile, keys, uses = fields.get("profile"), fields.get("keys"), fields.get("uses")
    if not isinstance(profile, str) or not isinstance(keys, str):
        return None
    if fields.get("format") == _ONE:
        return _Kept(profile, from_base64(keys), None)
    if fields.get("format") == _SEVERAL and isinstance(uses, int):
        return _Kept(profile, from_base64(keys), uses)
    return None

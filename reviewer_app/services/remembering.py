"""Whether this computer's keyring opens the desk for reading without its passphrase."""

from __future__ import annotations

from pathlib import Path

from reviewer_app.models.keyring import RememberedKey
from reviewer_app.models.keys import Keys
from reviewer_app.models.vault import profile_name


class Remembering:
    """Of the three keys only the database's is ever remembered, and never the only copy of it.

    Each call asks the keyring and may take the seconds that a keyring is given to answer.
    """

    def __init__(self, keys: Keys, folder: Path) -> None:
        self._keys = keys
        self._folder = folder

    def is_possible(self) -> bool:
        """Whether a usable keyring is found here; raises DamagedProfile, StorageFault."""
        return _copy(self._folder).is_possible()

    def is_remembered(self) -> bool:
        """Whether the keyring holds a key for this profile; raises as `is_possible`."""
        return recalled(self._folder) is not None

    def remember(self, passphrase: str) -> bool:
        """Prove the passphrase, then write the copy; answers whether it could be read back.

        Raises WrongPassphrase, DamagedProfile, StorageFault.
        """
        vault = self._keys.unseal(passphrase)
        copy = _copy(self._folder)
        if copy.remember(vault.database_key):
            return True
        copy.forget()  # nothing half kept
        return False

    def forget(self) -> bool:
        """Delete the copy; answers whether it is known to be gone; raises as `is_possible`."""
        return _copy(self._folder).forget()


def recalled(folder: Path) -> bytes | None:
    """The database key of the profile in `folder`, None where the keyring does not tell it.

    Raises DamagedProfile, StorageFault.
    """
    return _copy(folder).recall()


def _copy(folder: Path) -> RememberedKey:
    return RememberedKey(profile_name(folder))

"""Whether this computer's keyring opens the desk for reading without its passphrase."""

from __future__ import annotations

from pathlib import Path

from reviewer_app.models.keyring import FindBackend, RememberedKey, system_backend
from reviewer_app.models.keys import Keys
from reviewer_app.models.vault import profile_name


class Remembering:
    """Of the three keys only the database's is ever remembered, and never the only copy of it.

    Each call asks the keyring and may take the seconds that a keyring is given to answer.
    """

    def __init__(
        self, keys: Keys, folder: Path, find_backend: FindBackend = system_backend
    ) -> None:
        self._keys = keys
        self._folder = folder
        self._find_backend = find_backend

    def is_possible(self) -> bool:
        """Whether a usable keyring is found here; raises DamagedProfile, StorageFault."""
        return self._copy().is_possible()

    def is_remembered(self) -> bool:
        """Whether the keyring holds a key for this profile; raises as `is_possible`."""
        return self._copy().recall() is not None

    def remember(self, passphrase: str) -> bool:
        """Prove the passphrase, then write the copy; answers whether it could be read back.

        Raises WrongPassphrase, DamagedProfile, StorageFault.
        """
        vault = self._keys.unseal(passphrase)
        return self._copy().remember(vault.database_key)

    def forget(self) -> bool:
        """Delete the copy; answers whether it is known to be gone; raises as `is_possible`."""
        return self._copy().forget()

    def _copy(self) -> RememberedKey:
        return RememberedKey(profile_name(self._folder), self._find_backend)

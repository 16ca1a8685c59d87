"""The keys of an open desk: sealed until the passphrase was given in this session."""

from __future__ import annotations

from pathlib import Path

from reviewer_app.errors import PassphraseNeeded
from reviewer_app.models.vault import Vault, open_vault


class Keys:
    """A desk that the keyring's copy opened can be read; to sign and sync these are unsealed."""

    def __init__(self, folder: Path, vault: Vault | None = None) -> None:
        """`vault` is None where the profile in `folder` was opened without its passphrase."""
        self._folder = folder
        self._vault = vault

    def is_sealed(self) -> bool:
        """Whether the passphrase was not given yet."""
        return self._vault is None

    def unsealed(self) -> Vault:
        """The keys; raises PassphraseNeeded."""
        if self._vault is None:
            raise PassphraseNeeded
        return self._vault

    def seal(self) -> None:
        """Forget the keys until the passphrase is given again, as when the desk is locked."""
        self._vault = None

    def unseal(self, passphrase: str) -> Vault:
        """Open the keys for this session, also to prove the passphrase where they are open.

        Takes a fifth of a second. Raises WrongPassphrase, DamagedProfile, StorageFault.
        """
        self._vault = open_vault(self._folder, passphrase)
        return self._vault

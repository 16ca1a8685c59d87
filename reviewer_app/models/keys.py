"""The keys of an open desk: sealed until the passphrase was given in this session."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Lock

from review_protocol.keys import Randomness
from review_protocol.passphrase import Argon2Cost
from reviewer_app.errors import PassphraseNeeded
from reviewer_app.models.device_keys import KeyPair
from reviewer_app.models.vault import Vault, change_passphrase, open_vault, turn_keys


class Keys:
    """A desk that the keyring's copy opened can be read; to sign and sync these are unsealed."""

    def __init__(self, folder: Path, vault: Vault | None = None) -> None:
        """`vault` is None where the profile in `folder` was opened without its passphrase."""
        self._folder = folder
        self._vault = vault
        self._writing = Lock()  # a sync may turn the keys while the passphrase is changed

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

    def change_passphrase(self, old: str, new: str, cost: Argon2Cost) -> Vault:
        """Prove the old one, and keep the same keys under the new one; raises as `unseal`, and
        WeakPassphrase, DiskFull, FolderReadOnly."""
        with self._writing:
            vault = self.unseal(old)
            change_passphrase(self._folder, vault, new, cost)
            return vault

    def prepare(self, passphrase: str, cost: Argon2Cost, randomness: Randomness) -> KeyPair:
        """Prove the passphrase, and keep new keys under it, beside those in use.

        New ones that were made before are given up, so the caller knows that no server has
        certified them. Raises as `unseal`, and DiskFull, FolderReadOnly.
        """
        with self._writing:
            coming = KeyPair.generate(randomness)
            vault = replace(self.unseal(passphrase), coming=coming)
            change_passphrase(self._folder, vault, passphrase, cost, randomness=randomness)
            self._stand(vault)
            return coming

    def turn(self) -> Vault:
        """From now on the coming keys are this device's own; needs no passphrase.

        Raises PassphraseNeeded while the keys are sealed, DamagedProfile, DiskFull,
        FolderReadOnly, StorageFault.
        """
        with self._writing:
            turned = turn_keys(self._folder, self.unsealed())
            self._stand(turned)
            return turned

    def _stand(self, vault: Vault) -> None:
        """In the place of those before, unless the desk was locked while they were written."""
        if self._vault is not None:
            self._vault = vault

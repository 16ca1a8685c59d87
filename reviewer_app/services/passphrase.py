"""Another passphrase for the same desk: keys, database and backups stay as they are."""

from __future__ import annotations

from collections.abc import Callable

from review_protocol.passphrase import DEFAULT_COST, Argon2Cost
from reviewer_app.models.keyring import RememberedKey
from reviewer_app.models.keys import Keys
from reviewer_app.models.vault import require_strength

FindCopy = Callable[[str], RememberedKey]


class Passphrase:
    """The passphrase of a profile."""

    def __init__(
        self,
        keys: Keys,
        *,
        cost: Argon2Cost = DEFAULT_COST,
        find_copy: FindCopy = RememberedKey,
    ) -> None:
        """`find_copy` finds the keyring's copy by the profile's name."""
        self._keys = keys
        self._cost = cost
        self._find_copy = find_copy

    def require_strength(self, passphrase: str) -> None:
        """Raises WeakPassphrase; for telling while it is typed."""
        require_strength(passphrase)

    def change(self, old: str, new: str, *, renew_copy: bool = False) -> bool:
        """Prove the old one, wrap the keys under the new one, and open them with it.

        Ended at any point, one of the two opens the desk. With `renew_copy` the keyring's copy of
        the database key is written anew where there is one; answers False where that failed, so
        that the passphrase will be asked for. Takes a second. Raises WrongPassphrase (nothing was
        changed), WeakPassphrase, DamagedProfile, DiskFull, FolderReadOnly, StorageFault.
        """
        require_strength(new)
        vault = self._keys.change_passphrase(old, new, self._cost)
        if not renew_copy:
            return True
        copy = self._find_copy(vault.profile)
        return copy.recall() is None or copy.remember(vault.database_key)

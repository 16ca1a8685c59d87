"""The profile on its way: keys are made first, and the same are tried again after a lost answer."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from review_protocol.keys import Randomness
from review_protocol.passphrase import Argon2Cost
from reviewer_app.errors import DamagedProfile, StorageFault
from reviewer_app.models.database import DATABASE_FILE
from reviewer_app.models.disk import disk_failures, flush_folder, require_folder, write_atomically
from reviewer_app.models.vault import PROFILE_FILE, Vault, create_vault, is_profile, open_vault

_SENT = "sent-for"
"""Names the invitation for which these keys left the computer."""


class PendingProfile:
    """A folder beside the profile's place that becomes the profile, or goes."""

    def __init__(self, folder: Path, cost: Argon2Cost, randomness: Randomness) -> None:
        self.folder = folder.with_name(folder.name + ".enrolling")
        self._place = folder
        self._cost = cost
        self._randomness = randomness

    def require_place(self) -> None:
        """Raise StorageFault where there is a profile already, or a database that lost its keys;
        FolderReadOnly and ImpossibleFolder where none can be made.

        Other files, such as settings, may be there and stay.
        """
        for folder in (self._place, self.folder):
            require_folder(folder)
        begun = self._sent_for() is not None
        if is_profile(self._place) or (not begun and (self._place / DATABASE_FILE).exists()):
            raise StorageFault(self._place, "there is a profile already")

    def keys(self, invitation: str, passphrase: str) -> Vault:
        """The keys of the try before for the same invitation, or else new ones.

        Once they were sent, another passphrase raises WrongPassphrase: with new keys the
        invitation might be used up. Raises WeakPassphrase, DiskFull, FolderReadOnly.
        """
        if self.was_sent_for(invitation):
            with suppress(DamagedProfile):
                return open_vault(self.folder, passphrase)
        self.discard()
        return create_vault(self.folder, passphrase, self._cost, randomness=self._randomness)

    def was_sent_for(self, invitation: str) -> bool:
        """Whether keys for this invitation left the computer: it may be used up by them."""
        return self._sent_for() == invitation

    def was_sent(self, invitation: str) -> bool:
        """Whether keys have left for this invitation: it may be used up for them."""
        return self._sent_for() == invitation

    def note_sent(self, invitation: str) -> None:
        """These keys are about to leave the computer."""
        write_atomically(self.folder / _SENT, invitation.encode("ascii"))

    def move_into_place(self) -> None:
        """Make this folder the profile: its keys are moved last, and only then is it one.

        Cut off in between, it is done again by the next try.
        """
        with disk_failures(self._place):
            self._place.mkdir(mode=0o700, parents=True, exist_ok=True)
            made = [
                path for path in self.folder.iterdir() if path.name not in (_SENT, PROFILE_FILE)
            ]
            for path in [*made, self.folder / PROFILE_FILE]:
                path.replace(self._place / path.name)
            flush_folder(self._place)
            shutil.rmtree(self.folder)
        flush_folder(self._place.parent)

    def discard(self) -> None:
        """Nothing of it is left."""
        if self.folder.exists():
            with disk_failures(self.folder):
                shutil.rmtree(self.folder)

    def _sent_for(self) -> str | None:
        try:
            return (self.folder / _SENT).read_text("ascii")
        except (OSError, ValueError):
            return None

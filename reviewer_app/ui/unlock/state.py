"""What the lock of the desk shows."""

from __future__ import annotations

from enum import StrEnum

from review_protocol.late_dataclasses import dataclass
from reviewer_app.errors import DamagedProfile, ExpectedFailure, WrongPassphrase
from reviewer_app.models.vault import PROFILE_FILE
from reviewer_app.ui.locked import Locked


class Help(StrEnum):
    """The ways to a desk that does not open: a backup, or the key left with the programme."""

    RESTORE = "restore"
    RECOVER = "recover"


@dataclass(frozen=True, slots=True)
class UnlockState:
    """`failure` is why it did not open; only a wrong passphrase can be mended by typing."""

    opening: bool = False
    recalling: bool = False
    """This computer's keyring is asked for its copy of the key; nothing is to be typed yet."""
    failure: ExpectedFailure | None = None
    locked: Locked | None = None
    told: str = ""
    """What came of a backup that was restored, or of a passphrase that was replaced."""
    refused: bool = False
    """The profile may not be opened at all: it is in use, or cannot be written to."""

    @property
    def busy(self) -> bool:
        """Nothing that is typed can be tried yet."""
        closing = self.locked is not None and self.locked.closing
        return self.opening or self.recalling or self.refused or closing

    @property
    def help(self) -> Help | None:
        """What may help where the desk does not open though it should."""
        if not isinstance(self.failure, DamagedProfile) or self.refused:
            return None
        return Help.RECOVER if self.failure.path.name == PROFILE_FILE else Help.RESTORE

    @property
    def wrong(self) -> bool:
        return isinstance(self.failure, WrongPassphrase)

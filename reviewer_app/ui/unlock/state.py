"""What the lock of the desk shows."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer_app.errors import ExpectedFailure, WrongPassphrase
from reviewer_app.ui.locked import Locked


@dataclass(frozen=True, slots=True)
class UnlockState:
    """`failure` is why it did not open; only a wrong passphrase can be mended by typing."""

    opening: bool = False
    recalling: bool = False
    """This computer's keyring is asked for its copy of the key; nothing is to be typed yet."""
    failure: ExpectedFailure | None = None
    locked: Locked | None = None
    refused: bool = False
    """The profile may not be opened at all: it is in use, or cannot be written to."""

    @property
    def busy(self) -> bool:
        """Nothing that is typed can be tried yet."""
        closing = self.locked is not None and self.locked.closing
        return self.opening or self.recalling or self.refused or closing

    @property
    def wrong(self) -> bool:
        return isinstance(self.failure, WrongPassphrase)

"""After how long without a key or a movement the desk locks itself: the choice, as it is kept."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Final

from reviewer_app.ui.kit.remember import Keeps

LOCK_AFTER: Final = "lock.after"


class LockAfter(StrEnum):
    """Minutes, as they are kept among the settings."""

    FIVE = "5"
    TEN = "10"
    FIFTEEN = "15"
    THIRTY = "30"
    NEVER = "never"

    @property
    def limit(self) -> timedelta | None:
        """None for never."""
        return None if self is LockAfter.NEVER else timedelta(minutes=int(self))


def chosen(keeps: Keeps) -> LockAfter:
    """What stands; ten minutes where nothing was chosen, or nonsense is kept."""
    kept = keeps.get(LOCK_AFTER)
    return LockAfter(kept) if kept in set(LockAfter) else LockAfter.TEN

"""What the preferences show of the key that this computer remembers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.errors import ExpectedFailure


class Copy(StrEnum):
    """Whether there is a copy of the key in the system's keyring."""

    LOOKING = "looking"
    ABSENT = "absent"
    """There is no keyring here that could hold one."""
    OFF = "off"
    ON = "on"


class Outcome(StrEnum):
    """How the last act went, or what is wrong with a copy that should be there."""

    KEPT = "kept"
    NOT_KEPT = "not-kept"
    GONE = "gone"
    PERHAPS_LEFT = "perhaps-left"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class RememberState:
    """`busy` while the keyring writes or erases; `failure` is why a passphrase proved nothing."""

    copy: Copy = Copy.LOOKING
    busy: bool = False
    outcome: Outcome | None = None
    failure: ExpectedFailure | None = None

"""Why the desk is locked, and what the lock says of it."""

from __future__ import annotations

from enum import StrEnum

from review_protocol.late_dataclasses import dataclass


class Why(StrEnum):
    """What locked the desk."""

    ASKED = "asked"
    IDLE = "idle"
    SLEPT = "slept"


@dataclass(frozen=True, slots=True)
class Locked:
    """The desk was open until now; `stopped` names what ran, `closing` while it comes to its end.

    `told` is how something came out that was done while the desk was closed.
    """

    why: Why
    minutes: int | None = None
    stopped: tuple[str, ...] = ()
    closing: bool = True
    told: str = ""

"""How long work asks whether it is still wanted."""

from __future__ import annotations

from collections.abc import Callable

Cancelled = Callable[[], bool]


class NotWanted(Exception):
    """Work was given up, since nobody waits for it any more: for whoever may cancel it to catch."""


def never() -> bool:
    """Where nobody can cancel."""
    return False
